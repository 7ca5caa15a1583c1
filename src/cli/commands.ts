import type { Command } from 'commander';

/** Adds arguments, options, help and action to a command; `done` takes the exit code. */
export type AddCommand = (command: Command, done: (code: number) => void) => void;

/** A command as the overview shows it. The rest of it is loaded when it is called. */
export interface CommandEntry {
  /** Its arguments, as the overview prints them. */
  args: string;
  about: string;
  load(): Promise<AddCommand>;
}

/** Every command, in the order of the overview. */
export const COMMANDS: Readonly<Record<string, CommandEntry>> = {
  generate: {
    args: '<recipe>',
    about: 'Generate a dataset from a recipe: a name in datasets/, or a .ts, .json or .yaml file.',
    load: async () => (await import('./generate.ts')).generateCommand,
  },
  plan: {
    args: '<recipe>',
    about: 'Show the episodes that a recipe stands for: splits, edges, faults and who acts.',
    load: async () => (await import('./plan.ts')).planCommand,
  },
  verify: {
    args: '<dir>',
    about: 'Verify a dataset: files against the manifest, rows against their screens.',
    load: async () => (await import('./verify.ts')).verifyCommand,
  },
  view: {
    args: '<dir>',
    about: 'Look through the episodes of a dataset in a browser.',
    load: async () => (await import('./view.ts')).viewCommand,
  },
  export: {
    args: '<dir>',
    about: 'Export a dataset as lines of JSON, or by an exporter of your own; `list exporters` names them.',
    load: async () => (await import('./export.ts')).exportCommand,
  },
  probe: {
    args: '<dir|recipe>',
    about: 'Measure what tells endings and trouble without any work: words, companies, ids, times, places.',
    load: async () => (await import('./probe.ts')).probeCommand,
  },
  serve: {
    args: '',
    about: 'Open the consoles of one company to a person or to browser tests, on loopback.',
    load: async () => (await import('./serve.ts')).serveCommand,
  },
  'serve-env': {
    args: '',
    about: 'Let agents act by HTTP: many sessions, one door for whoever acts and one for whoever judges.',
    load: async () => (await import('./serve-env.ts')).serveEnvCommand,
  },
  check: {
    args: '[scenario...]',
    about:
      'Certify scenarios: experts succeed, doing nothing and every mistake fail, whatever edge, fault and skin.',
    load: async () => (await import('./check.ts')).checkCommand,
  },
  replay: {
    args: '<scenario>',
    about: 'Show one episode step by step: what was seen, thought, done and changed, and the verdict.',
    load: async () => (await import('./replay.ts')).replayCommand,
  },
  list: {
    args: '<kind>',
    about: 'List what there is.',
    load: async () => (await import('./list.ts')).listCommand,
  },
  init: {
    args: '<dir>',
    about: 'Make a folder of your own for scenarios, consoles, edges, faults, rules and skins.',
    load: async () => (await import('./init.ts')).initCommand,
  },
  new: {
    args: '<kind> <name>',
    about: 'Write a scenario, console, edge, fault, rule or skin to start from.',
    load: async () => (await import('./new.ts')).newCommand,
  },
  world: {
    args: '<what>',
    about: 'Print the figures of a company: `world stats`.',
    load: async () => (await import('./world.ts')).worldCommand,
  },
  doctor: {
    args: '',
    about: 'Check machine, browser, fonts and space, and say what to do.',
    load: async () => (await import('./doctor.ts')).doctorCommand,
  },
};

/** The command that a line calls, or asks help for. */
export function calledIn(argv: readonly string[]): string | undefined {
  const [first, second] = argv.filter(word => !word.startsWith('-'));
  const name = first === 'help' ? second : first;
  return name !== undefined && Object.hasOwn(COMMANDS, name) ? name : undefined;
}
