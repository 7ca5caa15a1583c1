import { beforeEach, describe, expect, it } from 'vitest';
import { init, type State } from '../../../apps-sim/brightqueue/state.ts';
import { kit } from '../../../apps-sim/kits/lightning/kit.ts';
import { fontPackages, shared } from '../../../apps-sim/shared/shared.ts';
import type { Skin } from '../../../src/app/app.ts';
import { createHost, type Host } from '../../../src/app/host/host.ts';
import { must } from '../../../src/core/assert.ts';
import { canonicalJson } from '../../../src/core/json.ts';
import { generateWorld } from '../../../src/index.ts';
import type { Ticket, World } from '../../../src/world/world.ts';
import { catalog } from '../../../src/catalog.ts';

/** The console with the kit of its kind. */
const app = must(catalog.range.apps.brightqueue, 'brightqueue');

const clean = generateWorld({ seed: 'brightqueue' });
const OPERATOR = clean.operator.workerId;
const isOpen = (ticket: Ticket): boolean => !ticket.state.startsWith('Closed');
const ticketWho = (is: (ticket: Ticket) => boolean): Ticket =>
  must(Object.values(clean.tickets).find(is), 'ticket');

/** Open tasks with an item each, one of them with an approved request. */
const task = ticketWho(ticket => isOpen(ticket) && Boolean(ticket.item?.requestId));
const item = must(task.item, 'item');
const incident = ticketWho(ticket => ticket.kind === 'incident' && isOpen(ticket));

let host: Host;

function open(world: World = clean, skin: Skin = app.skins[0]): Host {
  const range = {
    apps: { brightqueue: app },
    kits: { lightning: kit },
    shared,
    fontPackages,
  };
  return createHost({
    range,
    world,
    appNames: ['brightqueue'],
    skins: { brightqueue: skin },
    nowMs: () => world.nowMs,
  });
}

function get(path: string): string {
  return String(host.exchange({ method: 'GET', url: host.addressOf('brightqueue', path), form: [] }).body);
}

/** Posts a form and returns the page that it leads to. */
function post(path: string, form: Record<string, string> | [string, string][]): string {
  const fields = Array.isArray(form) ? form : Object.entries(form);
  const url = host.addressOf('brightqueue', path);
  const reply = host.exchange({ method: 'POST', url, form: fields });
  if (reply.location === undefined) return String(reply.body);
  return String(host.exchange({ method: 'GET', url: reply.location, form: [] }).body);
}

const state = (): State => host.state.apps.brightqueue as State;
const at = (number: string) => must(state().tickets[number], number);

/** A world like the clean one, changed by hand. */
function changed(change: (draft: World) => void): World {
  const draft = structuredClone(clean);
  change(draft);
  return draft;
}

beforeEach(() => {
  host = open();
});

describe('brightqueue: initial state', () => {
  it('is a projection of the world, the same every time', () => {
    expect(canonicalJson(init(clean))).toBe(canonicalJson(init(structuredClone(clean))));
    expect(Object.keys(state().tickets).sort()).toEqual(Object.keys(clean.tickets).sort());
  });

  it('shows the business phone and never the mobile number', () => {
    const person = must(clean.persons[task.caller], 'caller');
    const page = get(`/users/${person.workerId}`);
    expect(page).toContain(person.workPhone);
    expect(page).not.toContain(person.mobile);
    expect(canonicalJson(state())).not.toContain(person.mobile);
  });
});

