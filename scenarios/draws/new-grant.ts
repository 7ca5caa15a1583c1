import { entitlementsOf, isOwned, must, type Rng, type World } from '#range';
import { candidates, type Holder } from './holders.ts';

/** Something that somebody could rightly be given on a request, and what stands near it, for mistakes. */
export interface NewGrant<A extends string> {
  code: string;
  holder: Holder<A>;
  /** Somebody else who could be given it. */
  colleague: Holder<A>;
  /**
   * Something else that the same person could be given, without a conflict of duties between the two; or
   * empty.
   */
  other: string;
}

/** Draws what is to be given, first, then one of those who could be given it. */
export function drawNewGrant<A extends string>(
  world: World,
  { app, kind }: { app: A; kind: string },
  rng: Rng,
): NewGrant<A> {
  const open = entitlementsOf(world, app).filter(
    item =>
      item.kind === kind &&
      item.requestable &&
      item.successor === null &&
      item.risk !== 'Privileged' &&
      isOwned(world, item),
  );
  const codes = rng.shuffle(open.map(item => item.code));
  const code = must(
    codes.find(item => candidates(world, app, item).length > 1),
    `a ${kind} of ${app} that two people could be given`,
  );
  const [holder, colleague] = rng.shuffle(candidates(world, app, code));
  const { subject } = must(holder, 'somebody to be given it');
  const other = codes.find(
    item =>
      item !== code &&
      !clash(world, `${app}/${code}`, `${app}/${item}`) &&
      candidates(world, app, item).some(candidate => candidate.subject === subject),
  );
  return {
    code,
    holder: must(holder, subject),
    colleague: must(colleague, 'a colleague'),
    other: other ?? '',
  };
}

function clash(world: World, a: string, b: string): boolean {
  return Object.values(world.sodRules).some(({ left, right }) =>
    [left, right].every(side => [a, b].some(key => side.includes(key))),
  );
}
