import type { Observation, ScreenNode } from '../../screen/observation.ts';

/**
 * What acts that were chosen together rest on: the page, what is on it, in which order and where. What fields hold and
 * which of them has the focus is no part of it: one may click a field and type into it in one turn.
 */
export function shapeOf({ url, title, tree }: Observation): string {
  const parts: string[] = [url, title];
  const visit = ({ ref, role, name, box, children = [] }: ScreenNode): void => {
    parts.push(`${ref} ${role} ${JSON.stringify(name)} ${box?.join() ?? ''}`);
    for (const child of children) visit(child);
  };
  visit(tree);
  return parts.join('\n');
}
