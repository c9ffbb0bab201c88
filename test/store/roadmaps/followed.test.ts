import { expect, test } from 'vitest';
import { openStore } from '../../../src/store/open.ts';
import { usableRoadmaps } from '../../../src/store/roadmaps/followed.ts';

const row = (id: string, title: string) => {
  return { id, title, source: '', revision: 1, updated_at: 0, base_id: null, base_revision: null };
};

test('the roadmaps that somebody may use are ordered by title', async () => {
  const store = await openStore(':memory:');
  const rows = [row('a', 'Web'), row('c', 'Backend'), row('b', 'Backend')];
  await store.db.insertInto('roadmap').values(rows).execute();
  const usable = await usableRoadmaps(store.db, { userId: '1', guildId: null });
  expect(usable.map(({ id }) => id)).toEqual(['b', 'c', 'a']);
  await store.close();
});
