import { Command, CommanderError } from 'commander';
import { InfraError, UsageError } from '../core/errors.ts';
import { asWord } from '../core/shell.ts';
import { DeterminismError } from '../dataset/commit/errors.ts';
import { calledIn, COMMANDS } from './commands.ts';
import { version } from './package.ts';
import { output, printError } from './print.ts';
import { staleList } from './stale-list.ts';

/** What a command ended with. */
export const EXIT = {
  ok: 0,
  failed: 1,
  usage: 2,
  determinism: 42,
  invariant: 70,
  retry: 75,
  interrupted: 130,
} as const;

/** Runs one command line and gives its exit code. */
export async function main(argv: readonly string[]): Promise<number> {
  let code: number = EXIT.ok;
  // Who reads the output may have seen enough: `iam-range list scenarios | head -3`.
  for (const stream of [process.stdout, process.stderr]) stream.once('error', () => process.exit(EXIT.ok));
  try {
    const program = await programFor(argv, result => {
      code = result;
    });
    await program.parseAsync(argv, { from: 'user' });
    return code;
  } catch (error) {
    return codeOf(error, argv);
  }
}

/** All commands in short; the one that is called in full, since each loads what it needs. */
async function programFor(argv: readonly string[], done: (code: number) => void): Promise<Command> {
  const program = new Command('iam-range')
    .description(
      'Training data and a proving ground for computer-use agents that do identity and access management work.',
    )
    .version(version())
    .showHelpAfterError('Run `iam-range help` for the commands, `iam-range help COMMAND` for one.')
    .configureOutput(output)
    .exitOverride()
    .addHelpText('after', EXAMPLES);
  const called = calledIn(argv);
  for (const [name, { args, about, load }] of Object.entries(COMMANDS)) {
    const isCalled = name === called;
    const command = program.command(isCalled ? name : `${name} ${args}`.trim()).description(about);
    if (isCalled) (await load())(command, done);
  }
  return program;
}

/** How to run a command line again that failed by no fault of its words; nothing where the message says it. */
function repeatOf(message: string, argv: readonly string[]): string {
  return /^ {2}repeat {3}/m.test(message) ? '' : `\n  repeat   npx iam-range ${argv.map(asWord).join(' ')}`;
}

function codeOf(error: unknown, argv: readonly string[]): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.usage;
  if (error instanceof UsageError) {
    printError(error.message);
    return EXIT.usage;
  }
  const stale = staleList(error);
  if (stale !== null) {
    printError(stale);
    return EXIT.usage;
  }
  if (error instanceof InfraError || error instanceof DeterminismError) {
    const isDisputed = error instanceof DeterminismError;
    // Whoever watches runs looks for the one word that must never come up.
    printError((isDisputed ? `${error.code}: ` : '') + error.message + repeatOf(error.message, argv));
    return isDisputed ? EXIT.determinism : EXIT.retry;
  }
  const report = error instanceof Error ? (error.stack ?? error.message) : String(error);
  printError(report + repeatOf(report, argv));
  return EXIT.invariant;
}

const EXAMPLES = `
Examples:
  $ npx iam-range generate quickstart                      a dataset in datasets/quickstart/out, in about a minute
  $ npx iam-range view datasets/quickstart/out             step through it in a browser
  $ npx iam-range verify datasets/quickstart/out           find any flipped bit, missing or alien file
  $ npx iam-range serve                                    the consoles, open to a person or to browser tests
  $ npx iam-range check                                    certify every scenario, without a browser
  $ npx iam-range replay requests/add-to-group --seed 42   one episode, step by step
  $ npx iam-range list scenarios                           what there is

Exit codes: 0 done · 1 checked and found wanting · 2 wrong usage · 42 same input, other bytes · 70 a bug · 75 machine trouble, try again · 130 interrupted`;
