import type { DatasetFacts, EpisodeDetail, StepItem } from '../answers.ts';
import { button, byId, el } from './dom.ts';
import { episodePane, stepPane, verdictPane } from './panes.ts';
import type { ShownScreen } from './stage.ts';
import { type TreeLine, treeRows } from './tree.ts';

/** Details beside the screen, in tabs. */
export interface Inspector {
  showEpisode(episode: EpisodeDetail): void;
  showStep(episode: EpisodeDetail, step: StepItem): void;
  /** The screen may come later than its step. */
  showScreen(screen: ShownScreen | null): void;
  choose(tab: number): void;
}

const TABS = ['Step', 'Tree', 'Verdict', 'Episode'] as const;

/** An inspector; `onPoint` is called with the box of the tree's row that is pointed at. */
export function createInspector(facts: DatasetFacts, onPoint: (box: number[] | null) => void): Inspector {
  const [stepTab, treeTab, verdictTab, episodeTab] = [paneOf(0), paneOf(1), paneOf(2), paneOf(3)];
  const panes = [stepTab, treeTab, verdictTab, episodeTab];
  const tabs = TABS.map((title, i) =>
    button(
      { class: 'tab', role: 'tab', 'aria-controls': `pane-${i}`, title: `${title} (${i + 1})` },
      () => choose(i),
      title,
    ),
  );
  byId('inspector').replaceChildren(el('div', { class: 'tabs', role: 'tablist' }, ...tabs), ...panes);
  let step: StepItem | null = null;
  const choose = (tab: number): void => {
    for (const [i, each] of tabs.entries()) each.setAttribute('aria-selected', String(i === tab));
    for (const [i, each] of panes.entries()) each.hidden = i !== tab;
    revealTarget(treeTab);
  };
  choose(0);
  return {
    choose,
    showEpisode: episode => {
      verdictTab.replaceChildren(...verdictPane(episode));
      episodeTab.replaceChildren(...episodePane(episode));
      verdictTab.scrollTop = 0;
      episodeTab.scrollTop = 0;
    },
    showStep: (episode, next) => {
      step = next;
      stepTab.replaceChildren(...stepPane(episode, next, facts.glossary));
      stepTab.scrollTop = 0;
    },
    showScreen: screen => {
      const rows = screen && treeRows(screen.lines, line => isAimedAt(line, step), onPoint);
      treeTab.replaceChildren(...(rows ? [rows] : []));
      revealTarget(treeTab);
    },
  };
}

function paneOf(i: number): HTMLElement {
  const title = TABS[i];
  return el('div', { class: 'pane', role: 'tabpanel', id: `pane-${i}`, 'aria-label': title, tabindex: '0' });
}

function isAimedAt({ role, box }: TreeLine, step: StepItem | null): boolean {
  const aimed = step?.targetBox;
  return Boolean(aimed && role === step?.targetRole && box && aimed.every((side, i) => side === box[i]));
}

function revealTarget(pane: HTMLElement): void {
  if (!pane.hidden) pane.querySelector('.is-target, .is-focused')?.scrollIntoView({ block: 'center' });
}
