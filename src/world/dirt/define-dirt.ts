import type { Rng } from '../../core/rng.ts';
import type { Days } from '../days.ts';
import type { PopulatedApp } from '../population.ts';
import type { Account, AppName, Dirt, Person, WorkerId, World } from '../world.ts';

/**
 * One way in which the records of a company that was lived in do not agree: laid into every company at its
 * rate, when all else of it is there.
 */
export interface DirtKind {
  name: string;
  /** One sentence: what is not as it should be. */
  summary: string;
  /** What is dirty. People come first: accounts and rights that are theirs are let alone then. */
  about: 'people' | 'accounts' | 'rights';
  /** In a thousand of those that it can befall: between two figures, drawn for each company. */
  rate: readonly [least: number, most: number];
  /** Lays it and says where. */
  lay(ground: Ground, rng: Rng): Stain[];
}

/** Where dirt lies, before its kind. */
export type Stain = Omit<Dirt, 'kind'>;

/**
 * A company that is whole, to be made dirty. What a kind draws hangs on no console but the one that it is
 * laid in.
 */
export interface Ground {
  world: World;
  days: Days;
  consoles: readonly PopulatedApp[];
  /** Those at work who lead nobody, answer for nothing and run no system: no other record rests on theirs. */
  bystanders: readonly Person[];
  /** Employees who have left, by worker number. */
  leavers: readonly Person[];
  accountsIn(app: AppName): readonly Account[];
  accountsFor(worker: WorkerId): readonly Account[];
  /** Whether no dirt lies on a person yet. */
  isClean(worker: WorkerId): boolean;
  /** Everyday accounts in use that no dirt lies on, of people at work on whom none lies. */
  everyday(app: AppName): readonly Account[];
}

/** Declares a kind of dirt. */
export function defineDirt(kind: DirtKind): DirtKind {
  return kind;
}

/** How many of so many it befalls: one at least where it can befall ten. */
export function befallen(rng: Rng, [least, most]: DirtKind['rate'], all: number): number {
  const exact = all * rng.int(least, most);
  const count = Math.floor(exact / 1000) + (rng.chance(exact % 1000, 1000) ? 1 : 0);
  return Math.max(all >= 10 ? 1 : 0, count);
}

/** The record of an account, as a label names it. */
export function recordOf({ app, nativeId }: Pick<Account, 'app' | 'nativeId'>): string {
  return `accounts/${app}/${nativeId}`;
}

/** The everyday accounts among some that are open. */
export function openOf(accounts: readonly Account[]): Account[] {
  return accounts.filter(({ purpose, status }) => purpose === 'primary' && status === 'active');
}
