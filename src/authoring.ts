/** The only door of scenarios/ and apps-sim/ into the range: everything that an author needs, from `#range`. */
export type {
  App,
  AppRequest,
  AppState,
  AuditEntry,
  Effect,
  NavItem,
  Notice,
  Reply,
  Skin,
  StatedApp,
  StatedSkin,
  Tone,
  KeptChange,
  KeptFor,
} from './app/app.ts';
export type {
  Answered,
  Confidence,
  Disclosure,
  Evidence,
  Telling,
  Verification,
  PastLine,
  PhoneCall,
} from './app/evidence.ts';
export { defineSkin, type OwnSkin } from './app/own-skin.ts';
export { audit, dates, defineApp, nextId, paginate, redirect, skinsOf } from './app/define-app.ts';
export type { Act, Done, Routed } from './app/pages/act.ts';
export type { Attributes, Told } from './app/pages/attributes.ts';
export type { Entity } from './app/pages/entity.ts';
export { all, entry } from './app/pages/entries.ts';
export { fold } from './app/pages/collection.ts';
export {
  area,
  choice,
  day,
  type Fields,
  flag,
  hidden,
  type Problems,
  text,
  ticket,
  type Values,
} from './app/pages/fields.ts';
export { initialsOf } from './app/looks/render.ts';
export { vocabularies } from './app/looks/words.ts';
export { lowWordFor, wordFor } from './core/marked.ts';
export { type Given, givenOf } from './app/pages/given.ts';
export { type FrameExtras, type HeadingParts, type PageParts, page } from './app/pages/page.ts';
export { notFound } from './app/pages/not-found.ts';
export { navigation, place } from './app/pages/places.ts';
export { dayTyped } from './app/pages/read-day.ts';
export { drawFields, readForm } from './app/pages/read-form.ts';
export { shapes } from './app/pages/shapes.ts';
export {
  action,
  alert,
  type Body,
  card,
  type Columns,
  code,
  columns,
  dialog,
  facts,
  factsOf,
  feed,
  linked,
  listCard,
  listing,
  menuTree,
  narrow,
  normal,
  orgChart,
  pick,
  plainForm,
  prose,
  stats,
  table,
  type TableParts,
  through,
  timeline,
  type Widget,
  wide,
} from './app/pages/tree.ts';
export type { OrgBox, Tool } from './app/pages/special-widgets.ts';
export type { Kit } from './app/looks/kit.ts';
export type { ActionSpec, Cell, FieldSpec, PillSpec, Text } from './app/pages/widgets.ts';
export type { Brand } from './app/app.ts';
export { must } from './core/assert.ts';
export {
  addDays,
  DAY_MS,
  dayOf,
  daysBetween,
  formatDay,
  formatMs,
  instant,
  isDay,
  readDay,
  SECOND_MS,
} from './core/calendar.ts';
export { clip, opening } from './core/clip.ts';
export { drawOne, sayOne } from './core/draw.ts';
export { sha256 } from './core/hash.ts';
export { oneLine } from './core/one-line.ts';
export { by, chain, counted, tally } from './core/order.ts';
export { isQuotedWhole } from './core/quoted.ts';
export type { Rng } from './core/rng.ts';
export { scenario, type Wording } from './scenario/define-scenario.ts';
export { gap } from './scenario/gap.ts';
export { REMOVED } from './scenario/judge.ts';
export type {
  Endings,
  Pace,
  RangeState,
  Says,
  Sighting,
  Wanted,
  WantedChange,
  WantedPart,
} from './scenario/scenario.ts';
export type { SharedAlternative } from './scenario/alternative.ts';
export type { SharedMistake } from './scenario/shared-mistake.ts';
export { unless, withParts } from './scenario/wanted-parts.ts';
export { type Did, didIn, type WorkDone } from './scenario/work-done.ts';
export type { Target } from './screen/action.ts';
export { findAll, textOf } from './screen/find.ts';
export type { Observation } from './screen/observation.ts';
export type { Outcome, OutcomeKind, Reason } from './screen/outcome.ts';
export { SECRET } from './screen/secret.ts';
export {
  branching,
  either,
  isInDoubt,
  mistaken,
  nothing,
  otherwise,
  type Slip,
  slip,
} from './screen/script/branches.ts';
export { asFarAsItGoes } from './screen/script/as-far.ts';
export { sayFound } from './screen/script/answering.ts';
export { saying } from './screen/script/saying.ts';
export type { Script } from './screen/script/script.ts';
export {
  type ActWords,
  factsOn,
  fillFields,
  findInList,
  findRecord,
  type ListWords,
  openAct,
  openListed,
  openPlace,
  openTab,
  perform,
  searchList,
  send,
} from './screen/script/pages.ts';
export { readFor } from './screen/script/read-for.ts';
export * from './screen/script/reading.ts';
export * from './screen/script/verbs.ts';
export { type Days, daysFrom, earlier, later } from './world/days.ts';
export { presentDuties } from './world/entitlements.ts';
export { dutyOf } from './world/functions.ts';
export { addPerson, addRequest, addTicket, openAccounts } from './world/lay.ts';
export { movePerson } from './world/lay-move.ts';
export { firstFree, loginName, shortName } from './world/names/sign-in-names.ts';
export { POLICIES } from './world/policies.ts';
export {
  type AccountGiven,
  type EntitlementLine,
  type GrownGiven,
  entitlementLine,
  type Guest,
  makeAccount,
  type OldFacts,
  type PopulatedApp,
  type Population,
  type SegregationPart,
  type SpecialGiven,
} from './world/population.ts';
export {
  type Answering,
  type Asking,
  type Counterpart,
  counterpartNamed,
  isYes,
  defineCounterpart,
  drawLine,
  hear,
  type KnownFacts,
  type Line,
  type Said,
  type Topic,
  TOPICS,
} from './world/counterpart.ts';
export * from './world/questions.ts';
export { drawAuthor, ranAt, spanOf, toTheSecond, workedAt } from './world/moments.ts';
export { isTechnician, serviceAccount } from './world/special-accounts.ts';
export { QUEUES } from './world/ticket-words.ts';
export * from './world/world.ts';
export {
  defineEdge,
  type Edge,
  type EdgeFocus,
  requestOf,
  subjectOf,
  ticketOf,
} from './world/edges/define-edge.ts';
export { freeMail } from './world/lay-person.ts';
export { accountKey, appAt } from './world/find.ts';
export { brokenRules, expandEntitlement, heldKeys } from './world/sod.ts';
export { approvalAt, approvalProblems, MITIGATED_DAYS, rightfulApprovers } from './world/approvals.ts';
export type { Exchanged, HeldForm, Interception, Interceptor } from './app/host/intercept.ts';
export {
  addressOf,
  COLLEAGUES,
  defineFault,
  type Fault,
  isSaveDue,
  pass,
  resend,
  SHOWN_MAX,
  troublePage,
} from './fault/define-fault.ts';
export {
  clicking,
  GO_BACK,
  goingBack,
  type Healing,
  mend,
  MINUTE_MS,
  notice,
  RELOAD,
  waitingOut,
} from './fault/healing.ts';
export type { Rule, Trace, TraceStep } from './scenario/scenario.ts';
export {
  ACCESS_EFFECTS,
  approvalsIn,
  callsIn,
  confidentialIn,
  disclosedIn,
  type Event,
  eventsOf,
  isOneOfMany,
  notesIn,
  toldIn,
  verificationsIn,
  namesOf,
  wasListed,
  wasOpened,
  writtenIn,
} from './scenario/rules/events.ts';
export { endOf, holdsAt } from './scenario/rules/moments.ts';
export { wasShown } from './scenario/rules/own-page.ts';
export { bareSecret, isHeld, secretsOn } from './scenario/record/spelling.ts';
export { contentOf } from './scenario/record/content.ts';
export { isTold, privateIn } from './scenario/record/private.ts';
export { recordFaults } from './scenario/record/record-faults.ts';
export { UsageError } from './core/errors.ts';
export { dialled, isNumberOf } from './core/phone.ts';
export { column } from './dataset/tables/column.ts';
export { defineTable, type RowContext } from './dataset/tables/define-table.ts';
export { defineExporter, type Piece } from './dataset/export/exporter.ts';
