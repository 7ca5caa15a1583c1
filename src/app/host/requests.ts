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
  const query = Object.assign(Object.create(null), Object.fromEntries(url.searchParams));
  return { query, form, lists };
}
