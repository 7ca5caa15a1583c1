import { mkdirSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sweepLeftovers, sweepProcess, takeLease } from '../../../../src/dataset/commit/lease.ts';
import { makeFolder } from '../../../support/folders.ts';

const HOUR_S = 3600;

/** Makes a thing an hour old by the clock of the file system. */
function age(...paths: string[]): void {
  for (const path of paths) utimesSync(path, 1_000_000, 1_000_000 + HOUR_S);
}

function left(folder: string, name: string): string {
  const path = join(folder, '_tmp', name);
  if (name.endsWith('.part')) writeFileSync(path, 'half');
  else mkdirSync(path);
  return path;
}

const inTemp = (folder: string): string[] => readdirSync(join(folder, '_tmp')).sort();

describe('what a run leaves half done', () => {
  it('is taken away once its lease is over, and never before', () => {
    const folder = makeFolder();
    const [mine, other, dead] = [takeLease(folder), takeLease(folder), takeLease(folder)];
    expect(new Set([mine.token, other.token, dead.token]).size).toBe(3);
    // What another machine is at work on may well be old: its lease says that it lives.
    const kept = [left(folder, `00003.${other.token}-2.0`), left(folder, `0f3a.${other.token}.0.part`)];
    const gone = [left(folder, `00004.${dead.token}-0.0`), left(folder, `0f3b.${dead.token}.1.part`)];
    age(...kept, ...gone, join(folder, '_tmp', `lease-${dead.token}`, 'alive'));
    sweepLeftovers(folder, mine);
    const leases = [mine, other].map(({ token }) => `lease-${token}`);
    expect(inTemp(folder)).toEqual(
      [...leases, `00003.${other.token}-2.0`, `0f3a.${other.token}.0.part`].sort(),
    );
    other.renew();
    age(join(folder, '_tmp', `lease-${other.token}`, 'alive'));
    sweepLeftovers(folder, mine);
    expect(inTemp(folder)).toEqual([`lease-${mine.token}`]);
  });

  it('without a lease goes by its own age, and what differs stays for somebody to look at', () => {
    const folder = makeFolder();
    const mine = takeLease(folder);
    left(folder, '0f3a.unnamed.0.part');
    const old = left(folder, '0f3b.4711.0.part');
    const disputed = left(folder, '00001.4711.0');
    writeFileSync(join(disputed, 'steps--a.parquet.conflict'), 'x');
    const strange = left(folder, 'strange');
    age(old, disputed, strange);
    sweepLeftovers(folder, mine);
    expect(inTemp(folder)).toEqual(
      ['00001.4711.0', '0f3a.unnamed.0.part', `lease-${mine.token}`, 'strange'].sort(),
    );
  });

  it('by one process is known by its token, whatever others do', () => {
    const folder = makeFolder();
    const { token } = takeLease(folder);
    for (const process of [1, 10, 2]) left(folder, `0000${process % 10}.${token}-${process}.0`);
    sweepProcess(folder, `${token}-1`);
    expect(inTemp(folder)).toEqual([`00000.${token}-10.0`, `00002.${token}-2.0`, `lease-${token}`].sort());
  });

  it('has a lease that may be given back twice, and renewed when all is done', () => {
    const folder = makeFolder();
    const lease = takeLease(folder);
    lease.release();
    lease.release();
    lease.renew();
    expect(inTemp(folder)).toEqual([]);
  });
});
