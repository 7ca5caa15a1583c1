import { dayOf } from '../core/calendar.ts';
import type { AppKind, AppName, World } from '../world/world.ts';
import type { Rule } from './scenario.ts';

/** What an operator knows before the task: who they are, which day it is, where to find what, and the rules. */
export function briefingText(
  world: World,
  { estate, rules }: { estate: readonly AppName[]; rules: readonly Rule[] },
): string {
  const { operator, company } = world;
  const consoles = world.consoles.filter(({ name }) => estate.includes(name));
  return [
    `You are ${operator.displayName} (${operator.workerId}) of the queue ${operator.group} at ${company.name}.`,
    `Today is ${dayOf(world.nowMs)}.`,
    `Consoles: ${consoles.map(({ title, kind }) => `${title} (${KINDS[kind]})`).join(', ')}.`,
    'Rules:',
    ...rules.map(({ id, duty }) => `${id} ${duty}`),
  ].join('\n');
}

const KINDS: Readonly<Record<AppKind, string>> = {
  hr: 'people and organisation',
  desk: 'tickets, requests, approvals, knowledge articles',
  idp: 'accounts, groups, sign-in',
  directory: 'directory',
  governance: 'access reviews and policies',
  vault: 'secrets and privileged accounts',
  cloud: 'cloud accounts',
  nhi: 'service accounts, keys and certificates',
  erp: 'ERP users and roles',
  mainframe: 'mainframe users',
  saas: 'business application with its own users',
  mail: 'telephone, chat and mail',
};
