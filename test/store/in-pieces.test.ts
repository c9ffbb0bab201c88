import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { joinedInPieces, ROWS, rowsInPieces } from '../../src/store/in-pieces.ts';
import { ensureGuild } from '../../src/store/members/guilds.ts';
import { join, leave } from '../../src/store/members/memberships.ts';
import { changesOfMembers } from '../../src/store/progress/group-activities.ts';
import { storeWith } from './store.ts';

const MEMBERS = Array.from({ length: 70 }, (_, n) => `m${String(n).padStart(2, '0')}`);

let here: Awaited<ReturnType<typeof storeWith>>;
beforeAll(async () => {
  here = await storeWith('# Trail\n\n## Track\n\n- [ ] Walk\n');
  await ensureGuild(here.db, 'g', 'en-US', 0);
  for (const userId of MEMBERS) await join(here.db, 'g', userId, 0);
});
afterAll(() => here.close());

describe('the members of a group', () => {
  test('are all there once, and everything else has its turn between two pieces', async () => {
    let turns = 0;
    const other = (): void => {
      turns += 1;
      next = setImmediate(other);
    };
    let next = setImmediate(other);
    const pieces: (readonly string[])[] = [];
    const before: number[] = [];
    for await (const piece of joinedInPieces(here.db, 'g')) {
      pieces.push(piece);
      before.push(turns);
    }
    clearImmediate(next);
    expect(pieces.flat()).toEqual(MEMBERS);
    expect(pieces.length).toBeGreaterThan(2);
    expect(before).toEqual([...new Set(before)]);
  });

  test('nobody comes twice or is left out because somebody else leaves meanwhile', async () => {
    const seen: string[] = [];
    for await (const piece of joinedInPieces(here.db, 'g')) {
      seen.push(...piece);
      await leave(here.db, 'g', piece[0] ?? '');
    }
    expect(seen).toEqual(MEMBERS);
    for (const userId of MEMBERS) await join(here.db, 'g', userId, 0);
  });
});

test('rows are read so many at a time, behind the last one, for the members that are left', async () => {
  const table = ['ana', 'ben', 'eve'].flatMap((user_id, who) =>
    Array.from({ length: who === 1 ? 2 * ROWS : 10 }, (_, n) => ({ user_id, n })),
  );
  const asked: string[] = [];
  const pieces = rowsInPieces<{ user_id: string; n: number }>(['ana', 'ben', 'eve'], (userIds, after) => {
    asked.push(userIds.join(' '));
    const left = table.filter(
      ({ user_id, n }) => userIds.includes(user_id) && (user_id !== after?.user_id || n > after.n),
    );
    return Promise.resolve(left.slice(0, ROWS));
  });
  const rows = (await Array.fromAsync(pieces)).flat();
  expect(rows).toEqual(table);
  expect(asked).toEqual(['ana ben eve', 'ben eve', 'ben eve']);
});

test('a log longer than a piece is read whole and in order, acts of the same instant too', async () => {
  const topicId = here.trail.nodes[0]?.id ?? '';
  const many = 2 * ROWS + 7;
  for (const user_id of ['m00', 'm01']) {
    const rows = Array.from({ length: many }, (_, n) => {
      const id = `${user_id} ${String(n).padStart(5, '0')}`;
      const at = Math.floor(n / 5);
      return { id, batch: id, user_id, guild_id: 'g', topic_id: topicId, at, study_date: '2026-11-23' };
    });
    for (let from = 0; from < many; from += 100)
      await here.db
        .insertInto('activity')
        .values(rows.slice(from, from + 100).map((row) => ({ ...row, action: 'start' as const })))
        .execute();
  }
  const logs = await changesOfMembers(here.db, ['m00', 'm01', 'm02']);
  expect([...logs.keys()]).toEqual(['m00', 'm01']);
  for (const [userId, log] of logs) {
    expect(log.map(({ deed }) => deed)).toEqual(
      Array.from({ length: many }, (_, n) => `${userId} ${String(n).padStart(5, '0')} ${topicId}`),
    );
  }
});
