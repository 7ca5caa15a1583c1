import type { AppRequest } from '../app.ts';

/** What a request carries, in objects without a prototype: a field may be named anything. */
export function readFields(
  url: URL,
  fields: readonly (readonly [name: string, value: string])[],
): Pick<AppRequest, 'query' | 'form' | 'lists'> {
  const lists: Record<string, string[]> = Object.create(null);
  for (const [name, value] of fields) {
    const list = lists[name] ?? [];
    list.push(value);
    lists[name] = list;
  }
  const form: Record<string, string> = Object.create(null);
  for (const [name, values] of Object.entries(lists)) form[name] = values[values.length - 1] ?? '';
  const query: Record<string, string> = Object.create(null);
  if (url.search) for (const [name, value] of url.searchParams) query[name] = value;
  return { query, form, lists };
}
