import { expect, test } from 'vitest';
import { record } from '../../src/store/progress/progress.ts';
import { studyGroup, topicOf, type World } from './study-group.ts';

/** Marks topics of a member as done, one after the other. */
async function finish(world: World, userId: string, guildId: string, ...keys: string[]): Promise<void> {
  for (const key of keys) {
    const actor = { interactionId: `${userId} ${key}`, userId, guildId, at: world.clock.now() };
    await record(world.app.db, actor, [{ topicId: await topicOf(world, key), action: 'done' }]);
  }
}

test('a board shows who chose it, and everybody only their own place', async () => {
  const { world, guild, members } = await studyGroup(['Ada', 'Ben', 'Cem']);
  await using _ = world;
  const [ada, ben, cem] = members;
  if (ada === undefined || ben === undefined || cem === undefined) throw new Error('there are three');
  await finish(world, ada.id, guild.id, 'acid', 'transactions');
  await finish(world, ben.id, guild.id, 'acid');
  const board = await ada.slash('group board');
  expect(board.ephemeral).toBe(true);
  expect(board.text).toContain('**You’d be 1st** with 2 topics.\n-# Others don’t see you here.');
  await ada.press(board, 'Show me on the board');
  expect(board.text).toContain('**1.** Ada · 2 topics');
  const bens = await ben.slash('group board', { by: 'topics' });
  await ben.press(bens, 'Show me on the board');
  expect(bens.text).toContain('**2.** Ben · 1 topic');
  expect(bens.text).toContain('**You’re 2nd** · 1 topic\n-# Everyone here sees your name.');
  // Cem is on place 3 of 3 with nothing, which nobody is told.
  const cems = await cem.slash('group board');
  await cem.press(cems, 'Show me on the board');
  expect(cems.text).toContain('Nothing from you yet.\n-# Others see you here if you’re among');
  expect(cems.text).not.toContain('3');
  await cem.choose(cems, 'Show another board…', ['minutes']);
  expect(cems.text).toContain('Focus time');
  await cem.press(cems, 'This month');
  expect(cems.text).toContain('This month · Focus time');
  await ada.press(board, 'Take me off');
  expect(board.text).toContain('**1.** Ben');
  expect(board.text).not.toContain('Ada');
  const others = await guild.addMember({ name: 'Eve' }).slash('group board');
  expect(others.text).toContain('Join first');
});

test('a thousand members fit on a board, in both languages', async () => {
  const { world, guild, members } = await studyGroup(['Ada']);
  await using _ = world;
  const [ada] = members;
  if (ada === undefined) throw new Error('there is one');
  const { db } = world.app;
  const topicId = await topicOf(world, 'acid');
  const actor = { interactionId: 'ada', userId: ada.id, guildId: guild.id, at: world.clock.now() };
  await record(db, actor, [{ topicId, action: 'done' }]);
  const [member] = await db.selectFrom('member').selectAll().execute();
  const [membership] = await db.selectFrom('membership').selectAll().execute();
  const [progress] = await db.selectFrom('progress').selectAll().execute();
  const [activity] = await db.selectFrom('activity').selectAll().execute();
  if (!member || !membership || !progress || !activity) throw new Error('there is a row of each');
  for (let n = 0; n < 1000; n += 50) {
    const ids = [...Array(50).keys()].map((index) => ({ user_id: String(10n ** 17n + BigInt(n + index)) }));
    const like = <Row extends object>(row: Row) => ids.map((id) => ({ ...row, ...id }));
    await db.insertInto('member').values(like(member)).execute();
    const shown = { ...membership, on_board: 1, display_name: 'W'.repeat(32) };
    await db.insertInto('membership').values(like(shown)).execute();
    await db.insertInto('progress').values(like(progress)).execute();
    const logged = like(activity).map((row) => ({ ...row, id: row.user_id, batch: row.user_id }));
    await db.insertInto('activity').values(logged).execute();
  }
  const board = await ada.slash('group board');
  expect(board.text).toContain('and 997 more · 1 topic each');
  ada.locale = 'tr';
  expect((await ada.slash('group board')).text).toContain('ve 997 kişi daha · her biri 1 konu');
});
