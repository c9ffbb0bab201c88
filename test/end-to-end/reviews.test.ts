import { describe, expect, test } from 'vitest';
import { textOf } from '../../playground/people/reading.ts';
import { changeGuild, ensureGuild } from '../../src/store/members/guilds.ts';
import { cardsOf } from '../../src/store/review/cards.ts';
import { writeProof } from '../../src/store/proofs/proofs.ts';
import { shareProof } from '../../src/store/proofs/shares.ts';
import { askGap } from '../../src/store/teach-back/teach-back.ts';
import { dayNumber } from '../../src/time/study-day.ts';
import { follow, PLAIN } from '../commands/other-roadmap.ts';
import { startWorld } from '../bot.ts';

const HOUR = 60 * 60 * 1000;
const DAY = 24 * HOUR;

/** Nine in the morning in Istanbul, on a Monday. */
async function group(locale = 'en-US', start = '2026-11-23T06:00:00Z') {
  const world = await startWorld(start);
  const guild = world.discord.addGuild({ name: 'Study', locale, channels: ['study', 'other'] });
  await ensureGuild(world.app.db, guild.id, locale, 0);
  await changeGuild(world.app.db, guild.id, {
    roadmapId: 'backend',
    channelId: guild.channel('study').id,
    timeZone: 'Europe/Istanbul',
  });
  const ada = guild.addMember({ name: 'Ada', locale });
  return { world, guild, ada };
}

type World = Awaited<ReturnType<typeof startWorld>>;

/** The id of a topic of the bundled roadmap. */
async function topicId(world: World, title: string): Promise<string> {
  const roadmap = await world.app.library.roadmap(world.app.db, 'backend');
  return roadmap?.nodes.find((node) => node.topic.title === title)?.id ?? '';
}

/** The days between the reviews of a topic that is always answered *Good*, each at one of the given times of day. */
async function gapsAt(times: readonly string[]): Promise<readonly number[]> {
  const { world, ada } = await group('en-US', '2026-01-04T20:00:00Z');
  await using _ = world;
  await ada.slash('settings', { 'time-zone': 'Los Angeles' });
  await ada.slash('done', { topic: 'ACID' });
  const id = await topicId(world, 'ACID');
  const reviewed: string[] = ['2026-01-04'];
  let due = '2026-01-05';
  for (let nth = 0; nth < 5; nth += 1) {
    const time = Temporal.PlainTime.from(times[nth % times.length] ?? '12:00');
    const at = Temporal.PlainDate.from(due).toZonedDateTime({
      timeZone: 'America/Los_Angeles',
      plainTime: time,
    });
    world.clock.set(at.epochMilliseconds);
    const asked = await ada.slash('review');
    await ada.press(asked, asked.buttons[0] ?? '');
    await ada.press(asked, { label: asked.buttons.find((label) => label.startsWith('Well')) ?? '' });
    reviewed.push(due);
    due = (await cardsOf(world.app.db, ada.id, 'backend')).get(id)?.card.dueDate ?? '';
  }
  return reviewed.slice(1).map((date, nth) => dayNumber(date) - dayNumber(reviewed[nth] ?? ''));
}

describe('days between reviews', () => {
  const GAPS = [1, 3, 14, 57, 196];

  test.each([[['12:00']], [['17:30', '09:00']], [['04:00', '23:30']]])(
    'do not depend on the time of day, at %j',
    async (times) => {
      expect(await gapsAt(times)).toEqual(GAPS);
    },
  );

  test('again on Monday afternoon and good on Tuesday morning are a day apart', async () => {
    for (const monday of ['17:00', '15:00']) {
      const { world, ada } = await group('en-US', '2026-01-04T20:00:00Z');
      await using _ = world;
      await ada.slash('settings', { 'time-zone': 'Los Angeles' });
      await ada.slash('done', { topic: 'ACID' });
      for (const [time, grade] of [
        [`2026-01-05T${monday}-08:00`, 'Forgot'],
        ['2026-01-06T09:00-08:00', 'Well'],
      ] as const) {
        world.clock.set(time);
        const asked = await ada.slash('review');
        await ada.press(asked, asked.buttons[0] ?? '');
        await ada.press(asked, { label: asked.buttons.find((label) => label.startsWith(grade)) ?? '' });
      }
      const kept = (await cardsOf(world.app.db, ada.id, 'backend')).get(await topicId(world, 'ACID'));
      expect(kept?.card.stability).toBeCloseTo(1.8868, 3);
    }
  });
});

