import { describe, expect, it } from 'vitest';
import type { State, User } from '../../../apps-sim/harborlight/state.ts';
import { kit } from '../../../apps-sim/kits/patternfly/kit.ts';
import { fontPackages, shared } from '../../../apps-sim/shared/shared.ts';
import { createHost, type Host } from '../../../src/app/host/host.ts';
import { all } from '../../../src/app/pages/entries.ts';
import { must } from '../../../src/core/assert.ts';
import { canonicalJson } from '../../../src/core/json.ts';
import { generateWorld } from '../../../src/index.ts';
import { diffStates } from '../../../src/scenario/diff.ts';
import type { RangeState } from '../../../src/scenario/scenario.ts';
import { catalog } from '../../../src/catalog.ts';

/** The console with the kit of its kind. */
const app = must(catalog.range.apps.harborlight, 'harborlight');

const world = generateWorld({ seed: 'harborlight' });
const first = app.init(world) as State;
const find = (is: (user: User) => boolean): User => must(Object.values(first.users).find(is), 'user');
const has = (kind: string) => (user: User) =>
  Object.values(first.methods).some(m => m.user === user.id && m.kind === kind);
const isPlain = (user: User): boolean =>
  user.status === 'Active' && user.purpose === 'primary' && user.source === 'Cloud';
const plain = find(user => isPlain(user) && has('push')(user) && has('passkey')(user));
const synced = find(user => user.status === 'Active' && user.source === 'Synced');
const admin = find(user => user.purpose === 'admin');
const group = must(
  Object.values(first.groups).find(
    g => g.id.startsWith('APP-') && g.kind === 'Assigned' && !first.memberships[`${g.id}|${plain.id}`],
  ),
  'group',
);

function open() {
  const clock = { nowMs: world.nowMs };
  const range = {
    apps: { harborlight: app },
    kits: { patternfly: kit },
    shared,
    fontPackages,
  };
  const skins = { harborlight: app.skins[0] };
  const host = createHost({ range, world, appNames: ['harborlight'], skins, nowMs: () => clock.nowMs });
  return { host, clock };
}

function get(host: Host, path: string): string {
  return String(host.exchange({ method: 'GET', url: host.addressOf('harborlight', path), form: [] }).body);
}

/** Posts a form and returns the page that it leads to. */
function post(host: Host, path: string, form: Record<string, string> = {}): string {
  const reply = host.exchange({
    method: 'POST',
    url: host.addressOf('harborlight', path),
    form: Object.entries(form),
  });
  if (reply.location === undefined) return String(reply.body);
  return String(host.exchange({ method: 'GET', url: reply.location, form: [] }).body);
}

const stateOf = (host: Host): State => host.state.apps.harborlight as State;
const at = (user: User, part: string): string => `/users/${encodeURIComponent(user.id)}${part}`;
/** Collections and fields that changed, audit and counters left out. */
function changed(host: Host): string[] {
  const changes = diffStates(seen.get(host) ?? { harborlight: app.init(world) }, host.state.apps);
  seen.set(host, host.state.apps);
  return changes.map(({ entity, field }) => (field === null ? entity : `${entity}/${field}`)).sort();
}
/** The state when it was last asked what changed. */
const seen = new WeakMap<Host, RangeState>();

