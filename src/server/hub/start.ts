import { readFileSync } from 'node:fs';
import type { Request, Response } from 'express';
import { drawWhole } from '../../app/looks/templates.ts';
import { must } from '../../core/assert.ts';
import { ESCALATE_REASONS, OUTCOME_KINDS, REFUSE_REASONS } from '../../screen/outcome.ts';
import { titleOf } from '../../world/questions.ts';
import type { Controls } from './control.ts';
import { TOKEN_HEADER } from './guard.ts';
import type { Hub } from './hub.ts';
import { REQUEST_COST_MS } from './hub.ts';
import { linksOf, peopleToTry, sectionsOf, ticketsToTry } from './links.ts';
import { reportOf } from './report.ts';

const FOLDER = new URL('./', import.meta.url);

/** The start page runs its own script, which talks to the controls, and nothing else. */
const CONTENT_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "connect-src 'self'",
  'img-src data:',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Lines of changes that the page lists; the controls give all. */
const CHANGES_SHOWN = 60;

const FILES: Readonly<Record<string, { name: string; type: string }>> = {
  '/start.css': { name: 'start.css', type: 'text/css; charset=utf-8' },
  '/start.js': { name: 'start-script.js', type: 'text/javascript; charset=utf-8' },
};

/** The start page with its style and script: what there is to open, and the controls for people. */
export function answerStart(controls: Controls, request: Request, response: Response): void {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.statusCode = 405;
    response.end('Only GET.\n');
    return;
  }
  const file = Object.hasOwn(FILES, request.path) ? FILES[request.path] : undefined;
  response.setHeader('Cross-Origin-Opener-Policy', 'same-origin');
  response.setHeader('Content-Security-Policy', CONTENT_POLICY);
  if (file) {
    response.setHeader('Content-Type', file.type);
    response.end(readFileSync(new URL(file.name, FOLDER)));
  } else if (request.path === '/') {
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    response.end(startPage(controls));
  } else {
    response.statusCode = 404;
    response.setHeader('Content-Type', 'text/plain; charset=utf-8');
    response.end(`There is no such page. Open ${controls.addresses.start}/\n`);
  }
}

function startPage({ hub, addresses, token }: Controls): string {
  const report = reportOf(hub, addresses);
  const { changes } = report;
  const scenarios = scenarioChoices(hub);
  const w = {
    report,
    token,
    tokenHeader: TOKEN_HEADER,
    start: addresses.start,
    costSeconds: REQUEST_COST_MS / 1000,
    consoles: report.consoles.map(console => ({
      ...console,
      host: hub.catalog.range.apps[console.name]?.host ?? '',
      sections: sectionsOf(hub, addresses, console.name),
    })),
    people: peopleRows({ hub, addresses, token }),
    tickets: ticketRows({ hub, addresses, token }),
    changes: changes.slice(0, CHANGES_SHOWN).map(({ said }) => said),
    moreChanges: Math.max(0, changes.length - CHANGES_SHOWN),
    edges: Object.values(hub.catalog.edges).map(({ name, summary }) => ({
      name,
      summary,
      isLaid: hub.laid.setting.edges.includes(name),
    })),
    faults: Object.values(hub.catalog.faults).map(({ name, summary, shows }) => {
      const armed = report.faults.find(fault => fault.name === name);
      return { name, summary, shows, isArmed: armed !== undefined, hasStruck: armed?.hasStruck === true };
    }),
    kinds: OUTCOME_KINDS,
    reasons: [...ESCALATE_REASONS, ...REFUSE_REASONS],
    scenarios,
    choices: safeJson({ scenarios, task: hub.laid.setting.task, revision: report.revision, token }),
  };
  // It belongs to no console, and looks the same whichever kit draws it.
  const [kit] = Object.values(hub.catalog.range.kits);
  return drawWhole(must(kit, 'a kit'), 'start', w);
}

function scenarioChoices(hub: Hub): { name: string; summary: string; edges: string[]; faults: string[] }[] {
  return Object.values(hub.catalog.scenarios).map(({ name, summary, edges: laid, faults: struck }) => ({
    name,
    summary,
    edges: [...laid],
    faults: [...struck],
  }));
}

function peopleRows({ hub, addresses }: Controls): Record<string, unknown>[] {
  const { world } = hub.laid;
  return peopleToTry(world).map(({ workerId, why }) => ({
    workerId,
    why,
    name: world.persons[workerId]?.displayName ?? '',
    title: titleOf(world, workerId),
    links: linksOf(hub, addresses, { subject: workerId, ticket: null, request: null }),
  }));
}

function ticketRows({ hub, addresses }: Controls): Record<string, unknown>[] {
  const { world } = hub.laid;
  return ticketsToTry(world).flatMap(number => {
    const ticket = world.tickets[number];
    if (!ticket) return [];
    const { category, shortDescription: words, caller, item } = ticket;
    const request = item?.requestId ?? null;
    const links = linksOf(hub, addresses, { subject: caller, ticket: number, request });
    return [{ number, category, words, caller: world.persons[caller]?.displayName ?? '', links }];
  });
}

/** JSON that may stand inside a script element. */
function safeJson(value: unknown): string {
  return JSON.stringify(value).replace(/</g, '\\u003c');
}
