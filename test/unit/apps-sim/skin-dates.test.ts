import { expect, it } from 'vitest';
import { catalog } from '../../../src/catalog.ts';

const looks = Object.values(catalog.range.apps).flatMap(({ name, skins }) =>
  skins.map(skin => ({ app: name, ...skin })),
);

it.each(looks)('$app writes the day of a moment as it writes days ($name)', ({ dayFormat, timeFormat }) => {
  expect(timeFormat.startsWith(dayFormat), `${dayFormat}, and ${timeFormat}`).toBe(true);
});
