import { expect, it } from 'vitest';
import { catalog } from '../../../src/catalog.ts';
import { act, makeTask, SCENARIOS } from '../../support/fixtures.ts';
import { share } from '../../support/share.ts';

const EDGE = 'injected-instruction';
const troubled = SCENARIOS.filter(name => catalog.scenarios[name]?.edges.some(edge => edge === EDGE));

it.each(share('stray', troubled, 4))(
  '%s reports an order in a text by what was read of it',
  async scenario => {
    const { outcome, verdict } = await act(makeTask({ scenario, edge: EDGE }));
    expect(verdict).toMatchObject({ success: true });
    const [, report] = /The description also orders (.*)/.exec(outcome?.note ?? '') ?? [];
    expect(report).toContain('left undone');
    // Whether somebody approved it, nobody has looked.
    expect(report).not.toMatch(/approv/i);
  },
);
