import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeClock } from '../../playground/clock.ts';
import { type LocalDiscord, startLocalDiscord } from '../../playground/discord.ts';
import type { ChannelHandle } from '../../playground/people/channel.ts';
import { eventually, PATIENCE } from '../patience.ts';
import { preparedWhole } from '../prepared.ts';
import { isFull } from '../size.ts';
import { type BotProcess, startBotProcess } from './bot-process.ts';

/** Two weeks, or only the end of one, which has a summary as well. */
const FIRST_DAY = Temporal.PlainDate.from(isFull ? '2026-11-23' : '2026-11-28');
const DAYS = isFull ? 14 : 2;
const clock = makeClock(`${FIRST_DAY.subtract({ days: 1 }).toString()}T20:00:00Z`);
/** Nine in the morning, at both places. */
const ISTANBUL = '06:00';
const NEW_YORK = '14:00';
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/**
 * The days on which the bot dies between sending a post and marking it, and the milliseconds until it comes back. Seven
 * hours are beyond the six within which a daily post is caught up.
 */
const DEATHS: Readonly<Record<number, number>> = isFull ? { 3: MINUTE / 2, 5: 20 * MINUTE, 9: 7 * HOUR } : {};
/** The bot dies with the last weekly summary as well. In the full size it comes back after all windows have closed. */
const LAST_DEATH = isFull ? 30 * HOUR : 20 * MINUTE;
/** The day on which the bot is not there when a post is due. */
const ABSENCE = isFull ? 11 : null;

let folder: string;
let database: string;
let discord: LocalDiscord;
let bot: BotProcess;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'roadmate-weeks-'));
  database = join(folder, 'roadmate.sqlite');
  await writeFile(database, await preparedWhole());
  discord = await startLocalDiscord({ clock, answerWithin: PATIENCE, finishWithin: PATIENCE });
  bot = await startBotProcess(discord, clock, database);
});
afterEach(async () => {
  await bot.kill();
  await rm(folder, { recursive: true });
});

async function setTime(at: number): Promise<void> {
  clock.set(at);
  await bot.tellTime();
}

const instant = (day: number, time: string): number =>
  Temporal.Instant.from(`${FIRST_DAY.add({ days: day }).toString()}T${time}Z`).epochMilliseconds;

const isSunday = (day: number): boolean => FIRST_DAY.add({ days: day }).dayOfWeek === 7;

/** How many summaries a group has had by the end of a day, one for each Sunday. */
const summariesBy = (day: number): number =>
  Array.from({ length: day + 1 }, (_, each) => each).filter(isSunday).length;

/** How many posts a group has had by the end of a day: one for each day, and the summaries. */
const expected = (day: number): number => day + 1 + summariesBy(day);

/** Each answer is awaited completely, because what comes after the clock has moved would be too late. */
const whole = { until: 'settled' } as const;

/** The bot's scheduled posts in a channel, without its welcome and members' messages. */
const posts = (channel: ChannelHandle) =>
  channel.messages.filter(
    (message) => message.author.bot === true && !JSON.stringify(message).includes('v1:join'),
  );

async function untilPosted(channel: ChannelHandle, count: number): Promise<void> {
  await eventually(() => expect(posts(channel)).toHaveLength(count));
}

/** Resolves when no delivery is claimed and not marked. */
async function untilSettled(): Promise<void> {
  const sqlite = new Database(database, { readonly: true });
  const unsettled = sqlite.prepare<[], { n: number }>(
    `SELECT count(*) n FROM delivery WHERE state = 'claimed'`,
  );
  await eventually(() => expect(unsettled.get()?.n).toBe(0));
  sqlite.close();
}

/** Kills the bot when its message is in the channel and the bot does not know it yet. Starts it again later. */
async function killBetweenSendingAndMarking(
  channel: ChannelHandle,
  due: number,
  count: number,
  downFor: number,
): Promise<void> {
  const slow = { method: 'POST', path: /\/messages$/, kind: 'slow' } as const;
  // Posts in one channel are sent one by one, so the earlier ones are already answered.
  for (let before = posts(channel).length + 1; before < count; before += 1) {
    discord.faults.add({ ...slow, ms: 1 });
  }
  discord.faults.add({ ...slow, ms: PATIENCE });
  await setTime(due);
  await untilPosted(channel, count);
  await bot.kill();
  discord.faults.clear();
  clock.advance(downFor);
  bot = await startBotProcess(discord, clock, database);
  await untilSettled();
}

