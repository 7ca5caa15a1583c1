import { expect, it } from 'vitest';
import { InfraError } from '../../../../src/core/errors.ts';
import { threadAt } from '../../../../src/dataset/parquet/unpack-threads.ts';
import { openPictureLint } from '../../../../src/dataset/verify/lint-pictures.ts';
import { makeBlankPng, makePng, packPng } from '../../../support/png.ts';

const VIEWPORT = { width: 32, height: 24 };
const COUNT = 300;

it('complains of each broken picture and of no other, in their order', async () => {
  const pictures = openPictureLint();
  const heard: string[] = [];
  for (let index = 0; index < COUNT; index++) {
    const isBlank = index % 100 === 7;
    const isCut = index % 100 === 50;
    const whole = isBlank ? makeBlankPng(32, 24) : makePng(32, 24);
    const png = isCut ? packPng(32, 24, new Uint8Array(5)) : whole;
    pictures.add(png, VIEWPORT, reason => void heard.push(`${index}: ${reason}`));
    await pictures.room();
  }
  await pictures.end();
  const size = 24 * (32 * 3 + 1);
  expect(heard).toEqual(
    [0, 100, 200].flatMap(from => [
      `${from + 7}: the picture is blank`,
      `${from + 50}: the picture holds 5 bytes of pixels instead of ${size}`,
    ]),
  );
});

it('is trouble of the machine when a thread ends, and the next is done by another', async () => {
  const pictures = openPictureLint();
  const ended = threadAt(0).end();
  pictures.add(makePng(32, 24), VIEWPORT, () => {});
  await expect(pictures.end()).rejects.toThrow(InfraError);
  await ended;
  pictures.add(makePng(32, 24), VIEWPORT, () => {});
  await pictures.end();
});
