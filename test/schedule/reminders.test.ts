import { DiscordAPIError } from 'discord.js';
import { afterEach, describe, expect, test } from 'vitest';
import { reminders } from '../../src/schedule/jobs/reminders.ts';
import { nextReminder } from '../../src/schedule/reminder-time.ts';
import { changeGuild, ensureGuild } from '../../src/store/members/guilds.ts';
import { makeLibrary } from '../../src/store/roadmaps/library.ts';
import { changeMember } from '../../src/store/members/members.ts';
import { join, leave } from '../../src/store/members/memberships.ts';
import { record } from '../../src/store/progress/progress.ts';
import { reminderOf, writeReminder } from '../../src/store/reminders.ts';
import { recordRating } from '../../src/store/review/answering.ts';
import { cardsOf } from '../../src/store/review/cards.ts';
import { seedRoadmap } from '../../src/store/roadmaps/seeding.ts';
import type { ReminderWay } from '../../src/store/reminder-tables.ts';
import { outline, topicId } from '../../src/roadmap/outline.ts';
import { follow } from '../../src/store/roadmaps/followed.ts';
import { roadmapMark } from '../../src/view/about-roadmap.ts';
import type { Fate } from './fake-outbox.ts';
import { at, HOUR, MINUTE, setting } from './setting.ts';
import { readOnce } from '../prepared.ts';
import { isFull } from '../size.ts';

const DAY = 24 * HOUR;
const MARKDOWN = '# Trail\n\n## Track\n- [ ] Walk\n- [ ] Swim <!-- tr: Yüzme -->\n';
const tree = readOnce(MARKDOWN).roadmap;
const roadmap = outline('backend', tree);
const [WALK = '', SWIM = ''] = roadmap.nodes.map(({ id }) => id);

let close: () => Promise<void> = () => Promise.resolve();
afterEach(() => close());

/** Ana has done a topic some days ago, and wants to be reminded at nine, by the clock in Istanbul. */
async function ana({ way = 'dm', start = '2026-11-23T05:00Z' }: { way?: ReminderWay; start?: string } = {}) {
  const scene = await setting([], { clock: { now: at(start) } });
  const { db, outbox, clock } = scene;
  close = () => scene.store.close();
  await seedRoadmap(db, 'backend', tree, MARKDOWN, 0);
  await ensureGuild(db, 'g', 'en-US', 0);
  await changeGuild(db, 'g', { roadmapId: 'backend', channelId: 'study', timeZone: 'Europe/Istanbul' });
  await join(db, 'g', 'ana', 0);
  const done = { interactionId: 'done', userId: 'ana', guildId: 'g', at: clock.now - 5 * DAY };
  await record(db, done, [{ topicId: WALK, action: 'done' }]);
  const time = { timeZone: 'Europe/Istanbul', hour: 9 };
  await writeReminder(db, {
    userId: 'ana',
    way,
    guildId: way === 'mention' ? 'g' : null,
    ...time,
    locale: 'en-US',
    next: nextReminder(time, clock.now, null),
  });
  const scheduler = { ...scene.scheduler, app: { ...scene.scheduler.app, library: makeLibrary() } };
  /** Lets minutes pass, with a tick in each. Long times have a tick only every ten minutes, except in the full size. */
  const pass = async (minutes: number): Promise<void> => {
    for (let passed = 0; passed < minutes;) {
      const isEven = clock.now % (10 * MINUTE) === 0;
      const step = !isFull && isEven && minutes - passed > 100 ? 10 : 1;
      passed += step;
      clock.now += step * MINUTE;
      await reminders.run(scheduler, clock.now);
    }
  };
  return { ...scene, scheduler, pass, times: () => outbox.messages.map((sent) => sent.at) };
}

