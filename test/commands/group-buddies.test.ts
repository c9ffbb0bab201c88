import { ChannelType } from 'discord.js';
import { describe, expect, test } from 'vitest';
import type { ChannelHandle } from '../../playground/people/channel.ts';
import type { Person } from '../../playground/people/person.ts';
import { refusals } from '../../playground/state/refused.ts';
import { chooseSlots } from '../../src/store/company/buddies.ts';
import { changeMember } from '../../src/store/members/members.ts';
import { record } from '../../src/store/progress/progress.ts';
import { writeProof } from '../../src/store/proofs/proofs.ts';
import { eventually } from '../patience.ts';
import { isFull } from '../size.ts';
import { studyGroup, textOf, topicOf, type World } from './study-group.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * 60_000;

/** A group that wants buddies. It is noon on a Monday in Istanbul. */
async function withBuddies(names: readonly string[], permissions: 'all' | 'no private threads' = 'all') {
  const group = await studyGroup(names);
  if (permissions !== 'all') group.study.deny('bot', ['CreatePrivateThreads']);
  for (const person of group.members) {
    const panel = await person.slash('group buddies');
    await person.choose(panel, 'Pick times…', ['Mon–Fri, 18:00–21:00']);
    expect(panel.text).toContain('You’re in.');
  }
  return group;
}

/** The people in a thread, without the bot. */
const peopleIn = (thread: ChannelHandle, members: readonly Person[]): readonly string[] =>
  members.filter(({ id }) => thread.channel.thread?.members.has(id) === true).map(({ name }) => name);

const openIn = (channel: ChannelHandle): readonly ChannelHandle[] =>
  channel.threads.filter(({ channel: { thread } }) => thread?.metadata.archived === false);

/** Everybody with everybody else of their group, as `Ada Ben`. */
const twos = (groups: readonly (readonly string[])[]): readonly string[] =>
  groups.flatMap((all) => all.flatMap((a, at) => all.slice(at + 1).map((b) => `${a} ${b}`)));

/** Lets a member study a topic. */
async function study(world: World, person: Person, guildId: string, key: string): Promise<void> {
  const actor = { interactionId: `${person.id} ${key}`, userId: person.id, guildId, at: world.clock.now() };
  await record(world.app.db, actor, [{ topicId: await topicOf(world, key), action: 'start' }]);
}

