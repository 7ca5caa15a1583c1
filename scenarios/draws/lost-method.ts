import { addTicket, must, type Rng, type World } from '#range';
import { drawCaller, drawReply } from './caller.ts';
import { dailyHolders } from './holders.ts';
import { drawTwins, nameLost, tellLoss } from './twin-methods.ts';

/**
 * Lays the record of somebody who has lost one of two things that look alike: clear about which, vague, or with an
 * administrator role.
 */
export function drawLostMethod({ world, draft, rng }: { world: World; draft: World; rng: Rng }) {
  const { person, subject, ids } = rng.pick(dailyHolders(world));
  const upn = ids.harborlight;
  const account = must(draft.accounts[`harborlight/${upn}`], upn);
  const { thing, lost, twin } = drawTwins(world, account, rng);
  const way = rng.pick(['admin', 'vague', 'clear', 'vague', 'clear', 'clear'] as const);
  if (way === 'admin') account.adminRoles = ['User Administrator'];
  const isClear = way !== 'vague';
  const named = isClear ? thing : thing.replace(/^(work|private) /, '').replace(/ [\d-]+$/, '');
  const channel = rng.pick(['Phone', 'Portal', 'Chat'] as const);
  const who = `${person.displayName} (${subject})`;
  const told = { named, who, upn, isHeard: channel === 'Phone' };
  const { number: ticket } = addTicket(draft, {
    kind: 'incident',
    category: 'Authentication',
    caller: subject,
    channel,
    priority: 2,
    shortDescription: 'Lost device, remove it from sign-in',
    description: tellLoss(rng.fork('telling'), told),
  });
  const { questions } = drawCaller(draft, subject, rng.fork('caller'));
  const matter = nameLost(rng.fork('matter'), thing);
  const { isAnswered } = isClear
    ? { isAnswered: false }
    : drawReply(draft, subject, { matter, rng: rng.fork('reply') });
  return {
    ticket,
    subject,
    account: `harborlight/${upn}`,
    upn,
    lost,
    twin,
    isClear,
    isAnswered,
    questions,
  };
}
