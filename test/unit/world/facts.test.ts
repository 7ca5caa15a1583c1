import { describe, expect, test } from 'vitest';
import { signInOf } from '../../../apps-sim/harborlight/sign-in-facts.ts';
import { createRng } from '../../../src/core/rng.ts';
import { generateWorld } from '../../../src/index.ts';
import { firstFree, loginName, shortName } from '../../../src/world/names/sign-in-names.ts';
import { CULTURES } from '../../../src/world/names/cultures.ts';
import { openNamer } from '../../../src/world/names/namer.ts';
import { foldToAscii, TRANSLITERATIONS } from '../../../src/world/names/transliterate.ts';
import { POLICIES } from '../../../src/world/policies.ts';

describe('names', () => {
  test.each([
    ['Đurđica', 'Durdica'],
    ['Müller', 'Mueller'],
    ['Łuczak', 'Luczak'],
    ["D'Angelo", 'DAngelo'],
    ['Weiß', 'Weiss'],
    ['Ødegård', 'Oedegaard'],
    ['García López', 'Garcia Lopez'],
  ])('%s folds to %s', (name, ascii) => expect(foldToAscii(name)).toBe(ascii));

  test('make sign-in and short names', () => {
    expect(loginName('Maria Jose', 'Garcia Lopez')).toBe('maria-jose.garcia-lopez');
    expect(loginName('Suharno', '')).toBe('suharno');
    expect(shortName('Ana', 'Kovac')).toBe('akovac');
    expect(firstFree('AKOVACEVICH', name => name !== 'AKOVACEVIC12', 12)).toBe('AKOVACEVIC12');
  });

  test('cover scripts, and most people carry Latin letters', () => {
    const names = Object.values(generateWorld({ seed: 'names', people: 2000 }).persons).map(
      person => person.displayName,
    );
    const share = (pattern: RegExp): number => names.filter(name => pattern.test(name)).length / names.length;
    for (const script of [
      /\p{Script=Han}/u,
      /\p{Script=Hangul}/u,
      /\p{Script=Arabic}/u,
      /\p{Script=Hebrew}/u,
    ]) {
      expect(share(script)).toBeGreaterThan(0.004);
    }
    expect(share(/^[\p{Script=Latin}' -]+$/u)).toBeGreaterThan(0.88);
    expect(share(/[^\u0020-\u007e]/)).toBeGreaterThan(0.35);
    expect(share(/['-]/)).toBeGreaterThan(0.01);
    expect(Math.max(...names.map(name => name.length))).toBeLessThanOrEqual(26);
  });

  test.each([
    ['chinese', '欧阳', '雨桐', 'Ouyang', 'Yutong'],
    ['japanese', '渡辺', '陽菜', 'Watanabe', 'Hina'],
    ['korean', '김', '민준', 'Kim', 'Minjun'],
    ['arabic', 'النجار', 'محمد', 'Alnajjar', 'Mohammed'],
    ['hebrew', 'בן דוד', 'נועה', 'Ben David', 'Noa'],
    ['latin', "D'Angelo", 'Łucja', 'DAngelo', 'Lucja'],
  ] as const)('in %s: %s %s is written %s, %s', (script, family, given, asciiFamily, asciiGiven) => {
    expect(TRANSLITERATIONS[script].family(family)).toBe(asciiFamily);
    expect(TRANSLITERATIONS[script].given(given)).toBe(asciiGiven);
  });

  test('that nobody can write in ASCII, or that two names were put into, are not drawn', () => {
    const { chinese, japanese, latin } = TRANSLITERATIONS;
    expect([chinese.given('龘'), japanese.family('龘'), latin.given('Ελένη'), latin.family('Da2')]).toEqual(
      Array.from({ length: 4 }, () => null),
    );
    expect([latin.family('KraljBabić'), latin.family('McGlynn')]).toEqual([null, 'McGlynn']);
  });

  test('have enough known to each script that a large company finds its own', () => {
    const taken = new Set<string>();
    for (const culture of Object.keys(CULTURES)) {
      const draw = openNamer(createRng(`names/${culture}`), { [culture]: 1 });
      const drawn = Array.from({ length: culture === 'javanese' ? 200 : 600 }, () => draw(taken));
      const sign = drawn.map(({ asciiGiven, asciiFamily }) => loginName(asciiGiven, asciiFamily));
      expect(sign.filter(name => !/^[a-z-]+(\.[a-z-]+)?$/.test(name))).toEqual([]);
    }
  });

  test('come in a mix of its own in each company, as do suppliers', () => {
    const shares = ['a', 'b', 'c', 'd'].map(seed => {
      const { cultures, vendors } = generateWorld({ seed, people: 60 }).company;
      const total = Object.values(cultures).reduce((sum, weight) => sum + weight, 0);
      return { croatian: (cultures.croatian ?? 0) / total, vendors: vendors.join() };
    });
    const croatian = shares.map(share => share.croatian);
    expect(Math.max(...croatian) - Math.min(...croatian)).toBeGreaterThan(0.1);
    expect(new Set(shares.map(({ vendors }) => vendors)).size).toBe(4);
  });
});

/** Kept for fiction in London and Chicago; elsewhere what no plan gives out. */
const WORK_PHONE =
  /^(\+385 1 055 5100|\+420 750 055 100|\+43 1 055 5100|\+44 20 7946 0100|\+1 312-555-0140) ext\. \d{4,5}$/;
const MOBILE =
  /^(\+385 96 05\d \d{4}|\+420 741 0\d\d \d{3}|\+43 600 05\d \d{4}|\+44 7700 (900\d{3}|0\d{5})|\+1 \d{3}-555-01\d\d)$/;

describe('values', () => {
  test('come from reserved ranges only', () => {
    for (const seed of ['a', 'b', 'c']) {
      const world = generateWorld({ seed });
      expect(world.company.domain).toMatch(/^[a-z]+\.example$/);
      for (const person of Object.values(world.persons)) {
        expect(person.mail.endsWith(`@${world.company.domain}`)).toBe(true);
        expect(person.mail).toMatch(/^[a-z0-9.-]+@/);
        expect(person.workPhone).toMatch(WORK_PHONE);
        expect(person.mobile).toMatch(MOBILE);
      }
      for (const account of Object.values(world.accounts)) {
        for (const { ip } of signInOf(account).sessions)
          expect(ip).toMatch(/^(192\.0\.2|198\.51\.100|203\.0\.113)\.\d+$/);
        if (account.app === 'corvane') expect(account.nativeId).toMatch(/^[A-Z0-9]{1,12}$/);
      }
    }
  });

  test('a size out of bounds is explained', () => {
    expect(() => generateWorld({ seed: 'a', people: 10 })).toThrow(/allowed {2}a whole number from 50/);
  });
});

test('the rule book has 30 rules in order, nine of them critical', () => {
  expect(POLICIES.map(policy => policy.id)).toEqual(
    Array.from({ length: 30 }, (_, i) => `P-${String(i + 1).padStart(2, '0')}`),
  );
  expect(POLICIES.filter(policy => policy.severity === 'critical')).toHaveLength(9);
});
