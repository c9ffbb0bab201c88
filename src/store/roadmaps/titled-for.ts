import type { Db } from '../schema.ts';
import type { Library } from './library.ts';

/** Gives roadmaps the titles in a reader's language, in the same order. */
export async function titledFor<T extends { readonly id: string; readonly title: string }>(
  { db, library }: { readonly db: Db; readonly library: Library },
  roadmaps: readonly T[],
  locale: string,
): Promise<readonly T[]> {
  const titled: T[] = [];
  for (const stored of roadmaps) {
    const roadmap = await library.roadmap(db, stored.id, locale);
    titled.push({ ...stored, title: roadmap?.tree.title ?? stored.title });
  }
  return titled;
}
