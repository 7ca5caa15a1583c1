import type { DatasetFacts, EpisodeDetail } from '../answers.ts';
import { byId, el } from './dom.ts';
import { icon } from './icons.ts';
import { stateOf } from './list.ts';

/** What was asked and how it ended, above the screen. */
export function showHead(episode: EpisodeDetail, facts: DatasetFacts): void {
  const { goal, scenario, split, policy, edge, fault } = episode;
  const about = (name: string): string | null =>
    Object.hasOwn(facts.glossary, name) ? (facts.glossary[name] ?? null) : null;
  const fact = (label: string, value: string | null, title: string | null = null): HTMLElement | null =>
    value === null ? null : el('span', { class: 'fact', title }, el('i', {}, label), el('bdi', {}, value));
  byId('head').replaceChildren(
    el(
      'div',
      { class: 'head-line' },
      el(
        'span',
        { class: 'verdict', 'data-state': stateOf(episode) },
        icon(iconOf(episode)),
        stateOf(episode),
      ),
      el('span', { class: 'scenario' }, scenario),
      fact('split', split),
      fact('policy', policy),
      fact('edge', edge, edge && about(edge)),
      fact('fault', fault, fault && about(fault)),
    ),
    el('h2', { class: 'goal' }, el('bdi', {}, goal)),
  );
}

const iconOf = (episode: EpisodeDetail): string => (stateOf(episode) === 'success' ? 'ok' : 'bad');
