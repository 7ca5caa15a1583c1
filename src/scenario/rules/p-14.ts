import { accountsOf } from '../../world/find.ts';
import type { Rule } from '../scenario.ts';
import { ACCESS_EFFECTS, eventsOf, isOneOfMany, namesOf, wasListed, wasOpened } from './events.ts';

/** Identify by number: names never suffice. The ticket's own screen does not count, for it may name the wrong person. */
const rule: Rule = {
  id: 'P-14',
  duty: "Compare the worker's number outside the desk before the first change.",
  summary: "A record outside the desk that shows the worker's number was opened before the first change.",
  check: ({ trace, world, apps }) => {
    const seen = new Set<string>();
    const desks = new Set(namesOf(apps, 'desk'));
    const others = Object.keys(apps).filter(app => !desks.has(app));
    return eventsOf(trace, ...ACCESS_EFFECTS).flatMap(event => {
      const { app, verb, subject, step } = event;
      if (subject === null || seen.has(subject)) return [];
      seen.add(subject);
      const own = accountsOf(world, subject).filter(({ purpose }) => purpose === 'primary');
      const numbers = [subject, ...own.flatMap(({ personNumber }) => personNumber ?? [])];
      const screens = trace.steps.slice(0, step + 1);
      const opened = screens.filter(({ record }) => record && !desks.has(record.app));
      const isKnown = numbers.some(
        number =>
          wasOpened(opened, { subject, texts: [number] }) ||
          (isOneOfMany(trace, event) && wasListed(screens, { world, apps: others, text: number })),
      );
      return isKnown ? [] : [`${verb} in ${app} for ${subject}, whose number was on no screen before.`];
    });
  },
};
export default rule;
