import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { APP_FORM, KIT_FORM, OWN_SKIN_FORM } from '../app/app-form.ts';
import { UsageError } from '../core/errors.ts';
import { type Check, closed, isText, open, sayMisfit, such } from '../core/form.ts';
import { EXPORTER_FORM } from '../dataset/export/exporter.ts';
import { TABLE_FORM } from '../dataset/tables/define-table.ts';
import { FAULT_FORM } from '../fault/define-fault.ts';
import { RULE_FORM } from '../scenario/rule-form.ts';
import { EDGE_FORM } from '../world/edges/define-edge.ts';
import { loadOwn } from './load-own.ts';

/** The kinds of parts that a folder of one's own may hold: how an author states each, and what it is made of. */
const PARTS = {
  kit: { stated: 'export const kit: Kit = { … }', check: open(KIT_FORM) },
  app: { stated: 'export default defineApp({ … })', check: closed(APP_FORM) },
  skin: { stated: 'export default defineSkin({ … })', check: closed(OWN_SKIN_FORM) },
  edge: { stated: 'export default defineEdge({ … })', check: closed(EDGE_FORM) },
  fault: { stated: 'export default defineFault({ … })', check: closed(FAULT_FORM) },
  rule: { stated: 'export default rule, of type Rule', check: closed(RULE_FORM) },
  table: { stated: 'export default defineTable({ … })', check: closed(TABLE_FORM) },
  exporter: { stated: 'export default defineExporter({ … })', check: closed(EXPORTER_FORM) },
  // What a definition states is looked at when it gets its name.
  scenario: {
    stated: 'export default scenario({ … })',
    check: open({ form: open({}), site: such(isText, 'a place') }),
  },
} as const satisfies Record<string, { stated: string; check: Check }>;

export type OwnKind = keyof typeof PARTS;

/** A part of an author's own, loaded and looked at. UsageError with file and line for what is none. */
export async function checkedPart<T>(file: string, kind: OwnKind): Promise<T> {
  const { stated, check } = PARTS[kind];
  const module = (await loadOwn(file)) as { default?: unknown; kit?: unknown };
  const part = kind === 'kit' ? (module.kit ?? module.default) : module.default;
  const isNone = typeof part !== 'object' || part === null;
  if (isNone || (kind === 'scenario' && !('form' in part))) refuse(file, `The file is no ${kind}.`, stated);
  const misfit = check(part);
  if (misfit) {
    const at = lineOf(file, misfit.path);
    refuse(`${file}${at}`, sayMisfit(`The ${kind}`, misfit), misfit.allowed);
  }
  return part as T;
}

/** Throws the report to the author of a file; the place may end in the number of a line. */
export function refuse(place: string, what: string, allowed?: string): never {
  const where = relative(process.cwd(), place);
  throw new UsageError(what, { where, ...(allowed === undefined ? {} : { allowed }) });
}

/** `:line` where a member is written, or else where the part begins; empty where the file does not say. */
export function lineOf(file: string, path: string): string {
  const lines = readFileSync(file, 'utf8').split('\n');
  const names = path.split('.').filter(name => /^[A-Za-z_]\w*$/.test(name));
  for (const name of names.reverse()) {
    const at = lines.findIndex(line => new RegExp(`(^|[\\s{,(])['"]?${name}['"]?\\s*[:(,]`).test(line));
    if (at >= 0) return `:${at + 1}`;
  }
  const begin = lines.findIndex(line => line.startsWith('export '));
  return begin < 0 ? '' : `:${begin + 1}`;
}