describe('harborlight: a user’s life', () => {
  it('is the same state for the same world', () => {
    expect(canonicalJson(app.init(world))).toBe(canonicalJson(first));
  });

  it('suspends without ending sessions, and unsuspends', () => {
    const { host } = open();
    expect(post(host, at(plain, '/suspend'), { ticket: 'SCTASK0000001' })).toContain('was suspended.');
    expect(changed(host)).toEqual([`users/${plain.id}/status`]);
    expect(stateOf(host).audit).toMatchObject([
      { verb: 'Suspend user', effect: 'DISABLE', subject: plain.employeeNumber, ticket: 'SCTASK0000001' },
    ]);
    post(host, at(plain, '/unsuspend'));
    expect(stateOf(host).users[plain.id]?.status).toBe('Active');
  });

  it('deactivates after the user name was typed, and keeps memberships', () => {
    const { host } = open();
    const wrong = post(host, at(plain, '/deactivate'), { confirm: 'no', ticket: 'SCTASK0000002' });
    expect(wrong).toContain('The user name does not match.');
    expect(wrong).toContain('value="SCTASK0000002"');
    expect(changed(host)).toEqual([]);
    expect(post(host, at(plain, '/deactivate'), { confirm: plain.upn })).toContain('was deactivated.');
    expect(changed(host)).toEqual([`users/${plain.id}/status`]);
  });

  it('deletes only the deactivated, and restores them', () => {
    const { host } = open();
    const told = 'Only a user who is deactivated can be deleted';
    expect(post(host, at(plain, '/delete'), { confirm: plain.upn })).toContain(told);
    post(host, at(plain, '/deactivate'), { confirm: plain.upn });
    post(host, at(plain, '/delete'), { confirm: plain.upn });
    expect(get(host, `/users?q=${plain.employeeNumber}`)).not.toContain(`href="${at(plain, '')}"`);
    expect(get(host, '/deleted-users')).toContain(plain.upn);
    const taken = post(host, '/users/new', { upn: plain.upn, displayName: 'Somebody' });
    expect(taken).toContain('is taken by an active or a deleted user.');
    post(host, at(plain, '/restore'));
    expect(stateOf(host).users[plain.id]?.status).toBe('Deactivated');
  });

  it('keeps one Global Administrator beside the emergency accounts', () => {
    const { host } = open();
    const global = Object.values(first.adminRoles).filter(item => item.role === 'Global Administrator');
    const people = global
      .map(item => must(first.users[item.user], item.user))
      .filter(user => user.purpose !== 'emergency');
    for (const user of people) post(host, at(user, '/suspend'));
    const active = people.filter(user => stateOf(host).users[user.id]?.status === 'Active');
    expect(active).toHaveLength(1);
    expect(post(host, at(must(active[0], 'admin'), '/suspend'))).toContain(
      'At least one active Global Administrator',
    );
  });

  it('creates users, one change each', () => {
    const { host } = open();
    const upn = `new.person@${world.company.domain}`;
    const form = {
      upn,
      displayName: 'New Person',
      employeeNumber: 'E199999',
      manager: plain.upn,
      status: 'Staged',
    };
    expect(post(host, '/users/new', form)).toContain('New Person was created and is staged.');
    expect(changed(host)).toEqual([`users/${upn}`]);
    expect(post(host, '/users/new', { ...form, upn: 'x' })).toContain('Enter the user name like');
  });

  it('leaves synced profiles alone', () => {
    const { host } = open();
    post(host, at(synced, '/edit'), { displayName: 'Else', userType: synced.userType });
    expect(changed(host)).toEqual([]);
    post(host, at(plain, '/edit'), { ...(plain as unknown as Record<string, string>), title: 'Keeper' });
    expect(changed(host)).toEqual([`users/${plain.id}/title`]);
  });
});

describe('harborlight: credentials', () => {
  const secretIn = (html: string): string => must(/SYNTH-[A-Z]+-[A-Z0-9-]+/.exec(html)?.[0], 'secret');

  it('shows a temporary password once and keeps it nowhere', () => {
    const { host } = open();
    const secret = secretIn(post(host, at(plain, '/reset-password')));
    expect(JSON.stringify(stateOf(host))).not.toContain(secret);
    expect(get(host, at(plain, '/reset-password'))).not.toContain('SYNTH-');
    expect(post(host, at(synced, '/reset-password'))).toContain(
      'The password is managed by Ashlar Directory. Reset it there.',
    );
  });

  it('removes phone and authenticator methods, and keeps passkeys and sessions', () => {
    const { host } = open();
    expect(post(host, at(plain, '/require-registration'))).toContain(
      'Passkeys were kept. Existing sessions stay valid until revoked.',
    );
    const kept = Object.values(stateOf(host).methods).filter(m => m.user === plain.id);
    expect(kept.map(({ kind }) => kind)).toEqual(['passkey']);
    expect(
      changed(host).every(
        path => path.startsWith('methods/') || path === `users/${plain.id}/mustRegisterMfa`,
      ),
    ).toBe(true);
  });

  it('says that nothing was removed where nothing was there', () => {
    const { host } = open();
    const bare = find(user => isPlain(user) && !Object.values(first.methods).some(m => m.user === user.id));
    const page = post(host, at(bare, '/require-registration'));
    expect(page).toContain('There was no phone or authenticator method to remove.');
    expect(page).not.toContain('were removed');
    expect(stateOf(host).audit.at(-1)?.detail).toBe('Removed: nothing');
  });

  it('issues one pass with its life, which ends', () => {
    const { host, clock } = open();
    const page = post(host, at(plain, '/issue-pass'), {
      lifetime: '60',
      singleUse: 'yes',
      ticket: 'INC0000001',
    });
    expect(page).toContain('Copy this pass now. It won&#39;t be shown again.');
    expect(stateOf(host).methods['tap-1']).toMatchObject({
      isSingleUse: true,
      expiresMs: world.nowMs + 3_600_000,
    });
    expect(JSON.stringify(stateOf(host))).not.toContain(secretIn(page));
    expect(post(host, at(plain, '/issue-pass'), { lifetime: '60' })).toContain(
      'has a temporary access pass already',
    );
    clock.nowMs += 3_600_000;
    expect(get(host, at(plain, '/authentication'))).toContain('(expired)');
  });

  it.each(['reset-password', 'require-registration', 'issue-pass'])(
    'refuses %s of an administrator',
    slug => {
      const { host } = open();
      expect(post(host, at(admin, `/${slug}`))).toContain(
        'You don&#39;t have permission to change credentials',
      );
      expect(changed(host)).toEqual([]);
    },
  );

  it('revokes sessions, each an entity removed', () => {
    const { host } = open();
    const user = find(one => Object.values(first.sessions).filter(s => s.user === one.id).length > 1);
    expect(post(host, at(user, '/revoke-sessions'))).toContain('stay valid for up to 60 minutes.');
    expect(Object.values(stateOf(host).sessions).some(s => s.user === user.id)).toBe(false);
    expect(changed(host).every(path => path.startsWith('sessions/'))).toBe(true);
  });
});

