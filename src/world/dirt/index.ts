// Written by `npm run fix`.
import { attributeDrift } from './attribute-drift.ts';
import { directAssignment } from './direct-assignment.ts';
import { disabledLicensed } from './disabled-licensed.ts';
import { dormantAccount } from './dormant-account.ts';
import { duplicateAccount } from './duplicate-account.ts';
import { expiredContractor } from './expired-contractor.ts';
import { guestAccount } from './guest-account.ts';
import { nestedGroup } from './nested-group.ts';
import { orphanAccount } from './orphan-account.ts';
import { ownerlessRight } from './ownerless-right.ts';
import { privilegeCreep } from './privilege-creep.ts';
import { renamedPerson } from './renamed-person.ts';
import { sharedAccount } from './shared-account.ts';
import { staleManager } from './stale-manager.ts';
import { staleOwner } from './stale-owner.ts';
import { terminatedEnabled } from './terminated-enabled.ts';
import { vacantManager } from './vacant-manager.ts';

/** All kinds of dirt, by name. */
export const dirt = {
  'attribute-drift': attributeDrift,
  'direct-assignment': directAssignment,
  'disabled-licensed': disabledLicensed,
  'dormant-account': dormantAccount,
  'duplicate-account': duplicateAccount,
  'expired-contractor': expiredContractor,
  'guest-account': guestAccount,
  'nested-group': nestedGroup,
  'orphan-account': orphanAccount,
  'ownerless-right': ownerlessRight,
  'privilege-creep': privilegeCreep,
  'renamed-person': renamedPerson,
  'shared-account': sharedAccount,
  'stale-manager': staleManager,
  'stale-owner': staleOwner,
  'terminated-enabled': terminatedEnabled,
  'vacant-manager': vacantManager,
} as const;

/** A name in the list. */
export type DirtName = keyof typeof dirt;
