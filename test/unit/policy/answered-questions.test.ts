import { describe, expect, it } from 'vitest';
import { expert } from '../../../src/policy/expert.ts';
import { withThoughts } from '../../../src/policy/with-thoughts.ts';
import { act, makeEnv, makeTask, SCENARIOS } from '../../support/fixtures.ts';
import { share } from '../../support/share.ts';

/** Questions before a look, each with what a later thought says of just whom or what was asked. */
const ASKED: [RegExp, (about: string) => string[]][] = [
  [/Is (\S+) a member already\?/, upn => [`${upn} is `, `members have ${upn}`, `members do not have ${upn}`]],
  [/Has (\S+) an account already\?/, id => [`${id} has an account`, `Nobody here has ${id}`]],
  [/Is “([^”]+)” still among/, label => [`“${label}” is `]],
  [/Is (\w+) at work\?/i, id => [`${id} is `, ` for ${id},`, `is ${id};`]],
  [/does (\S+@\S+) look like now\?/, upn => [`${upn} stands at`, `of ${upn} has`, `So ${upn} is`]],
  [/while I was away\?|written since, or|Is it still as I left it\?/, () => ['The newest line is']],
];

/** After so many acts nobody knows any more what was asked. */
const WITHIN = 8;

describe('a question before a look', () => {
  it.each(share('answered questions', SCENARIOS, 8))('is answered after it: %s', async scenario => {
    const env = makeEnv();
    const { steps, outcome } = await act(makeTask({ scenario }), { env, policy: withThoughts(expert) });
    await env.close();
    const thoughts = [...steps.map(step => step.thought ?? ''), outcome?.thought ?? ''];
    const open = thoughts.flatMap((thought, i) =>
      ASKED.flatMap(([question, answers]) => {
        const asked = question.exec(thought);
        if (!asked) return [];
        const later = thoughts.slice(i + 1, i + 1 + WITHIN).join('\n');
        return answers(asked[1] ?? '').some(answer => later.includes(answer)) ? [] : [asked[0]];
      }),
    );
    expect(open).toEqual([]);
  });
});
