import type { Script } from '../screen/script/script.ts';
import type { AppName } from '../world/world.ts';
import type { Facts } from './scenario.ts';

/** A mistake that all scenarios of a kind can make, written once beside the procedures that they share. */
export interface SharedMistake {
  name: string;
  /** Whether scenarios with these consoles and edges can make it. */
  appliesTo(scenario: { apps: readonly AppName[]; edges: readonly string[] }): boolean;
  /** The script that goes wrong, from the expert's and from what the scenario is about; null where it can't here. */
  make(expert: Script, facts: Facts): Script | null;
}
