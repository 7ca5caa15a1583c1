import { must } from '../../core/assert.ts';
import { drawOne } from '../../core/draw.ts';

/** How the window around the workspace draws its controls. They are a picture: nobody here closes the window. */
export interface WindowLook {
  look: string;
  controls: readonly ('least' | 'most' | 'end')[];
  /** Whether they stand before the tabs instead of at the far end. */
  isFirst: boolean;
}

const LOOKS: readonly WindowLook[] = [
  { look: 'flat', controls: ['least', 'most', 'end'], isFirst: false },
  { look: 'beads', controls: ['end', 'least', 'most'], isFirst: true },
  { look: 'discs', controls: ['least', 'most', 'end'], isFirst: false },
  { look: 'lone', controls: ['end'], isFirst: false },
  { look: 'raised', controls: ['least', 'most', 'end'], isFirst: false },
];

/** The window of a company: its people all work on the same desktop. */
export function windowLookOf({ company }: { company: { domain: string } }): WindowLook {
  const drawn = drawOne(
    `${company.domain}/window`,
    LOOKS.map(({ look }) => look),
  );
  return must(
    LOOKS.find(({ look }) => look === drawn),
    'a look of the window',
  );
}
