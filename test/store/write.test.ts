import { expect, test } from 'vitest';
import { AlreadyHandled, once } from '../../src/store/once.ts';
import { changeGuild, ensureGuild, guildOf } from '../../src/store/members/guilds.ts';
import { changeMember, ensureMember, memberOf } from '../../src/store/members/members.ts';
import { addPicks } from '../../src/store/suggestions/picks.ts';
import type { Db } from '../../src/store/schema.ts';
import { readAtOnce, write } from '../../src/store/write.ts';
import { idOf, storeWith } from './store.ts';

const MARKDOWN = '# Trail\n\n## Camp\n- [ ] Fire\n- [ ] Tent\n- [ ] Water\n';

const met = (code: string): Error => Object.assign(new Error('two have met'), { code });

test.each(['40001', '40P01', '23505'])(
  'work that met another write (%s) runs again as a whole',
  async (code) => {
    await using store = await storeWith(MARKDOWN);
    let runs = 0;
    const said = await write(store.db, async (trx) => {
      await once(trx, '1', 0);
      runs += 1;
      if (runs < 3) throw met(code);
      return 'written';
    });
    expect([said, runs]).toEqual(['written', 3]);
  },
);

test('work that meets others for ever fails in the end, and another fault fails at once', async () => {
  await using store = await storeWith(MARKDOWN);
  let runs = 0;
  const failing = (error: Error) =>
    write(store.db, async (trx) => {
      runs += 1;
      await ensureMember(trx, 'ana', 0);
      throw error;
    });
  await expect(failing(met('40001'))).rejects.toThrow('two have met');
  expect(runs).toBe(8);
  await expect(failing(met('23503'))).rejects.toThrow('two have met');
  expect(runs).toBe(9);
  expect(await store.db.selectFrom('member').selectAll().execute()).toEqual([]);
});

test('within a transaction it becomes a part of that', async () => {
  await using store = await storeWith(MARKDOWN);
  const outer = write(store.db, async (trx) => {
    await write(trx, (inner) => once(inner, '1', 0));
    expect(await readAtOnce(trx, countHandled)).toBe(1);
    await write(trx, (inner) => once(inner, '1', 0));
  });
  await expect(outer).rejects.toThrow(AlreadyHandled);
  expect(await readAtOnce(store.db, countHandled)).toBe(0);
});

test('settings that are changed at the same time are all changed', async () => {
  await using store = await storeWith(MARKDOWN);
  await ensureGuild(store.db, '1', 'tr', 0);
  await Promise.all([
    changeGuild(store.db, '1', { dailyAt: '07:00' }),
    changeGuild(store.db, '1', { weeklyDay: 3 }),
    changeGuild(store.db, '1', {}),
    changeMember(store.db, 'ana', { showTopics: false }, 0),
    changeMember(store.db, 'ana', { theme: 'light' }, 0),
  ]);
  expect(await guildOf(store.db, '1')).toMatchObject({ dailyAt: '07:00', weeklyDay: 3, locale: 'tr' });
  expect(await memberOf(store.db, 'ana')).toMatchObject({ showTopics: false, theme: 'light', dayStart: 4 });
  await expect(changeGuild(store.db, '2', { weeklyDay: 3 })).rejects.toThrow('ensured');
});

test('picks that are added at the same time come one after the other', async () => {
  await using store = await storeWith(MARKDOWN);
  await ensureMember(store.db, 'ana', 0);
  const day = { userId: 'ana', roadmapId: 'trail', date: '2026-11-26' };
  const reason = { kind: 'next', section: 'Camp' } as const;
  const add = (...titles: readonly string[]) => {
    const picks = titles.map((title) => ({ topicId: idOf(store.trail, title), reason }));
    return addPicks(store.db, day, picks, 0);
  };
  await Promise.all([add('Fire', 'Tent'), add('Water')]);
  const rows = await store.db.selectFrom('pick').select('position').orderBy('position').execute();
  expect(rows.map(({ position }) => position)).toEqual([0, 1, 2]);
});

async function countHandled(db: Db): Promise<number> {
  return (await db.selectFrom('handled_interaction').select('id').execute()).length;
}
