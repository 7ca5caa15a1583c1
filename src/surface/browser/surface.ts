import { must } from '../../core/assert.ts';
import type { Act, Aim, Point } from '../../screen/action.ts';
import { brief, centre, findTarget, TargetError } from '../../screen/find.ts';
import type { Observation, ScreenNode, Viewport } from '../../screen/observation.ts';
import { INTERACTIVE } from '../../screen/roles.ts';
import type { Surface } from '../surface.ts';
import { doAct, type Hand, type PlacedAct } from './input.ts';
import type { Seat } from './seats.ts';
import { NOWHERE, type Tab } from './tab.ts';

/** A browser surface over a prepared page and its proxy. */
export function makeSurface({ tab, server, viewport, leave }: Seat): Surface {
  const hand: Hand = { tab, clipboard: '' };
  let last: Observation | undefined;

  /** What a console threw is a fault of ours, not a screen. */
  const raise = (): void => {
    const error = server.takeError();
    if (error) throw error;
  };
  const look = async (actionError?: string): Promise<Observation> => {
    const { reading, picture, url } = await tab.observe();
    raise();
    const { tree, title } = reading;
    last = { url, title, tree, screenshot: picture, viewport };
    return actionError === undefined ? last : { ...last, actionError };
  };
  const open = async (url: string): Promise<Observation> => {
    if (!URL.canParse(url) || new URL(url).protocol !== 'http:') {
      return refuse(`Address not allowed: ${url}\n  allowed  http://…`);
    }
    await tab.input(() => [tab.send('Page.navigate', { url })]);
    return look();
  };
  const refuse = async (problem: string): Promise<Observation> => ({
    ...(last ?? (await look())),
    actionError: problem,
  });
  return {
    name: 'browser',
    can: { screenshots: true, layout: true },
    open,
    look: () => look(),
    perform: async act => {
      const { tree } = last ?? (await look());
      const placed = place(act, tree, viewport);
      if (typeof placed === 'string') return refuse(placed);
      const problem = await doAct(hand, placed);
      return problem === undefined ? look() : refuse(problem);
    },
    whole: async () => {
      await tab.settle();
      return must(await tab.call('whole'), 'a page at rest');
    },
    save: async () => {
      await tab.settle();
      const page = await tab.call('save');
      if (!page) throw new Error('The page went away while it was saved.');
      return { url: tab.url(), pointer: tab.pointer ?? null, ...page };
    },
    restore: async page => {
      // The new document gets the pointer; one that never moved rests where it touches nothing.
      tab.pointer = page.pointer ?? (tab.pointer && NOWHERE);
      await leaveFor(tab, page.url);
      await open(page.url);
      await tab.call('restore', page);
      return look();
    },
    close: leave,
  };
}

/** A part of the page that is open would only be scrolled to: what comes back is to be a page of its own. */
async function leaveFor(tab: Tab, url: string): Promise<void> {
  const whole = (address: string): string => address.replace(/#.*$/s, '');
  if (!url.includes('#') || whole(url) !== whole(tab.url())) return;
  await tab.input(() => [tab.send('Page.navigate', { url: 'about:blank' })]);
  await tab.settle();
}

/** The act with points for aims, or what is wrong with an aim. */
function place(act: Act, tree: ScreenNode, viewport: Viewport): PlacedAct | string {
  try {
    const at = (aim: Aim): Point => aimAt(aim, tree, viewport);
    if ('at' in act) return { ...act, at: at(act.at) } as PlacedAct;
    if (act.kind === 'drag') return { kind: 'drag', from: at(act.from), to: at(act.to) };
    return act as PlacedAct;
  } catch (error) {
    if (error instanceof TargetError) return error.message;
    throw error;
  }
}

function aimAt(aim: Aim, tree: ScreenNode, { width, height }: Viewport): Point {
  if (!('role' in aim)) {
    const isInside = aim.x >= 0 && aim.y >= 0 && aim.x < width && aim.y < height;
    if (isInside) return { x: aim.x, y: aim.y };
    throw new TargetError(
      `Point out of view: ${aim.x}, ${aim.y}\n  allowed  0 ≤ x < ${width}, 0 ≤ y < ${height}`,
    );
  }
  const node = findTarget(tree, aim);
  if (!node.box)
    throw new TargetError(`Target out of view: ${brief(aim)}\n  nearest  scroll until it is on the screen`);
  if (INTERACTIVE.has(node.role) && !node.hittable) {
    throw new TargetError(`Target covered: ${brief(aim)}\n  nearest  close or scroll away what lies over it`);
  }
  return centre(node.box);
}
