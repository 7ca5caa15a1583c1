/** The company itself, before its people. */
export interface Company {
  name: string;
  /** Under `.example`. */
  domain: string;
  locations: Location[];
  /** Out of how many of its people how many carry names of each culture. */
  cultures: Record<string, number>;
  /** Who sends contractors. */
  vendors: string[];
}

/** A site. */
export interface Location {
  city: string;
  /** ISO 3166 alpha-2. */
  country: string;
  /** The number of the site, before the extensions. */
  switchboard: string;
}

/** Whom policies act as. */
export interface Operator {
  workerId: string;
  signIn: string;
  displayName: string;
  group: string;
}
