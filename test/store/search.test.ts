import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Outline } from '../../src/roadmap/outline.ts';
import type { Method } from '../../src/roadmap/roadmap.ts';
import { ensureGuild } from '../../src/store/members/guilds.ts';
import { join, leave } from '../../src/store/members/memberships.ts';
import { removeProof, writeProof } from '../../src/store/proofs/proofs.ts';
import { shareProof } from '../../src/store/proofs/shares.ts';
import type { Db } from '../../src/store/schema.ts';
import { bringSearchInStep, hitsOf, searchProofs } from '../../src/store/search.ts';
import { words } from '../../src/text/fold.ts';
import { idOf, storeWith } from './store.ts';

const TRAIL = `# Trail

## Track <!-- kind: track methods: cheatcode feynman project -->

- [ ] Isı ve İş
- [ ] Caching
- [ ] ACID
`;

let db: Db;
let trail: Outline;
let close: () => Promise<void>;
let written = 0;

beforeEach(async () => {
  ({ db, trail, close } = await storeWith(TRAIL));
  for (const guild of ['here', 'there']) await ensureGuild(db, guild, 'en-US', 0);
  for (const user of ['ana', 'ben']) {
    await join(db, 'here', user, 0);
    await join(db, 'there', user, 0);
  }
});
afterEach(() => close());

/** Writes a proof, and shares it with the named guilds. */
async function write(
  userId: string,
  title: string,
  parts: readonly string[],
  { guilds = [], method = 'cheatcode' }: { guilds?: readonly string[]; method?: Method } = {},
): Promise<string> {
  written += 1;
  const actor = { interactionId: `i${written}`, userId, guildId: null, at: written };
  const work = { topicId: idOf(trail, title), method, parts, url: null, language: null };
  const proofId = await writeProof(db, actor, work);
  for (const guildId of guilds) {
    await shareProof(db, proofId, guildId, written);
  }
  return proofId;
}

const find = (typed: string, userId = 'ana', guildId: string | null = 'here') =>
  searchProofs(db, { userId, guildId }, words(typed));

const schema = () => db.introspection.getTables();

describe('the results', () => {
  test.each([
    ['evict', 'the beginning of a word'],
    ['EVICTION', 'any case'],
    ['éviction', 'any accents'],
    ['lru eviction', 'all words, wherever they stand'],
    ['lru nowhere', 'else any of them'],
    ['caching', 'the title of the topic'],
  ])('%s: %s', async (typed) => {
    const id = await write('ana', 'Caching', ['First.', 'LRU eviction keeps what was used last.']);
    expect(await find(typed)).toEqual([id]);
  });

  test.each(['ISI', 'ısı', 'isi', 'İSİ', 'çığ', 'CIG', 'cig', 'Şişe', 'sise', 'SİSE'])(
    'find Turkish letters either way: %s',
    async (typed) => {
      const id = await write('ana', 'Caching', ['Isı, çığ ve şişe']);
      expect(await find(typed)).toEqual([id]);
    },
  );

  test('with all words come before those with one, and titles before texts', async () => {
    const one = await write('ana', 'Caching', ['lock']);
    const both = await write('ana', 'ACID', ['lock and log']);
    expect(await find('lock log')).toEqual([both]);
    expect(await find('lock')).toHaveLength(2);
    const mention = await write('ben', 'ACID', ['a word about caching'], { guilds: ['here'] });
    expect(await find('caching')).toEqual([one, mention]);
  });

  test('for a single letter are whole words, and not beginnings', async () => {
    const id = await write('ana', 'ACID', ['R and C']);
    await write('ana', 'Caching', ['Ruby and Rust']);
    expect(await find('r')).toEqual([id]);
  });

  test('of a changed proof have only its new words, and a removed one has none', async () => {
    const id = await write('ana', 'Caching', ['eviction']);
    expect(await write('ana', 'Caching', ['invalidation'])).toBe(id);
    expect(await find('eviction')).toEqual([]);
    expect(await find('invalidation')).toEqual([id]);
    await removeProof(db, { interactionId: 'gone', userId: 'ana', guildId: null, at: 9 }, id);
    expect(await find('invalidation')).toEqual([]);
  });

  test.each([1, 100, 126, 500])('a word that was in a text %i times is gone with it', async (times) => {
    await write('ana', 'Caching', ['before '.repeat(times)]);
    await write('ana', 'Caching', ['one '.repeat(times)]);
    await write('ana', 'Caching', ['now']);
    expect(await find('before')).toEqual([]);
    expect(await find('on')).toEqual([]);
    expect(await find('now')).toHaveLength(1);
  });

  test('come in order, with their texts', async () => {
    const first = await write('ana', 'Caching', ['one', 'two']);
    const second = await write('ana', 'ACID', [], { method: 'project' });
    expect(await hitsOf(db, [second, first, 'none'])).toMatchObject([
      { proofId: second, title: 'ACID', method: 'project', parts: [] },
      { proofId: first, title: 'Caching', method: 'cheatcode', parts: ['one', 'two'] },
    ]);
  });
});

