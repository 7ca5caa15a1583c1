import { InfraError, UsageError } from '../core/errors.ts';
import { callable, closed, maybe, open, refuseMisfit, such, text } from '../core/form.ts';
import { sayMarked } from '../app/looks/words.ts';
import { spellSought, wordFor } from '../core/marked.ts';
import { createRng, type Rng } from '../core/rng.ts';
import { briefingOf } from '../policy/briefing.ts';
import { policyNamed } from '../policy/named.ts';
import { isScript, type Policy } from '../policy/policy.ts';
import { messageOn, placeOn } from '../policy/thinking/glimpse.ts';
import { type Catalog, scenarioNamed } from '../scenario/catalog.ts';
import { repeatLine } from '../scenario/repeat.ts';
import type { Task } from '../scenario/scenario.ts';
import type { Action } from '../screen/action.ts';
import { TargetError } from '../screen/find.ts';
import type { Observation } from '../screen/observation.ts';
import type { Outcome } from '../screen/outcome.ts';
import { checkedAnswers, checkedScript, type Refusal } from '../screen/script/checked.ts';
import { readMove } from '../screen/wire.ts';
import { withHand } from '../screen/script/hand.ts';
import { hostOf } from '../screen/script/sight.ts';
import { type AsyncScript, isGlance, type Script } from '../screen/script/script.ts';
import { Interrupted } from '../screen/script/verbs.ts';
import { asSeen } from './actor.ts';
import type { Env } from './env.ts';
import { type Known, knownFrom } from './known.ts';
import { createRecorder, type Ending, sayAct } from './record.ts';
import type { Episode, Step } from './recorded.ts';

export interface EpisodeRequest {
  id: string;
  catalog: Catalog;
  env: Env;
  task: Task;
  /** Who acts, or its name: `expert`, `with-recovery`, `with-mistake:stopped-early`. */
  policy: Policy | string;
  watch?: Watcher;
}

/** The same with the policy itself. */
interface Request extends EpisodeRequest {
  policy: Policy;
}

const EPISODE_FORM = closed({
  id: text('a name of the episode'),
  catalog: open({}),
  env: open({ reset: callable('an environment, by createEnv({ … })'), step: callable('createEnv({ … })') }),
  task: open({ scenario: text('a task, by buildTask(catalog, { … })') }),
  policy: such(isPolicy, 'the name of a policy, such as "expert", or a policy, by asking(name, answer)'),
  watch: maybe(open({})),
});

function isPolicy(value: unknown): boolean {
  const { name, begin } = (value ?? {}) as Partial<Policy>;
  return typeof value === 'string' || (typeof name === 'string' && typeof begin === 'function');
}

/** Somebody who looks on while an episode runs. */
export interface Watcher {
  /** Called before each act; `false` ends the watching, and the episode with it. */
  before?(step: { index: number; screen: Observation; action: Action }): boolean;
  after?(step: Step): void;
}

/**
 * Acts a task out from reset to verdict. Null when the policy does not apply to the task, or was to make a mistake that
 * this task gave no occasion for. Trouble of the machine is
 * thrown as an InfraError: such an episode is no data, it is run again from its seed.
 */
export async function runEpisode(asked: EpisodeRequest): Promise<Episode | null> {
  refuseMisfit('runEpisode: the request', EPISODE_FORM, asked);
  const { catalog, env, task } = asked;
  const scenario = scenarioNamed(catalog, task.scenario);
  const policy =
    typeof asked.policy === 'string' ? policyNamed(catalog, asked.policy, scenario) : asked.policy;
  const request: Request = { ...asked, policy };
  if (policy.underFault !== undefined && policy.underFault !== (task.fault !== null)) return null;
  const rng = createRng(`${task.seed}/policy/${policy.name}`);
  const healings = Object.values(catalog.faults).map(({ healing }) => healing);
  const script = policy.begin({ scenario, briefing: briefingOf(task, scenario), healings, rng });
  if (!script) return null;
  const first = await env.reset(task);
  const refuse = refusalOf(request);
  const trouble: Trouble = { stuck: null };
  const acting = isScript(script)
    ? acted(checkedScript(script, refuse), first, { request, trouble })
    : answered(checkedAnswers(script, refuse), first);
  try {
    return await actOut(request, { acting, first, rng, trouble });
  } finally {
    // An episode that ends from outside leaves nobody waiting.
    await acting.return(undefined as never);
  }
}

type Acting = AsyncGenerator<Action, Outcome, Observation>;