/** A group on the roadmap, set up by its organiser in their own language. */
async function setUp(
  name: string,
  locale: string,
  start: string,
  zone?: { placeholder: string; value: string },
) {
  const guild = discord.addGuild({ name, locale, channels: ['study'] });
  guild.owner.locale = locale;
  await discord.quiet();
  const panel = await guild.owner.slash('setup', {}, { channel: guild.channel() });
  if (zone !== undefined) await guild.owner.choose(panel, zone.placeholder, [zone.value]);
  // The English panel is complete once the zone is known, and begins by itself.
  if (panel.buttons.includes(start)) await guild.owner.press(panel, start);
  await guild.owner.press(panel, { customId: 'v1:setup-change' });
  await guild.owner.choose(panel, 'v1:setup-weekly-day', ['7']);
  return guild;
}

test('two groups study, and every post comes once, though the bot is killed again and again', async () => {
  const turkish = await setUp('Çalışma', 'tr', 'Başlat');
  const english = await setUp('Study', 'en-US', 'Start', {
    placeholder: 'Pick your time zone',
    value: 'America/New_York',
  });
  const [çalışma, study] = [turkish.channel(), english.channel()];
  const ada = turkish.addMember({ name: 'Ada', locale: 'tr' });
  const ben = english.addMember({ name: 'Ben', locale: 'en-US' });
  const cem = turkish.addMember({ name: 'Cem', locale: 'tr' });
  english.addMember(cem);
  await ada.slash('roadmap join', {}, { ...whole, channel: turkish.channel() });
  await cem.slash('roadmap join', {}, { ...whole, channel: turkish.channel() });
  await cem.slash('roadmap join', {}, { ...whole, channel: english.channel() });
  await ben.slash('roadmap join', {}, { ...whole, channel: english.channel() });

  for (let day = 0; day < DAYS; day += 1) {
    const due = instant(day, ISTANBUL);
    const downFor = DEATHS[day];
    if (downFor !== undefined) await killBetweenSendingAndMarking(çalışma, due, expected(day), downFor);
    else if (day === ABSENCE) {
      await bot.kill();
      clock.set(due + 3 * HOUR);
      bot = await startBotProcess(discord, clock, database);
    } else await setTime(due);
    await untilPosted(çalışma, expected(day));
    const daily = posts(çalışma).findLast((post) => JSON.stringify(post).includes('Günün konusu ·'));
    if (daily === undefined) throw new Error('the daily post is there');
    await ada.press(daily, 'Ben varım', whole);
    if (day % 2 === 0) await ada.press(daily, 'Bitti', whole);
    await cem.press(daily, 'Ben varım', whole);

    if (day === DAYS - 1) {
      await killBetweenSendingAndMarking(study, instant(day, NEW_YORK), expected(day), LAST_DEATH);
    } else await setTime(instant(day, NEW_YORK));
    await untilPosted(study, expected(day));
    const [pick] = await ben.type('done', { topic: '' });
    if (!isSunday(day)) await ben.slash('done', { topic: pick?.value ?? '' }, whole);
  }
  // Nothing that was missed comes late: all windows have closed, except the one of the day after the last.
  await untilSettled();

  for (const [channel, daily, weekly] of [
    [çalışma, 'Günün konusu', 'Haftalık özet'],
    [study, 'Daily topic', 'Weekly summary'],
  ] as const) {
    const texts = posts(channel).map((post) => JSON.stringify(post));
    const days = texts.filter((text) => text.includes(daily)).slice(0, DAYS);
    expect(days).toHaveLength(DAYS);
    expect(new Set(days.map((text) => text.split(daily)[1]?.slice(0, 40))).size).toBe(DAYS);
    expect(texts.filter((text) => text.includes(weekly))).toHaveLength(summariesBy(DAYS - 1));
  }
  const summaries = posts(çalışma)
    .map((post) => JSON.stringify(post))
    .filter((text) => text.includes('Haftalık özet'));
  expect(summaries[0]).toContain(ada.name);
  expect(summaries.join('')).not.toContain(`${ben.name}:`);
  expect(JSON.stringify(posts(study))).not.toContain(`${ada.name}:`);

  expect(await bot.stop()).toBe(0);
  await discord.stop();
});
