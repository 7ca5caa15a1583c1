import { expect, it } from 'vitest';
import {
  lowWordFor,
  markedAlone,
  soughtAs,
  spellMarked,
  spellSought,
  wordFor,
} from '../../../src/core/marked.ts';

it('knows the label that is the whole of a text, and no other', () => {
  expect(markedAlone(wordFor('On leave'))).toBe('On leave');
  expect(markedAlone(`${wordFor('On leave')} since May`)).toBeUndefined();
  expect(markedAlone(`${wordFor('Set')}${wordFor('Not set')}`)).toBeUndefined();
  expect(markedAlone(lowWordFor('On leave'))).toBeUndefined();
  expect(markedAlone('On leave')).toBeUndefined();
});

it('names what is looked for where it is known, and says its kind where it is not', () => {
  const thought = `I look for ${soughtAs('Owner', 'the line that says it')} and ${soughtAs('Status', 'more')}.`;
  const said = spellSought(thought, label => label === 'Owner');
  expect(spellMarked(said, label => `My ${label}`)).toBe('I look for “My Owner” and more.');
});
