import { clip } from '../core/clip.ts';
import { canonicalJson } from '../core/json.ts';
import type { Change } from './scenario.ts';

/** A change in one line: `directory/users/u-17.status: active → suspended`. */
export function sayChange({ app, entity, field, before, after }: Change): string {
  const short = (value: unknown): string => {
    const text = typeof value === 'string' ? value : canonicalJson(value ?? null);
    return text.length > 60 ? `${clip(text, 57)}…` : text;
  };
  const what = `${app}/${entity}${field === null ? '' : `.${field}`}`;
  if (field === null && before === null) return `${what} added: ${short(after)}`;
  if (field === null && after === null) return `${what} removed`;
  return `${what}: ${short(before)} → ${short(after)}`;
}
