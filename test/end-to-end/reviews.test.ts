import { createEmptyCard, fsrs, Rating } from 'ts-fsrs';
import { describe, expect, test } from 'vitest';
import { textOf } from '../../playground/people/reading.ts';
import type { Person } from '../../playground/people/person.ts';
import { changeGuild, ensureGuild } from '../../src/store/members/guilds.ts';
import { cardsOf } from '../../src/store/review/reviews.ts';
import { writeProof } from '../../src/store/proofs/proofs.ts';
import { shareProof } from '../../src/store/proofs/shares.ts';
import { askGap } from '../../src/store/teach-back/teach-back.ts';
import { firstDue, FSRS_PARAMETERS } from '../../src/study/review/review.ts';
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

const joins = async (person: Person, label: string): Promise<void> => {
  await person.press(await person.slash('roadmap join'), label);
};

describe('a year of reviews in Discord', () => {
  test.each([
    ['en-US', 'I have my answer', ['Again', 'Hard', 'Good', 'Easy'], / · (\d+) d$/],
    ['tr', 'Cevabım hazır', ['Hatırlamadım', 'Zor', 'İyi', 'Kolay'], / · (\d+) gün$/],
  ])('has the dates of FSRS, in %s', async (locale, show, labels, days) => {
    const { world, ada } = await group(locale);
    await using _ = world;
    const ratings = [Rating.Again, Rating.Hard, Rating.Good, Rating.Easy] as const;
    const direct = fsrs(FSRS_PARAMETERS);
    const done = world.clock.now();
    await ada.slash('done', { topic: 'ACID' });
    const id = await topicId(world, 'ACID');
    let theirs = createEmptyCard(firstDue(done, { timeZone: 'Europe/Istanbul', dayStart: 4 }));
    let reviews = 0;
    while (world.clock.now() < done + 365 * DAY) {
      world.clock.advance(theirs.due.getTime() - world.clock.now());
      const asked = await ada.slash('review');
      await ada.press(asked, show);
      const nth = reviews % 7 === 5 ? 0 : 1 + (reviews % 3);
      const label = asked.buttons.find((each) => each.startsWith(labels[nth] ?? '')) ?? '';
      const now = world.clock.now();
      theirs = direct.next(theirs, now, ratings[nth] ?? Rating.Good).card;
      const promised = days.exec(label)?.[1];
      // Longer times are written as months.
      expect(promised ?? String(theirs.scheduled_days)).toBe(String(theirs.scheduled_days));
      await ada.press(asked, { label });
      const kept = (await cardsOf(world.app.db, ada.id, 'backend')).get(id)?.card;
      expect(kept).toMatchObject({
        due: theirs.due.getTime(),
        stability: theirs.stability,
        reps: theirs.reps,
      });
      reviews += 1;
    }
    expect(reviews).toBeGreaterThan(8);
  });
});

test('what is due comes first in the day, and what fades is seen on its card and in one’s own progress', async () => {
  const { world, guild, ada } = await group();
  await using _ = world;
  await joins(ada, 'Start from zero');
  await ada.slash('done', { topic: 'ACID' });
  expect((await ada.slash('today')).text).not.toContain('Reviews first');
  expect((await ada.slash('topic', { topic: 'ACID' })).text).not.toContain('Fading');
  expect((await ada.slash('progress')).text).not.toContain('Fading');

  world.clock.advance(30 * DAY);
  const today = await ada.slash('today');
  expect(today.text.indexOf('Reviews first')).toBeLessThan(today.text.indexOf('for today'));
  expect(today.text).toMatch(/about \d+ (minutes|hours)/);
  await ada.press(today, 'Review');
  expect(today.text).toContain('## Review · 1 due');

  const card = await ada.slash('topic', { topic: 'ACID' });
  expect(card.text).toMatch(/Fading: the chance that you still know it is about \d\d%/);
  const progress = await ada.slash('progress');
  expect(progress.text).toContain('**Fading** 1 topic: ACID');
  // What one forgets is nobody else's to know.
  expect((await ada.press(progress, 'Share with the group')).text).not.toContain('Fading');
  const ben = guild.addMember({ name: 'Ben', locale: 'en-US' });
  expect((await ben.slash('progress', { member: ada })).text).not.toContain('Fading');

  const settings = await ada.slash('settings');
  await ada.choose(settings, 'When does a topic count as fading?', ['60']);
  expect((await ada.slash('topic', { topic: 'ACID' })).text).not.toContain('Fading');

  await ada.press(card, 'Review');
  await ada.press(card, 'I have my answer');
  await ada.press(card, { label: card.buttons[2] ?? '' });
  expect((await ada.slash('today')).text).not.toContain('Reviews first');
});

test('a question of the group is asked in its server, and nowhere else', async () => {
  const { world, guild, ada } = await group();
  await using _ = world;
  const { db } = world.app;
  const ben = guild.addMember({ name: 'Ben', locale: 'en-US' });
  const cem = guild.addMember({ name: 'Cem', locale: 'en-US' });
  for (const person of [ada, ben, cem]) await joins(person, 'Start from zero');
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
    await ada.dm.press(alone, 'I have my answer');
    await ada.dm.press(alone, { label: alone.buttons[0] ?? '' });
  }
  expect(here.join('')).toContain('> Why is \\*\\*isolation\\*\\* \\@everyone needed?');
  expect(elsewhere.join('')).not.toContain('isolation');
});

