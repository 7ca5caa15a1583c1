import type { Rng } from '../../core/rng.ts';
import type { Observation } from '../../screen/observation.ts';
import type { Outcome } from '../../screen/outcome.ts';
import { factsOnScreen, isSayable, isState, placeOn } from './glimpse.ts';
import type { Memory } from './memory.ts';
import { sayFacts } from './moment.ts';
import type { Source } from './sources.ts';

/** What the end is thought over from. */
export interface End {
  outcome: Outcome;
  /** The last screen. */
  screen: Observation;
  memory: Memory;
  /** Whether the last screen has said something new, which is thought before all of this. */
  isAnswered: boolean;
  rng: Rng;
}

/**
 * What is thought when the work is over: how things stand, and the rule that asks for just this ending. What was done is for
 * the message to say.
 */
export function ofEnding(end: End): string {
  const { rng, isAnswered } = end;
  const pick = (label: string, texts: readonly string[]): string =>
    texts.length > 0 ? rng.fork(label).pick(texts) : '';
  const parts = [isAnswered ? '' : pick('seen', ofStanding(end.screen)), pick('why', ofReason(end))];
  return parts.filter(part => part !== '').join(' ');
}

function ofStanding(screen: Observation): string[] {
  const place = placeOn(screen);
  const facts = sayFacts(factsOnScreen(screen).filter(isState));
  if (!isSayable(place) || facts === '') return [];
  return [
    `“${place}” stands at ${facts}.`,
    `${facts}, says “${place}”: so it is to stand.`,
    `I read “${place}” once more: ${facts}.`,
  ];
}

function ofReason(end: End): string[] {
  const { outcome, memory, screen } = end;
  const { kind, reason } = outcome;
  const rule = memory.ruleRead(reason);
  if (kind === 'answer') return valuesRead(outcome, memory, screen);
  if (kind === 'complete') return [...ofAnswers(end), ...(rule === undefined ? [] : byRule(rule))];
  // Where no console has a list of reasons, the code has been on no screen.
  const isKnown =
    rule !== undefined || memory.sourceOf(reason ?? '', { screen, node: undefined }) !== undefined;
  if (reason === undefined || !isKnown) return ofAnswers(end);
  const because = kind === 'escalate' ? handedOn : refused;
  return because(reason, rule);
}

/** What the request names, and what consoles have answered to it. */
function ofAnswers({ memory, screen }: End): string[] {
  const [order] = memory.goal.match(ORDER) ?? [];
  const [first, second] = memory.answers(screen).map(said => said.replace(/[.!…]$/, ''));
  if (first === undefined) return [];
  const answers = second === undefined ? `“${first}”` : `“${first}” and “${second}”`;
  const asked = order === undefined ? 'what was asked' : order;
  return [
    `The consoles have answered ${answers}; that is what ${asked} was about.`,
    `I hold ${asked} against the answers ${answers}: each act that it needs is among what I did.`,
    `For ${asked} I have ${answers} in answer, and nothing that was refused is left.`,
  ];
}

const ORDER = /\b[A-Z]{2,}[-_]?\d{3,}\b/;

/** Where the values of an answer were read, which no message has to say: of the first two. */
function valuesRead({ values = {} }: Outcome, memory: Memory, screen: Observation): string[] {
  const read = Object.values(values)
    .flatMap(text => text.split(/,\s*/))
    .flatMap(value => {
      const source = isSayable(value) ? memory.sourceOf(value, { screen, node: undefined }) : undefined;
      return source ? [{ value, where: sayWhere(source) }] : [];
    });
  const [first, second] = read;
  if (!first) return [];
  const and = second ? `, and ${second.value} in ${second.where}` : '';
  return [
    `I have read ${first.value} in ${first.where}${and}: what the question asks stands on record.`,
    `${first.value} stands in ${first.where}${and}, for whoever looks again.`,
    `That it is ${first.value}, ${first.where} showed me${second ? `; ${second.value} is from ${second.where}` : ''}.`,
  ];
}

function sayWhere({ place, label, kind }: Source): string {
  return kind === 'fact' || kind === 'cell' ? `${label} of “${place}”` : `“${place}”`;
}

function byRule(rule: string): string[] {
  return [
    `I hold it against ${rule}, and no part of that is missing.`,
    `${rule} asks for nothing that I have not come to.`,
    `As ${rule} would have it, that was the last of it.`,
    `I have kept to ${rule} and can stop where it stops.`,
  ];
}

function handedOn(reason: string, rule: string | undefined): string[] {
  if (rule === undefined) {
    return [
      `${reason} is what it comes to, and who may decide that is somebody else.`,
      `What stopped me goes by ${reason}; to go around it is not mine.`,
      `I stop at ${reason}: to go on would be to decide it myself.`,
    ];
  }
  return [
    `${rule} has ${reason} for just this case, so I do not settle it myself.`,
    `I did not take ${reason} by feeling: ${rule} says when it applies.`,
    `By ${rule} a matter like this goes on as ${reason}.`,
  ];
}

function refused(reason: string, rule: string | undefined): string[] {
  if (rule === undefined) {
    return [
      `${reason} is the ground, and asking again would not change it.`,
      `There is no way to grant it while ${reason} holds.`,
      `I say no by ${reason} and not by my own taste.`,
    ];
  }
  return [
    `${rule} answers such a wish with ${reason}.`,
    `The no is not mine: ${rule} has ${reason} for it.`,
    `I keep to ${rule}, where ${reason} is what fits.`,
  ];
}
