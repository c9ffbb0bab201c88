import { MessageFlags } from 'discord.js';
import { describe, expect, test } from 'vitest';
import type { Person } from '../../playground/people/person.ts';
import type { MessageJson } from '../../playground/state/json.ts';
import { deletePersonalData } from '../../src/store/members/personal-data.ts';
import { reschedule } from '../../src/schedule/reschedule.ts';
import { guildOf } from '../../src/store/members/guilds.ts';
import { isFull } from '../size.ts';
import { asRead } from '../../playground/people/reading.ts';
import { studyGroup, textOf } from './study-group.ts';

const MINUTE = 60_000;
/** How many people a session together may have; otherwise fewer, but more than are named. */
const PEOPLE = isFull ? 50 : 20;

/** A group of four, on a Monday at noon in Istanbul; Ada may begin a session together. */
async function group() {
  const here = await studyGroup(['Ada', 'Ben', 'Cem', 'Eve']);
  const [ada, ben, cem, eve] = here.members;
  if (ada === undefined || ben === undefined || cem === undefined || eve === undefined)
    throw new Error('four');
  const pass = async (minutes: number): Promise<void> => {
    here.world.clock.advance(minutes * MINUTE);
    await here.world.tick();
    await here.world.discord.quiet();
  };
  /** The messages of sessions together that a person sees, oldest first. */
  const posts = (of: Person = ben): readonly MessageJson[] =>
    of
      .sees()
      .filter(
        (message) =>
          /Studying together|Studied together/.test(textOf(message)) &&
          ((message.flags ?? 0) & MessageFlags.Ephemeral) === 0,
      );
  const post = (): MessageJson => {
    const [only, ...more] = posts();
    if (only === undefined || more.length > 0) throw new Error(`${posts().length} messages`);
    return only;
  };
  /** What the message says, once the edits that were gathered are done. */
  const look = async (): Promise<string> => {
    await here.world.discord.quiet();
    const contents = textOf(post().components).matchAll(/"content":("(?:[^"\\]|\\.)*")/g);
    return asRead(Array.from(contents, ([, text = '""']) => String(JSON.parse(text))).join('\n'));
  };
  return { ...here, ada, ben, cem, eve, pass, posts, post, look };
}

