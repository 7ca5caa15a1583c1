import type { Observation } from '../../screen/observation.ts';
import { type Fact, fieldsOn, holdsText, isOrder } from './glimpse.ts';
import type { Memory } from './memory.ts';
import { aroundIn, type Moment, sayFacts } from './moment.ts';

/** What a change rests on: what was read of it elsewhere, the order behind it, the rule, and where the values come from. */
export function ofChange({ memory, place, screen }: Moment): string[] {
  const filled = memory.filledIn(screen);
  const there = memory.grounds(screen);
  const ground = there ? ` It rests on ${there.text}, read on “${there.place}”.` : '';
  const written = fieldsOn(screen).find(({ value = '' }) => value.length > NOTE_MIN);
  const answered = written ? answeredBefore({ memory, screen }) : '';
  const origins = there ? '' : originsOf(filled, { memory, screen });
  const behind = there || origins !== '' ? '' : standingBehind({ memory, screen });
  const rest = [ground, answered, origins, behind].join('');
  const form = sayFacts(filled, 3);
  const closing = written ? `, “${written.name}” with what was done` : '';
  const heads = form === '' ? bare(place) : formed(`${form}${closing}`, place);
  return heads.flatMap((head, i) => {
    const why =
      `${orderBehind(memory, filled)}${articleBehind(memory, i)}${rest}` ||
      lastResort(memory, written?.value);
    return why === '' ? [] : [`${head}${why}`.trim()];
  });
}

/** Where nothing was filled in that may be said, the page itself is named: the same ground may hold for several. */
function bare(place: string): string[] {
  return ['', `For “${place}” the ground is this.`, `“${place}” has its ground, too.`];
}

function formed(form: string, place: string): string[] {
  return [
    `${form} is all of it.`,
    `I read it over: ${form}.`,
    `${form}: that is what “${place}” gets.`,
    `Before it goes off: ${form}.`,
  ];
}

/** Longer than any value: somebody wrote a note. */
const NOTE_MIN = 60;

function orderBehind(memory: Memory, filled: readonly Fact[]): string {
  const order = filled.find(fact => isOrder(fact) && memory.goal.includes(fact.value))?.value;
  return order === undefined ? '' : ` Nothing is done without an order; ${order} is that order.`;
}

/** The article that was read for it. */
function articleBehind(memory: Memory, way: number): string {
  const article = memory.ruleRead(undefined);
  if (article === undefined) return '';
  const ways = [
    ` It goes by ${article}, which I have read.`,
    ` ${article} asks for it so.`,
    ` I keep to ${article} in it.`,
    ` That is as ${article} has it.`,
  ];
  return ways[way % ways.length] ?? '';
}

/** What consoles have answered to what is written down now. */
function answeredBefore({ memory, screen }: Pick<Moment, 'memory' | 'screen'>): string {
  const answers = memory.answers(screen).map(said => `“${said.replace(/[.!…]$/, '')}”`);
  return answers.length > 0 ? ` The answer to it was ${answers.join(' and ')}.` : '';
}

/** Where nothing else was read of it: the order that the request is given by, what was written down, the words of the request. */
function lastResort({ goal }: Memory, written = ''): string {
  const order = /\b[A-Z]{2,}[-_]?\d{3,}\b/.exec(goal)?.[0];
  if (order !== undefined) return ` It is done for ${order}, which I was given.`;
  const [found] = [written, goal].flatMap(text => SENTENCE.exec(text.trim())?.[0] ?? []);
  return found === undefined ? '' : ` What it rests on: ${found}`;
}

const SENTENCE = /^[^.!?\n“”]{10,160}[.!?]/;

const CODE = /^[A-Z][A-Z_-]{3,}$/;

/** What somebody can be held to: a number, an address, a code, a whole name. */
const TELLING = /\d{2}|@|^[A-Z][A-Z_-]{3,}$|^\p{Lu}\S+(?: \S+)* \p{Lu}\S+$/u;

/** Where the values come from that the form was filled in with. */
function originsOf(
  filled: readonly Fact[],
  { memory, screen }: { memory: Memory; screen: Observation },
): string {
  const said = filled.flatMap(fact => {
    const { value } = fact;
    if (isOrder(fact) || !TELLING.test(value)) return [];
    if (holdsText(memory.goal, value)) return [`the request has ${value}`];
    const rule = CODE.test(value) ? memory.ruleRead(value) : undefined;
    if (rule !== undefined) return [`${value} stands in ${rule}`];
    const source = memory.sourceOf(value, { screen, node: undefined });
    return source ? [`“${source.place}” has ${value}`] : [];
  });
  const [first, second] = said;
  if (first === undefined) return '';
  const line = second === undefined ? first : `${first}, ${second}`;
  return ` ${line[0]?.toUpperCase()}${line.slice(1)}.`;
}

/** How the record stands that is changed, and the words of the request where it names it. */
function standingBehind({ memory, screen }: Pick<Moment, 'memory' | 'screen'>): string {
  const behind = memory.behind(screen);
  const facts = behind ? sayFacts(behind.facts, 1) : '';
  const asked = behind && aroundIn(memory.goal, behind.place);
  if (asked !== undefined) return ` The request has it so: ${asked}.`;
  return behind && facts !== '' ? ` “${behind.place}” had ${facts} so far.` : '';
}
