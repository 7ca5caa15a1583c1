import type { EpisodeDetail, StepItem } from '../answers.ts';
import { byId, el, plural } from './dom.ts';
import { icon } from './icons.ts';

/** The steps of an episode in a row: consoles above, what each step is worth, the phases of a fault below. */
export interface Timeline {
  show(episode: EpisodeDetail): void;
  mark(step: number): void;
}

/** Cells narrower than their icon lose it. */
const MAX_WITH_ICONS = 44;

/** A timeline that reports which step was chosen. */
export function createTimeline(onChoose: (step: number) => void): Timeline {
  const nav = byId('timeline');
  let cells: HTMLElement[] = [];
  nav.addEventListener('click', event => {
    const cell = (event.target as Element).closest<HTMLElement>('[data-step]');
    if (cell) onChoose(Number(cell.dataset.step));
  });
  return {
    show: episode => {
      const { stepItems } = episode;
      cells = stepItems.map(cellOf);
      const isDense = stepItems.length > MAX_WITH_ICONS;
      const track = el('div', { class: `track${isDense ? ' is-dense' : ''}` });
      track.style.gridTemplateColumns = `repeat(${Math.max(1, stepItems.length)}, minmax(5px, 1fr))`;
      track.append(...runsOf(stepItems).map(runOf), ...cells, ...stepItems.map(phaseOf));
      nav.replaceChildren(track);
    },
    mark: step => {
      for (const cell of cells) {
        const isMine = Number(cell.dataset.step) === step;
        if (isMine) cell.setAttribute('aria-current', 'step');
        else cell.removeAttribute('aria-current');
        if (isMine) cell.scrollIntoView({ block: 'nearest', inline: 'nearest' });
      }
    },
  };
}

interface Run {
  app: string;
  start: number;
  end: number;
}

/** Neighbouring steps on the same console. */
function runsOf(steps: readonly StepItem[]): Run[] {
  const runs: Run[] = [];
  steps.forEach(({ app }, i) => {
    const last = runs.at(-1);
    if (last && last.app === (app ?? '')) last.end = i + 1;
    else runs.push({ app: app ?? '', start: i, end: i + 1 });
  });
  return runs;
}

function runOf({ app, start, end }: Run): HTMLElement {
  const run = el('div', { class: 'run', title: app }, el('span', {}, app || '—'));
  run.style.gridColumn = `${start + 1} / ${end + 1}`;
  return run;
}

function cellOf(step: StepItem, i: number): HTMLElement {
  const changes = step.changes.length > 0 ? ` · ${plural(step.changes.length, 'change')}` : '';
  const cell = el(
    'button',
    {
      type: 'button',
      class: 'cell',
      tabindex: '-1',
      'data-step': i,
      'data-label': step.label,
      'data-error': step.actionError ? 'yes' : null,
      title: `${i} · ${step.instruction}${changes}`,
      'aria-label': `Step ${i}: ${step.instruction}`,
    },
    step.changes.length > 0 && el('i', { class: 'cell-change' }),
    icon(step.type),
  );
  cell.style.gridColumn = String(i + 1);
  return cell;
}

function phaseOf({ phase }: StepItem, i: number): HTMLElement {
  const mark = el('i', { class: 'phase', 'data-phase': phase, title: phase });
  mark.style.gridColumn = String(i + 1);
  return mark;
}