describe('/focus together', () => {
  test('is one message that follows the clock, and ends with who was there, for how long, on what', async () => {
    const { world, ada, ben, pass, post, look } = await group();
    await using _ = world;
    const own = await ada.slash('focus together', { rounds: 2 });
    expect(own.text).toContain('You’re in.');
    // Who asks again is in it already, and needs no button to join.
    expect((await ada.slash('focus together')).text).toContain('You’re in.');
    await ada.choose(own, 'What are you studying?', ['Testing · Main Roadmap']);
    const first = (world.clock.now() + 25 * MINUTE) / 1000;
    expect(await look()).toContain('**Work** · round 1 of 2');
    expect(await look()).toContain(`<t:${first}:t> · <t:${first}:R>`);
    expect(await look()).toContain('Ada · Testing');
    await pass(10);
    const joined = await ben.press(post(), 'Join');
    expect(joined.ephemeral).toBe(true);
    expect(await look()).toContain('**2 people**');
    await pass(15);
    expect(await look()).toContain('**Break**');
    await pass(5);
    expect(await look()).toContain('**Work** · round 2 of 2');
    await pass(10);
    await ben.press(joined, 'Leave');
    expect(joined.text).toContain('You left. You studied for **25 min**.');
    expect(await look()).not.toContain('**2 people**');
    expect(await look()).toContain('Ada · Testing');
    await pass(15);
    const over = await look();
    expect(over).toContain('## Studied together');
    expect(over).toContain('- Ada · 50 min · Testing');
    expect(over).toContain('- Ben · 25 min');
    expect((await ada.slash('progress')).text).toContain('**Focus** 50 min this week');
  });

  test('mentions only those who want it, once a phase, in a message that takes the place of the one before', async () => {
    const { world, ada, ben, cem, pass, post } = await group();
    await using _ = world;
    const own = await ada.slash('focus together', { rounds: 2 });
    const joined = await ben.press(post(), 'Join');
    await ben.press(joined, 'Ping me at breaks');
    const calls = () => cem.sees().filter(({ mentions }) => mentions.length > 0);
    await pass(25);
    expect(calls()).toHaveLength(1);
    expect(textOf(calls()[0])).toContain('Time for a break');
    expect(calls()[0]?.mentions.map(({ id }) => id)).toEqual([ben.id]);
    await pass(1);
    expect(calls()).toHaveLength(1);
    await pass(4);
    expect(calls()).toHaveLength(1);
    expect(textOf(calls()[0])).toContain('Back to work');
    await ben.press(joined, 'Don’t ping me');
    await pass(25);
    expect(calls()).toHaveLength(0);
    expect(own.text).toContain('You’re in.');
  });

  test('has whole rounds although it begins in the middle of a minute; between ticks, the phase changes at its second', async () => {
    const { world, ada, pass, look } = await group();
    await using _ = world;
    world.clock.advance(40_000);
    await ada.slash('focus together', { rounds: 2 });
    world.clock.advance(20_000);
    await pass(24);
    expect(await look()).toContain('**Work** · round 1');
    const planned: [number, () => Promise<void>][] = [];
    await world.tick((milliseconds, work) => planned.push([milliseconds, work]));
    expect(planned.map(([milliseconds]) => milliseconds)).toEqual([40_000]);
    world.clock.advance(40_000);
    await planned[0]?.[1]();
    expect(await look()).toContain('**Break**');
    await pass(60);
    expect(await look()).toContain('- Ada · 50 min');
  });

  test('after downtime there is one edit to the present phase, and what was missed is not announced', async () => {
    const { world, ada, ben, cem, pass, post, look } = await group();
    await using _ = world;
    await ada.slash('focus together');
    await ben.press(await ben.press(post(), 'Join'), 'Ping me at breaks');
    await world.restart(() => world.clock.advance(43 * MINUTE));
    await pass(0);
    expect(await look()).toContain('round 2 of 4');
    expect(cem.sees().filter(({ mentions }) => mentions.length > 0)).toEqual([]);
    await world.restart(() => world.clock.advance(5 * 60 * MINUTE));
    await pass(0);
    expect(await look()).toContain('- Ada · 1 h 40 min');
    expect(cem.sees().filter(({ mentions }) => mentions.length > 0)).toEqual([]);
  });

  test('ends when the last one leaves', async () => {
    const { world, ada, pass, look } = await group();
    await using _ = world;
    const own = await ada.slash('focus together');
    await pass(12);
    await ada.press(own, 'Leave');
    expect(await look()).toContain('- Ada · 12 min');
    await pass(1);
    expect((await ada.press(own, { customId: `v1:focus-join:${'x'.repeat(16)}` })).text).toContain('over');
  });

  test('a member is in one session: joining ends their own, and its topic comes along', async () => {
    const { world, ada, ben, pass, post, look } = await group();
    await using _ = world;
    await ben.slash('focus start', { topic: 'ACID' });
    await pass(5);
    await ada.slash('focus together');
    await ben.press(post(), 'Join');
    expect(await look()).toContain('Ben · ACID');
    await pass(10);
    expect((await ben.slash('topic', { topic: 'ACID' })).text).toContain('15 min studied');
    const again = await ben.slash('focus start', { topic: 'GraphQL' });
    expect(again.text).toContain('**You’re studying already**, so this session goes on.');
    expect(again.buttons).toContain('Leave');
    await ben.press(again, 'Switch to GraphQL');
    expect(again.text).toContain('## GraphQL');
    await pass(1);
    expect(await look()).toContain('Ben · GraphQL');
  });

  test('shows what each lets the group see', async () => {
    const { world, ada, ben, eve, guild, pass, post, look } = await group();
    await using _ = world;
    await world.app.db.updateTable('member').set({ show_topics: 0 }).where('user_id', '=', ben.id).execute();
    await world.app.db
      .updateTable('member')
      .set({ show_progress: 0 })
      .where('user_id', '=', eve.id)
      .execute();
    const stranger = guild.addMember({ name: 'Stranger' });
    await ada.slash('focus together', { rounds: 1 });
    for (const person of [ben, eve, stranger]) {
      await person.slash('focus start', { topic: 'ACID' });
      await person.press(post(), 'Join');
    }
    expect(await look()).toContain('- Eve · ACID');
    expect(await look()).toMatch(/^- Ben$/m);
    await pass(25);
    const over = await look();
    expect(over).toMatch(/^- Ben · 25 min$/m);
    expect(over).toMatch(/^- Eve · ACID$/m);
    expect(over).toMatch(/^- <@\d+> · 25 min$|^- Stranger · 25 min$/m);
  });

  test('names nobody any more who deletes their data, also when it is over', async () => {
    const { world, ada, ben, pass, post, look } = await group();
    await using _ = world;
    await ada.slash('focus together', { rounds: 1 });
    await ben.press(post(), 'Join');
    await pass(25);
    expect(await look()).toContain('Ben');
    const actor = { interactionId: '1', userId: ben.id, guildId: null, at: world.clock.now() };
    await deletePersonalData(world.app.db, actor);
    await pass(1);
    expect(await look()).not.toContain('Ben');
    expect(await look()).toContain('- Ada · 25 min');
  });

  test('where Discord takes no more edits of a message so old, a new one takes its place', async () => {
    const { world, ada, ben, cem, pass, post, posts, look } = await group();
    await using _ = world;
    await ada.slash('focus together', { work: 60, break: 10, rounds: 2 });
    const before = post().id;
    await pass(61);
    const joined = await ben.press(post(), 'Join');
    await world.discord.quiet();
    await ben.press(joined, 'Leave');
    await world.discord.quiet();
    const third = await cem.press(post(), 'Join');
    await world.discord.quiet();
    expect(posts()).toHaveLength(1);
    expect(post().id).not.toBe(before);
    expect(await look()).toContain('Cem');
    await cem.press(third, 'Leave');
    expect(posts()).toHaveLength(1);
    expect(world.discord.takeRefusals().map(({ code }) => code)).toEqual([30046]);
    await pass(9);
    expect(await look()).toContain('round 2 of 2');
  });

  test.each([
    ['a plan that is too long', { work: 120, rounds: 12 }, 'longer than 8 h'],
    ['direct messages', null, 'in a channel of a server'],
  ])('%s is refused', async (_case, options, said) => {
    const { world, ada } = await group();
    await using _ = world;
    const answer = await (options === null
      ? ada.dm.slash('focus together')
      : ada.slash('focus together', options));
    expect(answer.text).toContain(said);
    expect(await world.app.db.selectFrom('session').selectAll().execute()).toEqual([]);
  });

  test('in a channel that is closed to the bot it says so, and nothing is left', async () => {
    const { world, general, ada } = await group();
    await using _ = world;
    general.deny('bot', ['SendMessages']);
    expect((await ada.slash('focus together')).text).toContain('I can’t post in this channel');
    expect(world.discord.takeRefusals()).toHaveLength(1);
    expect(await world.app.db.selectFrom('group_session').selectAll().execute()).toEqual([]);
  });

  test('there is one session in a channel: who begins another is asked to join it', async () => {
    const { world, ada, ben, look } = await group();
    await using _ = world;
    await ada.slash('focus together');
    const second = await ben.slash('focus together');
    expect(second.text).toContain('Join it?');
    await ben.press(second, 'Join');
    expect(await look()).toContain('**2 people**');
  });

  test(`fits with ${PEOPLE} people`, async () => {
    const { world, guild, ada, pass, post, look } = await group();
    await using _ = world;
    await ada.slash('focus together', { rounds: 1 });
    for (let n = 1; n < PEOPLE; n += 1) {
      const person = guild.addMember({ name: `A person with quite a long name ${n}` });
      await person.press(await person.press(post(), 'Join'), 'Ping me at breaks');
    }
    expect(await look()).toContain(`**${PEOPLE} people**`);
    await pass(25);
    expect(await look()).toContain('Studied together');
    expect(ada.sees().find(({ mentions }) => mentions.length > 0)?.mentions).toHaveLength(PEOPLE - 1);
  });
});

