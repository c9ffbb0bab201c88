import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Outline } from '../../../src/roadmap/outline.ts';
import { deletePersonalData } from '../../../src/store/members/personal-data.ts';
import { removeProof, writeProof } from '../../../src/store/proofs/proofs.ts';
import type { Db } from '../../../src/store/schema.ts';
import { bringSearchInStep, searchProofs, sweepUnswept } from '../../../src/store/search.ts';
import { idOf, storeWith } from '../store.ts';

let db: Db;
let trail: Outline;
let close: () => Promise<void>;
let written = 0;

beforeEach(async () => {
  ({ db, trail, close } = await storeWith('# Trail\n\n## Track\n\n- [ ] Caching\n- [ ] ACID\n'));
});
afterEach(() => close());

function write(userId: string, title: string, text: string): Promise<string> {
  written += 1;
  const actor = { interactionId: `i${written}`, userId, guildId: null, at: written };
  const of = { topicId: idOf(trail, title), method: 'cheatcode', url: null, language: null } as const;
  return writeProof(db, actor, { ...of, parts: [text] });
}

const find = (word: string) => searchProofs(db, { userId: 'ana', guildId: null }, [word]);

/** What the index has written of the words. */
async function blocks(): Promise<string> {
  const { rows } = await sql<{ block: Uint8Array }>`SELECT block FROM proof_index_data`.execute(db);
  return rows.map(({ block }) => Buffer.from(block).toString('latin1')).join();
}

test.each([1, 100, 126, 500])('a text in which a word stood %i times leaves a whole index', async (times) => {
  await write('ana', 'Caching', 'before '.repeat(times));
  await write('ana', 'Caching', 'one '.repeat(times));
  await write('ana', 'Caching', 'now');
  // SQLite itself finds that the index says what its table does.
  await sql`INSERT INTO proof_index (proof_index, rank) VALUES ('integrity-check', 1)`.execute(db);
  expect(await find('now')).toHaveLength(1);
});

test('an index that does not say what its table does is made again', async () => {
  const id = await write('ana', 'Caching', 'canary');
  await sql`INSERT INTO proof_index (proof_index) VALUES ('delete-all')`.execute(db);
  expect(await find('canary')).toEqual([]);
  await bringSearchInStep(db, true);
  expect(await find('canary')).toEqual([id]);
});

test.each([
  ['a member go the words of their proofs', 'the member'],
  ['a proof go its words', 'the proof'],
])('with %s, out of the index as well', async (_, what) => {
  const id = await write('ana', 'Caching', 'xylophone');
  // Its first letter is its own: the index writes of a word only what differs from the one before. What others wrote
  // stays: an index of which nothing is left would be empty anyway.
  for (const title of ['Caching', 'ACID']) await write('ben', title, `a robin of ${title}`);
  expect(await blocks()).toContain('xylophone');
  const actor = { interactionId: 'delete', userId: 'ana', guildId: null, at: 9 };
  if (what === 'the member') await deletePersonalData(db, actor);
  else {
    await removeProof(db, actor, id);
    await sweepUnswept(db);
  }
  expect(await db.selectFrom('setting').select('key').execute()).toEqual([]);
  expect(await db.selectFrom('proof_words').select('title').execute()).toHaveLength(2);
  expect(await blocks()).not.toContain('xylophone');
  expect(await blocks()).toContain('robin');
});