describe('reminders', () => {
  test('by direct message: asked for by one button, at one’s hour, muted with one tap', async () => {
    const { world, ada } = await group();
    await using _ = world;
    await ada.slash('done', { topic: 'ACID' });
    const panel = await ada.press(await ada.slash('review'), 'Remind me…');
    expect(panel.text).toContain('Only if you want it');
    await ada.press(panel, 'By direct message');
    expect(panel.text).toContain('**direct message** at **09:00**');
    await ada.choose(panel, 'At which hour?', ['21']);
    expect(panel.text).toContain('at **21:00**');

    const channel = (): string[] => ada.dm.sees().map(textOf);
    world.clock.advance(DAY);
    await world.tick();
    expect(channel()).toEqual([]);
    world.clock.advance(12 * HOUR);
    await world.tick();
    await world.tick();
    expect(channel()).toHaveLength(1);
    expect(channel()[0]).toContain('One topic that you learned wants another look');
    const [message] = ada.dm.sees();
    if (message === undefined) throw new Error('it has come');
    const muted = await ada.dm.press(message, 'Mute');
    expect(muted.text).toContain('Muted');
    world.clock.advance(2 * DAY);
    await world.tick();
    expect(channel().filter((text) => text.includes('wants another look'))).toHaveLength(1);
  });

  test('by a mention, for those who joined; it calls them and nobody else', async () => {
    const { world, guild, ada } = await group('tr');
    await using _ = world;
    const alone = await ada.press(await ada.slash('review'), 'Bana hatırlat…');
    expect(alone.buttons).not.toContain('Kanalda etiketleyerek');
    await joins(ada, 'Sıfırdan başla');
    await ada.slash('done', { topic: 'ACID' });
    const panel = await ada.press(await ada.slash('review'), 'Bana hatırlat…');
    await ada.press(panel, 'Kanalda etiketleyerek');
    world.clock.advance(DAY);
    await world.tick();
    const [message] = guild.channel('study').messages.slice(-1);
    expect(message?.mentions).toEqual([expect.objectContaining({ id: ada.id })]);
    expect(message === undefined ? '' : textOf(message)).toContain(`<@${ada.id}> Öğrendiğin bir konu`);
    // Under it everybody gets their own.
    const ben = guild.addMember({ name: 'Ben', locale: 'en-US' });
    if (message === undefined) throw new Error('it has come');
    const his = await ben.press(message, 'Tekrar et');
    expect(his.ephemeral).toBe(true);
    expect(his.text).toContain('nothing to review yet');
    expect((await ben.press(message, 'Sustur')).text).toContain('nothing to mute');
    const hers = await ada.press(message, 'Tekrar et');
    expect(hers.ephemeral).toBe(true);
    expect(hers.text).toContain('**ACID**');
    const settings = await ada.slash('settings');
    expect(settings.text).toContain('çalışma kanalında etiketliyorum');
    await ada.press(settings, 'Sustur');
    expect(settings.text).toContain('Yok. Yalnızca isteyene yazarım.');
  });

  test('closed messages end them, and the next review says so, once', async () => {
    const { world, ada } = await group();
    await using _ = world;
    await ada.slash('done', { topic: 'ACID' });
    await ada.press(await ada.press(await ada.slash('review'), 'Remind me…'), 'By direct message');
    ada.takesDms(false);
    world.clock.advance(DAY);
    await world.tick();
    expect(world.discord.takeRefusals()).toEqual([expect.objectContaining({ code: 50278 })]);
    world.clock.advance(DAY);
    await world.tick();
    expect(world.discord.takeRefusals()).toEqual([]);
    expect((await ada.slash('review')).text).toContain('your direct messages are closed to me');
    expect((await ada.slash('review')).text).not.toContain('closed to me');
    expect((await ada.slash('settings')).text).toContain('I write only to those who ask for it');
  });

  test('a new time zone moves the next one at once', async () => {
    const { world, ada } = await group();
    await using _ = world;
    await ada.slash('done', { topic: 'ACID' });
    await ada.press(await ada.press(await ada.slash('review'), 'Remind me…'), 'By direct message');
    await ada.slash('settings', { 'time-zone': 'Asia/Tokyo' });
    const row = await world.app.db.selectFrom('review_reminder').select('next_at').executeTakeFirst();
    expect(row?.next_at).toBe(Temporal.Instant.from('2026-11-24T00:00Z').epochMilliseconds);
  });
});

test('all of it is exported, and all of it is deleted', async () => {
  const { world, ada } = await group();
  await using _ = world;
  await ada.slash('done', { topic: 'ACID' });
  await ada.press(await ada.press(await ada.slash('review'), 'Remind me…'), 'By direct message');
  world.clock.advance(DAY);
  const asked = await ada.slash('review');
  await ada.press(asked, 'I have my answer');
  await ada.press(asked, 'Good · 3 d');
  const exported = await ada.press(await ada.slash('settings'), 'Export my data');
  const url = exported.files.find(({ filename }) => filename === 'roadmate.json')?.url ?? '';
  expect(await (await fetch(url)).json()).toMatchObject({
    reviews: [{ key: 'acid', reviews: 1, due: '2026-11-27T06:00:00.000Z' }],
    reviewAnswers: [{ key: 'acid', rating: 'good' }],
    reviewReminder: { way: 'dm', hour: 9 },
  });
  await ada.fill(await ada.press(await ada.slash('settings'), 'Delete all of mine'), {
    'Type DELETE to delete everything': 'DELETE',
  });
  for (const table of ['review', 'review_log', 'review_reminder'] as const)
    expect(await world.app.db.selectFrom(table).selectAll().execute()).toEqual([]);
});
