import { expect, test } from 'vitest';
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