describe('who studies now', () => {
  test('stands on the roadmap and in the daily post, until they stop, for those who let it be seen', async () => {
    const { world, guild, ada, ben, cem, study, pass } = await group();
    await using _ = world;
    await world.app.db.updateTable('member').set({ show_topics: 0 }).where('user_id', '=', cem.id).execute();
    const daily = (): string => {
      const message = ben.sees(study).find((each) => textOf(each).includes(':in:'));
      return message === undefined ? '' : textOf(message);
    };
    const stored = await guildOf(world.app.db, guild.id);
    if (stored === null) throw new Error('the guild is stored');
    await reschedule(world.app.db, stored, world.clock.now());
    world.clock.set('2026-11-24T06:00:00Z');
    await pass(0);
    expect(daily()).not.toBe('');
    await ada.slash('focus start', { topic: 'ACID' });
    await cem.slash('focus start', { topic: 'ACID' });
    await ben.dm.slash('focus start', { topic: 'ACID' });
    await world.discord.quiet();
    expect(daily()).toContain('Studying in the group now: Ada (until <t:');
    expect((await ben.slash('roadmap view')).text).toContain('Studying in the group now: Ada (until <t:');
    await pass(25);
    expect(daily()).not.toContain('Studying in the group now');
    expect((await ben.slash('roadmap view')).text).not.toContain('Studying in the group now');
  });
});
