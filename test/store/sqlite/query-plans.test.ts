import Database from 'better-sqlite3';
import { CompiledQuery } from 'kysely';
import { expect, test, vi } from 'vitest';
import { setUp } from '../../attacks/group.ts';
import { commandLines, entered, useEverything } from '../../attacks/walk.ts';
import { startWorld } from '../../bot.ts';
import { prepared as preparedFiles } from '../../prepared.ts';
import { partOf } from '../../size.ts';

/** The tables that may be read completely, and why they do not grow with the number of members. */
const MAY_BE_READ_WHOLE: Readonly<Record<string, string>> = {
  roadmap: 'a few, and only their titles',
  topic: 'the topics of roadmaps; with more of them SQLite takes an index',
  roadmap_topic: 'their places; with more of them SQLite takes an index',
  roadmap_version: 'twenty of each roadmap; with more of them SQLite takes an index',
  sqlite_master: 'the schema',
  kysely_migration: 'a row a migration',
  member: 'once, in a step of the migrations',
  memo: 'once, in a step of the migrations',
  picture_removal: 'a queue that is emptied at each tick',
  setting: 'a handful of the bot’s own',
  guild: 'once at the start, to compare with what Discord says',
  delivery: 'at a deletion, for posts that name the member',
  milestone_role: 'as many as servers chose, 25 each at most',
  followed: 'no table: the few roadmaps that a person and a server follow, found by indices',
};

/** Steps of migrations that read columns which they then drop, so that nothing can be said about them afterwards. */
const OF_GONE_COLUMNS: ReadonlySet<string> = new Set(['UPDATE plan SET made_by = user_id']);

/** Plans of SQLite that scan no table: a row of constants, a list in memory. */
const NO_TABLE = /^SCAN (CONSTANT ROW|\d+ CONSTANT ROWS|SUBQUERY|json_each|\()/;

/** Everybody's rows about one topic, which are as many as there are members. */
const EVERYBODY_ON_A_TOPIC = /INDEX (progress|activity|review|review_log|pick)_of_topic \(topic_id=\?\)/;

test('no statement of the bot reads a whole table that grows with its members', async () => {
  // The migrations run before, because their statements fit only the tables of their time.
  await preparedFiles();
  const prepared = vi.spyOn(Database.prototype, 'prepare');
  await using world = await startWorld('2026-11-22T08:00:00Z', { isFresh: true });
  const guild = world.discord.addGuild({ name: 'Study', owner: 'Owner', channels: ['study'] });
  await setUp(world, guild);
  const alice = guild.addMember({ name: 'Alice', permissions: ['ManageGuild'] });
  const ben = guild.addMember({ name: 'Ben' });
  const enter = { text: () => 'some words that say what this is about', topic: 'ACID', person: ben };
  await ben.slash('roadmap join');
  await ben.slash('done', { topic: 'ACID' });
  const seen = new Set<string>();
  for (const { line, options } of partOf(commandLines(), 0, 2)) {
    const answer = await alice.slash(line, entered(options, enter));
    await useEverything(alice, answer, enter, 1, seen);
  }
  world.clock.advance(2 * 60 * 60_000);
  await world.tick();
  await world.discord.quiet();
  world.logged.splice(0);
  world.discord.takeRefusals();

  const statements = new Set(prepared.mock.calls.map(([text]) => text));
  prepared.mockRestore();
  const reading = [...statements].filter(
    (text) => /^(select|update|delete)/i.test(text) && !OF_GONE_COLUMNS.has(text),
  );
  expect(reading.length).toBeGreaterThan(80);
  const wrong: string[] = [];
  for (const text of reading) {
    const parameters = Array.from(text.matchAll(/\?/g), () => null);
    const { rows } = await world.app.db.executeQuery<{ detail: string }>(
      CompiledQuery.raw(`EXPLAIN QUERY PLAN ${text}`, parameters),
    );
    for (const { detail } of rows) {
      const [, scanned] = NO_TABLE.test(detail) ? [] : (/^SCAN (\w+)/.exec(detail) ?? []);
      const isFine = scanned === undefined || tableOf(text, scanned) in MAY_BE_READ_WHOLE;
      if (!isFine || EVERYBODY_ON_A_TOPIC.test(detail)) wrong.push(`${detail}: ${text}`);
    }
  }
  expect(wrong).toEqual([]);
});

/** The table that an alias stands for in a statement. */
function tableOf(text: string, alias: string): string {
  return new RegExp(`"(\\w+)" as "${alias}"`).exec(text)?.[1] ?? alias;
}
