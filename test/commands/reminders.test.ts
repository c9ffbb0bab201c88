import { expect, test } from 'vitest';
import { startWorld } from '../bot.ts';
import { textOf } from './study-group.ts';

const DAY = 24 * 60 * 60 * 1000;

/** A member in Istanbul, at noon there. */
async function ada(timeZone: string | null = 'Europe/Istanbul') {
  const world = await startWorld('2026-11-23T09:00:00Z');
  const person = world.discord.addGuild({ name: 'Study', locale: 'en-US' }).addMember({ name: 'Ada' });
  if (timeZone !== null) await person.slash('settings', { 'time-zone': timeZone });
  const reminded = () => person.dm.sees().filter((message) => textOf(message).includes('for today'));
  /** Lets days pass, with a tick at each hour. */
  const pass = async (days: number) => {
    for (let hour = 0; hour < days * 24; hour += 1) {
      world.clock.advance(DAY / 24);
      await world.tick();
    }
  };
  return { world, person, reminded, pass };
}

test('a reminder that is turned on under today’s picks says each day what to study', async () => {
  const { world, person, reminded, pass } = await ada();
  await using _ = world;
  const panel = await person.choose(await person.slash('today'), 'v1:menu', ['Set daily reminder…']);
  expect(panel.text).toContain('Not on days you’ve already studied');
  await person.press(panel, 'By direct message');
  await person.choose(panel, 'Pick a time', ['5']);
  expect(panel.text).toContain('at **05:00**');
  expect((await person.slash('settings')).text).toContain('05:00, ');
  await pass(1);
  expect(reminded()).toHaveLength(1);
  // These are the same topics as in `/today`.
  const [pick = 'none'] = (await person.slash('today')).text.match(/\*\*[^*]+\*\*/) ?? [];
  expect(textOf(reminded()[0])).toContain(pick);
  await pass(1);
  expect(reminded()).toHaveLength(2);
});

test('one tap pauses it for a week, and another one ends the pause', async () => {
  const { world, person, reminded, pass } = await ada();
  await using _ = world;
  await person.press(
    await person.choose(await person.slash('today'), 'v1:menu', ['Set daily reminder…']),
    'By direct message',
  );
  await pass(1);
  const [message] = reminded();
  if (message === undefined) throw new Error('it has come');
  const paused = await person.dm.press(message, 'Pause for a week');
  expect(paused.text).toContain('Paused until the end of Monday 30 November');
  await pass(6);
  expect(reminded()).toHaveLength(0);
  await pass(1);
  expect(reminded()).toHaveLength(1);

  const panel = await person.choose(await person.slash('today'), 'v1:menu', ['Set daily reminder…']);
  await person.press(panel, 'Pause for a week');
  await person.press(panel, 'Resume tomorrow');
  expect(panel.text).not.toContain('Paused');
  await pass(2);
  expect(reminded()).toHaveLength(3);
});

test('without a time zone the panel asks for it, and no guess is stored', async () => {
  const { world, person } = await ada(null);
  await using _ = world;
  const panel = await person.choose(await person.slash('today'), 'v1:menu', ['Set daily reminder…']);
  expect(panel.text).toContain('Where are you?');
  expect(panel.buttons).not.toContain('By direct message');
  await person.press(panel, { customId: 'v1:remind:dm' });
  expect(await world.app.db.selectFrom('reminder').selectAll().execute()).toEqual([]);
});
