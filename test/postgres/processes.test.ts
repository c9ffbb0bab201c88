import { expect, test } from 'vitest';
import { readRoadmap } from '../../src/roadmap/read.ts';
import { changeGuild } from '../../src/store/members/guilds.ts';
import { changeMember } from '../../src/store/members/members.ts';
import { planVersion } from '../../src/store/roadmaps/plan.ts';
import { seedRoadmap } from '../../src/store/roadmaps/seeding.ts';
import { applyVersion } from '../../src/store/roadmaps/versions.ts';
import { shardOf } from '../../src/store/share.ts';
import { startWorld } from '../bot.ts';
import { planGuild } from '../end-to-end/planned-guild.ts';

test('two sessions of a shard have each effect once, and one answer reaches the person', async () => {
  await using world = await startWorld('2026-11-23T08:00:00Z');
  const { discord } = world;
  const guild = discord.addGuild({ name: 'Study', owner: 'Owner', channels: ['study'] });
  const alice = guild.addMember({ name: 'Alice' });
  await alice.slash('roadmap join');
  await world.another();
  discord.takeRefusals();

  const topics = ['ACID', 'REST', 'JSON'];
  for (const topic of topics) {
    expect((await alice.slash('done', { topic })).text).toContain(topic);
    await discord.quiet();
    world.clock.advance(60_000);
  }
  expect((await alice.slash('undo')).text).toContain('JSON');
  await alice.type('topic', { topic: 'acid' });
  await alice.slash('progress');
  await discord.quiet();

  const acts = await world.app.db.selectFrom('activity').select('id').execute();
  expect(acts).toHaveLength(topics.length + 1);
  const answers = discord.requests.filter(({ path }) => path.endsWith('/callback'));
  expect(answers.filter(({ status }) => status < 300)).toHaveLength(1 + topics.length + 3);
  // The second answer of each is refused, and nothing else.
  expect(new Set(discord.takeRefusals().map(({ code }) => code))).toEqual(new Set([40060]));
});

test('a post that two processes find due is sent once', async () => {
  await using world = await startWorld('2026-11-23T08:00:00Z');
  const guilds = [1, 2, 3].map((n) => world.discord.addGuild({ name: `Study ${n}`, channels: ['study'] }));
  await world.discord.quiet();
  for (const guild of guilds) await planGuild(world.app.db, guild, world.clock.now());
  const other = await world.another();
  world.clock.set('2026-11-23T09:00:00Z');
  await Promise.all([world.tick(), world.tick(undefined, other)]);
  expect(guilds.map((guild) => guild.channel().messages.length)).toEqual([1, 1, 1]);
  const sent = await world.app.db.selectFrom('delivery').select('state').execute();
  expect(sent).toEqual([{ state: 'sent' }, { state: 'sent' }, { state: 'sent' }]);
});

const TRAIL = '# Trail\n\n## Camp\n\n- [ ] Fire\n';

test('a roadmap, a language and settings that one process changes are changed for the people of the other', async () => {
  await using world = await startWorld('2026-11-23T08:00:00Z');
  const guilds = [1, 2].map((n) => world.discord.addGuild({ name: `Study ${n}`, channels: ['study'] }));
  const guild = guilds.find(({ id }) => shardOf(id, 2) === 1);
  if (guild === undefined) throw new Error('guilds are spread over the shards');
  const alice = guild.addMember({ name: 'Alice', locale: 'en-US' });
  await world.discord.quiet();
  await world.restart(undefined, { shards: [0], shardCount: 2 });
  const other = await world.another({ shards: [1], shardCount: 2 });
  const { db } = world.app;
  await seedRoadmap(db, 'trail', readRoadmap(TRAIL).roadmap, TRAIL, 0);
  await planGuild(db, guild, world.clock.now());
  await changeGuild(db, guild.id, { roadmapId: 'trail' });
  await alice.slash('roadmap join');
  expect((await alice.slash('topic', { topic: 'Fire' })).text).toContain('Fire');
  expect(await alice.type('topic', { topic: 'tent' })).toEqual([]);

  // The first process writes. The second one has the old version of all this in its memory.
  const source = TRAIL.replace('Fire', 'Tent');
  const { roadmap } = readRoadmap(source);
  const plan = await planVersion(db, { roadmapId: 'trail', source, roadmap, guildId: guild.id });
  if (plan === null) throw new Error('the source has changed');
  await applyVersion(db, plan, new Map(), { userId: null, at: world.clock.now() });
  expect((await alice.type('topic', { topic: 'tent' })).map(({ name }) => name)).toEqual(['Tent · Camp']);
  expect(await alice.type('topic', { topic: 'fire' })).toEqual([]);
  await changeMember(db, alice.id, { locale: 'tr' }, world.clock.now());
  await changeGuild(db, guild.id, { locale: 'tr' });
  const card = await alice.slash('topic', { topic: 'Tent' });
  expect(card.text).toContain('Tent');
  expect(card.text).toContain('Yapılacak');
  world.clock.set('2026-11-23T09:00:00Z');
  await world.tick(undefined, other);
  expect(JSON.stringify(guild.channel().messages)).toMatch(/Günün konusu.*## Tent/);
});