test('a button’s promise is kept, whatever the language', async () => {
  const { world, ada } = await group('tr');
  await using _ = world;
  await ada.slash('done', { topic: 'ACID' });
  world.clock.advance(DAY);
  const asked = await ada.slash('review');
  await ada.press(asked, 'Anlattım');
  const easily = asked.buttons.find((label) => label.startsWith('Kolay')) ?? '';
  const promised = /^Kolay · (\d+) gün$/.exec(easily)?.[1];
  await ada.press(asked, { label: easily });
  const kept = (await cardsOf(world.app.db, ada.id, 'backend')).get(await topicId(world, 'ACID'));
  expect(promised).toBe(String(kept?.card.scheduledDays));
  expect(kept?.card.reviewDate).toBe('2026-11-24');
});

test('written work counts as a good review of its topic, once a day', async () => {
  const { world, ada } = await group();
  await using _ = world;
  const { db } = world.app;
  const id = await topicId(world, 'ACID');
  const cardOf = async () => (await cardsOf(db, ada.id, 'backend')).get(id)?.card;
  const write = (interactionId: string, text: string) =>
    writeProof(
      db,
      { interactionId, userId: ada.id, guildId: null, at: world.clock.now() },
      { topicId: id, method: 'cheatcode', parts: [text], url: null, language: null },
    );
  await ada.slash('done', { topic: 'ACID' });
  await write('1', 'All or nothing.');
  await write('2', 'All or nothing, and in order.');
  expect(await cardOf()).toMatchObject({ reps: 1, reviewDate: '2026-11-23', dueDate: '2026-11-26' });
  world.clock.advance(DAY);
  expect((await ada.slash('review')).text).toContain('Nothing to review today');
  world.clock.advance(2 * DAY);
  await write('3', 'All or nothing, in order, and kept.');
  expect(await cardOf()).toMatchObject({ reps: 2, scheduledDays: 14 });
  expect((await ada.slash('review')).text).toContain('Nothing to review today');
});

test('when nothing is left to learn, topics can be reviewed before their day', async () => {
  const { world, guild, ada } = await group();
  await using _ = world;
  await follow(world, guild, 'cooking', PLAIN);
  for (const topic of ['Rice', 'Stock', 'Noodles']) await ada.slash('done', { topic });
  const answer = async (label: string) => {
    const asked = await ada.slash('review');
    await ada.press(asked, asked.buttons[0] ?? '');
    await ada.press(asked, { label: asked.buttons.find((each) => each.startsWith(label)) ?? '' });
    return asked;
  };
  world.clock.advance(DAY);
  for (let nth = 0; nth < 3; nth += 1) await answer('Well');
  world.clock.advance(2 * DAY);
  expect((await ada.slash('review')).text).toContain('Nothing to review today');
  await ada.slash('done', { topic: 'Bread' });

  const today = await ada.slash('today');
  expect(today.text).toContain('Review 3 topics ahead of time');
  expect((await ada.slash('review')).text).toContain('Review · 1 of 3');
  const asked = await answer('Well');
  expect(asked.text).toContain('Review · 2 of 3');
});

