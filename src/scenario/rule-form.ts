import { callable, type Form, text, textLike } from '../core/form.ts';
import type { Rule } from './scenario.ts';

/** What an operator rule is made of, for whoever writes one without a compiler. */
export const RULE_FORM: Form<keyof Rule> = {
  id: textLike(/^P-\d\d$/, 'P- and two digits, such as P-90'),
  duty: text('a sentence that an operator follows'),
  summary: text('a sentence'),
  check: callable('check({ trace, before, after, world, wanted, apps })'),
};
