import type { Db } from '../schema.ts';
import type { Library } from './library.ts';

/** Roadmaps as they are called in a reader's language, in the order given. */
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
