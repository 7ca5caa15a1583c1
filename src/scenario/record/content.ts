import type { World } from '../../world/world.ts';
import { mentionsIn } from './names.ts';
import { OBJECT } from './plain-words.ts';
import { everyUsualWord } from './words.ts';

/** Words that carry nothing by themselves. */
export const BARE = new Set(
  (
    'the and for from with without this that these those there here are was were has had have been being not nor ' +
    'neither none nothing nobody never any all some each both one two you your they them their she her his him who ' +
    'whom whose which what when where while then than but yet still just only also too very more most much many ' +
    'into onto upon over under about above after before because since until its our ours out off can could may ' +
    'might must shall should will would does did done doing don doesn didn isn aren wasn weren won couldn cannot ' +
    'such same other another own again once now today already soon later back let make made get got give take ' +
    'took put say says said tell told see seen seems know known want wants need needs needed yes per via how why if'
  ).split(' '),
);

/** Words of somebody who has nothing to say, or says it to be polite. */
export const TALK = new Set(
  (
    'please kindly thank thanks hello dear regards sorry unfortunately help look looks looking check advise clarify ' +
    'investigate handle proceed continue problem problems issue issues trouble concern concerns doubt doubts unclear ' +
    'reason reasons odd strange weird fishy special bad wrong right fine okay usual certain something anything ' +
    'somehow someone things thing case matter matters position regard regarding respect refer refers reserved ' +
    'feel feels think come came over note ticket record request task work rule rules list stuck possible ' +
    'impossible difficult different happen happened situation question questions attention further action nice day ' +
    'time colleague colleagues team desk hand handed write writing measure unchanged untouched touched complete ' +
    'completed closed close stopped have give rise others decide works'
  ).split(' '),
);

/**
 * What a text says beside names, what was or was not done, and talk: the words that would be missed if they were struck
 * out. Who has found something has some, whatever they are; who has not has none.
 *
 * @example
 * contentOf('Something is odd, please check.', world); // []
 */
export function contentOf(text: string, world: World): string[] {
  let plain = text;
  for (const { text: name } of mentionsIn(text, world)) plain = plain.replaceAll(name, ' ');
  const words = plain.toLowerCase().match(/\p{L}[\p{L}'’]{2,}/gu) ?? [];
  const acts = new Set(everyUsualWord());
  const isEmpty = (word: string): boolean =>
    BARE.has(word) || TALK.has(word) || acts.has(word) || OBJECT.test(word) || /n['’]t$/.test(word);
  return [...new Set(words.map(word => word.replace(/['’]s$/, '')).filter(word => !isEmpty(word)))];
}
