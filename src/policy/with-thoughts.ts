import type { Rng } from '../core/rng.ts';
import type { Action, Target } from '../screen/action.ts';
import { findAll } from '../screen/find.ts';
import type { Observation } from '../screen/observation.ts';
import { mapScript } from '../screen/script/map-script.ts';
import type { Script } from '../screen/script/script.ts';
import { isScript, type Policy } from './policy.ts';

/**
 * The same policy thinking aloud: where a script gives no reason of its own, each act gets a thought in one of several
 * wordings, out of what the screen shows at that moment and nothing else. The acts stay the same.
 */
export function withThoughts(policy: Policy): Policy {
  return {
    ...policy,
    begin: given => {
      const script = policy.begin(given);
      // Whoever is asked thinks for itself.
      return script && isScript(script) ? thinking(script, given.rng.fork('thoughts')) : script;
    },
  };
}

function thinking<R>(script: Script<R>, rng: Rng): Script<R> {
  return mapScript(script, {
    *act(action, { screen, index }): Script<Observation> {
      return yield { ...action, thought: thoughtOf(action, screen, rng.fork(`${index}`)) };
    },
  });
}

/** The script's own reason stays; now and then what is done is said after it. */
function thoughtOf(action: Action, screen: Observation, rng: Rng): string {
  const said = rng.fork('words').pick(WORDINGS[wordingOf(action)] ?? WORDINGS.other ?? [])(
    wordsOf(action, screen),
  );
  if (action.thought === undefined) return said;
  return rng.fork('both').chance(1, 3) ? `${action.thought} ${said}` : action.thought;
}

/** What is said of an act: the printed name of what it aims at, or the text or keys. */
function wordsOf(action: Action, screen: Observation): string {
  if (action.kind === 'type') return action.text;
  if (action.kind === 'key') return action.keys;
  if (!('at' in action) || !('role' in action.at)) return '';
  return printedName(action.at, screen) ?? action.at.name;
}

/** As the screen prints it, which is not always the console's own word. */
function printedName(target: Target, screen: Observation): string | undefined {
  const found = findAll(screen.tree, target);
  return found.length === 1 ? found[0]?.name : undefined;
}

function wordingOf(action: Action): string {
  if (action.kind === 'key') return action.keys in KEYS ? action.keys : 'key';
  if (action.kind !== 'click' || !('role' in action.at)) return action.kind;
  return action.at.within?.name === 'Workspace' && action.at.role === 'link' ? 'console' : action.at.role;
}

type Wording = (what: string) => string;

const FIELDS: readonly Wording[] = [
  what => `Into the field “${what}” first.`,
  what => `“${what}” has to be filled in.`,
  what => `I put the cursor into “${what}”.`,
  what => `Next comes “${what}”.`,
];

/** Keys that have wordings of their own. */
const KEYS = {
  enter: [() => 'Enter sends it.', () => 'I confirm with Enter.', () => 'That is all; Enter.'],
  'ctrl+a': [
    () => 'The field is not empty: I select what it holds.',
    () => 'What stands there is to be replaced, so I select it.',
    () => 'I select the old value to type over it.',
  ],
  delete: [() => 'The field has to be empty.', () => 'I clear the field.'],
} satisfies Record<string, readonly Wording[]>;

const WORDINGS: Readonly<Record<string, readonly Wording[]>> = {
  ...KEYS,
  key: [what => `The key ${what} does it.`, what => `I press ${what}.`],
  console: [
    what => `The next part is in ${what}.`,
    what => `I change over to ${what}.`,
    what => `${what} is open in its own tab; I go there.`,
    what => `For this I need ${what}.`,
  ],
  link: [
    what => `“${what}” leads on.`,
    what => `I open “${what}”.`,
    what => `I see “${what}” and follow it.`,
    what => `What I look for should be under “${what}”.`,
  ],
  button: [
    what => `Everything needed is here; “${what}”.`,
    what => `Now “${what}”.`,
    what => `“${what}” is the step to take.`,
    what => `I press “${what}” and see what it says.`,
  ],
  tab: [
    what => `The details are on the tab “${what}”.`,
    what => `I turn to “${what}”.`,
    what => `Let me see the tab “${what}”.`,
  ],
  menuitem: [
    what => `The menu offers “${what}”.`,
    what => `From the menu: “${what}”.`,
    what => `“${what}” it is.`,
  ],
  textbox: FIELDS,
  searchbox: [
    what => `The search field “${what}” is the shortest way.`,
    () => 'I search instead of leafing through the list.',
    what => `I look it up: “${what}”.`,
  ],
  combobox: [
    what => `“${what}” has a list to choose from.`,
    what => `I open the choices of “${what}”.`,
    what => `Next, “${what}”.`,
  ],
  option: [
    what => `“${what}” is the one that fits.`,
    what => `I choose “${what}”.`,
    what => `Here, “${what}”.`,
  ],
  radio: [what => `“${what}” is the one that fits.`, what => `I choose “${what}”.`],
  checkbox: [
    what => `I tick “${what}”.`,
    what => `“${what}” has to be set.`,
    what => `The box “${what}” next.`,
  ],
  type: [
    what => `I enter ${quoted(what)}.`,
    what => `Here belongs ${quoted(what)}.`,
    what => `I type ${quoted(what)} and check the spelling.`,
    () => 'I type it as it stands in the record.',
  ],
  wait: [() => 'I give it a moment.', () => 'It is not done yet; I wait.'],
  scroll: [() => 'What I need is further down.', () => 'I scroll to it.'],
  hover: [what => `I rest on “${what}” for a moment.`, what => `What is “${what}”?`],
  other: [() => 'On to the next step.', () => 'I go on.'],
};

/** Long text is not said whole. */
function quoted(text: string): string {
  return text.length > 60 || text.includes('\n') ? 'the text' : `“${text}”`;
}
