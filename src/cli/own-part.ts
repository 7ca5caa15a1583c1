import { relative } from 'node:path';
import { UsageError } from '../core/errors.ts';
import { hint } from '../core/suggest.ts';
import { loadOwn } from './load-own.ts';

/** What each member has to be; with a `?` it may be left out. */
export type Fields = Readonly<Record<string, FieldKind | `${FieldKind}?`>>;
type FieldKind = 'string' | 'function' | 'list' | 'object' | 'any';

/** How an author states each kind. */
const STATED: Readonly<Record<string, string>> = {
  app: 'export default defineApp({ … })',
  kit: 'export const kit: Kit = { … }',
  edge: 'export default defineEdge({ … })',
  fault: 'export default defineFault({ … })',
  rule: 'export default rule, of type Rule',
  skin: 'export default defineSkin({ … })',
  scenario: 'export default scenario({ … })',
};

/** Kinds whose members are all known: another one is a slip of the pen. */
const CLOSED: readonly string[] = ['app', 'edge', 'fault', 'rule'];

/** A part of an author's own, loaded and looked at. UsageError with the file for what is none. */
export async function checkedPart<T>(
  file: string,
  { kind, fields }: { kind: string; fields: Fields },
): Promise<T> {
  const module = (await loadOwn(file)) as { default?: unknown; kit?: unknown };
  const part = kind === 'kit' ? (module.kit ?? module.default) : module.default;
  if (typeof part !== 'object' || part === null) refuse(file, `The file is no ${kind}.`, STATED[kind]);
  const given = part as Record<string, unknown>;
  for (const [name, wanted] of Object.entries(fields)) {
    const isOptional = wanted.endsWith('?');
    const type = wanted.replace('?', '');
    if (given[name] === undefined && isOptional) continue;
    if (given[name] === undefined && kind === 'scenario')
      refuse(file, 'The file is no scenario.', STATED[kind]);
    if (!isOf(type, given[name])) refuse(file, `The ${kind} has no ${name} that is a ${type}.`, STATED[kind]);
  }
  const unknown = Object.keys(given).find(name => !Object.hasOwn(fields, name));
  if (unknown !== undefined && CLOSED.includes(kind)) {
    const known = Object.keys(fields);
    refuse(file, `The ${kind} has an unknown key "${unknown}".${hint(unknown, known)}`, known.join(', '));
  }
  return part as T;
}

/** Throws what the author of a file is told. */
export function refuse(file: string, what: string, allowed?: string): never {
  const where = relative(process.cwd(), file);
  throw new UsageError(what, { where, ...(allowed === undefined ? {} : { allowed }) });
}

function isOf(type: string, value: unknown): boolean {
  if (type === 'any') return true;
  if (type === 'list') return Array.isArray(value);
  if (type === 'string') return typeof value === 'string' && value.trim() !== '';
  return typeof value === type && value !== null;
}
