import { describe, expect, test } from 'vitest';
import { asRead } from '../../playground/people/reading.ts';
import { giveTopic } from '../../src/store/sessions/sessions.ts';
import { studyGroup, topicOf } from './study-group.ts';

const MINUTE = 60_000;

/** A group with Ada and Ben. It is noon on a Monday in Istanbul. */
async function adaAndBen() {
  const group = await studyGroup(['Ada', 'Ben']);
  const [ada, ben] = group.members;
  if (ada === undefined || ben === undefined) throw new Error('there are two members');
  /** Lets minutes pass, and then the bot ticks. */
  const pass = async (minutes: number): Promise<void> => {
    group.world.clock.advance(minutes * MINUTE);
    await group.world.tick();
  };
  return { ...group, ada, ben, pass };
}

describe('/focus start', () => {
  test('counts down by itself, and its minutes are on the topic', async () => {
    const { world, ada, pass } = await adaAndBen();
    await using _ = world;
    const end = (world.clock.now() + 40 * MINUTE) / 1000;
    const card = await ada.slash('focus start', { topic: 'ACID', minutes: 40 });
    expect(card.ephemeral).toBe(true);
    expect(card.text).toContain('## ACID');
    expect(card.text).toContain(`<t:${end}:t>`);
    expect(card.text).toContain(`<t:${end}:R>`);
    await pass(30);
    await ada.press(card, 'Finish');
    expect(card.text).toContain('**30 min** on **ACID**');
    expect(card.buttons).toEqual(['Mark it done', 'Another 40 min', 'Write a cheat code']);
    const topic = await ada.slash('topic', { topic: 'ACID' });
    expect(topic.text).toContain('30 min studied');
    expect(topic.text).toContain('Started');
    expect((await ada.slash('progress')).text).toContain('**Focus** 30 min this week');
    await ada.press(card, 'Mark it done');
    expect(card.text).toContain('**ACID** done');
  });

  test('is told by direct message at its second, if the member wants that, and once', async () => {
    const { world, ada, pass } = await adaAndBen();
    await using _ = world;
    const card = await ada.slash('focus start', { topic: 'ACID' });
    await ada.press(card, 'Tell me at the end');
    expect(card.buttons).toContain('Don’t tell me');
    await pass(24);
    expect(ada.dm.sees()).toEqual([]);
    world.clock.advance(30_000);
    const planned: [number, () => Promise<void>][] = [];
    await world.tick((milliseconds, work) => planned.push([milliseconds, work]));
    expect(planned.map(([milliseconds]) => milliseconds)).toEqual([30_000]);
    world.clock.advance(30_000);
    await planned[0]?.[1]();
    await world.restart();
    await pass(1);
    expect(ada.dm.sees()).toHaveLength(1);
    expect(asRead(JSON.stringify(ada.dm.sees()[0]))).toContain('Time’s up: **25 min** on **ACID**');
    // The next session asks for it again, and one that is ended early is not told.
    const next = await ada.slash('focus start');
    expect(next.buttons).toContain('Don’t tell me');
    await ada.press(next, 'Finish');
    await pass(30);
    expect(ada.dm.sees()).toHaveLength(1);
    // Closed direct messages are no reason to try again.
    ada.takesDms(false);
    await ada.slash('focus start');
    await pass(25);
    expect(world.discord.takeRefusals().map(({ code }) => code)).toEqual([50278]);
    await pass(1);
  });

  test('ends at its time without a press, and its buttons work even hours later', async () => {
    const { world, ada, pass } = await adaAndBen();
    await using _ = world;
    const card = await ada.slash('focus start', { topic: 'ACID' });
    await world.restart();
    await pass(180);
    await ada.press(card, 'Finish');
    expect(card.text).toContain('**25 min** on **ACID**');
    await ada.press(card, 'Another 25 min');
    expect(card.text).toContain('## ACID');
    await pass(25);
    await ada.press(card, 'Finish');
    expect(card.text).toContain('**50 min** today');
  });

  test('can be prolonged while it runs, and no time counts twice', async () => {
    const { world, ada, pass } = await adaAndBen();
    await using _ = world;
    const card = await ada.slash('focus start', { topic: 'ACID' });
    await pass(20);
    await ada.press(card, 'Add 25 min');
    await pass(29);
    expect((await ada.slash('topic', { topic: 'ACID' })).text).toContain('49 min studied');
    await pass(10);
    expect((await ada.slash('topic', { topic: 'ACID' })).text).toContain('50 min studied');
  });

  test('tells the time of the whole stretch if it was prolonged and ended at once', async () => {
    const { world, ada, pass } = await adaAndBen();
    await using _ = world;
    const card = await ada.slash('focus start', { topic: 'ACID' });
    await pass(4);
    await ada.press(card, 'Add 25 min');
    await ada.press(card, 'Finish');
    expect(card.text).toContain('**4 min** on **ACID**');
  });

  test('of less than a minute counts nothing, and offers another one or to put its topic back', async () => {
    const { world, ada } = await adaAndBen();
    await using _ = world;
    const card = await ada.slash('focus start', { topic: 'ACID' });
    await ada.press(card, 'Add 25 min');
    await ada.press(card, 'Finish');
    expect(card.text).toContain('**Under a minute**, so no time was counted.\n**ACID** is in progress now.');
    expect(card.buttons[0]).toMatch(/^Another /);
    expect(card.buttons.slice(1)).toEqual(['Put it back', 'See topic']);
    await ada.press(card, 'Put it back');
    expect(card.text).toContain('**ACID** is back on your list.');
  });

  test('of less than a minute does not offer to put back a topic that was started before', async () => {
    const { world, ada, pass } = await adaAndBen();
    await using _ = world;
    await ada.slash('start', { topic: 'ACID' });
    await pass(1);
    const card = await ada.slash('focus start', { topic: 'ACID' });
    await ada.press(card, 'Finish');
    expect(card.buttons).toEqual(['Another 25 min', 'See topic']);
  });

  test('may begin without a topic; the topic that is chosen later has its whole time, also after the end', async () => {
    const { world, ada, pass } = await adaAndBen();
    await using _ = world;
    await ada.slash('start', { topic: 'ACID' });
    const card = await ada.slash('focus start');
    await pass(20);
    await ada.choose(card, 'What are you studying?', ['ACID · More on Databases']);
    expect(card.text).toContain('## ACID');
    await ada.press(card, 'Finish');
    expect(card.text).toContain('**20 min** on **ACID**');
    await pass(1);
    const second = await ada.slash('focus start');
    await pass(10);
    await ada.press(second, 'Finish');
    await ada.choose(second, 'What was it about?', ['ACID · More on Databases']);
    expect(second.text).toContain('**10 min** on **ACID**');
    expect((await ada.slash('topic', { topic: 'ACID' })).text).toContain('30 min studied');
  });

  test('is only one at a time, in all servers and direct messages', async () => {
    const { world, ada } = await adaAndBen();
    await using _ = world;
    await ada.slash('focus start', { topic: 'ACID' });
    const again = await ada.dm.slash('focus start', { topic: 'GraphQL' });
    expect(again.text).toContain('**You’re studying already**, so this session goes on.');
    expect(again.text).toContain('## ACID');
    expect((await ada.dm.slash('focus start', { topic: 'ACID' })).buttons).not.toContain('Switch to ACID');
  });

  test('goes on with another topic until its end, and each topic keeps its time', async () => {
    const { world, ada } = await adaAndBen();
    await using _ = world;
    await ada.slash('focus start', { topic: 'ACID', minutes: 30 });
    world.clock.advance(10 * MINUTE);
    const again = await ada.slash('focus start', { topic: 'GraphQL' });
    const ends = /<t:(\d+):R>/.exec(again.text)?.[1];
    await ada.press(again, 'Switch to GraphQL');
    expect(again.text).toContain('## GraphQL');
    expect(/<t:(\d+):R>/.exec(again.text)?.[1]).toBe(ends);
    world.clock.advance(5 * MINUTE);
    await ada.press(again, 'Finish');
    expect(again.text).toContain('**5 min** on **GraphQL**');
    expect((await ada.slash('topic', { topic: 'ACID' })).text).toContain('10 min studied');
    const late = await ada.press(again, { customId: 'v1:focus-switch:gone:gone' });
    expect(late.text).not.toContain('## ');
  });

  test('begins from the card of a topic and from the picks', async () => {
    const { world, ada } = await adaAndBen();
    await using _ = world;
    const topic = await ada.slash('topic', { topic: 'ACID' });
    await ada.choose(topic, 'More…', ['Focus']);
    expect(topic.text).toContain('## ACID');
    await ada.press(topic, 'Finish');
    const today = await ada.slash('today');
    const form = await ada.press(today, 'Focus…');
    const begun = await ada.fill(form, { topics: ['ACID · More on Databases'] });
    expect(begun.text).toContain('## ACID');
  });

  test('cannot be changed by the buttons of others', async () => {
    const { world, ada, ben, pass } = await adaAndBen();
    await using _ = world;
    const card = await ada.slash('focus start', { topic: 'ACID' });
    const [row] = await world.app.db.selectFrom('session').select('id').execute();
    const other = await ben.slash('help');
    for (const action of ['focus-end', 'focus-on']) {
      const pressed = await ben.press(other, { customId: `v1:${action}:${row?.id ?? ''}` });
      expect(pressed.text).toContain('no longer exists');
    }
    const topicId = await topicOf(world, 'acid');
    const bens = { interactionId: '1', userId: ben.id, guildId: null, at: world.clock.now() };
    expect(await giveTopic(world.app.db, bens, row?.id ?? '', { topicId, startsTopic: false })).toBeNull();
    await pass(25);
    await ada.press(card, 'Finish');
    expect(card.text).toContain('25 min');
  });

  test('counts for both days if a day starts in it', async () => {
    const { world, ada, pass } = await adaAndBen();
    await using _ = world;
    // It is 03:40 on a Monday, 20 minutes before Ada's day and week start.
    world.clock.advance(6 * 24 * 60 * MINUTE + 15 * 60 * MINUTE + 40 * MINUTE);
    await ada.slash('focus start', { topic: 'ACID', minutes: 60 });
    await pass(60);
    expect((await ada.slash('progress')).text).toContain('**Focus** 40 min this week');
  });
});

