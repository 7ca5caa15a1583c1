import { describe, expect, it } from 'vitest';
import type { AppRequest, AppState, GetHandler, PostHandler } from '../../../../src/app/app.ts';
import { type Field, text, ticket } from '../../../../src/app/pages/fields.ts';
import { shapes } from '../../../../src/app/pages/shapes.ts';
import { alert } from '../../../../src/app/pages/tree.ts';
import { must } from '../../../../src/core/assert.ts';

interface Tool {
  id: string;
  holder: string;
}
interface ToolsState extends AppState {
  tools: Record<string, Tool>;
  /** What is fixed to a tool; its id is `TOOL|name`. */
  parts: Record<string, { id: string }>;
}

const { act, attributes, entity, record } = shapes<ToolsState, { ticket: Field<string> }>({
  fields: { ticket: ticket('Ticket') },
});
const tools = entity<Tool>({ name: 'tools', path: '/tools/:tool' });
const parts = entity<{ id: string }>({
  name: 'parts',
  path: '/tools/:tool/parts/:part',
  within: { of: tools, part: '/care' },
  gone: ({ part }) => `The ${part} is off already.`,
  subject: ({ id }, state) => state.tools[id.split('|')[0] ?? '']?.holder ?? null,
  entitlement: ({ id }) => `depot/${id}`,
});
const takeOff = act(parts, {
  label: 'Take off',
  effect: 'REVOKE',
  opens: 'nothing',
  change: ({ draft, record: { id } }) => {
    delete draft.parts[id];
    return { detail: id, message: `${id} is off.` };
  },
});

const scrap = act(parts, { label: 'Scrap', effect: 'DELETE', change: () => ({ message: '' }) });
const ofPart = attributes(null, { Part: (part: { id: string }) => part.id, Maker: () => '' });
const toolPage = record({
  of: tools,
  from: { title: 'All tools', path: '/tools' },
  aside: () => alert('info', 'aside of all'),
  tabs: {
    care: {
      label: 'Care',
      body: (_tool, given) =>
        ofPart.list(given, {
          caption: 'Parts',
          shows: 'Part',
          rows: parts.all(given.state),
          acts: [takeOff, scrap],
          empty: '',
        }),
      aside: () => alert('info', 'aside of care'),
    },
    plan: { label: 'Plan', isWide: true, body: () => alert('info', 'plan') },
    maker: {
      label: 'Maker',
      body: (_tool, given) => ofPart.facts({ id: '' }, given, { shows: 'Part, Maker', none: 'None' }),
    },
  },
});

function show(part: '' | '/plan' | '/maker') {
  const handler = must(toolPage.routes[`GET /tools/:tool${part}`], part) as GetHandler<ToolsState>;
  const asked = { params: { tool: 't 3' }, query: {}, skin: { pageSize: 5 }, nowMs: 0 };
  const reply = handler(stateOfOne(), asked as unknown as AppRequest);
  return must(reply.kind === 'page' ? reply.page : undefined, 'page');
}

function stateOfOne(): ToolsState {
  return {
    tools: { 't 3': { id: 't 3', holder: 'E1' } },
    parts: { 't 3|blade': { id: 't 3|blade' } },
    audit: [],
    counters: {},
  };
}

function post(draft: ToolsState, tool: string) {
  const params = { tool, part: 'blade' };
  const asked = { params, form: { ticket: 'INC1' }, skin: { dayFormat: 'YYYY-MM-DD' }, nowMs: 0 };
  const handler = must(Object.values(takeOff.routes)[0], 'route') as PostHandler<ToolsState>;
  return handler(draft, { ...asked, operator: { signIn: 'op' } } as unknown as AppRequest);
}

describe('a record within another', () => {
  it('is on record by its own name, and leads back to the part of the other that lists it', () => {
    const draft = stateOfOne();
    const reply = post(draft, 't 3');
    expect(draft.parts).toEqual({});
    expect(draft.audit).toMatchObject([
      { verb: 'Take off', entity: 'parts/t 3|blade', subject: 'E1', entitlement: 'depot/t 3|blade' },
    ]);
    expect(reply).toMatchObject({ to: '/tools/t%203/care', notice: { text: 't 3|blade is off.' } });
  });

  it('is found under its own id, and not in what it does not belong to', () => {
    const byId = entity<{ id: string; tool: string }>({
      name: 'parts',
      path: '/tools/:tool/parts/:part',
      key: ({ tool, id }) => [tool, id],
    });
    const part = { id: 'p1', tool: 't 3' };
    const state: ToolsState = { ...stateOfOne(), parts: { p1: part } };
    expect(byId.load(state, { tool: 't 3', part: 'p1' })).toBe(part);
    expect(byId.load(state, { tool: 't 4', part: 'p1' })).toBeUndefined();
  });

  it('tells who comes too late, or asks at another', () => {
    const draft = stateOfOne();
    expect(post(draft, 't 4')).toMatchObject({ notice: { text: 'The blade is off already.' } });
    post(draft, 't 3');
    expect(post(draft, 't 3')).toMatchObject({
      to: '/tools/t%203/care',
      notice: { tone: 'warning', text: 'The blade is off already.' },
    });
    expect(draft.audit).toHaveLength(1);
  });
});

describe('the page of a record', () => {
  it('has things aside of its tabs, and the dialogs of a list behind both', () => {
    const { body, crumbs } = show('');
    expect(crumbs).toEqual([{ label: 'All tools', href: '/tools' }, { label: 't 3' }]);
    expect(body.map(({ widget }) => widget)).toEqual(['columns', 'dialog']);
    const [own, aside] = body[0]?.widget === 'columns' ? body[0].columns : [];
    expect(own?.body).toMatchObject([
      {
        title: 'Parts',
        body: [{ columns: ['Part', ''], rows: [{ cells: ['t 3|blade', expect.anything()] }] }],
      },
    ]);
    expect(JSON.stringify(own?.body)).toContain('Take off');
    expect(aside?.body).toMatchObject([{ text: 'aside of all' }, { text: 'aside of care' }]);
  });

  it('has nothing aside of a wide tab, and a word where a fact is empty', () => {
    expect(show('/plan').body).toMatchObject([{ widget: 'alert', text: 'plan' }]);
    expect(JSON.stringify(show('/maker').body)).toContain('{"label":"Maker","value":"None"}');
  });
});

describe('an act', () => {
  const change = () => ({ message: '' });

  it('asks for what all acts of the console ask for behind its own fields, and goes by its label', () => {
    const fields = { reason: text('Reason') };
    const mend = act(tools, { label: 'Mend now', effect: 'CONFIG', fields, change });
    expect(Object.keys(mend.fields)).toEqual(['reason', 'ticket']);
    expect(Object.keys(mend.routes)).toEqual(['GET /tools/:tool/mend-now', 'POST /tools/:tool/mend-now']);
  });

  it('asks for nothing where one click does it', () => {
    const draft = stateOfOne();
    expect(takeOff.fields).toEqual({});
    expect(Object.keys(takeOff.routes)).toEqual(['POST /tools/:tool/parts/:part/take-off']);
    post(draft, 't 3');
    expect(draft.audit[0]?.ticket).toBeUndefined();
  });
});
