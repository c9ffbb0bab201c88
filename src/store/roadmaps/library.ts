import type { Outline } from '../../roadmap/outline.ts';
import { type Finder, makeFinder } from '../../study/topics/find.ts';
import { currentVersion } from './current.ts';
import { roadmapRevision } from './roadmaps.ts';
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
      const current = await currentVersion(db, id);
      if (current === null) return null;
      const roadmap = { ...current.outline, finder: makeFinder(current.outline) };
      shelf.set(id, { revision: current.number, roadmap });
      return roadmap;
    },
  };
}
