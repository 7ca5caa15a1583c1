import { type AppRequest, type FieldSpec, paginate, type Reply, view } from '#range';
import type { PeoplemereState, Worker } from './state.ts';
import { workerLine, workersByName } from './workers.ts';

/** Small letters without marks, so that `kovac` finds Kovač. */
export function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** Whether every word typed occurs in a worker's names, worker ID or mail. */
export function matches(worker: Worker, words: readonly string[]): boolean {
  const { name, legalName, plainName, workerId, mail } = worker;
  const text = fold(`${name} ${legalName} ${plainName} ${workerId} ${mail}`);
  return words.every(word => text.includes(word));
}

/** `GET /workers`: the search over all workers. */
export function searchPage(state: Readonly<PeoplemereState>, request: AppRequest): Reply {
  const { q = '', type = '', org = '' } = request.query;
  const withTerminated = request.query.terminated !== undefined;
  const words = fold(q).split(/\s+/).filter(Boolean);
  const found = workersByName(state).filter(
    worker =>
      (withTerminated || worker.status !== 'Terminated') &&
      (type === '' || worker.type === type) &&
      (org === '' || worker.orgCode === org) &&
      matches(worker, words),
  );
  const { rows, paging } = paginate(found, request);
  return view('workers', {
    title: 'Workers',
    fields: [
      { kind: 'search', name: 'q', label: 'Find a worker', value: q, placeholder: 'Name, worker ID or mail' },
      typeField(type),
      orgField(state, org),
      {
        kind: 'checkbox',
        name: 'terminated',
        label: 'Include terminated',
        value: withTerminated ? 'on' : '',
      },
    ],
    rows: rows.map(worker => workerLine(state, worker)),
    paging,
    empty: withTerminated
      ? 'No worker matches your search.'
      : 'No results among active workers. Tick Include terminated.',
  });
}

/** The choice among kinds of workers. */
export function typeField(value: string): FieldSpec {
  const options = ['Employee', 'Contingent', 'Intern'].map(type => ({ value: type, label: type }));
  return {
    kind: 'choice',
    name: 'type',
    label: 'Worker type',
    value,
    options: [{ value: '', label: 'All' }, ...options],
  };
}

/** The choice among organisations, in the order of their names. */
export function orgField(state: Readonly<PeoplemereState>, value: string): FieldSpec {
  const options = Object.values(state.orgs)
    .map(org => ({ value: org.code, label: org.name }))
    .sort((a, b) => (`${a.label} ${a.value}` < `${b.label} ${b.value}` ? -1 : 1));
  return {
    kind: 'choice',
    name: 'org',
    label: 'Organisation',
    value,
    options: [{ value: '', label: 'All' }, ...options],
    asSelect: true,
  };
}