describe('brightqueue: closing', () => {
  const path = `/tickets/${task.number}`;

  it('asks for the mandatory fields and keeps what was typed', () => {
    const page = post(path, { act: 'close', workNote: 'kept words' });
    expect(page).toContain('Mandatory fields are empty: Close code, Close notes.');
    expect(page).toContain('kept words');
    expect(at(task.number).state).toBe(task.state);
    expect(state().comments).toEqual(init(clean).comments);
    expect(post(path, { act: 'close', closeCode: 'Closed Incomplete', closeNotes: 'P-04' })).toContain(
      'Mandatory fields are empty: Close reason.',
    );
  });

  it('closes the task and, with its last task, the item', () => {
    const page = post(path, {
      act: 'close',
      closeCode: 'Closed Complete',
      closeNotes: 'Granted and read back.',
    });
    expect(page).toContain(`${task.number} was closed as Closed Complete.`);
    expect(page).toContain(`${item.number} was closed as Closed Complete.`);
    expect(at(task.number)).toMatchObject({
      state: 'Closed Complete',
      closeCode: 'Closed Complete',
      closeNotes: 'Granted and read back.',
      holdReason: '',
    });
    expect(state().items[item.number]?.state).toBe('Closed Complete');
    const verbs = state().audit.map(({ verb, effect, ticket, subject }) => ({
      verb,
      effect,
      ticket,
      subject,
    }));
    expect(verbs).toEqual([
      { verb: 'Close', effect: 'TICKET', ticket: task.number, subject: task.caller },
      { verb: 'Close item', effect: 'TICKET', ticket: task.number, subject: null },
    ]);
  });

  it('makes the item incomplete when one of two tasks is', () => {
    const second = { ...task, number: 'SCTASK0999999', comments: [] };
    host = open(changed(draft => (draft.tickets[second.number] = second)));
    post(path, { act: 'close', closeCode: 'Closed Complete', closeNotes: 'done' });
    expect(state().items[item.number]?.state).toBe('Fulfilment');
    const refusal = {
      act: 'close',
      closeCode: 'Closed Incomplete',
      closeReason: 'NOT_ENTITLED',
      closeNotes: 'P-05',
    };
    post(`/tickets/${second.number}`, refusal);
    expect(state().items[item.number]?.state).toBe('Closed Incomplete');
    expect(at(second.number).closeReason).toBe('NOT_ENTITLED');
  });

  it("can't leave a closed state, but takes a work note", () => {
    post(path, { act: 'close', closeCode: 'Closed Skipped', closeNotes: 'not needed' });
    expect(post(path, { act: 'update', state: 'In Progress' })).toContain('change from Closed Skipped.');
    expect(post(`${path}/reassign`, { escalationQueue: 'IAM Leads' })).toContain(
      'change from Closed Skipped.',
    );
    post(path, { act: 'update', workNote: 'after the end' });
    expect(at(task.number).state).toBe('Closed Skipped');
    expect(Object.values(state().comments).some(({ text }) => text === 'after the end')).toBe(true);
  });
});

describe('brightqueue: approvals warn and do not stop', () => {
  it('warns of a requested approval and of an ended delegation', () => {
    const world = changed(draft => {
      const approval = must(draft.requests[item.requestId ?? '']?.approvals[0], 'approval');
      Object.assign(approval, {
        state: 'Requested',
        decidedMs: null,
        onBehalfOf: OPERATOR,
        delegationEnds: '2024-09-30',
      });
    });
    host = open(world);
    const page = get(`/tickets/${task.number}/approvals`);
    expect(page).toContain('Approval is Requested. Fulfilment is not recommended.');
    expect(page).toContain(`Delegation of ${world.operator.displayName} ended 2024-09-30.`);
    expect(page).toContain(`${OPERATOR}, delegation ends 2024-09-30`);
    const after = post(`/tickets/${task.number}`, {
      act: 'close',
      closeCode: 'Closed Complete',
      closeNotes: 'x',
    });
    expect(after).toContain('Fulfilment is not recommended.');
    expect(at(task.number).state).toBe('Closed Complete');
  });
});

