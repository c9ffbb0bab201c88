import { afterEach, beforeEach, expect, test } from 'vitest';
import { readRoadmap } from '../../../src/roadmap/read.ts';
import { type Store, openStore } from '../../../src/store/open.ts';
import { makeLibrary } from '../../../src/store/roadmaps/library.ts';
import { createRoadmap, type Owner } from '../../../src/store/roadmaps/owners.ts';
import { ensureMember } from '../../../src/store/members/members.ts';

let store: Store;
beforeEach(async () => {
  store = await openStore(':memory:');
});
afterEach(() => store.close());

async function create(
  id: string,
  source: string,
  owner: Owner | null = null,
): Promise<ReadonlyMap<string, string>> {
  const { roadmap } = readRoadmap(source);
  await store.db
    .transaction()
    .execute((trx) => createRoadmap(trx, { id, source, roadmap, owner, madeBy: null, at: 0 }));
  const loaded = await makeLibrary().roadmap(store.db, id);
  return new Map(loaded?.nodes.map((node) => [node.topic.key, node.id]));
}

test('a topic that the file calls the same as a bundled one is that topic', async () => {
  const backend = await create('backend', '# Backend\n\n- [ ] HTTP <!-- id: http -->\n');
  const frontend = await create(
    'frontend',
    '# Frontend\n\n- [ ] HTTP <!-- id: http same: backend/http -->\n- [ ] Again <!-- id: again same: backend/http -->\n- [ ] Gone <!-- id: gone same: backend/gone -->\n',
  );
  expect(frontend.get('http')).toBe(backend.get('http'));
  // A topic stands in a roadmap once.
  expect(frontend.get('again')).not.toBe(backend.get('http'));
  expect(new Set(frontend.values()).size).toBe(3);
});

test('nobody reaches topics of another member by calling theirs the same', async () => {
  await ensureMember(store.db, 'ana', 0);
  await ensureMember(store.db, 'ben', 0);
  const hers = await create('hers', '# Hers\n\n- [ ] Secret <!-- id: secret -->\n', { userId: 'ana' });
  const his = await create('his', '# His\n\n- [ ] Secret <!-- id: secret same: hers/secret -->\n', {
    userId: 'ben',
  });
  expect(his.get('secret')).not.toBe(hers.get('secret'));
});