test('due reviews come first in the day, and fading topics show on their card and in the member’s progress', async () => {
  const { world, guild, ada } = await group();
  await using _ = world;
  await ada.slash('roadmap join');
  await ada.slash('done', { topic: 'ACID' });
  expect((await ada.slash('today')).text).not.toContain('Review first');
  expect((await ada.slash('topic', { topic: 'ACID' })).text).not.toContain('time for a review');
  expect((await ada.slash('progress')).text).not.toContain('To review');

  world.clock.advance(30 * DAY);
  const today = await ada.slash('today');
  expect(today.text.indexOf('Review first')).toBeLessThan(today.text.indexOf('○'));
  expect(today.text).toMatch(/ · about \d+ (min|h)\n/);
  await ada.press(today, 'Review');
  expect(today.text).toContain('Review · 1 of 1');

  const card = await ada.slash('topic', { topic: 'ACID' });
  expect(card.text).toMatch(/(Starting to fade|Nearly forgotten): time for a review/);
  const progress = await ada.slash('progress');
  expect(progress.text).toContain('**To review** ACID');
  // Nobody else needs to know what a member forgets.
  expect((await ada.press(progress, 'Share with group')).text).not.toContain('To review');
  const ben = guild.addMember({ name: 'Ben', locale: 'en-US' });
  expect((await ben.slash('progress', { member: ada })).text).not.toContain('To review');

  const settings = await ada.press(await ada.slash('settings'), 'How I study');
  await ada.choose(settings, 'Pick one', ['65']);
  expect((await ada.slash('topic', { topic: 'ACID' })).text).not.toContain('time for a review');

  await ada.press(card, 'Review');
  await ada.press(card, 'I’ve answered');
  await ada.press(card, { label: card.buttons[2] ?? '' });
  expect((await ada.slash('today')).text).not.toContain('Review first');
});

test('a question of the group is asked in its server only', async () => {
  const { world, guild, ada } = await group();
  await using _ = world;
  const { db } = world.app;
  const ben = guild.addMember({ name: 'Ben', locale: 'en-US' });
  const cem = guild.addMember({ name: 'Cem', locale: 'en-US' });
  for (const person of [ada, ben, cem]) await person.slash('roadmap join');
  ada.install();
  const actor = (id: string, userId: string) => ({
    interactionId: id,
    userId,
    guildId: guild.id,
    at: world.clock.now(),
  });
  const id = await topicId(world, 'ACID');
  const work = {
    topicId: id,
    method: 'feynman',
    parts: ['All or nothing.'],
    url: null,
    language: null,
  } as const;
  const proofId = await writeProof(db, actor('p', ben.id), work);
  await shareProof(db, proofId, guild.id, world.clock.now());
  await askGap(db, actor('g', cem.id), proofId, guild.id, 'Why is **isolation** @everyone needed?');
  await ada.slash('done', { topic: 'ACID' });
  const here: string[] = [];
  const elsewhere: string[] = [];
  for (let day = 0; day < 12; day += 1) {
    world.clock.advance(DAY);
    here.push((await ada.slash('review')).text);
    const alone = await ada.dm.slash('review');
    elsewhere.push(alone.text);
    await ada.dm.press(alone, 'I’ve answered');
    await ada.dm.press(alone, { label: alone.buttons[0] ?? '' });
  }
  expect(here.join('')).toContain('> Why is \\*\\*isolation\\*\\* \\@everyone needed?');
  expect(elsewhere.join('')).not.toContain('isolation');
});

