import { REGISTERS } from '../../src/scenario/registers.ts';
import type { Goals } from '../../src/scenario/scenario.ts';

/** A goal in every register: the same words, with the register's name behind them. */
export function inRegisters(text: string): Goals {
  return Object.fromEntries(Object.keys(REGISTERS).map(name => [name, `${text} Said: ${name}.`]));
}
