/** Something done, in pieces: `{ did: 'removed', what: 'ana.kovac@…', rest: 'from GG-FIN-Files', … }`. */
export interface WorkDone {
  /** A past form that is the same in active and passive voice. */
  did: string;
  /** One thing, or several by name. */
  what: string | readonly string[];
  rest?: string;
  /** Whether one name stands for several: `all sessions of …`. */
  isMany?: boolean;
  /** The console that it was done in, by the name that people have for it. */
  where: string;
}

/** How what was done in a console is told: `did('removed', 'ana.kovac@…', 'from GG-FIN-Files')`. */
export type Did = (did: string, what: WorkDone['what'], rest?: string) => WorkDone;

/** The same for the console of a name, which its skills export as `did`. */
export function didIn(where: string): Did {
  return (did, what, rest) => ({ did, what, ...(rest === undefined ? {} : { rest }), where });
}
