import { type Outline, outline } from '../../src/roadmap/outline.ts';
import { seedRoadmap } from '../../src/store/roadmaps/seeding.ts';
import type { Db } from '../../src/store/schema.ts';
import { emptyStore } from '../database.ts';
import { readOnce } from '../prepared.ts';

/** Opens a store that has the small roadmap `trail`. */
export async function storeWith(
  markdown: string,
): Promise<{ db: Db; trail: Outline; close: () => Promise<void> } & AsyncDisposable> {
  const store = await emptyStore();
  const roadmap = readOnce(markdown).roadmap;
  await seedRoadmap(store.db, 'trail', roadmap, markdown, 0);
  const close = () => store.close();
  return { db: store.db, trail: outline('trail', roadmap), close, [Symbol.asyncDispose]: close };
}

/** The id of the topic with this title. */
export function idOf(trail: Outline, title: string): string {
  const node = trail.nodes.find((one) => one.topic.title === title);
  if (node === undefined) throw new Error(`there is no topic called ${title}`);
  return node.id;
}