test('comes once at its hour, with the due reviews, and again on the next day', async () => {
  const { pass, outbox, times } = await ana();
  await pass(59);
  expect(outbox.messages).toEqual([]);
  await pass(3 * 60);
  expect(times()).toEqual([at('2026-11-23T06:00Z')]);
  const [message] = outbox.messages;
  expect(message).toMatchObject({ channelId: 'dm-ana', body: { allowed_mentions: { parse: [] } } });
  expect(JSON.stringify(message?.body)).toContain('1 topic is due');
  // The id at the end of a button's id lets the bot find it again.
  expect(JSON.stringify(message?.body)).toContain(`v1:remind-stop:${message?.nonce}`);
  await pass(24 * 60);
  expect(times()).toEqual([at('2026-11-23T06:00Z'), at('2026-11-24T06:00Z')]);
});

test('a mention notifies the member who asked for it, and nobody else', async () => {
  const { pass, outbox } = await ana({ way: 'mention' });
  await pass(61);
  expect(outbox.messages).toHaveLength(1);
  expect(outbox.messages[0]).toMatchObject({
    channelId: 'study',
    body: { allowed_mentions: { parse: [], users: ['ana'] } },
  });
  expect(JSON.stringify(outbox.messages[0]?.body)).toContain('<@ana>');
});

test('names today’s topics, but in a group only if the group may see them', async () => {
  const { db, clock, pass, outbox } = await ana({ way: 'mention' });
  await pass(61);
  await changeMember(db, 'ana', { showTopics: false }, clock.now);
  await pass(24 * 60);
  const said = outbox.messages.map(({ body }) => JSON.stringify(body));
  expect(said.map((text) => text.includes('Swim'))).toEqual([true, false]);
  expect(said[1]).toContain('Your topics for today are waiting');
});

test('in the reader’s language, and with the titles in it', async () => {
  const { db, clock, pass, outbox } = await ana();
  await changeMember(db, 'ana', { locale: 'tr' }, clock.now);
  await pass(61);
  expect(JSON.stringify(outbox.messages[0]?.body)).toContain('**Yüzme**');
});

test('does not come on a day on which the member has already studied', async () => {
  const { db, clock, pass, times } = await ana();
  const actor = { interactionId: 'r', userId: 'ana', guildId: null, at: clock.now };
  await recordRating(db, actor, { topicId: WALK, firstDue: '2026-11-23', reps: 0 }, 'good');
  await pass(27 * 60);
  expect(times()).toEqual([at('2026-11-24T06:00Z')]);
});

test('does not come while nothing is open and nothing is due', async () => {
  const { db, clock, pass, times } = await ana();
  const actor = { interactionId: 'r', userId: 'ana', guildId: null, at: clock.now };
  await recordRating(db, actor, { topicId: WALK, firstDue: '2026-11-23', reps: 0 }, 'good');
  await record(db, { ...actor, interactionId: 's' }, [{ topicId: SWIM, action: 'skip' }]);
  const due = (await cardsOf(db, 'ana', 'backend')).get(WALK)?.card.dueDate;
  await pass(5 * 24 * 60);
  expect(times()[0]).toBe(at('2026-11-26T06:00Z'));
  // It is the morning of the day on which it is due.
  expect(due).toBe('2026-11-26');
});

describe('a reminder for several roadmaps', () => {
  const PAGES =
    '# Pages\n\n## Looks\n- [ ] Walk again <!-- id: walk same: backend/track/walk -->\n- [ ] Styles\n';

  const someDaysAgo = { interactionId: 'd', userId: 'ana', guildId: null, at: at('2026-11-20T09:00Z') };

  async function withPages() {
    const scene = await ana();
    const pages = readOnce(PAGES).roadmap;
    await seedRoadmap(scene.db, 'pages', pages, PAGES, 0);
    await changeMember(scene.db, 'ana', { roadmapId: 'backend' }, 0);
    await follow(scene.db, { userId: 'ana' }, 'pages', 1);
    const said = () => scene.outbox.messages.map(({ body }) => JSON.stringify(body)).join('');
    return { ...scene, said };
  }

  test('says what is due in all of them, names the roadmaps, and counts a shared skill once', async () => {
    const { db, pass, said } = await withPages();
    await record(db, someDaysAgo, [{ topicId: topicId('pages', 'looks/styles'), action: 'done' }]);
    await pass(61);
    expect(said()).toContain('2 topics are due');
    expect(said()).toContain('-# Trail · Pages');
    expect(said()).toContain('-# Trail\\n- **Swim**');
  });

  test('suggests topics of another one if the default one has none left', async () => {
    const { db, pass, said } = await withPages();
    await record(db, someDaysAgo, [{ topicId: SWIM, action: 'skip' }]);
    await pass(61);
    expect(said()).toContain('**Styles**');
    expect(said()).toContain(`v1.${roadmapMark('pages')}:today`);
  });
});

