import type { Episode, Step } from './recorded.ts';

/** An episode as a procedure that a person can read: the goal, each step with its reason, the end, the verdict. */
export function transcript(episode: Episode): string {
  const { task, steps } = episode;
  return [
    `# ${task.scenario}`,
    `seed ${task.seed}, ${task.people} people, home skins`,
    '',
    `Goal    ${task.goal.replace(/\n/g, '\n        ')}`,
    `Wanted  ${sayEnd(episode.verdict.wanted)}`,
    '',
    ...steps.filter(step => step.act !== null).map(sayStep),
    '',
    sayVerdict(episode),
    '',
  ].join('\n');
}

/** One step: its number, the console in front, why, and what was done. What it changed stands below. */
export function sayStep({ index, observation, thought, instruction, changes, actionError }: Step): string {
  const host = new URL(observation.url).host.split('.')[0] ?? '';
  const head = `${String(index + 1).padStart(3)}. ${host.padEnd(6)} `;
  const below = changes.map(
    ({ app, entity, field }) => `             * ${app}/${entity}${field === null ? '' : `.${field}`}`,
  );
  const failed = actionError === null ? [] : [`             ! ${actionError}`];
  return [`${head}${thought ? `${thought} → ` : ''}${instruction}`, ...below, ...failed].join('\n');
}

/** How an episode ended, and what the judge says of it. */
export function sayVerdict({ outcome, verdict }: Episode): string {
  const values = Object.entries(outcome?.values ?? {}).map(([name, value]) => `  ${name}: ${value}`);
  return [
    `Outcome ${outcome ? sayEnd(outcome) : 'none'}`,
    `  ${outcome?.note ?? ''}`,
    ...values,
    '',
    `Verdict ${verdict.success ? 'success' : 'failure'}`,
    ...verdict.parts.map(part => `  ${part.isOk ? 'ok  ' : 'FAIL'} ${part.name}: ${part.detail}`),
  ].join('\n');
}

function sayEnd({
  outcome,
  kind,
  reason,
}: {
  outcome?: string;
  kind?: string;
  reason?: string | null;
}): string {
  return `${outcome ?? kind}${reason ? ` (${reason})` : ''}`;
}
