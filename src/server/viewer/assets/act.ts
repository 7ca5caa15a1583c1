/** What an action says beyond its place, out of `action_json`. */
export interface ActFacts {
  text: string | null;
  keys: string | null;
  direction: string | null;
  amountPx: number | null;
  ms: number | null;
  to: { x: number; y: number } | null;
  status: string | null;
  reason: string | null;
  message: string | null;
  values: [string, string][];
}

/** Reads an action; what is missing or of another type is null. */
export function actFacts(json: string): ActFacts {
  const act = objectIn(json);
  const { x2, y2 } = act;
  const values = act.values !== null && typeof act.values === 'object' ? act.values : {};
  return {
    text: textIn(act.text),
    keys: textIn(act.keys),
    direction: textIn(act.direction),
    amountPx: numberIn(act.amount_px),
    ms: numberIn(act.ms),
    to: typeof x2 === 'number' && typeof y2 === 'number' ? { x: x2, y: y2 } : null,
    status: textIn(act.status),
    reason: textIn(act.reason),
    message: textIn(act.message),
    values: Object.entries(values).map(([name, value]) => [name, String(value)]),
  };
}

/** JSON with line breaks for reading, lists of numbers on one line; a text that is no JSON stays as it is. */
export function prettyJson(json: string): string {
  try {
    const whole = JSON.stringify(JSON.parse(json), null, 2);
    return whole.replace(/\[\s+(-?\d+(?:,\s+-?\d+)*)\s+\]/g, list => list.replace(/\s+/g, ' '));
  } catch {
    return json;
  }
}

function objectIn(json: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(json);
    return value !== null && typeof value === 'object' ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

const textIn = (value: unknown): string | null => (typeof value === 'string' ? value : null);
const numberIn = (value: unknown): number | null => (typeof value === 'number' ? value : null);
