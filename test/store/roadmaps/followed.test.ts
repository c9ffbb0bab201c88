import { expect, test } from 'vitest';
import { usableRoadmaps } from '../../../src/store/roadmaps/followed.ts';
import { emptyStore } from '../../database.ts';

const row = (id: string, title: string) => {
  return { id, title, source: '', revision: 1, updated_at: 0, base_id: null, base_revision: null };
};

test('the roadmaps that somebody may use are ordered by title', async () => {
  const store = await emptyStore();
  const rows = [row('a', 'Web'), row('c', 'Backend'), row('b', 'Backend')];
  await store.db.insertInto('roadmap').values(rows).execute();
  const usable = await usableRoadmaps(store.db, { userId: '1', guildId: null });
  expect(usable.map(({ id }) => id)).toEqual(['b', 'c', 'a']);
  await store.close();
});