describe('reminders', () => {
  test('by direct message: turned on with one button, sent at the chosen hour, stopped with one tap', async () => {
    const { world, ada } = await group();
    await using _ = world;
    await ada.slash('done', { topic: 'ACID' });
    const panel = await ada.press(await ada.slash('review'), 'Set daily reminder…');
    expect(panel.text).toContain('Once a day, at the time you pick');
    await ada.press(panel, 'By direct message');
    expect(panel.text).toContain('**direct message** at **09:00**');
    await ada.choose(panel, 'Pick a time', ['21']);
    expect(panel.text).toContain('at **21:00**');

    const channel = (): string[] => ada.dm.sees().map(textOf);
    world.clock.advance(DAY);
    await world.tick();
    expect(channel()).toEqual([]);
    world.clock.advance(12 * HOUR);
    await world.tick();
    await world.tick();
    expect(channel()).toHaveLength(1);
    expect(channel()[0]).toContain('1 topic is due for review');
    const [message] = ada.dm.sees();
    if (message === undefined) throw new Error('it has come');
    const stopped = await ada.dm.press(message, 'Stop');
    expect(stopped.text).toContain('Reminders are off');
    world.clock.advance(2 * DAY);
    await world.tick();
    expect(channel().filter((text) => text.includes('due for review'))).toHaveLength(1);
  });

  test('by a mention, for members who joined; it notifies them and nobody else', async () => {
    const { world, guild, ada } = await group('tr');
    await using _ = world;
    const alone = await ada.press(await ada.slash('review'), 'Günlük hatırlatma kur…');
    expect(alone.buttons).not.toContain('Kanalda etiketle');
    await ada.slash('roadmap join');
    await ada.slash('done', { topic: 'ACID' });
    const panel = await ada.press(await ada.slash('review'), 'Günlük hatırlatma kur…');
    await ada.press(panel, 'Kanalda etiketle');
    world.clock.advance(DAY);
    await world.tick();
    const message = guild.channel('study').messages.findLast(({ mentions }) => mentions.length > 0);
    expect(message?.mentions).toEqual([expect.objectContaining({ id: ada.id })]);
    expect(message === undefined ? '' : textOf(message)).toContain(`<@${ada.id}>`);
    // Everybody who presses under it sees their own data.
    const ben = guild.addMember({ name: 'Ben', locale: 'en-US' });
    if (message === undefined) throw new Error('it has come');
    const his = await ben.press(message, 'Tekrar et');
    expect(his.ephemeral).toBe(true);
    expect(his.text).toContain('Nothing to review yet');
    expect((await ben.press(message, 'Durdur')).text).toContain('already off');
    const hers = await ada.press(message, 'Tekrar et');
    expect(hers.ephemeral).toBe(true);
    expect(hers.text).toContain('## ACID');
    const settings = await ada.slash('settings');
    expect(settings.text).toContain(', çalışma kanalında');
    await ada.press(settings, 'Durdur');
    expect(settings.text).toContain('Kapalı');
  });

  test('end when direct messages are closed, and the next review says so once', async () => {
    const { world, ada } = await group();
    await using _ = world;
    await ada.slash('done', { topic: 'ACID' });
    await ada.press(await ada.press(await ada.slash('review'), 'Set daily reminder…'), 'By direct message');
    ada.takesDms(false);
    world.clock.advance(DAY);
    await world.tick();
    expect(world.discord.takeRefusals()).toEqual([expect.objectContaining({ code: 50278 })]);
    world.clock.advance(DAY);
    await world.tick();
    expect(world.discord.takeRefusals()).toEqual([]);
    expect((await ada.slash('review')).text).toContain('Your direct messages are closed to me');
    expect((await ada.slash('review')).text).not.toContain('closed to me');
    expect((await ada.slash('settings')).text).toMatch(/reminder\*\*\nOff$/m);
  });

  test('move at once to a new time zone', async () => {
    const { world, ada } = await group();
    await using _ = world;
    await ada.slash('done', { topic: 'ACID' });
    await ada.press(await ada.press(await ada.slash('review'), 'Set daily reminder…'), 'By direct message');
    await ada.slash('settings', { 'time-zone': 'Asia/Tokyo' });
    const row = await world.app.db.selectFrom('reminder').select('next_at').executeTakeFirst();
    expect(row?.next_at).toBe(Temporal.Instant.from('2026-11-24T00:00Z').epochMilliseconds);
  });
});

test('are exported and deleted completely', async () => {
  const { world, ada } = await group();
  await using _ = world;
  await ada.slash('done', { topic: 'ACID' });
  await ada.press(await ada.press(await ada.slash('review'), 'Set daily reminder…'), 'By direct message');
  world.clock.advance(DAY);
  const asked = await ada.slash('review');
  await ada.press(asked, 'I’ve answered');
  await ada.press(asked, { label: asked.buttons.find((label) => label.startsWith('Well')) ?? '' });
  const exported = await ada.press(await ada.slash('settings'), { customId: 'v1:settings-export' });
  const url = exported.files.find(({ filename }) => filename === 'roadmate.json')?.url ?? '';
  expect(await (await fetch(url)).json()).toMatchObject({
    reviews: [{ key: 'acid', reviews: 1, lastReviewDate: '2026-11-24', due: '2026-11-27' }],
    reviewAnswers: [{ key: 'acid', rating: 'good' }],
    reminder: { way: 'dm', hour: 9 },
  });
  await ada.fill(await ada.press(await ada.slash('settings'), { customId: 'v1:settings-delete' }), {
    'Type DELETE to delete it all': 'DELETE',
  });
  for (const table of ['review', 'review_log', 'reminder'] as const)
    expect(await world.app.db.selectFrom(table).selectAll().execute()).toEqual([]);
});
