import { flat, hasToken, tokensIn } from './told-tokens.ts';

/** A claim that something was done, decided or read: what kind of act, and on what. */
export interface DeedTold {
  clause: string;
  family: RegExp;
  /** Names and numbers in the clause, and things: one of them stands where the act is told. */
  tokens: readonly string[];
  things: readonly string[];
}

const READ_BACK = /\bread(?: .{1,60})? back\b/u;

/** Beginnings of words that tell the same kind of act in one console or another. */
const FAMILIES: readonly (readonly [told: RegExp, shown: RegExp])[] = [
  [past('suspended|deactivated|disabled|blocked'), stems('suspend|deactivat|disabl|block|inactiv')],
  [past('locked'), stems('lock')],
  [
    past('removed|revoked|withdrawn|deleted|ended|unlocked|cleared|unassigned'),
    stems(
      'remov|revok|withdr|delet|end|unlock|clear|unassign|unlink|delimit|inactiv|log(?:ged)? out|sign(?:ed)? out',
    ),
  ],
  [
    past('added|granted|assigned|invited|imported'),
    stems('add(?!r)|grant|assign|invit|import|new(?!\\p{L})'),
  ],
  [past('created|issued|generated'), stems('creat|issu|generat|add(?!r)|get|copy')],
  [
    past('transferred|moved|limited|changed|extended|reassigned|handed'),
    stems('transfer|mov|limit|chang|extend|reassign|hand|belong|valid|end|sav|group|profile'),
  ],
  [past('verified'), stems('verif|passed|identity (?:check|confirm)|successful')],
  [past('called'), stems('call|dial')],
  [/\b(?:was|were) asked\b/u, stems('ask|message|sent')],
  [READ_BACK, stems('read back')],
  [past('decided|approved'), stems('decid|decision|approv|authoriz|authoris')],
  [/\bread out\b/u, stems('read')],
];

function past(words: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}-])(?:${words})(?![\\p{L}\\p{N}-])`, 'u');
}

function stems(words: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${words})`, 'u');
}

/** Things of the trade, by the beginnings of the words that name them. */
const THINGS =
  /(?<!\p{L})(?:session|token|method|factor|authenticat|passkey|pass\b|lock\b|role|group|template|valid|approver|decision|import|seat)/gu;

/** What was not done, and what was left, is known from the absence of a line: the notes hold all that was done. */
const NEGATIVE =
  /(?<!\p{L})(?:no|not|nobody|nothing|neither|never|stays?|left|kept|untouched|unchanged|remains?|as before|refused|asks?|orders?)(?!\p{L})|n['’]t(?!\p{L})/u;

/** The claims of a text, clause by clause. What somebody is quoted with is no claim of who writes. */
export function deedsTold(text: string): DeedTold[] {
  return clausesOf(text.replace(/“[^”]*”/gu, '“…”')).flatMap(clause => {
    const plain = flat(clause);
    if (NEGATIVE.test(plain)) return [];
    const tokens = tokensIn(clause);
    const things = [...new Set(plain.match(THINGS) ?? [])];
    return FAMILIES.filter(([told]) => told.test(plain)).map(([told, family]) => {
      // What a page that was read is called differs from console to console; the name of its record does not.
      return { clause, family, tokens, things: told === READ_BACK ? [] : things };
    });
  });
}

/** Sentences, their parts, and the items of a numbered list. */
export function clausesOf(text: string): string[] {
  return text
    .split(/(?<=(?<!\bext)[.!?])\s+|;\s+|\n+|\(\d+\)\s+/u)
    .map(clause => clause.trim())
    .filter(clause => clause !== '');
}

/** Whether one of some lines tells a claim: an act of its kind beside a name or thing that it is about. */
export function isTold({ family, tokens, things }: DeedTold, lines: readonly string[]): boolean {
  const isAbout = (line: string): boolean =>
    tokens.length + things.length === 0 ||
    tokens.some(token => hasToken(line, token)) ||
    things.some(thing => line.includes(thing));
  return lines.some(line => family.test(line) && isAbout(line));
}
