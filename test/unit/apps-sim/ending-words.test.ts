import { describe, expect, it } from 'vitest';
import { whyEnd } from '../../../apps-sim/brightqueue/ending-words.ts';

describe('what is thought before an ending is recorded', () => {
  it('is the finding and the rule, and no code', () => {
    const thought = whyEnd(
      'APPROVAL_INVALID',
      'AR-308159: 2. Line manager is Withdrawn. Nothing was changed.',
    );
    expect(thought).toMatch(/^AR-308159: 2\. Line manager is Withdrawn\. An approval that /);
    expect(thought).not.toContain('APPROVAL_INVALID');
  });

  it('is another rule where another is behind it', () => {
    const thought = whyEnd(
      'APPROVAL_MISSING',
      'No decision is on the record.',
      'Their owner says which goes.',
    );
    expect(thought).toBe('No decision is on the record. Their owner says which goes.');
  });

  it('names no article where the note of a refusal does', () => {
    const thought = whyEnd('NOT_ENTITLED', 'Refused (KB-11): BAKER1 is locked by an administrator.');
    expect(thought).toMatch(/^BAKER1 is locked by an administrator\. /);
  });

  it('gives the words of somebody whole', () => {
    const said = 'SCTASK1: the caller writes: “Not for me. I did not ask.” Nothing was changed.';
    expect(whyEnd('SUSPECTED_ATTACK', said)).toMatch(/: “Not for me\. I did not ask\.” This looks like/);
  });

  it('begins with the finding, and is not thought in the words that are the whole of it', () => {
    expect(whyEnd(undefined, 'Added; read back. Nothing else was changed.')).toMatch(
      /^Added; read back\. \p{Lu}/u,
    );
    expect(whyEnd(undefined, 'Added; read back')).not.toContain('Added');
  });
});