test('a proof is found among hundreds that others have shared, and the newest come first', async () => {
  const id = await write('ana', 'Caching', ['canary'], { guilds: ['here'] });
  const proof = { topic_id: idOf(trail, 'ACID'), method: 'cheatcode', created_at: 0 } as const;
  const many = Array.from({ length: 450 }, (_, n) => ({ user_id: `member ${n}`, proof_id: `${n % 2}-${n}` }));
  for (const { user_id } of many) await join(db, 'here', user_id, 0);
  await db
    .insertInto('proof')
    .values(
      many.map(({ user_id, proof_id }, n) => ({ ...proof, id: proof_id, user_id, updated_at: n + 1000 })),
    )
    .execute();
  await db
    .insertInto('proof_share')
    .values(many.map(({ proof_id }) => ({ guild_id: 'here', proof_id, shared_at: 0, tells: 0 })))
    .execute();
  expect(await bringSearchInStep(db)).toBe(450);
  expect(await find('canary', 'ben')).toEqual([id]);
  const found = await find('acid', 'ben');
  expect(found).toEqual(
    many
      .map(({ proof_id }) => proof_id)
      .toReversed()
      .slice(0, 100),
  );
});

describe('who finds a proof', () => {
  test('an unshared proof: its member, everywhere, and nobody else', async () => {
    const id = await write('ana', 'Caching', ['canary']);
    for (const guild of ['here', 'there', null]) {
      expect(await find('canary', 'ana', guild)).toEqual([id]);
      expect(await find('canary', 'ben', guild)).toEqual([]);
    }
  });

  test('a shared proof: that guild, until its member leaves it', async () => {
    const id = await write('ana', 'Caching', ['canary'], { guilds: ['here'] });
    expect(await find('canary', 'ben', 'here')).toEqual([id]);
    expect(await find('canary', 'ben', 'there')).toEqual([]);
    expect(await find('canary', 'ben', null)).toEqual([]);
    await leave(db, 'here', 'ana');
    expect(await find('canary', 'ben', 'here')).toEqual([]);
    expect(await find('canary', 'ana', 'here')).toEqual([id]);
  });

  test('a proof that is shared with two guilds is found once', async () => {
    const id = await write('ana', 'Caching', ['canary'], { guilds: ['here', 'there'] });
    expect(await find('canary', 'ben', 'here')).toEqual([id]);
  });
});

describe('typed text can only search', () => {
  test.each([
    '"',
    '""',
    '*',
    'canary"',
    '"canary" OR "x',
    'canary AND',
    'NOT canary',
    'title:canary',
    'body : canary',
    '{title body}:canary',
    '^canary',
    'NEAR(canary x, 2)',
    'canary*',
    '-canary',
    '(canary',
    "canary'; DROP TABLE proof; --",
    'canary\u0000x',
    '\u202Ecanary',
    '+ # & |',
    '***',
    '🏳️‍🌈',
    'a'.repeat(6000),
    'word '.repeat(500),
  ])('%j', async (typed) => {
    await write('ben', 'Caching', ['canary'], { guilds: ['there'] });
    const before = await schema();
    expect(await find(typed)).toEqual([]);
    expect(await schema()).toEqual(before);
  });

  test('words of the query language are plain words', async () => {
    const id = await write('ana', 'Caching', ['not near the and or']);
    for (const typed of ['NOT', 'NEAR', 'AND', 'OR']) expect(await find(typed)).toEqual([id]);
  });
});

describe('the stored words stay up to date', () => {
  test('nothing is read again if nothing has changed', async () => {
    await write('ana', 'Caching', ['canary']);
    expect(await bringSearchInStep(db)).toBe(0);
  });

  test('rows that were written past it, and renamed topics, are read at the start', async () => {
    const id = await write('ana', 'Caching', ['canary']);
    await db.deleteFrom('proof_words').execute();
    expect(await find('canary')).toEqual([]);
    expect(await bringSearchInStep(db)).toBe(1);
    expect(await find('canary')).toEqual([id]);

    await db
      .updateTable('topic')
      .set({ title: 'Buffering' })
      .where('id', '=', idOf(trail, 'Caching'))
      .execute();
    expect(await bringSearchInStep(db)).toBe(1);
    expect(await find('buffering')).toEqual([id]);
    expect(await find('caching')).toEqual([]);

    await db.updateTable('proof').set({ updated_at: 999 }).execute();
    expect(await bringSearchInStep(db)).toBe(1);
  });
});
