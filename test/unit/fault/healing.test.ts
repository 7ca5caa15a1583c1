import { describe, expect, it } from 'vitest';
import type { Env } from '../../../src/env/env.ts';
import type { Episode } from '../../../src/env/recorded.ts';
import { faults } from '../../../src/fault/index.ts';
import { expert } from '../../../src/policy/expert.ts';
import type { Policy } from '../../../src/policy/policy.ts';
import { withRecovery } from '../../../src/policy/with-recovery.ts';
import type { Observation } from '../../../src/screen/observation.ts';
import type { Outcome } from '../../../src/screen/outcome.ts';
import { mapScript, stop, type Stopped } from '../../../src/screen/script/map-script.ts';
import type { Script } from '../../../src/screen/script/script.ts';
import { button, heading, offers } from '../../../src/screen/script/verbs.ts';
import { act, makeEnv, makeTask } from '../../support/fixtures.ts';

/** Every fault is healed by sight, in order, and what a hasty operator would do instead fails. */

const SCENARIO = 'requests/add-to-group';
/** Where doing something twice leaves it twice. */
const TWICE = 'disconnected/partner-import';
const NAMES = Object.keys(faults);

async function withEnv<R>(run: (env: Env) => Promise<R>): Promise<R> {
  const env = makeEnv();
  try {
    return await run(env);
  } finally {
    await env.close();
  }
}

/** The first episode of a policy in which a fault strikes and a certain thing holds. */
async function firstStruck(
  fault: string,
  policy: Policy,
  { fits = () => true, scenario = SCENARIO }: { fits?(episode: Episode): boolean; scenario?: string } = {},
): Promise<Episode> {
  return withEnv(async env => {
    for (let i = 1; i <= 12; i++) {
      const task = makeTask({ scenario, seed: `heal/${i}`, fault });
      const episode = await act(task, { env, policy });
      if (episode.steps.some(step => step.phase === 'onset') && fits(episode)) return episode;
    }
    throw new Error(`${fault} struck in no episode that fits`);
  });
}

describe.each(NAMES)('%s', fault => {
  it('is known by exactly one sign and healed: onset, detection where there is one, recovery, and on', async () => {
    const { steps, verdict } = await firstStruck(fault, withRecovery);
    const order = steps.map(step => step.phase).filter((phase, i, all) => phase !== all[i - 1]);
    expect(order.join(' ')).toMatch(/^nominal onset (detection )?recovery resumed$/);
    expect(verdict.success).toBe(true);
    const healing = steps.filter(({ phase }) => phase === 'detection' || phase === 'recovery');
    for (const step of healing) expect(step).toMatchObject({ label: 'recovery', fault });
    expect(healing.filter(step => step.thought !== '').length).toBeGreaterThan(0);
    const screen = steps[steps.findIndex(step => step.phase === 'onset') + 1]?.observation;
    const known = Object.values(faults).filter(({ healing: { signs } }) =>
      signs.some(sign => screen && offers(screen, heading(sign))),
    );
    expect(known).toHaveLength(1);
  });
});

/** `server-error` has saved the form: whoever goes on unaware is lucky. */
describe.each(NAMES.filter(name => name !== 'server-error'))('unknown by sight: %s', fault => {
  it('is the ruin of an expert, who goes on or gets stuck', async () => {
    const { verdict } = await firstStruck(fault, expert, {
      fits: episode => !episode.verdict.success,
    });
    expect(verdict.success).toBe(false);
  });
});

describe('an ending', () => {
  it('is resumed work, even right after the last step healed something', async () => {
    const { steps } = await firstStruck('step-up', withRecovery, {
      fits: episode => episode.steps.at(-2)?.phase === 'recovery',
    });
    expect(steps.at(-1)).toMatchObject({ label: 'terminal', phase: 'resumed', fault: 'step-up' });
  });
});

/** An expert who answers one page of trouble with one button, whatever it does. */
function hasty(sign: string, answer: string): Policy {
  return {
    name: 'hasty',
    begin: given => {
      const script = expert.begin(given);
      return script && answering(script, { sign, answer });
    },
  };
}

function answering(script: Script, about: { sign: string; answer: string }): Script {
  return mapScript(script, {
    *act(action): Script<Observation> {
      const screen = yield action;
      return offers(screen, heading(about.sign)) ? yield { kind: 'click', at: button(about.answer) } : screen;
    },
  });
}

/** An expert who takes one page of trouble for the end of the work. */
function trusting(sign: string): Policy {
  return {
    name: 'trusting',
    begin: given => {
      const script = expert.begin(given);
      return script && stopping(script, sign);
    },
  };
}

function stopping(script: Script, sign: string): Script {
  return mapScript(script, {
    *act(action): Script<Observation | Stopped<Outcome>> {
      const screen = yield action;
      return offers(screen, heading(sign)) ? stop<Outcome>({ kind: 'complete', note: 'Done.' }) : screen;
    },
  });
}

describe('haste', () => {
  it('fails where a form whose answer was lost is sent twice', async () => {
    const isTwice = ({ verdict: { success }, steps }: Episode): boolean =>
      !success && steps.some(({ instruction }) => instruction.includes('Send again'));
    const { verdict } = await firstStruck('lost-answer', hasty('The request timed out', 'Send again'), {
      fits: isTwice,
      scenario: TWICE,
    });
    expect(verdict.parts.filter(part => !part.isOk).length).toBeGreaterThan(0);
  });

  it('fails where a queued change is taken for done', async () => {
    const { verdict } = await firstStruck('queued-job', trusting('Change is queued'));
    expect(verdict.success).toBe(false);
  });
});
