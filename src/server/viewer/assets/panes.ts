import type { ChangeItem, EpisodeDetail, OtherRows, StepItem, VerdictPart } from '../answers.ts';
import { prettyJson } from './act.ts';
import { el, plural } from './dom.ts';
import { icon } from './icons.ts';

/** The contents of the inspector's tabs. */

/** Pairs of a name and a value; pairs without a value are left out. */
function facts(pairs: readonly (readonly [string, string | null | undefined])[]): HTMLElement {
  const shown = pairs.filter(([, value]) => value !== null && value !== undefined && value !== '');
  return el(
    'dl',
    { class: 'facts' },
    ...shown.flatMap(([name, value]) => [el('dt', {}, name), el('dd', {}, el('bdi', {}, value ?? ''))]),
  );
}

function part(title: string, ...content: (Node | null)[]): HTMLElement {
  return el('section', { class: 'part' }, el('h3', {}, title), ...content);
}

const json = (text: string): HTMLElement => el('pre', { class: 'json' }, prettyJson(text));

/** The step: what it changed, the trouble it stands in, what it aims at, the action in full. */
export function stepPane(
  episode: EpisodeDetail,
  step: StepItem,
  glossary: Readonly<Record<string, string>>,
): HTMLElement[] {
  const { targetRole, targetName, targetBox, x, y } = step;
  const [x1, y1, x2, y2] = targetBox ?? [];
  return [
    ...(step.actionError ? [el('p', { class: 'callout is-bad' }, step.actionError)] : []),
    part(
      step.changes.length > 0 ? `Changes · ${step.changes.length}` : 'Changes',
      step.changes.length > 0
        ? el('div', {}, ...step.changes.map(changeOf))
        : el('p', { class: 'muted' }, 'This step changes nothing.'),
    ),
    ...(episode.fault ? [faultPart(episode.fault, step, glossary)] : []),
    part(
      'Action',
      facts([
        ['type', step.type],
        ['target', targetRole && `${targetRole}${targetName ? ` “${targetName}”` : ''}`],
        ['point', x !== null && y !== null ? `${x}, ${y}` : null],
        ['box', targetBox && `${x1}, ${y1} – ${x2}, ${y2}`],
        ['label', step.label],
        ['train on', step.trainOn ? 'yes' : 'no'],
      ]),
    ),
    part(
      'Screen',
      facts([
        ['console', step.app],
        ['look', [step.kit, step.skin].filter(Boolean).join(' · ')],
        ['title', step.title],
        ['address', step.url],
        ['size', `${step.width} × ${step.height}`],
      ]),
    ),
    part('Action as JSON', json(step.actionJson)),
  ];
}

const PHASES = ['nominal', 'onset', 'detection', 'recovery', 'resumed'];

function faultPart(fault: string, step: StepItem, glossary: Readonly<Record<string, string>>): HTMLElement {
  const summary = Object.hasOwn(glossary, fault) ? glossary[fault] : null;
  const phases = PHASES.map(phase =>
    el('li', { 'data-phase': phase, 'aria-current': phase === step.phase ? 'step' : null }, phase),
  );
  return part(
    `Fault · ${fault}`,
    summary ? el('p', { class: 'muted' }, summary) : null,
    el('ol', { class: 'phases' }, ...phases),
  );
}

function changeOf({ entity, field, before, after }: ChangeItem): HTMLElement {
  const kind = before === null ? 'added' : after === null ? 'removed' : 'changed';
  return el(
    'div',
    { class: 'change' },
    el(
      'div',
      { class: 'change-head' },
      el('code', {}, el('bdi', {}, entity), field === null ? null : el('b', {}, `.${field}`)),
      el('span', { class: 'change-kind', 'data-kind': kind }, kind),
    ),
    before === null ? null : el('pre', { class: 'before' }, before === '' ? '(empty)' : before),
    after === null ? null : el('pre', { class: 'after' }, after === '' ? '(empty)' : after),
  );
}

/** The verdict with its parts, and what the whole episode changed. */
export function verdictPane(episode: EpisodeDetail): HTMLElement[] {
  const { verdict, changes, note } = episode;
  const failed = verdict?.filter(each => !each.isOk) ?? [];
  const said =
    verdict === null
      ? 'This dataset has no trajectories, so the parts of the verdict are unknown.'
      : failed.length === 0
        ? `All ${plural(verdict.length, 'part')} hold.`
        : `${failed.length} of ${plural(verdict.length, 'part')} failed.`;
  return [
    el(
      'p',
      { class: `callout ${episode.success ? 'is-ok' : 'is-bad'}` },
      el('b', {}, episode.success ? 'Success. ' : 'Failure. '),
      said,
    ),
    part(
      'Ending',
      facts([
        ['wanted', ending(episode.wantedOutcome, episode.wantedReason)],
        ['given', episode.outcome ? ending(episode.outcome, episode.outcomeReason) : 'none, cut off'],
        ['reward', episode.reward === null ? 'null: the machinery failed' : String(episode.reward)],
      ]),
      note ? el('blockquote', { class: 'note' }, el('bdi', {}, note)) : null,
    ),
    ...(verdict
      ? [
          part(
            'Parts',
            el('ul', { class: 'parts' }, ...[...failed, ...verdict.filter(each => each.isOk)].map(partOf)),
          ),
        ]
      : []),
    ...(changes
      ? [part(`Changes of the episode · ${changes.length}`, el('div', {}, ...changes.map(changeOf)))]
      : []),
  ];
}

const ending = (kind: string, reason: string | null): string => (reason ? `${kind} (${reason})` : kind);

function partOf({ name, isOk, detail }: VerdictPart): HTMLElement {
  return el(
    'li',
    { 'data-ok': isOk ? 'yes' : 'no' },
    icon(isOk ? 'ok' : 'bad'),
    el('div', {}, el('b', {}, name), el('bdi', {}, detail)),
  );
}

/** What the episode was made of. */
export function episodePane(episode: EpisodeDetail): HTMLElement[] {
  return [
    part(
      'Episode',
      facts([
        ['id', episode.id],
        ['scenario', episode.scenario],
        ['workflow', episode.workflow],
        ['split', episode.split],
        ['policy', episode.policy],
        ['edge', episode.edge],
        ['fault', episode.fault],
        ['mistake', episode.mistakeStep === null ? null : `at step ${episode.mistakeStep}`],
        ['steps', String(episode.steps)],
        ['truncated', episode.isTruncated ? 'yes' : 'no'],
      ]),
    ),
    part(
      'Seeds',
      facts([
        ['task', episode.seed],
        ['world', episode.worldSeed],
        ['fingerprint', episode.fingerprint],
      ]),
    ),
    ...(episode.taskJson ? [part('Task as JSON', json(episode.taskJson))] : []),
    ...episode.others.map(othersPart),
  ];
}

/** Rows of a table that has no picture of its own here. */
function othersPart({ name, about, total, rows }: OtherRows): HTMLElement {
  return part(
    `${name} · ${total}`,
    el('p', { class: 'muted' }, total > rows.length ? `${about}; the first ${rows.length}` : about),
    ...rows.map(json),
  );
}
