import { describe, expect, it } from 'vitest';
import { button, heading, link, offers, shows } from '../../../src/screen/script/verbs.ts';
import { type FaultName, isOn, noteFor, openDesk, writeUntilStruck } from './desk.ts';

/** Faults that strike when something is put on record: what is saved, when, and how often. */

const WAIT_MS = 200_000;

describe('a form that is refused', () => {
  const refused: [FaultName, title: string][] = [
    ['form-expired', 'This form has expired'],
    ['stale-record', 'Record was changed'],
    ['record-locked', 'Record is locked'],
    ['session-expires', 'Sign in'],
  ];
  it.each(refused)('is not saved: %s', async (fault, title) => {
    const desk = await openDesk(fault);
    const { text, screen } = await writeUntilStruck(desk);
    expect(isOn(screen, title)).toBe(true);
    expect(desk.count(text)).toBe(0);
  });

  it('goes through when it is filled in again', async () => {
    const desk = await openDesk('form-expired');
    const { ticket, text } = await writeUntilStruck(desk);
    await desk.write(ticket, text);
    expect(desk.count(text)).toBe(1);
    expect(desk.strikes()).toBe(1);
  });
});

describe('a lock', () => {
  it('holds its record until the colleague is done, and no other record', async () => {
    const desk = await openDesk('record-locked');
    const { ticket, text } = await writeUntilStruck(desk);
    const other = desk.tickets.find(number => number !== ticket && number !== desk.tickets[0]) ?? '';
    await desk.write(other, 'Elsewhere');
    expect(desk.count('Elsewhere')).toBe(1);
    expect(isOn(await desk.write(ticket, text), 'Record is locked')).toBe(true);
    desk.clock.advance(WAIT_MS);
    await desk.write(ticket, text);
    expect(desk.count(text)).toBe(1);
  });
});

describe('a step-up', () => {
  it('holds the form back and lets the same form through once the key was used', async () => {
    const plain = await openDesk(null);
    const desk = await openDesk('step-up');
    const { ticket, text, screen } = await writeUntilStruck(desk);
    expect(isOn(screen, "Confirm it's you")).toBe(true);
    expect(desk.count(text)).toBe(0);
    const after = await desk.click(button('Use security key'));
    expect(shows(after, `${ticket} was updated.`)).toBe(true);
    expect(desk.count(text)).toBe(1);
    const written = desk.tickets.slice(0, desk.tickets.indexOf(ticket) + 1);
    for (const [i, number] of written.entries()) await plain.write(number, noteFor(i));
    expect(desk.host.state.apps).toEqual(plain.host.state.apps);
  });
});

describe('a lost answer', () => {
  const seeds = Array.from({ length: 12 }, (_, i) => `lost/${i}`);
  it('may hide a save or none, and the screen does not tell which', async () => {
    const counts = new Set<number>();
    for (const seed of seeds) {
      const desk = await openDesk('lost-answer', seed);
      const { text, screen } = await writeUntilStruck(desk);
      expect(isOn(screen, 'The request timed out')).toBe(true);
      expect(shows(screen, 'was updated')).toBe(false);
      counts.add(desk.count(text));
    }
    expect([...counts].sort()).toEqual([0, 1]);
  });

  it('becomes a duplicate when the form is sent again unseen', async () => {
    const counts: [number, number][] = [];
    for (const seed of seeds) {
      const desk = await openDesk('lost-answer', seed);
      const { text } = await writeUntilStruck(desk);
      const before = desk.count(text);
      await desk.click(button('Send again'));
      counts.push([before, desk.count(text)]);
    }
    for (const [before, after] of counts) expect(after).toBe(before + 1);
  });
});

describe('a queued change', () => {
  it('is not made before its time, and is made once by whoever asks then', async () => {
    const desk = await openDesk('queued-job');
    const { ticket, text, screen } = await writeUntilStruck(desk);
    expect(isOn(screen, 'Change is queued')).toBe(true);
    expect(isOn(await desk.click(link('Refresh')), 'Change is queued')).toBe(true);
    const line = text.split('\n')[0] ?? text;
    expect(shows(await desk.open(`/tickets/${ticket}`), line)).toBe(false);
    expect(desk.count(text)).toBe(0);
    desk.clock.advance(WAIT_MS);
    expect(shows(await desk.open(`/tickets/${ticket}`), line)).toBe(true);
    expect(desk.count(text)).toBe(1);
    await desk.open('/tasks');
    expect(desk.count(text)).toBe(1);
  });

  it('shows what the console answers when its page is refreshed in time', async () => {
    const desk = await openDesk('queued-job');
    const { ticket, text } = await writeUntilStruck(desk);
    desk.clock.advance(WAIT_MS);
    const done = await desk.click(link('Refresh'));
    expect(shows(done, `${ticket} was updated.`)).toBe(true);
    expect(desk.count(text)).toBe(1);
    expect(desk.strikes()).toBe(1);
  });

  it('is not taken a second time while it waits', async () => {
    const desk = await openDesk('queued-job');
    const { ticket, text } = await writeUntilStruck(desk);
    expect(isOn(await desk.write(ticket, text), 'Change is queued')).toBe(true);
    desk.clock.advance(WAIT_MS);
    await desk.open('/tasks', 'harborlight');
    expect(desk.count(text)).toBe(1);
  });
});

describe('forms that save nothing', () => {
  it('meet no fault of saving', async () => {
    const desk = await openDesk('server-error');
    for (const ticket of desk.tickets.slice(0, 3)) {
      await desk.open(`/tickets/${ticket}`);
      await desk.click(button('Update'));
    }
    expect(desk.strikes()).toBe(0);
    const { screen } = await writeUntilStruck(desk);
    expect(offers(screen, heading('Something went wrong'))).toBe(true);
  });
});
