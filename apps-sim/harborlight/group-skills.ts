import { attempt, openTab, perform, readFact, readRows, reload, type Script } from '#range';
import { changeOwner as OWNER } from './acts/groups.ts';
import { groupPage } from './pages/group.ts';
import { openGroup } from './user-skills.ts';

/** What experts do with a group itself. Every skill starts from any page of any console. */

/** Why the owner of a group is not for everyday administrators to change; undefined where it is. */
export function* whyNotOurs(group: string, thought: string): Script<string | undefined> {
  yield* openGroup(group, thought);
  if ((yield* readFact('Kind')) === 'Synced') return 'it is mastered in Ashlar Directory';
  return (yield* readFact('Role-assignable')) === 'Yes' ? 'roles can be assigned to it' : undefined;
}

/** Makes somebody the owner of a group under a ticket, unless that is so, reads it back, and tells who was before. */
export function* changeOwner(
  group: string,
  { owner, upn = owner, ticket }: { owner: string; upn?: string; ticket: string },
): Script<string | undefined> {
  let was: string | undefined;
  yield* attempt(function* () {
    yield* openGroup(group, `I go back to ${group}: the owner stands on a page of its own.`);
    yield* openTab(groupPage, groupPage.tabs.owners);
    const owners = (yield* readRows('Owners')).flatMap(row => row['User name'] ?? []);
    if (owners.includes(upn)) return;
    was = owners[0];
    yield* perform(OWNER, { owner, ticket }, { thoughts: { open: 'Nothing stands against it.' } });
  });
  yield* attempt(function* () {
    yield* openGroup(group);
    yield* openTab(groupPage, groupPage.tabs.owners);
    yield* reload('Who owns it now? I read the owner back.');
    yield* readRows('Owners');
  });
  return was;
}
