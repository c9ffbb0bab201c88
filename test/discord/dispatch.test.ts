import { describe, expect, test } from 'vitest';
import { commands } from '../../commands/index.ts';
import { handlersOf } from '../../src/discord/handlers.ts';
import { startWorld } from '../bot.ts';

const PACE = { burst: 1, perSecond: 1 };

async function study() {
  const world = await startWorld();
  const guild = world.discord.addGuild({ name: 'Study', locale: 'en-US' });
  return { world, guild, alice: guild.addMember({ name: 'Alice', locale: 'en-US' }) };
}

describe('an interaction that is delivered again', () => {
  test.each([1, 2])('has one effect and one answer (%i times more)', async (times) => {
    const { world, alice } = await study();
    await using _ = world;
    const done = await alice.slash('done', { topic: 'ACID' });
    const before = done.text;
    for (let time = 0; time < times; time += 1) await world.discord.replay(done);
    expect(done.text).toBe(before);
    expect(done.followUps).toEqual([]);
    const rows = await world.app.db.selectFrom('activity').select('action').execute();
    expect(rows).toEqual([{ action: 'done' }]);
    // Discord refuses the second answer, as it should.
    for (const refusal of world.discord.takeRefusals()) expect(refusal.path).toContain('/callback');
  });

  test('is undone once, too', async () => {
    const { world, alice } = await study();
    await using _ = world;
    await alice.slash('done', { topic: 'ACID' });
    await alice.slash('done', { topic: 'Transactions' });
    await world.discord.replay(await alice.slash('undo'));
    expect((await alice.slash('topic', { topic: 'ACID' })).text).toContain('● ACID');
    world.discord.takeRefusals();
  });
});

describe('buttons that are not ours, of another version, or tampered with', () => {
  const ids = [
    'v0:topic:abc',
    'v2:topic:abc',
    'something else',
    'v1:no-such-action:1',
    'v1:topic:no-such-topic',
    'v1:topic',
    'v1:all:done:no-such-topic',
    'v1:pick:start:x',
    `v1:${'a'.repeat(97)}`,
    'v1:topic:<script>',
    "v1:topic:'; DROP TABLE progress; --",
    '💥',
  ];
  test.each(ids)('%s: a polite answer, and nothing is written', async (customId) => {
    const { world, alice } = await study();
    await using _ = world;
    const card = await alice.slash('topic', { topic: 'ACID' });
    const answer = await alice.press(card, { customId });
    expect(answer.failed).toBeNull();
    expect(answer.ephemeral).toBe(true);
    expect(answer.text).toContain('out of date');
    expect(card.text).toContain('ACID');
    expect(await world.app.db.selectFrom('activity').selectAll().execute()).toEqual([]);
  });

  test('an unknown action on an existing topic', async () => {
    const { world, alice } = await study();
    await using _ = world;
    const card = await alice.slash('topic', { topic: 'ACID' });
    const roadmap = await world.app.library.roadmap(world.app.db, 'backend');
    const acid = roadmap?.byKey.get('acid')?.id ?? '';
    const answer = await alice.press(card, { customId: `v1:do:explode:${acid}` });
    expect(answer.text).toContain('out of date');
  });
});

describe('failures', () => {
  test('a handler that breaks: the person gets a sentence, the operator a line with the same reference', async () => {
    const { world, alice } = await study();
    await using _ = world;
    await world.app.db.schema.alterTable('progress').renameTo('elsewhere').execute();
    const answer = await alice.slash('done', { topic: 'ACID' });
    expect(answer.ephemeral).toBe(true);
    const reference = /`([0-9a-f]{8})`/.exec(answer.text)?.[1];
    expect(reference).toBeDefined();
    const [line = ''] = world.logged.splice(0);
    expect(line).toContain(reference);
    expect(line).toContain('no such table');
    expect(line).not.toContain(world.discord.token);
    await world.app.db.schema.alterTable('elsewhere').renameTo('progress').execute();
  });

  test('an answer that Discord refuses is logged without token, text or address', async () => {
    const { world, alice } = await study();
    await using _ = world;
    world.discord.faults.add({ method: 'POST', path: /callback/, times: 64, kind: '500' });
    const asked = alice.slash('topic', { topic: 'a secret question' });
    await world.discord.quiet();
    world.discord.expire();
    expect((await asked).failed).not.toBeNull();
    const log = world.logged.splice(0).join('');
    expect(log).toContain('500');
    expect(log).not.toContain('secret');
    expect(log).not.toContain('callback');
    expect(log).not.toContain(world.discord.token);
  });
});

const nothing = () => Promise.resolve(null);

describe('the list of commands', () => {
  test('has no name and no action twice', () => {
    expect(handlersOf(commands, [], PACE, nothing).commands.size).toBe(commands.length);
    const [first] = commands;
    if (first === undefined) throw new Error('there are commands');
    expect(() => handlersOf([first, first], [], PACE, nothing)).toThrow(`claimed twice: ${first.data.name}`);
  });

  test('is sent to Discord once, and again only when it has changed', async () => {
    const { world } = await study();
    await using _ = world;
    const told = () =>
      world.discord.requests.filter(
        (request) => request.method === 'PUT' && request.path.endsWith('/commands'),
      ).length;
    expect(told()).toBe(1);
    await world.restart();
    expect(told()).toBe(1);
    await world.app.db.updateTable('setting').set({ value: 'of another list' }).execute();
    await world.restart();
    expect(told()).toBe(2);
  });
});
