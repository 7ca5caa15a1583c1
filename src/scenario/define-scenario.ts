import { UsageError } from '../core/errors.ts';
import type { Facts, Scenario } from './scenario.ts';

/** States a scenario. The path of its file is its name. */
export function defineScenario<P extends Facts>(scenario: Scenario<P>): Scenario {
  const { name, apps, goals, start } = scenario;
  if (!/^[a-z0-9-]+\/[a-z0-9-]+$/.test(name)) {
    throw new UsageError(`Scenario name "${name}" is not family/name.`, {
      allowed: 'lower-case words joined by hyphens',
    });
  }
  if (goals.length === 0) throw new UsageError(`Scenario ${name} has no goal.`);
  if (!apps.includes(start.app))
    throw new UsageError(`Scenario ${name} starts in ${start.app}, which is not among its apps.`);
  return scenario as unknown as Scenario;
}
