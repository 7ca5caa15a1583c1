import { check, type Script } from '#range';
import * as directory from '../../apps-sim/harborlight/skills.ts';

/** The methods on the thing that the ticket names, and those on any thing of its kind. */
export function methodsNamed(
  upn: string,
  said: string,
): Script<{ fit: string[]; like: string[] } | undefined> {
  return check('which method', function* (): Script<{ fit: string[]; like: string[] }> {
    const thing = /lost (?:my|the) ([\w -]+?) today/.exec(said)?.[1] ?? '';
    const methods = yield* directory.readMethods(
      upn,
      `The ticket says "${thing}": which of the methods is that?`,
    );
    const noun = thing.includes('laptop') ? 'laptop' : 'phone';
    const like = methods.flatMap(({ Label = '' }) =>
      / on .*/.test(Label) && Label.includes(noun) ? Label : [],
    );
    return { fit: like.filter(label => label.endsWith(` on ${thing}`)), like };
  });
}
