import { fileURLToPath } from 'node:url';
import { print, table } from '../../src/cli/print.ts';
import { FUNCTION_LIMITS } from './functions.ts';
import { appSizes, kitSizes, medianOf, SCENARIO, type Size, scenarioSizes } from './lines.ts';
import { tooLarge } from './too-large.ts';

const HELP = `Usage: npm run sizes [-- --check]

Prints how many lines each console, kit and scenario has against its budget, and the functions that are too large.
  --check  exits with 1 when a budget is missed`;

/** Prints all sizes; gives whether every budget is met. */
function report(): boolean {
  const [consoles, kits, scenarios] = [appSizes(), kitSizes(), scenarioSizes()];
  for (const [title, sizes] of Object.entries({ consoles, kits, scenarios })) {
    print(`${title}\n${table(sizes.map(rowOf))}\n`);
  }
  const median = medianOf(scenarios);
  print(`scenarios: median ${median} of ${SCENARIO.median}, ${mark(median, SCENARIO.median)}`);
  const large = tooLarge();
  print(
    `functions over ${FUNCTION_LIMITS.lines} lines or ${FUNCTION_LIMITS.parameters} parameters: ${large.length}`,
  );
  for (const line of large) print(`  ${line}`);
  const isMet = [...consoles, ...kits, ...scenarios].every(({ lines, budget }) => lines <= budget);
  return isMet && median <= SCENARIO.median && large.length === 0;
}

function rowOf({ name, lines, budget, note }: Size): string[] {
  return [`  ${name}`, String(lines), `≤ ${budget}`, mark(lines, budget), note];
}

function mark(lines: number, budget: number): string {
  return lines <= budget ? 'met' : 'missed';
}

function main(argv: readonly string[]): number {
  if (argv.includes('--help')) print(HELP);
  else if (!report() && argv.includes('--check')) return 1;
  return 0;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exitCode = main(process.argv.slice(2));
