import { entitlementLine, type EntitlementLine, type GrownGiven, type Rng } from '#range';

/** Modules with the functions that own their roles, and what they keep records of. */
const MODULES: readonly (readonly [module: string, owner: string, objects: string])[] = [
  ['FI', 'FAP', 'CHECK DUNN DOWNPAY INVTOL PARK PAYADV TRAVEL WHT'],
  ['FI', 'FGL', 'ACCR ASSET BANKREC CLEAR FXVAL INTERCO LEDGER PROV VALUA'],
  ['CO', 'FGL', 'ALLOC CCTR ORDER PLAN PROFIT SETTLE'],
  ['MM', 'PUR', 'AGREE CATAL CONTR INFOREC QUOTA REQ RFQ SOURCE'],
  ['LO', 'LOG', 'BATCH BIN DELIV FREIGHT PACK PICK ROUTE SERIAL TRANSFER WAVE'],
  ['SD', 'SAL', 'BILLING COMMIS CREDITCHK PRICE QUOTE REBATE RETURN SHIP'],
  ['HR', 'HRO', 'ABSENCE LEARN ORGUNIT RECRUIT SHIFT TRAINING'],
  ['PM', 'LOG', 'EQUIP NOTIF PLANT SPARE'],
];
/** What is kept there, in words, where its code is no word. */
const WORDS: Readonly<Record<string, string>> = {
  ...{ DUNN: 'dunning', DOWNPAY: 'down payment', INVTOL: 'invoice tolerance', PARK: 'parked invoice' },
  ...{ PAYADV: 'payment advice', WHT: 'withholding tax', ACCR: 'accrual', BANKREC: 'bank reconciliation' },
  ...{ CLEAR: 'clearing', FXVAL: 'currency valuation', INTERCO: 'intercompany', PROV: 'provision' },
  ...{ VALUA: 'valuation', ALLOC: 'allocation', CCTR: 'cost centre', SETTLE: 'settlement' },
  ...{
    AGREE: 'agreement',
    CATAL: 'catalogue',
    CONTR: 'contract',
    INFOREC: 'purchasing info',
    REQ: 'requisition',
  },
  ...{
    RFQ: 'quotation request',
    DELIV: 'delivery',
    PACK: 'packing',
    PICK: 'picking',
    SERIAL: 'serial number',
  },
  ...{ COMMIS: 'commission', CREDITCHK: 'credit check', SHIP: 'shipping', LEARN: 'learning' },
  ...{ ORGUNIT: 'organisational unit', RECRUIT: 'recruiting', EQUIP: 'equipment', NOTIF: 'notification' },
  ...{ SPARE: 'spare part' },
};
const ACTS: readonly (readonly [act: string, risk: string, text: string])[] = [
  ['DISPLAY', 'Low', 'Display'],
  ['REPORT', 'Low', 'Report on'],
  ['MAINT', 'Medium', 'Maintain'],
  ['POST', 'High', 'Post'],
  ['MASS', 'High', 'Change in bulk'],
];
const COMPANY_CODES = ['1100', '1200', '1300'];

/** Roles that projects and company codes have brought, by module, object and act. */
export function grown({ count, rng }: GrownGiven): EntitlementLine[] {
  const lines = new Map<string, EntitlementLine>();
  while (lines.size < count) {
    const line = role(rng, lines.size);
    if (!lines.has(line.code)) lines.set(line.code, line);
  }
  return [...lines.values()];
}

/** Where all roles of a kind are there, the next one has a number, as copies of roles have. */
function role(rng: Rng, known: number): EntitlementLine {
  const [module, owner, objects] = rng.pick(MODULES);
  const object = rng.pick(objects.split(' '));
  const [act, risk, text] = rng.pick(ACTS);
  const companyCodes = rng.chance(1, 3) ? [rng.pick(COMPANY_CODES)] : COMPANY_CODES;
  const copy = known > 150 ? rng.int(1, 4) : 1;
  const parts = [
    module,
    object,
    act,
    companyCodes.length === 1 ? companyCodes[0] : '',
    copy > 1 ? `V${copy}` : '',
  ];
  const code = parts.filter(part => part !== '').join('_');
  const what = `${text} ${WORDS[object] ?? object.toLowerCase()} records of module ${module}`;
  return entitlementLine(`${code} ${owner} ${risk}`, what, { kind: 'role', companyCodes });
}