/** What discord.js throws for one of Discord's codes. */
function refusing(code: number, status: number): Fate {
  return {
    before: () => {
      throw new DiscordAPIError({ code, message: 'No' }, code, status, 'POST', 'https://discord.test', {});
    },
  };
}
const REFUSED = refusing(50035, 400);

describe('what goes wrong', () => {
  test('a lost answer leads to no second message, and neither does a late one', async () => {
    const { pass, outbox, clock } = await ana();
    outbox.fates.push('answer-lost');
    await pass(62);
    expect(outbox.requests.send).toBe(2);
    expect(outbox.messages).toHaveLength(1);
    // On another morning Discord has forgotten the nonce before the bot is back.
    clock.now = at('2026-11-24T05:59Z');
    outbox.fates.push('answer-lost');
    await pass(1);
    clock.now += HOUR;
    await pass(5);
    expect(outbox.messages).toHaveLength(2);
    expect(outbox.requests.find).toBe(1);
  });

  test('while Discord is unavailable it waits; when it is too late, that day has none', async () => {
    const { pass, outbox, times } = await ana({ way: 'mention' });
    outbox.outages.add('g');
    await pass(61 + 3 * 60);
    outbox.outages.clear();
    await pass(24 * 60);
    expect(times()).toEqual([at('2026-11-24T06:00Z')]);
  });

  test('closed direct messages end it at once, for good', async () => {
    const { db, pass, outbox } = await ana();
    outbox.fates.push('forbidden');
    await pass(3 * 24 * 60);
    expect(outbox.requests.send).toBe(1);
    expect((await reminderOf(db, 'ana'))?.stopped).toBe('refused');
  });

  test('missing access to direct messages may pass: it is tried once a day, and ends after some days', async () => {
    const { db, pass, outbox } = await ana();
    outbox.fates.push('no-access', 'no-access');
    await pass(3 * 24 * 60);
    expect(outbox.requests.send).toBe(3);
    expect(outbox.messages).toHaveLength(1);
    outbox.dmFates.push(...Array.from({ length: 20 }, () => 'no-access' as const));
    await pass(12 * 24 * 60);
    expect((await reminderOf(db, 'ana'))?.stopped).toBe('refused');
    // The first try and five days.
    expect(outbox.requests.openDm).toBe(3 + 6);
  });

  test('conversations that were opened too fast all wait, longer each time, and one request tries again', async () => {
    const { db, pass, outbox, times } = await ana();
    const anas = await reminderOf(db, 'ana');
    if (anas === null) throw new Error('Ana has asked for it');
    for (const name of ['ben', 'cem', 'dee']) {
      await join(db, 'g', name, 0);
      const done = { interactionId: name, userId: name, guildId: 'g', at: at('2026-11-20T05:00Z') };
      await record(db, done, [{ topicId: WALK, action: 'done' }]);
      await writeReminder(db, { ...anas, userId: name });
    }
    // One is sent, then Discord refuses the next, again and again.
    outbox.dmFates.push('ok', ...Array.from({ length: 5 }, () => 'too-fast' as const));
    await pass(60 + 31);
    expect(outbox.requests.openDm).toBe(1 + 5 + 3);
    expect(times().map((time) => (time - at('2026-11-23T06:00Z')) / MINUTE)).toEqual([0, 31, 31, 31]);
  });

  test('a message that Discord refuses is logged, and that day has none', async () => {
    const { pass, outbox, logged } = await ana();
    outbox.fates.push(...Array.from({ length: 9 }, () => REFUSED));
    await pass(2 * 24 * 60);
    expect(outbox.requests.send).toBe(2);
    expect(logged.filter((line) => line.includes('does not take'))).toHaveLength(2);
  });

  test('a deleted account ends it', async () => {
    const { db, pass, outbox } = await ana();
    outbox.dmFates.push(refusing(10013, 404));
    await pass(2 * 60);
    expect(outbox.requests.openDm).toBe(1);
    expect((await reminderOf(db, 'ana'))?.stopped).toBe('refused');
  });

  test('a deleted channel ends it at once', async () => {
    const { db, pass, outbox } = await ana({ way: 'mention' });
    outbox.fates.push('gone');
    await pass(26 * 60);
    expect(outbox.requests.send).toBe(1);
    expect((await reminderOf(db, 'ana'))?.stopped).toBe('channel');
  });

  test.each(['the group', 'the server'])('a member who has left %s is not mentioned there', async (what) => {
    const { db, pass, outbox } = await ana({ way: 'mention' });
    if (what === 'the group') await leave(db, 'g', 'ana');
    else outbox.gone.add('ana');
    await pass(2 * 60);
    expect(outbox.messages).toEqual([]);
    expect((await reminderOf(db, 'ana'))?.stopped).toBe('left');
  });

  test('a reminder that fails does not keep others from theirs', async () => {
    const { db, pass, outbox, logged } = await ana({ way: 'mention' });
    await join(db, 'g', 'ben', 0);
    const done = { interactionId: 'b', userId: 'ben', guildId: 'g', at: at('2026-11-20T05:00Z') };
    await record(db, done, [{ topicId: WALK, action: 'done' }]);
    const anas = await reminderOf(db, 'ana');
    if (anas === null) throw new Error('Ana has asked for it');
    await writeReminder(db, { ...anas, userId: 'ben' });
    outbox.fates.push({
      before: () => {
        throw new Error('broken');
      },
    });
    await pass(60);
    expect(outbox.messages).toHaveLength(1);
    expect(logged.some((line) => line.includes('could not be handled'))).toBe(true);
  });
});

