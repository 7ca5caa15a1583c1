import { must } from '../core/assert.ts';
import { digest } from '../core/hash.ts';
import type { Task } from '../scenario/scenario.ts';
import type { Act, Action } from '../screen/action.ts';
import { say } from '../screen/find.ts';
import type { Observation, ScreenNode } from '../screen/observation.ts';
import type { Outcome } from '../screen/outcome.ts';
import { focusedOn } from '../screen/script/sight.ts';
import { masked } from '../screen/secret.ts';
import { type Grounds, groundsOf } from './evidence.ts';
import { refusalOn } from './refused.ts';
import type { Episode, Phase, Step, StepLabel } from './recorded.ts';
import { secretsSeen } from './secrets-seen.ts';
import type { StepInfo, StepResult } from './step-result.ts';

/** Keeps an episode's steps while it runs and makes the episode of them. */
export interface Recorder {
  step(screen: Observation, action: Action, result: { observation: Observation; info: StepInfo }): Step;
  finish(ending: Ending): Episode;
}

/** How an episode ended. */
export interface Ending {
  outcome: Outcome | null;
  /** What was thought before it. */
  thought: string;
  last: StepResult;
  /** Why the script got stuck, if it did. */
  stuck: string | null;
  /** The kind of mistake that the ending itself is. */
  mistake: string | undefined;
  /** What the policy drew of its chance: part of the fingerprint, so that a draw too many is seen. */
  drawn: string;
}

/** Where an episode stands when a step begins: what the step is described by besides its screen and act. */
interface Standing {
  index: number;
  phase: Phase;
  fault: string | null;
  stateHash: string;
}

export function createRecorder(id: string, task: Task, policy: string): Recorder {
  const steps: Step[] = [];
  const phases = followPhases();
  let stateHash = digest([]);
  const standing = (): Standing => ({ index: steps.length, ...phases.now(), stateHash });
  return {
    step: (screen, action, result) => {
      phases.take(action, result.info);
      const before = [...steps.map(({ observation }) => observation), screen];
      const step = stepOf(screen, action, { ...result, before, standing: standing() });
      steps.push(step);
      stateHash = result.info.stateHash;
      return step;
    },
    finish: ({ outcome, thought, last, stuck, mistake, drawn }) => {
      const final = steps.at(-1);
      if (stuck !== null && final) final.label = failing(final.label);
      if (outcome) steps.push(terminalStep(last.observation, { outcome, thought }, standing()));
      const { unseen, ...grounds } = groundsOf(steps, outcome, [task.goal, task.briefing]);
      writeDown(steps, grounds);
      const firstWrong = steps.findIndex(step => step.label === 'wrong');
      const verdict = must(last.verdict, 'the verdict on an episode');
      if (!verdict.success) tellWorth(steps, firstWrong);
      return {
        id,
        task,
        policy,
        steps,
        final: last.observation,
        outcome,
        stuck,
        unseen,
        verdict,
        reward: last.reward,
        isTerminated: last.isTerminated,
        isTruncated: last.isTruncated,
        mistakeStep: firstWrong >= 0 ? firstWrong : mistake === undefined ? null : steps.length - 1,
        fingerprint: digest({
          stateHash,
          outcome,
          drawn,
          steps: steps.map(({ act, instruction, phase, observation }) => [
            act,
            instruction,
            phase,
            observation.url,
          ]),
        }),
      };
    },
  };
}

/** Puts into each step what it rests on and what is held in mind, without secrets. */
function writeDown(steps: readonly Step[], { evidence, notes }: Pick<Grounds, 'evidence' | 'notes'>): void {
  const secrets = secretsSeen(steps);
  for (const step of steps) {
    step.evidence = (evidence[step.index] ?? []).map(each => ({
      ...each,
      fact: masked(each.fact),
      text: masked(each.text),
    }));
    step.notes = (notes[step.index] ?? []).map(masked);
    step.thought = masked(keeping(step, secrets[step.index] === true));
  }
}

/** What steps are worth that come after a mistake which nobody put right, and what the ending is. */
function tellWorth(steps: readonly Step[], firstWrong: number): void {
  for (const step of steps) {
    const isAfter = firstWrong >= 0 && step.index > firstWrong;
    if (step.label === 'terminal') step.label = 'wrong';
    else if (isAfter && step.label !== 'wrong') step.label = 'after_mistake';
  }
}

/** Keeps the phase of a fault, and which fault it is, from step to step. */
function followPhases() {
  let phase: Phase = 'nominal';
  let fault: string | null = null;
  /**
   * A fault's onset is the step that it struck on, whose result first shows it, and all that is done unaware of it. A
   * step that only takes notice is the detection, each that heals is recovery, and then the work resumes. A heal of one
   * step is recovery: whoever looks for the steps that healed something finds at least one.
   */
  const phaseAfter = ({ isRecovery, isDetection }: Action, { strikes }: StepInfo): Phase => {
    if (strikes.length > 0 && !isRecovery) return 'onset';
    if (phase === 'nominal') return 'nominal';
    if (isRecovery) return isDetection ? 'detection' : 'recovery';
    return phase === 'onset' ? 'onset' : 'resumed';
  };
  return {
    take: (action: Action, info: StepInfo): void => {
      if (info.strikes.length > 0 && !action.isRecovery) fault = info.strikes[0] ?? null;
      phase = phaseAfter(action, info);
    },
    now: () => ({ phase, fault }),
  };
}

