import { languagesOfTitles, outlineFor } from '../../roadmap/localise.ts';
import type { Outline } from '../../roadmap/outline.ts';
import { type Finder, makeFinder } from '../../study/topics/find.ts';
import { readRoadmap } from '../../roadmap/read.ts';
import { currentVersion } from './current.ts';
import { roadmapRevision } from './roadmaps.ts';
import type { Db } from '../schema.ts';

/** A roadmap at hand: its topics in their places, and what finds them by what a member types. */
export interface LoadedRoadmap extends Outline {
  readonly finder: Finder;
}

/** The roadmaps that were read, kept until their source changes. */
export interface Library {
  /**
   * @param locale of whoever reads it: its titles are in that language where the file gives them; none for the file's own
   * @returns the roadmap, or null if there is none with this id
   */
  roadmap(db: Db, id: string, locale?: string): Promise<LoadedRoadmap | null>;
}

interface Shelved {
  readonly revision: number;
  readonly written: LoadedRoadmap;
  /** As readers of other languages see it, by language; made when the first of them asks. */
  readonly translated: Map<string, LoadedRoadmap | null>;
}

/**
 * Makes an empty library; it holds what is asked for, read once a revision.
 * @param read how a source is read
 */
export function makeLibrary(read = readRoadmap): Library {
  const shelf = new Map<string, Shelved>();
  return {
    async roadmap(db, id, locale) {
      const revision = await roadmapRevision(db, id);
      const kept = shelf.get(id);
      if (kept !== undefined && kept.revision === revision) return inLanguage(kept, locale);
      const current = await currentVersion(db, id, read);
      if (current === null) return null;
      const languages = languagesOfTitles(current.outline);
      const shelved: Shelved = {
        revision: current.number,
        written: loaded(current.outline),
        translated: new Map([...languages].map((language) => [language, null])),
      };
      shelf.set(id, shelved);
      return inLanguage(shelved, locale);
    },
  };
}

function inLanguage({ written, translated }: Shelved, locale: string | undefined): LoadedRoadmap {
  const [language = ''] = locale?.split('-') ?? [];
  const kept = translated.get(language);
  if (kept === undefined) return written;
  const roadmap = kept ?? loaded(outlineFor(written, language));
  translated.set(language, roadmap);
  return roadmap;
}

function loaded(outline: Outline): LoadedRoadmap {
  return { ...outline, finder: makeFinder(outline) };
}
