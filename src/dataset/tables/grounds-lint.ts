import {
  citationsIn,
  codesIn,
  comparable,
  endingOf,
  factsIn,
  factsThought,
  holderOf,
} from '../../core/facts.ts';
import type { Row } from './define-table.ts';
import { SECRET } from '../../screen/secret.ts';
import type { Complain } from './lint.ts';

/**
 * Checks that whoever is trained on a row could do what it does: each fact that is typed, answered, thought of or written down
 * at the end, and each rule or article that it cites, stands in its goal, briefing, screen, history or notes. `before` is the row
 * above, which may have typed the beginning of the same text. A secret stands in none of them: whether it was shown is checked
 * over all rows.
 */
export function checkGrounds(row: Row, before: Row | null, complain: Complain): void {
  if (row.train_on !== true) return;
  const facts = factsUsed(row, before).filter(fact => !SECRET.test(fact));
  if (facts.length === 0) return;
  const parts = [row.goal, row.briefing, row.ax_tree, row.url, ...listed(row.history), ...listed(row.notes)];
  const all = comparable(parts.join('\n').replace(/\\(["\\nrt])/g, (_, sign) => UNESCAPED[sign] ?? ' '));
  for (const fact of facts) {
    const isEnd = isRest(row, before) && actionIn(row).text.startsWith(fact);
    const holds = isEnd ? endHolderOf(row, fact) : holderOf(fact);
    if (!holds(all))
      complain(`uses ${JSON.stringify(fact)}, which neither goal, briefing, screen, history nor notes hold`);
  }
}

/** Signs that JSON escapes; breaks of lines are spaces here. */
const UNESCAPED: Readonly<Record<string, string>> = { '"': '"', '\\': '\\' };

/** Of what was typed after a typing error: it ends something that is held, or a fact that its evidence names whole. */
function endHolderOf(row: Row, rest: string): (text: string) => boolean {
  const evidence = Array.isArray(row.evidence) ? (row.evidence as { fact?: unknown }[]) : [];
  const whole = evidence.map(({ fact }) => String(fact)).filter(fact => fact.endsWith(rest));
  const holders = [endingOf(rest), ...whole.map(holderOf)];
  return text => holders.some(holds => holds(text));
}

/** The facts in what a row types or ends with, and what its thought says and cites. */
function factsUsed(row: Row, before: Row | null): string[] {
  const thought = String(row.thought ?? '');
  return [...new Set([...factsDone(row, before), ...factsThought(thought), ...citationsIn(thought)])];
}

function factsDone(row: Row, before: Row | null): string[] {
  const { text, message, values } = actionIn(row);
  if (row.action_type === 'type') return isRest(row, before) ? codesIn(text) : factsIn(text);
  if (row.action_type !== 'finish') return [];
  const answers = Object.values(values).filter(value => !/^\d{1,2}$/.test(value));
  return [...codesIn(message), ...answers.flatMap(factsIn)];
}

function isRest(row: Row, before: Row | null): boolean {
  if (before === null || before.episode_id !== row.episode_id) return false;
  return before.action_type === 'type' || actionIn(before).keys === 'backspace';
}

function listed(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : [];
}

interface Used {
  text: string;
  message: string;
  keys: string;
  values: Record<string, string>;
}

function actionIn(row: Row): Used {
  try {
    const {
      text = '',
      message = '',
      keys = '',
      values = {},
    } = JSON.parse(String(row.action_json)) as Partial<Used>;
    return { text, message, keys, values };
  } catch {
    return { text: '', message: '', keys: '', values: {} };
  }
}
