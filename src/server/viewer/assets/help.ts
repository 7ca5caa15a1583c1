import { button, byId, el } from './dom.ts';
import { keycaps } from './overlay.ts';

const KEYS: readonly (readonly [keys: readonly string[], does: string])[] = [
  [['←', '→'], 'step back and forth'],
  [['Home', 'End'], 'first and last step'],
  [['↑', '↓'], 'episode before and after, also k and j'],
  [['/'], 'search the goals'],
  [['1', '2', '3', '4'], 'step, tree, verdict, episode'],
  [['a'], 'action on the screen'],
  [['b'], 'boxes of all elements'],
  [['z'], 'screen in its own size'],
  [['f'], 'wide, without the list'],
  [['Esc'], 'close, leave the search'],
  [['?'], 'this help'],
];

const LEGEND: readonly (readonly [label: string, means: string])[] = [
  ['good', 'as an expert would act'],
  ['recovery', 'heals an interruption'],
  ['wait', 'lets time pass in place of what was no act'],
  ['wrong', 'a mistake, made on purpose'],
  ['after_mistake', 'goes on from a mistake'],
  ['repair', 'puts a mistake right'],
  ['terminal', 'the ending'],
];

/** The dialog with keys and colours. */
export function createHelp(): { toggle(): void } {
  const dialog = byId<HTMLDialogElement>('help');
  dialog.append(
    el('h2', {}, 'Keys'),
    el(
      'dl',
      { class: 'keys' },
      ...KEYS.flatMap(([keys, does]) => [
        el('dt', {}, ...keys.flatMap(key => keycaps(key))),
        el('dd', {}, does),
      ]),
    ),
    el('h2', {}, 'Steps'),
    el(
      'dl',
      { class: 'keys' },
      ...LEGEND.flatMap(([label, means]) => [
        el('dt', {}, el('span', { class: 'label', 'data-label': label }, label)),
        el('dd', {}, means),
      ]),
    ),
    el(
      'p',
      { class: 'muted' },
      'A dot above a step: it changed something. The band below: the phase of a fault.',
    ),
    button({ class: 'close' }, () => dialog.close(), 'Close'),
  );
  const toggle = (): void => (dialog.open ? dialog.close() : dialog.showModal());
  dialog.addEventListener('click', event => {
    if (event.target === dialog) dialog.close();
  });
  byId('help-button').addEventListener('click', toggle);
  return { toggle };
}
