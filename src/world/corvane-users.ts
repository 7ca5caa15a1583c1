import type { Rng } from '../core/rng.ts';
import { companyCodeOf } from './company.ts';
import { dayAt, msAt, offsetOf } from './days.ts';
import { CORVANE, dutyOf } from './entitlements.ts';
import { FUNCTIONS } from './functions.ts';
import { firstFree, shortName } from './names/draw.ts';
import type { Account, CorvaneMaster, Person } from './world.ts';

/**
 * Corvane's user id of a person: initial and family name, upper case, at most 12, with a number when it is
 * taken.
 */
export function corvaneId(person: Person, isTaken: (id: string) => boolean): string {
  return firstFree(shortName(person.asciiGiven, person.asciiFamily).toUpperCase(), isTaken, 12);
}

/** The personnel number in Corvane: the digits of the worker number, eight with leading zeros. */
export function personnelNo(workerId: string): string {
  return workerId.replace(/\D/g, '').padStart(8, '0');
}

/** Whether a person of this department and kind comes to have a Corvane account, by chance. */
export function drawsCorvane(rng: Rng, person: Person): boolean {
  const share = FUNCTIONS.find(duty => duty.code === dutyOf(person.department))?.corvaneShare ?? 0;
  return rng.chance(share, 100) && person.kind !== 'intern' && person.status !== 'prehire';
}

/** The Corvane account of a person, without grants. A leaver's is locked, ended and moved to TERMINATED. */
export function makeCorvaneUser(rng: Rng, person: Person, nativeId: string): Account {
  const hired = offsetOf(person.hireDay);
  const created = Math.min(
    hired + rng.int(0, 6),
    person.terminationDay ? offsetOf(person.terminationDay) : 0,
  );
  const hasLeft = person.status === 'terminated';
  const lastDay = hasLeft && person.terminationDay ? offsetOf(person.terminationDay) : -1;
  const used = Math.max(created, lastDay - rng.int(0, 12));
  return {
    app: CORVANE,
    nativeId,
    workerId: person.workerId,
    purpose: 'primary',
    status: hasLeft ? 'locked' : 'active',
    displayName: person.displayName,
    createdDay: dayAt(created),
    lastUsedMs: created > -1 ? null : msAt(Math.min(used, -1), rng.int(7, 17), rng.int(0, 59)),
    passwordChangedDay: dayAt(Math.max(created, lastDay - rng.int(1, 80))),
    grants: [],
    corvane: corvaneMaster(person, dayAt(created)),
  };
}

/** Master data of a person's Corvane account. */
export function corvaneMaster(person: Person, validFrom: string): CorvaneMaster {
  const hasLeft = person.status === 'terminated';
  const duty = FUNCTIONS.find(item => item.code === dutyOf(person.department));
  return {
    validFrom,
    validTo: hasLeft ? person.terminationDay : person.contractEnd,
    type: 'A',
    userGroup: hasLeft ? 'TERMINATED' : (duty?.corvaneGroup ?? 'GENERAL'),
    lock: hasLeft ? 64 : 0,
    personnelNo: personnelNo(person.workerId),
    companyCode: companyCodeOf(person.location),
  };
}
