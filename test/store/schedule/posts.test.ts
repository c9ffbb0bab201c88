import { beforeEach, describe, expect, test } from 'vitest';
import { changeGuild, ensureGuild } from '../../../src/store/members/guilds.ts';
import {
  duePosts,
  movePostOn,
  pausePost,
  planPost,
  postsOf,
  unpausePost,
} from '../../../src/store/schedule/posts.ts';
import type { Db } from '../../../src/store/schema.ts';
import { emptyStore } from '../../database.ts';
import { WHOLE } from '../../../src/store/share.ts';

const MONDAY = { at: 1_000, date: '2026-11-23' };
const TUESDAY = { at: 2_000, date: '2026-11-24' };

let db: Db;
beforeEach(async () => {
  const store = await emptyStore();
  db = store.db;
  for (const id of ['1', '2']) await ensureGuild(db, id, 'en-US', 0);
  return () => store.close();
});

const plannedFor = async (guildId: string): Promise<unknown> => (await postsOf(db, guildId))[0]?.next;

describe('due posts', () => {
  test('are those whose time has come, the longest due first', async () => {
    await planPost(db, '1', 'daily', TUESDAY);
    await planPost(db, '2', 'daily', MONDAY);
    await planPost(db, '2', 'weekly', null);
    expect(await duePosts(db, WHOLE, 999)).toEqual([]);
    expect(await duePosts(db, WHOLE, 1_000)).toEqual([{ guildId: '2', kind: 'daily', run: MONDAY }]);
    expect((await duePosts(db, WHOLE, 2_000)).map(({ guildId }) => guildId)).toEqual(['2', '1']);
  });

  test('are left out where the bot is gone', async () => {
    await planPost(db, '1', 'daily', MONDAY);
    await changeGuild(db, '1', { leftAt: 500 });
    expect(await duePosts(db, WHOLE, 1_000)).toEqual([]);
  });
});

describe('moving on', () => {
  test('happens once from the run that was due', async () => {
    await planPost(db, '1', 'daily', MONDAY);
    const due = { guildId: '1', kind: 'daily', run: MONDAY } as const;
    expect(await movePostOn(db, due, TUESDAY)).toBe(true);
    expect(await movePostOn(db, due, TUESDAY)).toBe(false);
    expect(await plannedFor('1')).toEqual(TUESDAY);
  });

  test('does not change other posts that are due at the same time', async () => {
    await planPost(db, '1', 'daily', MONDAY);
    await planPost(db, '1', 'weekly', MONDAY);
    await planPost(db, '2', 'daily', MONDAY);
    await movePostOn(db, { guildId: '1', kind: 'daily', run: MONDAY }, TUESDAY);
    expect(await duePosts(db, WHOLE, 1_000)).toEqual(
      expect.arrayContaining([
        { guildId: '1', kind: 'weekly', run: MONDAY },
        { guildId: '2', kind: 'daily', run: MONDAY },
      ]),
    );
    expect(await duePosts(db, WHOLE, 1_000)).toHaveLength(2);
  });

  test('does not happen if the post was paused or planned again', async () => {
    await planPost(db, '1', 'daily', MONDAY);
    await pausePost(db, '1', 'daily', 'organiser', 5);
    expect(await movePostOn(db, { guildId: '1', kind: 'daily', run: MONDAY }, TUESDAY)).toBe(false);
    expect(await plannedFor('1')).toBeNull();
  });
});

describe('a pause', () => {
  test('keeps its first reason, outlasts planning, and ends', async () => {
    await planPost(db, '1', 'daily', MONDAY);
    await pausePost(db, '1', 'daily', 'forbidden', 7);
    await pausePost(db, '1', 'daily', 'organiser', 8);
    await planPost(db, '1', 'daily', TUESDAY);
    const paused = { guildId: '1', kind: 'daily', next: null, pause: { since: 7, reason: 'forbidden' } };
    expect(await postsOf(db, '1')).toEqual([paused]);

    await unpausePost(db, '1', 'daily');
    await planPost(db, '1', 'daily', TUESDAY);
    expect(await postsOf(db, '1')).toEqual([{ guildId: '1', kind: 'daily', next: TUESDAY, pause: null }]);
  });

  test('is for one guild and kind only', async () => {
    for (const id of ['1', '2']) await planPost(db, id, 'daily', MONDAY);
    await planPost(db, '1', 'weekly', MONDAY);
    await pausePost(db, '1', 'daily', 'organiser', 7);
    expect(await duePosts(db, WHOLE, 1_000)).toEqual([
      { guildId: '1', kind: 'weekly', run: MONDAY },
      { guildId: '2', kind: 'daily', run: MONDAY },
    ]);
  });
});
