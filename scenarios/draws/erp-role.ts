import { addRequest, addTicket, oneLine, type Rng, type World } from '#range';
import { drawNewGrant } from './new-grant.ts';

const APP = 'corvane';

/** A role that somebody asked for, and what stands near it, for mistakes. */
export interface ErpRole {
  ticket: string;
  request: string;
  subject: string;
  account: string;
  erpUser: string;
  role: string;
  companyCode: string;
  /** Another role that the same person could be given; or empty. */
  other: string;
}

/** Lays the approved request of an ordinary role and the ticket of its beneficiary. */
export function drawErpRole({ world, draft, rng }: { world: World; draft: World; rng: Rng }): ErpRole {
  const { code: role, holder, other } = drawNewGrant(world, { app: APP, kind: 'role' }, rng);
  const { subject, ids, accounts } = holder;
  const erpUser = ids[APP];
  const companyCode = accounts[APP].companyCode ?? '';
  const { id: request } = addRequest(draft, { beneficiary: subject, app: APP, code: role });
  const { number: ticket } = addTicket(draft, {
    kind: 'task',
    caller: subject,
    shortDescription: `Corvane role ${role} for ${erpUser}`,
    description: oneLine`Please assign the role ${role} in company code ${companyCode} to the Corvane user
      ${erpUser} (${subject}), dates as in ${request}.`,
    request,
  });
  return { ticket, request, subject, account: `${APP}/${erpUser}`, erpUser, role, companyCode, other };
}
