import {
  callable,
  type Check,
  closed,
  type Form,
  listOf,
  maybe,
  oneOf,
  open,
  such,
  text,
  textLike,
  valuesLike,
  wholeNumber,
} from '../core/form.ts';
import type { Population } from '../world/population.ts';
import { APP_KINDS } from '../world/world.ts';
import type { Brand, Skin, StatedApp } from './app.ts';
import type { Evidence, Telling } from './evidence.ts';
import type { Kit } from './looks/kit.ts';
import { SIGNS } from './looks/kit-parts.ts';
import type { OwnSkin } from './own-skin.ts';

/** What consoles, kits and looks are made of, for whoever writes them without a compiler. */

const colour = textLike(/^#([0-9a-f]{3}|[0-9a-f]{6})$/i, 'a colour of three or six digits, such as #43193a');
const dayPattern = textLike(
  /^(?=.*Y)(?=.*M)(?=.*D)/,
  'a pattern with year, month and day, such as YYYY-MM-DD',
);
const timePattern = textLike(
  /^(?=.*Y)(?=.*M)(?=.*D)(?=.*[Hh])(?=.*mm)/,
  'a pattern with day, hour and minute, such as YYYY-MM-DD HH:mm',
);
const logo = textLike(/^\s*</, 'what stands inside an <svg viewBox="0 0 32 32">, such as <path d="…"/>');
const any: Check = () => undefined;
const texts = (allowed: string): Check => listOf(text(), { allowed });

const SKIN_FORM = {
  name: text('a name'),
  kit: text('the name of a kit, see "npx iam-range list kits"'),
  theme: oneOf(['light', 'dark']),
  density: oneOf(['roomy', 'dense']),
  nav: oneOf(['side', 'top']),
  vocabulary: wholeNumber(0, 99),
  pageSize: wholeNumber(1, 500),
  columnShift: wholeNumber(0, 99),
  choices: oneOf(['select', 'radios']),
  dayFormat: dayPattern,
  timeFormat: timePattern,
} satisfies Form<keyof Skin>;

/** A look that stands elsewhere: all but its names may be left out. */
export const OWN_SKIN_FORM: Form<keyof OwnSkin> = {
  ...(Object.fromEntries(Object.entries(SKIN_FORM).map(([name, check]) => [name, maybe(check)])) as Form<
    keyof Skin
  >),
  name: SKIN_FORM.name,
  app: text('the name of a console, see "npx iam-range list apps"'),
};

const BRAND_FORM = {
  logo: maybe(logo),
  icon: maybe(oneOf(SIGNS)),
  colour: maybe(colour),
  accent: maybe(colour),
} satisfies Form<keyof Brand>;

const POPULATION_FORM = {
  entitlements: maybe(callable('entitlements(organisation, rng)')),
  grown: maybe(callable('grown(given)')),
  requestWords: maybe(callable('requestWords(line)')),
  birthright: maybe(callable('birthright(duty)')),
  wishes: maybe(callable('wishes(duty)')),
  hasAccount: maybe(callable('hasAccount(person, { rng, days })')),
  accountFor: maybe(callable('accountFor(person, { rng, isTaken, days })')),
  adminAccountFor: maybe(callable('adminAccountFor(person, { rng, isTaken, days, domain })')),
  specialAccounts: maybe(callable('specialAccounts({ domain, persons, operator, rng })')),
  segregation: maybe(listOf(any, { allowed: 'a list of rules' })),
  accessEnd: maybe(callable('accessEnd(person)')),
  incidents: maybe(listOf(any, { allowed: 'a list of incidents' })),
  changes: maybe(listOf(any, { allowed: 'a list of changes' })),
  failedSignIns: maybe(callable('failedSignIns(world)')),
  forget: maybe(callable('forget(account, since)')),
  keepOld: maybe(callable('keepOld(account, old)')),
  guestFor: maybe(callable('guestFor(guest, { domain })')),
  sharedFor: maybe(callable('sharedFor(name, { domain })')),
} satisfies Form<keyof Population>;

const telling = closed({
  of: callable('of(entry)'),
  did: texts('a list of past forms, such as removed'),
  what: maybe(texts('a list of beginnings of words, such as session')),
} satisfies Form<keyof Telling>);

const EVIDENCE_FORM = {
  verifications: maybe(callable('verifications(state)')),
  approvals: maybe(callable('approvals(state, request)')),
  workOf: maybe(callable('workOf(number)')),
  approvalsOn: maybe(texts('a list of words on tabs, such as Approvals')),
  shownOn: maybe(callable('shownOn(entry)')),
  accountOf: maybe(callable('accountOf(state, entity)')),
  ends: maybe(callable('ends({ entity, field, after })')),
  lastsUntil: maybe(callable('lastsUntil({ entity, field, after })')),
  calls: maybe(callable('calls(state)')),
  notes: maybe(callable('notes(state, record)')),
  history: maybe(callable('history(state)')),
  disclosed: maybe(callable('disclosed(state)')),
  confidential: maybe(callable('confidential(state)')),
  tellings: maybe(listOf(telling, { allowed: 'a list of ways to tell an act' })),
} satisfies Form<keyof Evidence>;

const recordPath = closed({ label: text(), path: textLike(/^\//, 'a path, such as /tickets/') });

export const APP_FORM: Form<keyof StatedApp> = {
  name: text('a name'),
  title: text(),
  kind: oneOf(APP_KINDS),
  brand: maybe(closed(BRAND_FORM)),
  summary: text('a sentence'),
  host: textLike(/^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/, 'one label of a host name, such as desk'),
  home: textLike(/^\//, 'a path, such as /'),
  kit: maybe(SKIN_FORM.kit),
  words: valuesLike(texts('a list of words'), 'an object: a word, and the words in its place'),
  skins: listOf(closed({ ...SKIN_FORM, kit: maybe(SKIN_FORM.kit) }), {
    least: 2,
    allowed: 'two looks at least: skinsOf({ … }, { name: … })',
  }),
  population: maybe(closed(POPULATION_FORM)),
  recordPaths: maybe(
    closed({
      ticket: maybe(recordPath),
      request: maybe(recordPath),
      person: maybe(recordPath),
      account: maybe(recordPath),
    }),
  ),
  buttons: maybe(
    closed({ lookUp: maybe(texts('a list of labels')), save: maybe(texts('a list of labels')) }),
  ),
  evidence: maybe(closed(EVIDENCE_FORM)),
  keeps: maybe(callable('keeps({ world, subject, ticket })')),
  alarms: maybe(callable('alarms({ world, subject, ticket })')),
  init: callable('init(world)'),
  nav: callable('nav(state, request)'),
  routes: valuesLike(callable('(state, request) => page({ … })'), 'routes, as pages bring them'),
};

export const KIT_FORM = {
  name: text('a name'),
  title: text(),
  summary: text('a sentence with the licence'),
  folder: such(value => value instanceof URL, "new URL('./', import.meta.url)"),
  homeOf: listOf(oneOf(APP_KINDS), { allowed: 'a list of kinds of console' }),
  stylesheets: listOf(open({}), { allowed: "a list of { package, file }, { base } or { own: 'kit.css' }" }),
  html: callable('html({ theme, density, nav })'),
} satisfies Partial<Form<keyof Kit>>;