describe('/focus log', () => {
  test('adds study on a past day, says so, and can be undone', async () => {
    const { world, ada } = await adaAndBen();
    await using _ = world;
    const logged = await ada.slash('focus log', { topic: 'ACID', minutes: 45, when: 'yesterday 18:30' });
    expect(logged.text).toContain('Added: **45 min** on **ACID**');
    expect(logged.text).toContain('Sunday 22 November · added by hand');
    expect((await ada.slash('topic', { topic: 'ACID' })).text).toContain('45 min studied');
    const undone = await ada.slash('undo');
    expect(undone.text).toContain('Undone: **ACID** (you added time)');
    expect((await ada.slash('topic', { topic: 'ACID' })).text).not.toContain('studied');
    expect((await ada.slash('undo')).text).not.toContain('Undone');
    const again = await ada.slash('focus log', { topic: 'ACID', minutes: 45, when: 'yesterday 18:30' });
    await ada.press(again, 'Undo');
    expect(again.text).toContain('Undone');
  });

  test.each([
    ['yesterday', 60, 'Added: **1 h** on **ACID**'],
    [undefined, 480, 'Added: **8 h** on **ACID**'],
    ['3 days ago', 30, 'more than two days ago'],
    ['15 days ago', 30, 'I can only add the last 14 days.'],
    ['today 11:30', 45, 'That isn’t over yet.'],
    ['soonish', 45, 'I can’t read “soonish” as a time.'],
    ['soonish', 45, '/focus log topic:ACID minutes:45 when:soonish'],
    ['30 february', 45, 'There’s no such day'],
  ])('%s, %i minutes: %s', async (when, minutes, said) => {
    const { world, ada } = await adaAndBen();
    await using _ = world;
    const options = { topic: 'ACID', minutes, ...(when !== undefined && { when }) };
    expect((await ada.slash('focus log', options)).text).toContain(said);
  });

  test('no time counts twice: time that overlaps a session is refused, and without a time of day free time is found', async () => {
    const { world, ada, pass } = await adaAndBen();
    await using _ = world;
    await ada.slash('focus start', { topic: 'GraphQL' });
    await pass(25);
    const met = await ada.slash('focus log', { topic: 'ACID', minutes: 30, when: 'today 11:50' });
    expect(met.text).toContain('already studying then');
    await ada.slash('focus log', { topic: 'ACID', minutes: 30 });
    expect((await ada.slash('progress')).text).toContain('**Focus** 55 min this week');
  });

  test('if the day has only just begun, offers the day before', async () => {
    const { world, ada } = await adaAndBen();
    await using _ = world;
    // It is 04:05 on Tuesday; Ada's day starts at 04:00.
    world.clock.advance((16 * 60 + 5) * MINUTE);
    const asked = await ada.slash('focus log', { topic: 'ACID', minutes: 40 });
    expect(asked.text).toContain('40 min can’t fit in yet');
    await ada.press(asked, 'Add it to yesterday');
    expect(asked.text).toContain('Added: **40 min** on **ACID**');
    expect(asked.text).toContain('Monday 23 November');
  });

  test('asks if the time has two meanings', async () => {
    const { world, ada } = await adaAndBen();
    await using _ = world;
    const asked = await ada.slash('focus log', { topic: 'ACID', minutes: 45, when: 'yesterday at 6' });
    expect(asked.text).toContain('Which one do you mean?');
    await ada.press(asked, 'Sun 22 Nov, 18:00');
    expect(asked.text).toContain('Sunday 22 November');
    const row = await world.app.db.selectFrom('session').select('started_at').executeTakeFirst();
    expect(row?.started_at).toBe(Date.parse('2026-11-22T15:00Z'));
  });

  test('keeps a streak only if it is at most two days old', async () => {
    const { world, ada } = await adaAndBen();
    await using _ = world;
    await ada.slash('done', { topic: 'ACID' });
    await ada.slash('focus log', { topic: 'ACID', minutes: 30, when: 'yesterday' });
    await ada.slash('focus log', { topic: 'ACID', minutes: 30, when: '3 days ago' });
    expect((await ada.slash('progress')).text).toContain('**Streak** 2 days');
  });
});
