import { must } from '../core/assert.ts';
import type { Rng } from '../core/rng.ts';
import type { PopulatedApp } from './population.ts';
import { type DrawnRequest, makeRequest, type RequestPool, rememberWishes, wishFor } from './requests.ts';
import type { AccessRequest } from './world.ts';

/** Of a hundred requests that were granted once, so many more were refused, or withdrawn by who asked. */
const [REFUSED, WITHDRAWN] = [7, 3];
/** Days ago. */
const ASKED = [14, 330] as const;
const WHY = [
  'Not needed for the present tasks.',
  'Please ask for the display role instead.',
  'The project has ended.',
  'A colleague in the team has it already.',
  'Ask again once the training is done.',
  'Too wide. Please name the company code.',
];
const NEVER_MIND = ['No longer needed.', 'Asked for by mistake.', 'Solved in another way.'];

/** Draws requests of the past that came to nothing, console by console: the history of a company has a no in it. */
export function drawRefusedRequests(
  rng: Rng,
  pool: RequestPool,
  { consoles, granted }: { consoles: readonly PopulatedApp[]; granted: readonly DrawnRequest[] },
): DrawnRequest[] {
  const persons = Object.values(pool.world.persons).filter(
    ({ status, manager, hireDay }) =>
      status === 'active' && manager !== null && hireDay < pool.days.at(-ASKED[1] - 30),
  );
  return consoles.flatMap(console => {
    const own = rng.fork(console.name);
    const wishesOf = rememberWishes(console);
    const askers = own.shuffle(persons.filter(person => wishesOf(person).length > 0));
    const all = granted.filter(({ request }) => request.app === console.name).length;
    const count = Math.min(askers.length, Math.round((all * (REFUSED + WITHDRAWN)) / 100));
    return askers.slice(0, count).flatMap(person => {
      const wish = wishFor(pool, { console, person, code: own.pick(wishesOf(person)) });
      if (!wish) return [];
      const submitted = pool.days.workday(-own.int(...ASKED));
      const { entitlement, account } = wish;
      const request = makeRequest(own, pool, { console, person, entitlement, submitted, start: 0 });
      refuse(own, request);
      return [{ request, account }];
    });
  });
}

/** The step at which it ended says why; nobody was asked after it. */
function refuse(rng: Rng, { approvals }: AccessRequest): void {
  const at = rng.int(0, approvals.length - 1);
  const isRefused = rng.chance(REFUSED, REFUSED + WITHDRAWN);
  Object.assign(must(approvals[at], `step ${at}`), {
    state: isRefused ? 'Rejected' : 'Withdrawn',
    comment: rng.pick(isRefused ? WHY : NEVER_MIND),
  });
  for (const later of approvals.slice(at + 1)) {
    Object.assign(later, { state: 'Withdrawn', decidedMs: null, comment: '' });
  }
}
