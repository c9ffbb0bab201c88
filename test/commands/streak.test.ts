import { expect, test } from 'vitest';
import { startWorld } from '../bot.ts';

const DAY = 24 * 60 * 60 * 1000;

test('a pause is planned in the settings, keeps the streak and silences reminders', async () => {
  // A Tuesday; the guild has no zone, so Ada sets hers.
  await using world = await startWorld('2026-11-24T10:00:00Z');
  const ada = world.discord.addGuild({ name: 'Study' }).addMember({ name: 'Ada', locale: 'en-US' });
  await ada.slash('settings', { 'time-zone': 'Europe/London' });
  await ada.slash('done', { topic: 'ACID' });
  await ada.press(
    await ada.choose(await ada.slash('today'), 'v1:menu', ['Set daily reminder…']),
    'By direct message',
  );

  const panel = await ada.press(await ada.slash('settings'), 'How I study');
  expect(panel.text).toContain('**Streak and pauses**\nBy day');
  await ada.press(panel, { label: 'Change…', near: '**Streak and pauses**' });
  expect(panel.text).toContain('**Pause**\nNone planned');
  const plan = async (from: string, to: string) => {
    const form = await ada.press(panel, { customId: 'v1:streak-pause' });
    return ada.fill(form, { from, to });
  };
  expect((await plan('2026-11-23', '2026-11-30')).text).toContain('A pause can start today at the earliest.');
  expect((await plan('26.11.2026', '25.11.2026')).text).toContain('The last day comes before the first.');
  const unread = await plan('2026-11-26', 'soon');
  expect(unread.text).toContain('I can’t read “soon” as a date.');
  const again = await ada.press(unread, 'Type again…');
  expect(JSON.stringify(again.modal)).toContain('"value":"soon"');
  const planned = await ada.fill(again, { from: '25.11.2026', to: '2026-12-01' });
  expect(planned.text).toMatch(/\*\*Pause\*\*\n25 November\s–\s1 December/);
  expect(planned.buttons, 'it is still ahead').toContain('Cancel the pause');

  for (let day = 0; day < 7; day += 1) {
    world.clock.advance(DAY);
    await world.tick();
  }
  await ada.press(panel, 'Back');
  await ada.press(panel, { label: 'Change…', near: '**Streak and pauses**' });
  expect(panel.buttons, 'it goes on').toContain('End the pause');
  expect(ada.dm.sees()).toEqual([]);
  world.clock.advance(DAY);
  await world.tick();
  expect(ada.dm.sees()).toHaveLength(1);
  const progress = await ada.slash('progress');
  expect(progress.text).toContain('**Streak** 1 day');
  const why = await ada.press(progress, { customId: 'v1:streak-why:0' });
  expect(why.text).toContain('· **Wed 2** not yet\n◌ **Tue 1** planned pause');
  expect(why.text).toContain('● **Tue 24** 1 topic done');
  expect(why.text).toContain('It began on Tuesday 24 November.');
  expect(why.text).not.toContain('Mon 23');
});

test('each day says what counted for the streak, and each week if weeks are counted', async () => {
  await using world = await startWorld('2026-11-14T10:00:00Z');
  const ada = world.discord.addGuild({ name: 'Study' }).addMember({ name: 'Ada', locale: 'en-US' });
  await ada.slash('settings', { 'time-zone': 'Europe/London' });
  // Saturday and Sunday of two weeks, and the Saturday of the third.
  await ada.slash('start', { topic: 'ACID' });
  world.clock.advance(7 * DAY);
  await ada.slash('done', { topic: 'ACID' });
  await ada.slash('done', { topic: 'JSON' });
  await ada.slash('undo');
  world.clock.advance(DAY);
  const card = await ada.slash('focus start', { topic: 'REST', minutes: 5 });
  world.clock.advance(DAY / 24);
  await ada.press(card, 'Finish');
  await ada.slash('undo');
  world.clock.advance(5 * DAY);
  await ada.slash('focus log', { topic: 'ACID', minutes: 45, when: 'yesterday' });
  await ada.slash('focus log', { topic: 'ACID', minutes: 30, when: '24 november' });

  const progress = await ada.slash('progress');
  expect(progress.text).toContain('**Streak** 1 day');
  const why = await ada.press(progress, { customId: 'v1:streak-why:0' });
  expect(why.text).toContain('· **Fri 27** not yet');
  expect(why.text).toContain('● **Thu 26** 45 min added later');
  expect(why.text).toContain('○ **Tue 24** no study · 30 min added too late to count');
  expect(why.text).toContain('○ **Sun 22** no study · 5 min: a day counts from 10 min');
  expect(why.text).toContain('● **Sat 21** 1 topic done');
  await ada.press(why, 'Earlier');
  expect(why.text).toContain('● **Sat 14** 1 started');
  await ada.press(why, 'Later');

  const panel = await ada.press(why, 'Plan a pause');
  await ada.choose(panel, 'v1:streak-unit', ['By week']);
  await ada.press(panel, 'Why this streak?');
  expect(panel.text).toContain('**Streak** 3 weeks');
  expect(panel.text).toContain('◌ **Wed 25** no need to study');
  expect((await ada.slash('progress')).text).toContain('**Streak** 3 weeks');
});
