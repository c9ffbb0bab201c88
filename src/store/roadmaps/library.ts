import { type Outline, outline } from '../../roadmap/outline.ts';
import { readRoadmap } from '../../roadmap/read.ts';
import { type Finder, makeFinder } from '../../study/topics/find.ts';
import { roadmapRevision, storedRoadmap } from './roadmaps.ts';
import type { Db } from '../schema.ts';

/** A roadmap at hand: its topics in their places, and what finds them by what a member types. */
export interface Book extends Outline {
  readonly finder: Finder;
}

/** The roadmaps that were read, kept until their source changes. */
export interface Library {
  /** @returns the roadmap, or null if there is none with this id */
  book(db: Db, id: string): Promise<Book | null>;
}

/** Makes an empty library; it holds what is asked for, read once a revision. */
export function makeLibrary(): Library {
  const shelf = new Map<string, { revision: number; book: Book }>();
  return {
    async book(db, id) {
      const revision = await roadmapRevision(db, id);
      const kept = shelf.get(id);
      if (kept !== undefined && kept.revision === revision) return kept.book;
      const stored = await storedRoadmap(db, id);
      if (stored === null) return null;
      const laidOut = outline(id, readRoadmap(stored.source));
      const book = { ...laidOut, finder: makeFinder(laidOut) };
      shelf.set(id, { revision: stored.revision, book });
      return book;
    },
  };
}
