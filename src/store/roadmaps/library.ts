import { type Outline, outline } from '../../roadmap/outline.ts';
import { readRoadmap } from '../../roadmap/read.ts';
import { type Finder, makeFinder } from '../../study/topics/find.ts';
import { roadmapRevision, storedRoadmap } from './roadmaps.ts';
import type { Db } from '../schema.ts';

/** A roadmap at hand: its topics in their places, and what finds them by what a member types. */
export interface LoadedRoadmap extends Outline {
  readonly finder: Finder;
}

/** The roadmaps that were read, kept until their source changes. */
export interface Library {
  /** @returns the roadmap, or null if there is none with this id */
  roadmap(db: Db, id: string): Promise<LoadedRoadmap | null>;
}

/** Makes an empty library; it holds what is asked for, read once a revision. */
export function makeLibrary(): Library {
  const shelf = new Map<string, { revision: number; roadmap: LoadedRoadmap }>();
  return {
    async roadmap(db, id) {
      const revision = await roadmapRevision(db, id);
      const kept = shelf.get(id);
      if (kept !== undefined && kept.revision === revision) return kept.roadmap;
      const stored = await storedRoadmap(db, id);
      if (stored === null) return null;
      const laidOut = outline(id, readRoadmap(stored.source, { untitled: stored.title }).roadmap);
      const roadmap = { ...laidOut, finder: makeFinder(laidOut) };
      shelf.set(id, { revision: stored.revision, roadmap });
      return roadmap;
    },
  };
}
