import { createDraft, finishDraft } from 'immer';
import { tidy } from '../../src/screen/names.ts';
import type { World } from '../../src/world/types.ts';

/** Stands before every hostile text, so that it is found wherever a console prints it. */
const MARK = 'Zq7 ';

/** Texts that break out of careless templates, terminals and layouts. */
export const HOSTILE: Readonly<Record<string, string>> = {
  markup: `"><script>alert(1)</script><img src=x onerror=alert(1)>'</td></textarea></select></title><iframe>`,
  templates: `<%= 1 + 1 %> \${1 + 1} {{1 + 1}} #{1 + 1} &lt;b&gt; &amp;amp; %3Cb%3E $& $1`,
  controls: 'a\u0000b\u0007c\u001b[31md',
  directions: '\u202Egnirts\u202C \u200Fשלום\u200F \u2066x\u2069 e\u0301\u200B',
  long: `W${'ord '.repeat(2_500)}`.trim(),
};

/** A world whose every free text is the same hostile one; ids, days and codes stay. */
export function hostileWorld(world: World, text: string): World {
  const draft = createDraft(world) as World;
  const bad = MARK + text;
  draft.company.name = bad;
  for (const location of draft.company.locations) location.city = bad;
  for (const department of Object.values(draft.departments))
    Object.assign(department, { name: bad, location: bad });
  for (const position of Object.values(draft.positions)) position.title = bad;
  for (const person of Object.values(draft.persons)) {
    const names = { givenName: bad, familyName: bad, displayName: bad, legalName: bad };
    Object.assign(person, names, {
      location: bad,
      workPhone: bad,
      mobile: bad,
      vendor: person.vendor && bad,
    });
  }
  for (const event of draft.hrEvents) event.note = bad;
  for (const account of Object.values(draft.accounts)) {
    account.displayName = bad;
    for (const method of account.methods ?? []) method.label = bad;
    for (const session of account.sessions ?? []) Object.assign(session, { device: bad, app: bad });
  }
  for (const entitlement of Object.values(draft.entitlements))
    Object.assign(entitlement, { name: bad, description: bad });
  for (const role of Object.values(draft.businessRoles)) role.name = bad;
  for (const rule of Object.values(draft.sodRules)) rule.name = bad;
  for (const request of Object.values(draft.requests)) {
    request.justification = bad;
    for (const approval of request.approvals) approval.comment = bad;
  }
  spoilTickets(draft, bad);
  for (const change of Object.values(draft.changes)) change.summary = bad;
  Object.assign(draft.operator, { displayName: bad, group: bad });
  return finishDraft(draft) as World;
}

function spoilTickets(draft: World, bad: string): void {
  for (const ticket of Object.values(draft.tickets)) {
    Object.assign(ticket, { shortDescription: bad, description: bad, group: bad });
    if (ticket.item) ticket.item.name = bad;
    for (const variable of ticket.item?.variables ?? []) Object.assign(variable, { label: bad, value: bad });
    for (const comment of ticket.comments) comment.text = bad;
  }
}

/** How a hostile text must read on a screen: white space folded, control characters written out. */
function shownAs(text: string): string {
  return tidy(text).replace(/\p{Cc}/gu, char => `\\x${char.charCodeAt(0).toString(16).padStart(2, '0')}`);
}

/** Places in a screen's text where the hostile text stands otherwise than written, and how often it stands at all. */
export function misread(screen: string, text: string): { count: number; wrong: string[] } {
  const wanted = shownAs(text);
  // An export in an old code page has a question mark for every sign that the page lacks.
  const inCodePage = wanted.replace(/[^\u0020-\u007e\u00a0-\u00ff]/gu, '?');
  const parts = screen.split(MARK).slice(1);
  const wrong = parts.filter(part => {
    const line = part.split('\n')[0] ?? '';
    if (line.startsWith(wanted) || line.startsWith(inCodePage)) return false;
    const cut = line.indexOf('…');
    return cut < 0 || !wanted.startsWith(line.slice(0, cut).trimEnd());
  });
  return { count: parts.length, wrong: [...new Set(wrong.map(part => part.slice(0, 120)))] };
}
