import { MASK, SECRET } from '../../screen/secret.ts';
import type { Row } from './define-table.ts';
import type { Complain } from './lint.ts';

/** Columns that keep something of an episode beside its screens and acts. */
const KEPT = ['goal', 'briefing', 'thought', 'history', 'notes', 'evidence', 'changes_json'] as const;

/**
 * Checks that a secret stands nowhere but on the screens that show it and in the act that hands it over, and that such an act
 * to learn from can be derived: an earlier screen of the episode showed the secret, and the evidence names that step.
 */
export function createSecretsLint(): (row: Row, complain: Complain) => void {
  let shown = new Set<string>();
  return (row, complain) => {
    if (row.is_first === true) shown = new Set();
    const onScreen = secretsIn(String(row.ax_tree));
    for (const secret of onScreen) shown.add(secret);
    for (const name of KEPT) {
      const text = JSON.stringify(row[name] ?? '');
      if (SECRET.test(text)) complain(`${name} keeps a secret: ${secretsIn(text).join(', ')}`);
    }
    if (row.train_on !== true) return;
    const used = secretsIn(String(row.action_json));
    if (used.length > 0 && row.action_type !== 'type')
      complain(`a secret stands in an action that types none: ${used.join(', ')}`);
    for (const secret of used) {
      if (!shown.has(secret)) complain(`hands over ${secret}, which no screen has shown`);
      else if (!onScreen.includes(secret) && !isMarked(row))
        complain(`hands over ${secret}, and its evidence names no step that shows it`);
    }
  };
}

function secretsIn(text: string): string[] {
  return text.match(new RegExp(SECRET, 'g')) ?? [];
}

function isMarked({ evidence }: Row): boolean {
  const named = Array.isArray(evidence) ? (evidence as { fact?: unknown; step?: unknown }[]) : [];
  return named.some(({ fact, step }) => fact === MASK && typeof step === 'number');
}