describe('harborlight: groups and applications', () => {
  const path = `/groups/${group.id}/members`;

  it('adds and removes a member, one entity each', () => {
    const { host } = open();
    const form = { user: plain.upn, endDay: 'Dec 31, 2025', ticket: 'SCTASK0000003' };
    expect(post(host, `${path}/add`, form)).toContain(`was added to ${group.id} until Dec 31, 2025.`);
    const id = `${group.id}|${plain.id}`;
    expect(changed(host)).toEqual([`memberships/${id}`]);
    expect(stateOf(host).memberships[id]).toMatchObject({
      endDay: '2025-12-31',
      addedBy: `${world.operator.signIn}@${stateOf(host).domain}`,
    });
    expect(stateOf(host).audit).toMatchObject([{ effect: 'GRANT', entitlement: `harborlight/${group.id}` }]);
    expect(post(host, `${path}/add`, form)).toContain('already.');
    const removal = `${path}/${encodeURIComponent(plain.id)}/remove`;
    expect(post(host, removal)).toContain(`was removed from ${group.id}.`);
    expect(changed(host)).toEqual([`memberships/${id}`]);
    expect(post(host, removal)).toContain(`is not a member of ${group.id} any more.`);
  });

  it('says why nobody was found, and keeps the form', () => {
    const { host } = open();
    expect(post(host, `${path}/add`, { user: plain.displayName, endDay: 'soon' })).toContain(
      'Enter a date such as',
    );
    expect(post(host, `${path}/add`, { user: 'nobody', ticket: 'INC1' })).toContain('value="INC1"');
    expect(post(host, `${path}/add-several`, { users: `${plain.upn}\nnobody` })).toContain(
      'Nobody was added. Not found: nobody.',
    );
    expect(changed(host)).toEqual([]);
    post(host, `${path}/add-several`, { users: `${plain.upn}\n${synced.employeeNumber}\n` });
    expect(changed(host)).toHaveLength(2);
  });

  it.each([
    ['Dynamic', 'Membership of this group is calculated by a rule.'],
    ['Synced', 'This group is mastered in Ashlar Directory.'],
    ['Privileged', 'Only Privileged Role Administrators can change role-assignable groups.'],
  ])('leaves %s groups alone', (kind, told) => {
    const { host } = open();
    const held = must(
      Object.values(first.groups).find(g => g.kind === kind || (kind === 'Privileged' && g.isRoleAssignable)),
      kind,
    );
    expect(post(host, `/groups/${held.id}/members/add`, { user: plain.upn })).toContain(told);
    const member = Object.values(first.memberships).find(item => item.group === held.id);
    const removal = `/groups/${held.id}/members/${encodeURIComponent(member?.user ?? '')}/remove`;
    if (member) expect(post(host, removal)).toContain(told);
    expect(changed(host)).toEqual([]);
  });

  it('assigns an application, pending until the next cycle', () => {
    const { host, clock } = open();
    const name = must(Object.keys(first.applications)[0], 'application');
    post(host, `/applications/${name}/assign`, { principal: plain.upn });
    expect(changed(host)).toEqual([`appAssignments/${name}|${plain.id}`]);
    expect(get(host, at(plain, '/applications'))).toContain('Pending');
    clock.nowMs += 40 * 60_000;
    expect(get(host, at(plain, '/applications'))).not.toContain('Pending');
    post(host, `/applications/${name}/assignments/${encodeURIComponent(plain.id)}/unassign`);
    expect(stateOf(host).appAssignments[`${name}|${plain.id}`]).toBeUndefined();
  });

  it('lists a collection anew as long as it can change, and once when it cannot', () => {
    const changing: Record<string, string> = { a: 'first' };
    expect(all(changing)).toEqual(['first']);
    changing.b = 'second';
    expect(all(changing)).toEqual(['first', 'second']);
    expect(all(first.users)).toEqual(Object.values(first.users));
    Object.freeze(changing);
    expect(all(changing)).toBe(all(changing));
  });
});
