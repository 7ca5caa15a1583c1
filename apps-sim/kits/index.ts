// Written by `npm run fix`.
import { kit as clarity } from './clarity/kit.ts';
import { kit as lightning } from './lightning/kit.ts';
import { kit as patternfly } from './patternfly/kit.ts';
import { kit as tabler } from './tabler/kit.ts';
import { kit as win98 } from './win98/kit.ts';

/** All kits, by name. */
export const kits = {
  clarity,
  lightning,
  patternfly,
  tabler,
  win98,
} as const;
