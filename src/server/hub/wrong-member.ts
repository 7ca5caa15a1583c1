import type { z } from 'zod';
import { echo } from '../../core/echo.ts';
import { UsageError } from '../../core/errors.ts';

type Issue = z.core.$ZodIssue;

/** Words for the first thing that is wrong with what was sent: the member, its value, and what is allowed there. */
export function wrongMember(
  issues: readonly Issue[],
  { value, where }: { value: unknown; where: string },
): UsageError {
  const [issue] = issues.map(nearest);
  const path = issue?.path ?? [];
  const member = path.length > 0 ? path.join('.') : 'the whole';
  const found = path.reduce<unknown>(memberOf, value);
  const said = found === undefined ? 'is missing' : `is ${echo(found)}`;
  if (issue?.code === 'unrecognized_keys') {
    return new UsageError(`Unknown in ${member}: ${issue.keys.map(echo).join(', ')}`, { where });
  }
  const allowed = issue && allowedBy(issue);
  return new UsageError(`Not understood: ${member} ${said}`, { where, ...(allowed ? { allowed } : {}) });
}

/** Of a value that fits none of several forms, what is wrong with the form that it came nearest to. */
function nearest(issue: Issue): Issue {
  if (issue.code !== 'invalid_union') return issue;
  const inner = issue.errors
    .flat()
    .map(part => nearest({ ...part, path: [...issue.path, ...part.path] }))
    .sort((a, b) => b.path.length - a.path.length);
  return inner[0] ?? issue;
}

function memberOf(value: unknown, key: PropertyKey): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
  return (value as Record<PropertyKey, unknown>)[key];
}

const TYPES: Readonly<Record<string, string>> = {
  int: 'a whole number',
  number: 'a number',
  string: 'a text',
  array: 'a list',
  object: 'an object',
  record: 'an object',
  null: 'null',
};

function allowedBy(issue: Issue): string | undefined {
  switch (issue.code) {
    case 'invalid_type':
      return TYPES[issue.expected];
    case 'invalid_value':
      return issue.values.map(String).join(', ');
    case 'too_small':
      return `${issue.minimum} or more`;
    case 'too_big':
      return `${issue.maximum} or less`;
    default:
      return undefined;
  }
}
