import fc from 'fast-check';
import { produce } from 'immer';
import { describe, expect, test } from 'vitest';
import { digest } from '../../src/core/hash.ts';
import { createRng } from '../../src/core/rng.ts';
import { isSeed } from '../../src/core/seed.ts';
import type { EdgeFocus } from '../../src/world/edges/define-edge.ts';
import { type EdgeName, edges } from '../../src/world/edges/index.ts';
import { catalog, generateWorld } from '../../src/index.ts';
import { allApps } from '../../src/scenario/task.ts';
import { addPerson, addRequest, addTicket } from '../../src/world/lay.ts';
import { candidatesFor, requestsFor } from '../../src/world/questions.ts';
import type { World } from '../../src/world/world.ts';
import { runs } from '../support/share.ts';
import { type Breach, breaches } from './world-invariants.ts';

const seeds = fc.string({ minLength: 1, maxLength: 8 }).filter(isSeed);
const sizes = fc.integer({ min: 60, max: 400 });

describe('a generated world', () => {
  test('keeps the invariants of a clean world', () => {
    const holds = (seed: string, people: number): void => {
      expect(breaches(generateWorld({ seed, people }))).toEqual([]);
    };
    fc.assert(fc.property(seeds, sizes, holds), { numRuns: runs({ few: 8, all: 40 }), seed: 1 });
  });

  test('is the same for the same seed and frozen', () => {
    const same = (seed: string, people: number): void => {
      const world = generateWorld({ seed, people });
      expect(digest(generateWorld({ seed, people }))).toBe(digest(world));
      expect(Object.isFrozen(Object.values(world.accounts)[0]?.grants)).toBe(true);
    };
    fc.assert(fc.property(seeds, sizes, same), { numRuns: runs({ few: 5, all: 10 }), seed: 2 });
  });

  test('differs with the seed', () => {
    const digests = Array.from({ length: 20 }, (_, i) =>
      digest(generateWorld({ seed: String(i), people: 60 })),
    );
    expect(new Set(digests).size).toBe(20);
  });

  test('has the shape of a company', () => {
    const shape = (seed: string, people: number): void => {
      const world = generateWorld({ seed, people });
      const persons = Object.values(world.persons);
      expect(persons).toHaveLength(people);
      const contingents = persons.filter(person => person.kind === 'contingent').length;
      expect(contingents / people).toBeCloseTo(0.14, 1);
      for (const status of ['active', 'leave', 'prehire', 'terminated']) {
        expect(persons.some(person => person.status === status)).toBe(true);
      }
    };
    fc.assert(fc.property(seeds, sizes, shape), { numRuns: runs({ few: 5, all: 15 }), seed: 3 });
  });

  test('holds thousands of people in the same form', { timeout: 60_000 }, () => {
    const people = runs({ few: 2_000, all: 20_000 });
    const world = generateWorld({ seed: 'large', people });
    expect(Object.keys(world.persons)).toHaveLength(people);
    expect(Object.keys(world.tickets).length).toBeLessThan(1000);
    expect(Object.keys(world.departments).length).toBeLessThan(60);
    expect(breaches(world)).toEqual([]);
  });
});

/** What each edge breaks on purpose, on the subject of its focus only. */
const ALLOWED: Record<EdgeName, Breach['kind'][]> = {
  'admin-account': [],
  'asker-denies': [],
  'delegation-ended': [],
  'duty-conflict': ['approval'],
  'disabled-manager': ['manager', 'approval', 'reference'],
  'expired-approval': [],
  'hr-disagrees': [],
  'injected-instruction': [],
  'legal-hold': [],
  'missing-approval': [],
  namesake: [],
  'on-leave': ['account'],
  rehire: [],
  'outside-asker': [],
  'request-changes': [],
  'self-approval': [],
  'start-moved': [],
  'withdrawn-approval': [],
  'wrong-approver': [],
};

/** A world with a scenario's ticket, request and subject of the kind that the edge is about. */
function stage(seed: string, name: EdgeName): { world: World; focus: EdgeFocus } {
  const clean = generateWorld({ seed, people: 60 });
  const focus: EdgeFocus = { subject: '', ticket: null, request: null, account: null };
  const world = produce(clean, draft => {
    if (name === 'start-moved' || name === 'rehire') {
      const options = { department: 'LOG', status: 'prehire' as const };
      focus.subject = addPerson(draft, options, createRng(`${seed}/stage`)).workerId;
    } else {
      focus.subject = candidatesFor(clean, 'harborlight', 'APP-Ledgerview-Reader-PRD')[0]?.workerId ?? '';
    }
    const isCandidate = name !== 'start-moved' && name !== 'rehire';
    if (isCandidate) {
      const wanted = { beneficiary: focus.subject, app: 'harborlight', code: 'APP-Ledgerview-Reader-PRD' };
      focus.request = addRequest(draft, wanted).id;
    }
    const words = { shortDescription: 'Access', description: 'Please do it.', caller: focus.subject };
    const behind = focus.request === null ? {} : { request: focus.request };
    focus.ticket = addTicket(draft, { kind: 'task', ...words, ...behind }).number;
  });
  return { world, focus };
}

describe.each(Object.entries(edges))('edge %s', (name, edge) => {
  test('changes the world, breaks its own invariants at most, and is deterministic', () => {
    const check = (seed: string): void => {
      const { world, focus } = stage(seed, name as EdgeName);
      expect(breaches(world)).toEqual([]);
      const lay = (): World =>
        produce(world, draft =>
          edge.lay({ draft, focus, rng: createRng(`${seed}/edge`), consoles: allApps(catalog) }),
        );
      const laid = lay();
      expect(digest(laid)).not.toBe(digest(world));
      expect(digest(lay())).toBe(digest(laid));
      const own = ALLOWED[name as EdgeName];
      const foreign = breaches(laid).filter(
        breach => !(own.includes(breach.kind) && breach.workerId === focus.subject),
      );
      expect(foreign).toEqual([]);
      expect(requestsFor(laid, focus.subject).length).toBe(requestsFor(world, focus.subject).length);
    };
    fc.assert(fc.property(seeds, check), { numRuns: runs({ few: 2, all: 8 }), seed: 4 });
  });

  test('is listed under its own name', () => {
    expect(edge.name).toBe(name);
    expect(edge.mayTurnTo.length).toBeGreaterThan(0);
  });
});
