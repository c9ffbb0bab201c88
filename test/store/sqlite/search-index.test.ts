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

/** The stored bytes of the index. */
async function blocks(): Promise<string> {
  const { rows } = await sql<{ block: Uint8Array }>`SELECT block FROM proof_index_data`.execute(db);
  return rows.map(({ block }) => Buffer.from(block).toString('latin1')).join();
}

test.each([1, 100, 126, 500])('an index stays whole if a text repeats a word %i times', async (times) => {
  await write('ana', 'Caching', 'before '.repeat(times));
  await write('ana', 'Caching', 'one '.repeat(times));
  await write('ana', 'Caching', 'now');
  // SQLite checks that the index agrees with its table.
  await sql`INSERT INTO proof_index (proof_index, rank) VALUES ('integrity-check', 1)`.execute(db);
  expect(await find('now')).toHaveLength(1);
});

test('an index that does not agree with its table is made again', async () => {
  const id = await write('ana', 'Caching', 'canary');
  await sql`INSERT INTO proof_index (proof_index) VALUES ('delete-all')`.execute(db);
  expect(await find('canary')).toEqual([]);
  await bringSearchInStep(db, true);
  expect(await find('canary')).toEqual([id]);
});

test.each(['a member', 'a proof'])('when %s is deleted, the words leave the index too', async (what) => {
  const id = await write('ana', 'Caching', 'xylophone');
  // No other word has this first letter, because the index stores only the difference to the word before. The words
  // of others stay, because an empty index would prove nothing.
  for (const title of ['Caching', 'ACID']) await write('ben', title, `a robin of ${title}`);
  expect(await blocks()).toContain('xylophone');
  const actor = { interactionId: 'delete', userId: 'ana', guildId: null, at: 9 };
  if (what === 'a member') await deletePersonalData(db, actor);
  else {
    await removeProof(db, actor, id);
    await sweepUnswept(db);
  }
  expect(await db.selectFrom('setting').select('key').execute()).toEqual([]);
  expect(await db.selectFrom('proof_words').select('title').execute()).toHaveLength(2);
  expect(await blocks()).not.toContain('xylophone');
  expect(await blocks()).toContain('robin');
});