describe('/group buddies', () => {
  test('pairs everybody in private threads, week after week with others, and archives the old ones', async () => {
    const { world, study: channel, members } = await withBuddies(['Ada', 'Ben', 'Cem', 'Deniz', 'Eve']);
    await using _ = world;
    await world.tick();
    expect(channel.threads).toHaveLength(2);
    for (const { channel: thread } of channel.threads) {
      expect(thread.type).toBe(ChannelType.PrivateThread);
      expect(thread.thread?.metadata.invitable).toBe(false);
    }
    const first = channel.threads.map((thread) => peopleIn(thread, members));
    expect(first.flat().toSorted()).toEqual(['Ada', 'Ben', 'Cem', 'Deniz', 'Eve']);
    expect(new Set(first.map(({ length }) => length))).toEqual(new Set([2, 3]));
    const [message] = channel.threads[0]?.messages ?? [];
    expect(textOf(message)).toContain('Your study week together');
    expect(message?.mentions).toHaveLength(first[0]?.length ?? 0);
    // Nothing is repeated by further ticks, or after a restart.
    await world.restart();
    await world.tick();
    expect(channel.threads.map(({ messages }) => messages.length)).toEqual([1, 1]);
    // The channel itself says nothing, and who is not in a thread does not see it.
    expect(textOf(channel.messages)).not.toContain('study week');
    world.clock.advance(7 * DAY);
    await world.tick();
    await world.tick();
    expect(openIn(channel)).toHaveLength(2);
    const second = openIn(channel).map((thread) => peopleIn(thread, members));
    const again = twos(second).filter((pair) => twos(first).includes(pair));
    expect(again.length).toBeLessThanOrEqual(1);
  });

  test('takes a thread as closed that Discord archives in the moment in which it would be', async () => {
    const { world, study: channel } = await withBuddies(['Ada', 'Ben']);
    await using _ = world;
    await world.tick();
    const id = channel.threads[0]?.id ?? '';
    // Its week of silence ends between the question whether it is archived and the wish to archive it.
    world.discord.faults.add({
      method: 'PATCH',
      path: new RegExp(`/channels/${id}$`),
      kind: 'refused',
      refusal: refusals.archived(),
    });
    world.clock.advance(7 * DAY - MINUTE);
    await world.tick();
    await world.tick();
    expect(world.discord.faults.pending).toBe(0);
    const settled = await world.app.db.selectFrom('buddy_group').select(['thread_id', 'settled']).execute();
    expect(settled).toContainEqual({ thread_id: id, settled: 2 });
  });

  test('never pairs somebody with whom they do not want to be, and tells nobody', async () => {
    const { world, study: channel, members } = await withBuddies(['Ada', 'Ben']);
    await using _ = world;
    const [ada, ben] = members;
    if (ada === undefined || ben === undefined) throw new Error('there are two');
    const panel = await ada.slash('group buddies');
    await ada.press(panel, 'Buddy settings');
    await ada.choose(panel, 'Pick people…', [ben]);
    expect(panel.text).toContain('never paired with 1 person');
    await ada.press(panel, 'Back');
    expect(panel.text).toContain('On Monday I find you a buddy');
    await world.tick();
    expect(channel.threads).toEqual([]);
    expect((await ben.slash('group buddies')).text).not.toContain('Ada');
    const rows = await world.app.db.selectFrom('buddy_not').selectAll().execute();
    expect(JSON.stringify(rows)).not.toContain(ben.id);
  });

  test.each(['a minute', 'four hours'])(
    'finds its thread if the bot ended before it knew of it, after %s',
    async (after) => {
      const { world, study: channel, members } = await withBuddies(['Ada', 'Ben']);
      await using _ = world;
      // Discord opens the thread, and the process ends before its answer.
      world.discord.faults.add({ method: 'POST', path: /\/threads$/, kind: 'close-after-commit' });
      await world.tick();
      expect(channel.threads.map((thread) => peopleIn(thread, members))).toEqual([[]]);
      await world.restart(() => world.clock.advance(after === 'a minute' ? MINUTE : 240 * MINUTE));
      await world.tick();
      await world.tick();
      expect(channel.threads.map((thread) => peopleIn(thread, members))).toEqual([['Ada', 'Ben']]);
      expect(channel.threads[0]?.messages).toHaveLength(1);
    },
  );

  test('never takes the thread of another pair with the same names', async () => {
    const { world, study: channel, members } = await withBuddies(['Sam', 'Sam', 'Sam', 'Sam']);
    await using _ = world;
    // Of the second pair Discord opens no thread at all.
    world.discord.faults.add({ method: 'POST', path: /\/threads$/, kind: 'close', after: 1 });
    await world.tick();
    expect(channel.threads).toHaveLength(1);
    await world.restart(() => world.clock.advance(MINUTE));
    await world.tick();
    await eventually(() =>
      expect(channel.threads.map((thread) => peopleIn(thread, members).length)).toEqual([2, 2]),
    );
  });

  test('brings nobody into a thread alone when the other has left the server', async () => {
    const { world, guild, study: channel, members } = await withBuddies(['Ada', 'Ben', 'Cem']);
    await using _ = world;
    const [ada, ben, cem] = members;
    if (ada === undefined || ben === undefined || cem === undefined) throw new Error('there are three');
    for (const gone of [ben, cem]) guild.removeMember(gone);
    await world.tick();
    await world.tick();
    expect(channel.threads).toEqual([]);
    expect(world.discord.takeRefusals().every(({ code }) => code === 10007)).toBe(true);
    expect((await ada.slash('group buddies')).text).not.toContain('Ben');
  });

  test('pairs a large group with an odd number of people, three where one is left over', async () => {
    const {
      world,
      guild,
      study: channel,
      members,
    } = await studyGroup(Array.from({ length: isFull ? 301 : 21 }, (_, number) => `Member ${number}`));
    await using _ = world;
    for (const { id } of members) {
      const actor = { interactionId: `wants ${id}`, userId: id, guildId: guild.id, at: world.clock.now() };
      await chooseSlots(world.app.db, actor, guild.id, ['workdays-18']);
    }
    await world.tick();
    const groups = channel.threads.map((thread) => peopleIn(thread, members));
    expect(groups).toHaveLength(Math.floor(members.length / 2));
    expect(groups.flat().toSorted()).toEqual(members.map(({ name }) => name).toSorted());
    expect(groups.filter(({ length }) => length !== 2).map(({ length }) => length)).toEqual([3]);
    for (const thread of channel.threads) expect(thread.messages).toHaveLength(1);
  });

  test('opens nothing when everybody has left before they were told', async () => {
    const { world, guild, study: channel, members } = await withBuddies(['Ada', 'Ben']);
    await using _ = world;
    for (const person of members) guild.removeMember(person);
    await world.tick();
    expect(channel.threads).toEqual([]);
    expect(world.discord.takeRefusals().every(({ code }) => code === 10007)).toBe(true);
    // They are asked about once, and not at each tick.
    await world.tick();
    expect(world.discord.takeRefusals()).toEqual([]);
  });

  test('shows a pair only to itself where there can be no threads, and tells the organisers', async () => {
    const { world, guild, study: channel, members } = await withBuddies(['Ada', 'Ben'], 'no private threads');
    await using _ = world;
    const [ada, ben] = members;
    if (ada === undefined || ben === undefined) throw new Error('there are two');
    await world.tick();
    expect(channel.messages).toEqual([]);
    expect((await ada.slash('group buddies')).text).toContain('study buddy this week\n## Ben\n');
    const next = async () =>
      /It suits you both · <t:(\d+):F>/.exec((await ada.slash('group buddies')).text)?.[1];
    expect(Number(await next()) * 1000).toBeGreaterThan(world.clock.now());
    // A day later, the time of that day is over.
    world.clock.advance(DAY);
    expect(Number(await next()) * 1000).toBeGreaterThan(world.clock.now());
    const organiser = guild.addMember({ name: 'Olga', permissions: ['ManageGuild'] });
    const told = await (await organiser.slash('help')).followedUp();
    expect(textOf(told.followUps)).toContain('Create Private Threads');
    // With everybody's consent, they are named in the channel.
    for (const person of [ada, ben]) {
      const panel = await person.press(await person.slash('group buddies'), 'Buddy settings');
      await person.press(panel, 'Turn on');
    }
    world.clock.advance(7 * DAY);
    await world.tick();
    expect(textOf(channel.messages)).toContain('Your study week together');
  });

  test('tells the others when one shows work on their topic, once', async () => {
    const { world, guild, study: channel, members } = await withBuddies(['Ada', 'Ben']);
    await using _ = world;
    const [ada, ben] = members;
    if (ada === undefined || ben === undefined) throw new Error('there are two');
    await study(world, ada, guild.id, 'acid');
    await study(world, ben, guild.id, 'acid');
    await world.tick();
    const [thread] = channel.threads;
    expect(textOf(thread?.messages)).toContain('ACID');
    world.clock.advance(DAY);
    await writeProof(
      world.app.db,
      { interactionId: 'proof', userId: ada.id, guildId: guild.id, at: world.clock.now() },
      {
        topicId: await topicOf(world, 'acid'),
        method: 'cheatcode',
        parts: ['All or nothing.'],
        url: null,
        language: null,
      },
    );
    await world.tick();
    await world.tick();
    expect(thread?.messages).toHaveLength(2);
    expect(textOf(thread?.lastMessage())).toContain('Ada showed work on **ACID**.');
    expect(thread?.lastMessage()?.mentions.map(({ id }) => id)).toEqual([ben.id]);
  });

  test('names no topic of somebody who hides them, and pairs nobody who left', async () => {
    const { world, guild, study: channel, members } = await withBuddies(['Ada', 'Ben', 'Cem']);
    await using _ = world;
    const [ada, ben, cem] = members;
    if (ada === undefined || ben === undefined || cem === undefined) throw new Error('there are three');
    await study(world, ada, guild.id, 'acid');
    await changeMember(world.app.db, ada.id, { showTopics: false }, world.clock.now());
    const panel = await cem.slash('group buddies');
    await cem.press(panel, 'Buddy settings');
    await cem.press(panel, 'Leave study buddies');
    expect(panel.text).toContain('no longer paired');
    await world.tick();
    expect(channel.threads.map((thread) => peopleIn(thread, members))).toEqual([['Ada', 'Ben']]);
    expect(textOf(channel.threads[0]?.messages)).not.toContain('ACID');
  });
});