interface Stepped {
  observation: Observation;
  info: StepInfo;
  /** The screens so far, the one of the act last. */
  before: readonly Observation[];
  standing: Standing;
}

function stepOf(screen: Observation, action: Action, { observation, info, before, standing }: Stepped): Step {
  const { index, phase, fault, stateHash } = standing;
  const {
    thought = '',
    check: _check,
    isRecovery: _isRecovery,
    isDetection: _isDetection,
    label,
    meant: _meant,
    mistake,
    ...act
  } = action;
  const sent = {
    act: act as Act,
    before,
    after: observation,
    isKept: info.changes.length > 0,
    isToFind: label === 'failed',
  };
  const error = observation.actionError ?? refusalOn(sent);
  const node = info.node ?? keyedInto(screen, act as Act);
  return {
    index,
    observation: screen,
    act: act as Act,
    point: info.point,
    aimed: node && { ref: node.ref, role: node.role, name: node.name, box: node.box ?? null },
    instruction: sayAct(act as Act, info.node?.name, node),
    thought,
    label:
      observation.actionError === undefined
        ? labelOf(action, { mistake, isRefused: error !== null })
        : failing(labelOf(action, { mistake, isRefused: true })),
    fault: phase === 'nominal' ? null : fault,
    phase,
    changes: info.changes,
    stateHash,
    actionError: error,
    evidence: [],
    notes: [],
  };
}

/** What a keyboard's act goes to: whatever has the focus on the screen. */
function keyedInto(screen: Observation, { kind }: Act): ScreenNode | null {
  return kind === 'type' || kind === 'key' ? (focusedOn(screen) ?? null) : null;
}

/** Who reads a secret writes it down nowhere: it is kept in mind until it is handed over. */
function keeping({ index, thought }: Step, isSecret: boolean): string {
  const said = isSecret ? (KEEPING[index % KEEPING.length] ?? '') : '';
  return [thought, said].filter(part => part !== '').join(' ');
}

const KEEPING = [
  'The secret on this page goes into no note of mine.',
  'There is a secret here: I write it down nowhere, neither in the ticket nor for myself.',
  'What is secret on this page I take along in my head alone.',
  'I make no note of the secret that stands here; it is for its owner and for nobody else.',
];

function labelOf(
  action: Action,
  { mistake, isRefused }: { mistake: string | undefined; isRefused: boolean },
): StepLabel {
  if (mistake !== undefined) return 'wrong';
  // What was taken all the same was a step aside.
  if (action.label === 'failed' && !isRefused) return 'detour';
  if (action.isRecovery) return 'recovery';
  return action.label ?? 'good';
}

/** Whoever learns from a step must not learn to fail: what was meant well is no longer good. */
function failing(label: StepLabel): StepLabel {
  return label === 'good' || label === 'recovery' || label === 'repair' ? 'failed' : label;
}

/** The ending as a step: work of its own, so what was healed before it is over. */
function terminalStep(
  observation: Observation,
  { outcome, thought }: { outcome: Outcome; thought: string },
  standing: Standing,
): Step {
  const { index, fault, stateHash } = standing;
  const phase = standing.phase === 'recovery' ? 'resumed' : standing.phase;
  return {
    index,
    observation,
    act: null,
    point: null,
    aimed: null,
    instruction: `Finish: ${outcome.kind}${outcome.reason ? ` (${outcome.reason})` : ''}`,
    thought,
    label: 'terminal',
    fault: phase === 'nominal' ? null : fault,
    phase,
    changes: [],
    stateHash,
    actionError: null,
    evidence: [],
    notes: [],
  };
}

/** An act in words, by what the screen printed, and for keys by what has the focus. */
export function sayAct(act: Act, printed: string | undefined, focused: ScreenNode | null = null): string {
  const what = (aim: Extract<Act, { at: unknown }>['at']): string => {
    if (!('role' in aim)) return `at (${aim.x}, ${aim.y})`;
    return `the ${say({ role: aim.role, name: printed ?? aim.name })}`;
  };
  switch (act.kind) {
    case 'click':
      return `Click ${what(act.at)}`;
    case 'double_click':
      return `Double-click ${what(act.at)}`;
    case 'right_click':
      return `Right-click ${what(act.at)}`;
    case 'hover':
      return `Point at ${what(act.at)}`;
    case 'type':
      return `Type "${act.text}"${focused ? ` into the ${sayNode(focused)}` : ''}`;
    case 'key':
      return `Press ${act.keys}${focused ? ` on the ${sayNode(focused)}` : ''}`;
    case 'scroll':
      return `Scroll ${act.dy < 0 ? 'up' : 'down'} by ${Math.abs(act.dy)} pixels`;
    case 'drag':
      return `Drag ${what(act.from)} to ${what(act.to)}`;
    case 'wait':
      return `Wait ${Math.round(act.ms / 1000)} seconds`;
  }
}

function sayNode({ role, name }: ScreenNode): string {
  return name ? say({ role, name }) : role;
}
