import { faker as ar } from '@faker-js/faker/locale/ar';
import { faker as czech } from '@faker-js/faker/locale/cs_CZ';
import { faker as da } from '@faker-js/faker/locale/da';
import { faker as de } from '@faker-js/faker/locale/de';
import { faker as britain } from '@faker-js/faker/locale/en_GB';
import { faker as india } from '@faker-js/faker/locale/en_IN';
import { faker as es } from '@faker-js/faker/locale/es';
import { faker as fr } from '@faker-js/faker/locale/fr';
import { faker as he } from '@faker-js/faker/locale/he';
import { faker as hr } from '@faker-js/faker/locale/hr';
import { faker as hu } from '@faker-js/faker/locale/hu';
import { faker as indonesia } from '@faker-js/faker/locale/id_ID';
import { faker as it } from '@faker-js/faker/locale/it';
import { faker as ja } from '@faker-js/faker/locale/ja';
import { faker as ko } from '@faker-js/faker/locale/ko';
import { faker as norway } from '@faker-js/faker/locale/nb_NO';
import { faker as pl } from '@faker-js/faker/locale/pl';
import { faker as portugal } from '@faker-js/faker/locale/pt_PT';
import { faker as ro } from '@faker-js/faker/locale/ro';
import { faker as sv } from '@faker-js/faker/locale/sv';
import { faker as tr } from '@faker-js/faker/locale/tr';
import { faker as china } from '@faker-js/faker/locale/zh_CN';
import type { Rng } from '../../core/rng.ts';
import type { Script } from './transliterate.ts';

/** Where names of one culture are taken from, and how they are put together. */
export interface Culture {
  /** Of a thousand people of an ordinary company. */
  weight: number;
  /** The published lists; the instance that comes with them draws nothing here. */
  lists: typeof hr;
  script: Script;
  order: 'given family' | 'family given' | 'familygiven' | 'given';
}

const latin = (weight: number, lists: typeof hr, order: Culture['order'] = 'given family'): Culture => ({
  weight,
  lists,
  script: 'latin',
  order,
});

/** Whose names a company's people may carry. */
export const CULTURES: Readonly<Record<string, Culture>> = {
  croatian: latin(290, hr),
  german: latin(105, de),
  british: latin(90, britain),
  czech: latin(90, czech),
  polish: latin(85, pl),
  italian: latin(65, it),
  spanish: latin(50, es),
  french: latin(30, fr),
  hungarian: latin(25, hu),
  portuguese: latin(25, portugal),
  turkish: latin(16, tr),
  swedish: latin(14, sv),
  indian: latin(12, india),
  romanian: latin(12, ro),
  danish: latin(10, da),
  norwegian: latin(8, norway),
  /** Many people of Java go by one name. */
  javanese: latin(12, indonesia, 'given'),
  chinese: { weight: 20, lists: china, script: 'chinese', order: 'familygiven' },
  arabic: { weight: 18, lists: ar, script: 'arabic', order: 'given family' },
  japanese: { weight: 14, lists: ja, script: 'japanese', order: 'family given' },
  korean: { weight: 14, lists: ko, script: 'korean', order: 'familygiven' },
  hebrew: { weight: 12, lists: he, script: 'hebrew', order: 'given family' },
};

/** In a company each culture has from a third of its ordinary share to twice as much. */
const [LEAST, MOST] = [35, 200];

/** Out of how many people of a company how many carry names of each culture: the mix is its own. */
export function drawCultures(rng: Rng): Record<string, number> {
  return Object.fromEntries(
    Object.entries(CULTURES).map(([name, { weight }]) => [name, weight * rng.fork(name).int(LEAST, MOST)]),
  );
}