async function actOut(
  { id, catalog, env, task, policy, watch }: Request,
  { acting, first, rng, trouble }: { acting: Acting; first: Observation; rng: Rng; trouble: Trouble },
): Promise<Episode | null> {
  const recorder = createRecorder(id, task, policy.name);
  const thinker: Thinker = { catalog, task, known: knownFrom([task.goal, task.briefing]) };
  thinker.known.see(first);
  const finish = (end: Pick<Ending, 'outcome' | 'thought' | 'last' | 'mistake'>): Episode =>
    recorder.finish({ ...end, ...trouble, drawn: rng.drawn() });
  let screen = first;
  let next = await acting.next();
  for (let index = 0; !next.done; index++) {
    const action = inWords(next.value, screen, thinker);
    if (watch?.before?.({ index, screen, action }) === false) return null;
    const last = await env.step(action);
    if (last.status === 'env_error') throw new InfraError('EPISODE', last.cause ?? 'The environment failed');
    const step = recorder.step(screen, action, last);
    watch?.after?.(step);
    screen = last.observation;
    thinker.known.see(screen);
    if (last.isTruncated) return finish({ outcome: null, thought: '', last, mistake: undefined });
    next = await acting.next(screen);
  }
  const { mistake, thought, ...said } = next.value;
  const last = await env.step(said);
  const read = readMove(said);
  const outcome = read.is === 'outcome' ? read.outcome : said;
  const episode = finish({ outcome, thought: thoughtOf(thought, screen, thinker), last, mistake });
  const isUnmade = policy.name.startsWith('with-mistake') && episode.mistakeStep === null;
  return isUnmade || policy.isShown?.(episode.steps, task) === false ? null : episode;
}

/** Who thinks: in which words, and what they have read. */
interface Thinker extends Pick<Request, 'catalog' | 'task'> {
  known: Known;
}

/** A thought names labels as the console in front prints them, and what it looks for if it was read before. */
function inWords(action: Action, screen: Observation, thinker: Thinker): Action {
  return action.thought ? { ...action, thought: thoughtOf(action.thought, screen, thinker) } : action;
}

/** Whoever is asked may answer anything in place of a thought. */
function thoughtOf(thought: unknown, screen: Observation, { catalog, task, known }: Thinker): string {
  if (typeof thought !== 'string') return '';
  const host = hostOf(screen).split('.')[0];
  const app = Object.values(catalog.range.apps).find(each => each.host === host);
  const skin = app && task.skins[app.name];
  const print = (text: string): string => (skin ? sayMarked(text, skin, app.words) : text);
  return print(spellSought(thought, label => known.holds(print(wordFor(label)))));
}

/** The report to the author of a policy on a move that is none. */
function refusalOf({ policy, task }: Request): Refusal {
  return ({ what, allowed }, step) =>
    new UsageError(`Policy ${policy.name}, step ${step}: ${what}.`, {
      where: `${task.scenario}, seed ${task.seed}`,
      allowed,
    });
}

/** A policy that waits for its moves. It has eyes: what could not be done is on the screen that it gets. */
async function* answered(script: AsyncScript, first: Observation): Acting {
  let screen = first;
  let isOver = false;
  try {
    let next = await script.next();
    while (!next.done) {
      if (!isGlance(next.value)) screen = yield next.value;
      next = await script.next(asSeen(screen));
    }
    isOver = true;
    return next.value;
  } finally {
    if (!isOver) await script.return(undefined as never);
  }
}

/** A script that is written. It has no eyes to look for another way: an action that could not be done stops it. */
async function* acted(
  script: Script,
  first: Observation,
  { request, trouble }: { request: Request; trouble: Trouble },
): Acting {
  const acting = withHand(script, first);
  let screen = first;
  let doing: Doing | undefined;
  for (let index = 0; ; index++) {
    let next: IteratorResult<Action, Outcome>;
    try {
      if (doing && screen.actionError !== undefined) throw new TargetError(screen.actionError);
      next = acting.next(screen);
    } catch (error) {
      if (!doing || !(error instanceof TargetError || error instanceof Interrupted)) throw error;
      trouble.stuck = sayTrouble(error, screen.url, doing);
      return {
        kind: 'escalate',
        reason: 'SYSTEM_FAILURE',
        note: noteOf(screen, doing.action),
        thought: `I know no other way from “${placeOn(screen)}”, and to try at random could do harm.`,
      };
    }
    if (next.done) return next.value;
    doing = { request, index, action: next.value };
    screen = yield next.value;
  }
}

/** What a script was doing when it got stuck. */
interface Doing {
  request: Request;
  index: number;
  action: Action;
}

/** Whether a script got stuck, and why, for whoever mends it. */
interface Trouble {
  stuck: string | null;
}

/** What whoever got stuck writes: what was tried, and what the screen said. */
function noteOf(screen: Observation, action: Action): string {
  const place = placeOn(screen);
  const message = messageOn(screen);
  const tried = sayAct(action, undefined).replace(/^./, letter => letter.toLowerCase());
  return [
    `I tried to ${tried} and could not go on from “${place}”.`,
    message
      ? `The screen says: ${message}`
      : 'What should come next is not on the screen, and it gives no reason.',
    'I tried nothing else and hand it over as it stands.',
  ].join(' ');
}

function sayTrouble(error: Error, url: string, { request, index, action }: Doing): string {
  const { catalog, task, policy } = request;
  const again = repeatLine(catalog, task, { policy: policy.name, until: index + 1 });
  return `${error.message}\n  on       ${url}, after step ${index + 1} (${action.kind})\n  repeat   ${again}`;
}