describe('brightqueue: working on a record', () => {
  const path = `/tickets/${task.number}`;

  it('needs a reason to put a record on hold', () => {
    const first = post(path, { act: 'update', state: 'On Hold', holdReason: '' });
    expect(first).toContain('Mandatory fields are empty: On hold reason.');
    post(path, { act: 'update', state: 'On Hold', holdReason: 'Awaiting approval' });
    expect(at(task.number)).toMatchObject({ state: 'On Hold', holdReason: 'Awaiting approval' });
  });

  it('refuses a form that was opened before the last change', () => {
    const assigned = task.assignee === OPERATOR ? '' : OPERATOR;
    post(path, { act: 'update', version: '0', assignee: assigned });
    const page = post(path, { act: 'update', version: '0', workNote: 'late' });
    expect(page).toContain(
      'Record was updated by another user since you opened it. Your changes were not saved.',
    );
    expect(Object.values(state().comments).some(({ text }) => text === 'late')).toBe(false);
  });

  it('keeps work notes inside and audits comments as communication, without their text', () => {
    post(path, { act: 'update', workNote: 'inner words', comment: 'outer words' });
    const added = Object.values(state().comments).filter(
      ({ author, text }) => author === OPERATOR && / words$/.test(text),
    );
    expect(added.map(({ kind, text }) => [kind, text])).toEqual([
      ['work note', 'inner words'],
      ['comment', 'outer words'],
    ]);
    expect(state().audit.map(({ effect }) => effect)).toEqual(['TICKET', 'COMM']);
    expect(canonicalJson(state().audit)).not.toContain('words');
  });

  it('hands a record on to a queue with a reason and the findings', () => {
    expect(post(`${path}/reassign`, {})).toContain(
      'Mandatory fields are empty: Receiving queue, Reason code, Findings.',
    );
    const form = {
      escalationQueue: 'Access Risk',
      escalationReason: 'SOD_CONFLICT',
      workNote: 'SOD-01 would be met.',
    };
    expect(post(`${path}/reassign`, form)).toContain(
      `${task.number} is with Access Risk now and is on hold.`,
    );
    expect(at(task.number)).toMatchObject({
      state: 'On Hold',
      group: 'Access Risk',
      assignee: '',
      escalationQueue: 'Access Risk',
      escalationReason: 'SOD_CONFLICT',
    });
  });

  it('waits for the requester without leaving its group', () => {
    const form = {
      escalationQueue: 'Requester',
      escalationReason: 'AMBIGUOUS_TARGET',
      workNote: 'Which of the two?',
    };
    post(`${path}/reassign`, form);
    expect(at(task.number)).toMatchObject({
      state: 'On Hold',
      group: task.group,
      holdReason: 'Awaiting requester',
    });
  });

  it('assigns selected records to the operator', () => {
    const page = post('/assign', [
      ['back', '/tasks'],
      ['number', task.number],
      ['number', incident.number],
    ]);
    expect(page).toMatch(/[012] of 2 selected are assigned to you\./);
    expect([at(task.number).assignee, at(incident.number).assignee]).toEqual([OPERATOR, OPERATOR]);
  });
});

describe('brightqueue: caller verification', () => {
  it('records method, number and result as an entity', () => {
    const path = `/tickets/${incident.number}/verify`;
    const method = 'Call-back to the number in HR';
    expect(post(path, { method })).toContain('Mandatory fields are empty: Result.');
    expect(post(path, { method, result: 'Passed' })).toContain('Mandatory fields are empty: Number called.');
    const page = post(path, { method, number: '+44 20 7946 0090', result: 'Passed' });
    expect(page).toContain('Caller verification VER000001 is on record: Passed.');
    expect(state().verifications.VER000001).toMatchObject({
      ticket: incident.number,
      method,
      number: '+44 20 7946 0090',
      result: 'Passed',
      by: OPERATOR,
    });
    expect(state().audit[0]).toMatchObject({ verb: 'Verify caller', entity: 'verifications/VER000001' });
  });

  it('is asked for by the category Authentication until it passed', () => {
    const words = 'Caller verification is required for this category (rule P-07).';
    host = open(
      changed(draft =>
        Object.assign(must(draft.tickets[incident.number], 'incident'), { category: 'Authentication' }),
      ),
    );
    expect(get(`/tickets/${incident.number}`)).toContain(words);
    post(`/tickets/${incident.number}/verify`, { method: 'Badge desk', result: 'Failed' });
    expect(get(`/tickets/${incident.number}`)).toContain(words);
    post(`/tickets/${incident.number}/verify`, { method: 'Badge desk', result: 'Passed' });
    expect(get(`/tickets/${incident.number}`)).not.toContain(words);
  });
});
