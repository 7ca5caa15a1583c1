import type { Notice, Reply } from '../app.ts';
import type { FunctionsSpec } from './special-widgets.ts';
import type { ActionSpec, CrumbsSpec, HeadingSpec, PillSpec, TabsSpec } from './widgets.ts';
import { type Body, flat, type Maybe, there, type Widget } from './tree.ts';

/** What a console puts into the frame around its page. */
export interface FrameExtras extends FunctionsSpec {
  /** Beside the title: the system and client. */
  system?: string;
  /** In the last line, beside the transaction. */
  server?: string;
  /** What the page belongs to, above it. */
  context?: string;
}

/** A page as plain data. It is drawn in this order. */
export interface Page {
  /** Of the document: the window's title. */
  title: string;
  /** The record that the page shows (`people/E100413`), for rules about what was read. Nowhere on the screen. */
  record?: string;
  /** The worker whom that record is about, if it is about one. Nowhere on the screen, either. */
  subject?: string | null;
  /** Which part of the record it shows, where it has no tabs and does not show it whole. Nowhere on the screen. */
  part?: string;
  crumbs?: CrumbsSpec['items'];
  heading: HeadingSpec;
  /** Between heading and tabs. */
  lead: Widget[];
  tabs?: TabsSpec;
  body: Widget[];
  frame: FrameExtras;
}

/** A page as an author writes it: the heading's title is that of the page unless it says another. */
export interface PageParts {
  title: string;
  record?: string;
  subject?: string | null;
  part?: string;
  crumbs?: CrumbsSpec['items'];
  heading?: HeadingParts;
  lead?: Body;
  tabs?: TabsSpec;
  body: Body;
  frame?: FrameExtras;
}
export type HeadingParts = Partial<Omit<HeadingSpec, 'actions' | 'menu' | 'pills'>> & {
  actions?: readonly Maybe<ActionSpec>[];
  menu?: readonly Maybe<ActionSpec>[];
  pills?: readonly Maybe<PillSpec>[];
};

/**
 * A page: widgets by value, drawn by the kit of the skin.
 *
 * @example
 * page({ title: 'Ana Kovač', record: 'people/E100413', body: [card('Job', facts([['Location', 'Lisbon']]))] })
 */
export function page(
  parts: PageParts,
  options: { status?: number; notice?: Notice } = {},
): Reply & { kind: 'page' } {
  const { heading = {}, lead, body, frame = {}, ...rest } = parts;
  const { actions, menu, pills, ...head } = heading;
  const { status = 200, notice } = options;
  return {
    kind: 'page',
    page: {
      ...rest,
      heading: {
        title: rest.title,
        ...head,
        ...(pills ? { pills: there(pills) } : {}),
        ...(actions ? { actions: there(actions) } : {}),
        ...(menu ? { menu: there(menu) } : {}),
      },
      lead: flat(lead),
      body: flat(body),
      frame,
    },
    status,
    ...(notice ? { notice } : {}),
  };
}
