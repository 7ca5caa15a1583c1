import type { AppState } from '../../app/app.ts';
import type { Strike } from '../../app/host/session.ts';
import { formatMs } from '../../core/calendar.ts';
import { must } from '../../core/assert.ts';
import { unknownName } from '../../core/errors.ts';
import { sayChange } from '../../scenario/say-change.ts';
import type { Change, Verdict } from '../../scenario/scenario.ts';
import type { SkinChoice } from '../../scenario/task.ts';
import { scenarioNamed } from '../../scenario/catalog.ts';
import type { Outcome } from '../../screen/outcome.ts';
import type { AppName } from '../../world/world.ts';
import { type Addresses, allApps } from './addresses.ts';
import type { Hub } from './hub.ts';
import type { TaskChoice } from './lay.ts';
import { type DeepLink, linksOf } from './links.ts';

/** The answer of every control: how the range stands. Plain JSON. */
export interface Report {
  /** Grows with every change and control. */
  revision: number;
  company: { name: string; domain: string; seed: string; people: number; skins: SkinChoice };
  operator: { workerId: string; displayName: string; signIn: string; group: string };
  clock: { nowMs: number; shown: string };
  consoles: AppReport[];
  task: (TaskChoice & TaskReport) | null;
  edges: { edge: string; subject: string; name: string; ticket: string | null; links: DeepLink[] }[];
  /** Armed faults, and whether each has struck since it was armed. */
  faults: { name: string; hasStruck: boolean }[];
  strikes: readonly Strike[];
  /** Every difference of console state since the reset. */
  changes: (Change & { said: string })[];
  outcome: Outcome | null;
  verdict: Pick<Verdict, 'success' | 'parts'> | null;
  /** The whole state of the console that was asked for. */
  state?: AppState;
}

export interface AppReport {
  name: AppName;
  title: string;
  summary: string;
  url: string;
  /** The skin that it wears. */
  skin: string;
  kit: string;
}

/** What a task asks, and what is right. */
export interface TaskReport {
  goal: string;
  start: string;
  /** The records that it is about. */
  links: DeepLink[];
  wanted: WantedReport;
}

/** What is right in the present task. */
export interface WantedReport {
  outcome: string;
  reason: string | null;
  must: string[];
  /** Names of the values that an answer gives. */
  values: string[];
}

/** How the range stands; with the whole state of one console where it is named. */
export function reportOf(hub: Hub, addresses: Addresses, appName?: string): Report {
  const { laid, session } = hub;
  const { host } = session;
  const { world, setting } = laid;
  const verdict = hub.verdict();
  return {
    revision: hub.revision,
    company: {
      name: world.company.name,
      domain: world.company.domain,
      seed: setting.seed,
      people: setting.people,
      skins: setting.skins,
    },
    operator: { ...world.operator },
    clock: { nowMs: hub.session.nowMs, shown: formatMs(hub.session.nowMs, 'ddd D MMM YYYY, HH:mm:ss') },
    consoles: appReports(hub, addresses),
    task: taskReport(hub, addresses),
    edges: laid.edges.map(({ edge, focus }) => ({
      edge,
      subject: focus.subject,
      name: world.persons[focus.subject]?.displayName ?? '',
      ticket: focus.ticket,
      links: linksOf(hub, addresses, focus),
    })),
    faults: hub.session.armed.map(({ name }) => ({ name, hasStruck: hub.session.hasStruck(name) })),
    strikes: host.state.session.strikes,
    changes: hub.session.changes().map(change => ({ ...change, said: sayChange(change) })),
    outcome: hub.outcome,
    verdict: verdict && { success: verdict.success, parts: verdict.parts },
    ...(appName === undefined ? {} : { state: stateOf(hub, appName) }),
  };
}

function stateOf({ session: { host } }: Hub, name: string): AppState {
  const state = Object.hasOwn(host.state.apps, name) ? host.state.apps[name] : undefined;
  if (!state) throw unknownName('console', name, { known: Object.keys(host.state.apps).sort() });
  return state;
}

function appReports(hub: Hub, addresses: Addresses): AppReport[] {
  return allApps(hub).map(app => {
    const { name, title, summary } = app;
    const skin = must(hub.laid.skins[name], `skin of ${name}`);
    const url = `${addresses.originOf(app)}/`;
    return { name, title, summary, url, skin: skin.name, kit: skin.kit };
  });
}

function taskReport(hub: Hub, addresses: Addresses): Report['task'] {
  const { task, setting } = hub.laid;
  if (!task || !setting.task || !hub.session.wanted) return null;
  const { start, focus } = scenarioNamed(hub.catalog, task.scenario);
  const app = allApps(hub).find(({ name }) => name === start.app);
  const [{ outcome, reason = null, must, values = {} }] = hub.session.wanted;
  return {
    ...setting.task,
    goal: task.goal,
    start: app ? `${addresses.originOf(app)}${start.path ?? app.home}` : '',
    links: linksOf(hub, addresses, focus(task.params)),
    wanted: { outcome, reason, must: must.map(({ because }) => because), values: Object.keys(values) },
  };
}
