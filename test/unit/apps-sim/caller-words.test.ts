import { describe, expect, it } from 'vitest';
import { isToldWhy, tellHandedOn, tellRefused } from '../../../apps-sim/brightqueue/caller-words.ts';
import { ESCALATIONS, queueOfStep, REFUSALS } from '../../../apps-sim/brightqueue/lists.ts';
import { queueFor } from '../../../apps-sim/brightqueue/wanted.ts';
import { expert } from '../../../src/policy/expert.ts';
import type { Reason } from '../../../src/screen/outcome.ts';
import { act, makeEnv, makeTask, SCENARIOS } from '../../support/fixtures.ts';
import { share } from '../../support/share.ts';

const TICKETS = Array.from({ length: 40 }, (_, i) => `INC${1000000 + i}`);
/** What only the desk understands: codes, numbers of rules and articles, names of queues. */
/** Codes of reasons, rules and queues; the code of a role is what was asked for. */
const REASONS = [...ESCALATIONS, ...REFUSALS].map(({ code }) => code).join('|');
const JARGON = new RegExp(
  String.raw`\b(?:${REASONS})\b|\b(?:P|KB)-\d|\b(?:IAM|Operations|Entitlement|escalat|queue)`,
);

describe('what whoever asked reads', () => {
  it('says in plain words, and in several, who has a record now that is handed on', () => {
    for (const { code } of ESCALATIONS) {
      const reason = code as Reason;
      const queue = code.startsWith('APPROVAL') ? queueOfStep('2. Entitlement owner') : queueFor(reason);
      const texts = new Set(TICKETS.map(ticket => tellHandedOn(ticket, { reason, queue })));
      expect(texts.size, code).toBeGreaterThan(2);
      for (const text of texts) expect(text).not.toMatch(JARGON);
    }
  });

  it('says no why to somebody who may be another, or of what is not theirs', () => {
    const untold = ESCALATIONS.filter(({ code }) => !isToldWhy(code as Reason));
    expect(untold.map(({ code }) => code)).toEqual(['IDENTITY_UNVERIFIED', 'LEGAL_HOLD', 'SUSPECTED_ATTACK']);
    for (const { code, queue } of untold)
      for (const ticket of TICKETS)
        expect(tellHandedOn(ticket, { reason: code as Reason, queue })).not.toMatch(
          /verif|identi|secur|attack|legal|hold|call|number|answer/i,
        );
  });

  it('says of each refusal what is left', () => {
    for (const { code } of REFUSALS) expect(tellRefused('INC1000000', code)).not.toMatch(JARGON);
  });

  it('is written in every ending, unless they have heard it on the line', async () => {
    const env = makeEnv();
    for (const scenario of share('told', SCENARIOS, 3)) {
      const { verdict, outcome } = await act(makeTask({ scenario }), { env, policy: expert });
      const written = verdict.changes.flatMap(({ entity, after }) =>
        entity.startsWith('comments/') ? [after as { kind: string; text: string }] : [],
      );
      const comments = written.filter(({ kind }) => kind === 'comment');
      const isHeard = outcome?.note.includes('Read out to the caller') === true;
      expect(comments, scenario).toHaveLength(isHeard ? 0 : 1);
      for (const { text } of comments) expect(text).not.toMatch(JARGON);
      expect(verdict.success).toBe(true);
    }
    await env.close();
  });
});
