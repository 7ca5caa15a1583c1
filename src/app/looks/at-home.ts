import { UsageError } from '../../core/errors.ts';
import type { App, StatedApp, StatedSkin } from '../app.ts';
import type { Kit } from './kit.ts';

/**
 * Consoles with the kit of each of their skins: the one that its author names, else the first where consoles of its
 * kind are at home.
 */
export function atHome(
  apps: Readonly<Record<string, StatedApp>>,
  kits: Readonly<Record<string, Kit>>,
): Record<string, App> {
  return Object.fromEntries(Object.entries(apps).map(([name, app]) => [name, settled(app, kits)]));
}

function settled({ kit: named, ...app }: StatedApp, kits: Readonly<Record<string, Kit>>): App {
  const own = named ?? Object.values(kits).find(({ homeOf }) => homeOf.includes(app.kind))?.name;
  const withKit = (skin: StatedSkin) => {
    const kit = skin.kit ?? own;
    if (kit === undefined) throw noHome(app, Object.keys(kits));
    return { ...skin, kit };
  };
  const [first, second, ...rest] = app.skins;
  return { ...app, skins: [withKit(first), withKit(second), ...rest.map(withKit)] };
}

function noHome({ name, kind }: Pick<App, 'name' | 'kind'>, kits: readonly string[]): UsageError {
  return new UsageError(`No kit is a home for consoles of kind "${kind}".`, {
    where: `console ${name}`,
    allowed: `kit: one of ${kits.join(', ')}`,
  });
}
