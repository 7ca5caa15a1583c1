import { describe, expect, it } from 'vitest';
import { BAR, button, checkbox, inside, link, offers, shows } from '../../../src/screen/script/verbs.ts';
import { type FaultName, isOn, openDesk, openUntilStruck } from './desk.ts';

/** Faults that come in the way of a page: where, for how long, and what follows. */

const RELOAD = inside(link('Reload page'), BAR);
const WAIT_MS = 130_000;

describe('a page that comes late', () => {
  it('is there on a reload after a while; other pages come at once', async () => {
    const desk = await openDesk('slow-page');
    const { path, screen } = await openUntilStruck(desk);
    expect(isOn(screen, 'Loading')).toBe(true);
    expect(isOn(await desk.click(RELOAD), 'Loading')).toBe(true);
    expect(isOn(await desk.open('/incidents'), 'Loading')).toBe(false);
    desk.clock.advance(WAIT_MS);
    const there = await desk.open(path);
    expect(isOn(there, 'Loading')).toBe(false);
    expect(isOn(there, 'Tasks')).toBe(true);
  });
});

describe('a rate limit', () => {
  it('refuses who comes early and lets in who waited as long as it said', async () => {
    const desk = await openDesk('rate-limit');
    const { screen } = await openUntilStruck(desk);
    const seconds = Number(/Wait (\d+) seconds/.exec(JSON.stringify(screen.tree))?.[1]);
    expect(seconds).toBeGreaterThan(10);
    desk.clock.advance(10_000);
    const again = await desk.click(link('Try again'));
    expect(shows(again, `Wait ${seconds - 10} seconds`)).toBe(true);
    expect(isOn(await desk.open('/dashboard', 'harborlight'), 'Too many requests')).toBe(false);
    await desk.open('/incidents');
    expect(desk.strikes()).toBe(3);
  });

  it('gives the page that was asked for after the time', async () => {
    const desk = await openDesk('rate-limit');
    const { path, screen } = await openUntilStruck(desk);
    const seconds = Number(/Wait (\d+) seconds/.exec(JSON.stringify(screen.tree))?.[1]);
    desk.clock.advance(seconds * 1000);
    const there = await desk.click(link('Try again'));
    expect(there.url.endsWith(path)).toBe(true);
    expect(isOn(there, 'Tasks')).toBe(true);
    expect(desk.strikes()).toBe(1);
  });
});

describe('an announcement', () => {
  const seeds = Array.from({ length: 9 }, (_, i) => `notice/${i}`);
  it('stands before every page of its console until it is acknowledged, and leads on then', async () => {
    const ticked = new Set<boolean>();
    for (const seed of seeds) {
      const desk = await openDesk('announcement', seed);
      await openUntilStruck(desk);
      expect(offers(await desk.open('/incidents'), button('Continue'))).toBe(true);
      const screen = await desk.surface.look();
      const needsTick = offers(screen, checkbox('I have read this'));
      ticked.add(needsTick);
      if (needsTick) await desk.click(checkbox('I have read this'));
      const there = await desk.click(button('Continue'));
      expect(isOn(there, 'Incidents')).toBe(true);
      expect(desk.strikes()).toBe(2);
      expect(isOn(await desk.open('/tasks?q=9'), 'Tasks')).toBe(true);
    }
    expect(ticked.size).toBe(2);
  });

  it('is not acknowledged without its tick', async () => {
    for (const seed of seeds) {
      const desk = await openDesk('announcement', seed);
      const { screen } = await openUntilStruck(desk);
      if (!offers(screen, checkbox('I have read this'))) continue;
      const still = await desk.click(button('Continue'));
      expect(shows(still, 'Tick "I have read this" to continue.')).toBe(true);
      return;
    }
    throw new Error('No announcement with a tick');
  });
});

describe('a message that waits for the next page', () => {
  const between: FaultName[] = ['slow-page', 'service-unavailable', 'rate-limit'];
  it.each(between)('is shown by the page itself, not by the trouble before it: %s', async fault => {
    for (let i = 0; i < 40; i++) {
      const desk = await openDesk(fault, `message/${i}`);
      const ticket = desk.tickets[0] ?? '';
      await desk.open('/tasks');
      const screen = await desk.write(ticket, 'A note');
      const isBetween = desk.strikes() === 1 && desk.count('A note') === 1;
      if (!isBetween) continue;
      expect(shows(screen, `${ticket} was updated.`)).toBe(false);
      desk.clock.advance(WAIT_MS);
      let there = await desk.click(RELOAD);
      if (isOn(there, 'Service unavailable')) there = await desk.click(RELOAD);
      expect(shows(there, `${ticket} was updated.`)).toBe(true);
      return;
    }
    throw new Error('The fault never came between a form and its page');
  });
});