const local = (instant: number, zone: string): string =>
  Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone).toPlainDateTime().toString();

describe('clocks', () => {
  test.each([
    // In New York, on 8 March 2026, two becomes three, and nine o'clock is an hour earlier for the rest of the world.
    [
      'America/New_York',
      '2026-03-07T00:00Z',
      ['2026-03-07T14:00Z', '2026-03-08T13:00Z', '2026-03-09T13:00Z'],
    ],
    [
      'America/New_York',
      '2026-10-31T00:00Z',
      ['2026-10-31T13:00Z', '2026-11-01T14:00Z', '2026-11-02T14:00Z'],
    ],
    [
      'Australia/Lord_Howe',
      '2026-10-02T00:00Z',
      ['2026-10-02T22:30Z', '2026-10-03T22:00Z', '2026-10-04T22:00Z'],
    ],
  ])('a change in %s keeps the local hour', async (timeZone, start, expected) => {
    const { db, clock, pass, times } = await ana({ start });
    await changeMember(db, 'ana', { timeZone }, clock.now);
    await pass(3 * 24 * 60);
    expect(times().slice(0, 3)).toEqual(expected.map(at));
  });

  test('a member who travels is reminded by the local clock, and at most once a date', async () => {
    const { db, clock, pass, times } = await ana({ start: '2026-11-23T00:00Z' });
    await pass(24 * 60);
    await changeMember(db, 'ana', { timeZone: 'America/Los_Angeles' }, clock.now);
    await pass(24 * 60);
    await changeMember(db, 'ana', { timeZone: 'Asia/Tokyo' }, clock.now);
    await pass(48 * 60);
    const [first, second, ...rest] = times();
    expect(local(first ?? 0, 'Europe/Istanbul')).toBe('2026-11-23T09:00:00');
    expect(local(second ?? 0, 'America/Los_Angeles')).toBe('2026-11-24T09:00:00');
    expect(rest.map((each) => local(each, 'Asia/Tokyo'))).toEqual([
      '2026-11-26T09:00:00',
      '2026-11-27T09:00:00',
    ]);
  });
});
