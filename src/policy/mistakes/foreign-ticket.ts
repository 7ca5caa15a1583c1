import type { Observation } from '../../screen/observation.ts';
import { mapScript } from '../../screen/script/map-script.ts';
import type { Script } from '../../screen/script/script.ts';
import { hostOf, textOn } from '../../screen/script/sight.ts';
import { look } from '../../screen/script/verbs.ts';
import type { Mistake } from '../../scenario/mistake.ts';

const KIND = 'foreign-ticket';

/** Enters the number of another piece of work wherever a change asks for one. */
export const foreignTicket: Mistake = {
  name: KIND,
  summary: 'Changes are entered under the number of another ticket.',
  begin: ({ script, scenario, briefing }) => {
    const { ticket } = scenario.focus(briefing.params);
    return ticket === null ? null : underAnother(script, ticket);
  },
};

/** Takes the first number of the same kind that a screen has shown beside its own. */
function* underAnother(script: Script, ticket: string): Script {
  const like = new RegExp(`\\b${ticket.replace(/\d/g, '\\d')}\\b`, 'g');
  const desk = hostOf(yield* look());
  let other: string | undefined;
  return yield* mapScript(script, {
    *act(action, { screen }): Script<Observation> {
      other ??= textOn(screen)
        .match(like)
        ?.find(number => number !== ticket);
      const isEntered = action.kind === 'type' && action.text === ticket && hostOf(screen) !== desk;
      return isEntered && other !== undefined
        ? yield { ...action, text: other, meant: action, mistake: KIND }
        : yield action;
    },
  });
}
