import { languagesOfTitles, outlineFor } from '../../roadmap/localise.ts';
import { type Outline, outline } from '../../roadmap/outline.ts';
import { type Finder, finderInSteps } from '../../study/topics/find.ts';
import { inTurns, turn } from '../../roadmap/in-turns.ts';
import { readInTurns } from '../../roadmap/read.ts';
import type { Roadmap } from '../../roadmap/roadmap.ts';
import { type CurrentVersion, currentVersion, type ReadSource } from './current.ts';
import { roadmapRevision, storedRoadmap } from './roadmaps.ts';
import { liveTopics } from './topics.ts';
import type { Db } from '../schema.ts';

/** A roadmap in memory: its topics in their places, and a finder for typed names. */
export interface LoadedRoadmap extends Outline {
  readonly finder: Finder;
}

/** Keeps parsed roadmaps in memory until their source changes. */
export interface Library {
  /**
   * @param locale the reader's locale. Titles are in that language if the file has them; without it they are in the
   * file's own
   * @param known the number of the version in use, if the caller has just read it
   * @returns the roadmap, or null if there is none with this id
   */
  roadmap(db: Db, id: string, locale?: string, known?: number): Promise<LoadedRoadmap | null>;
  /** @returns the version of a roadmap that is in use, with its source; null if there is none with this id */
  version(db: Db, id: string): Promise<CurrentVersion | null>;
  /** Adds a version that was just put into use, so that it is not parsed again. */
  shelve(db: Db, id: string, version: { readonly number: number; readonly tree: Roadmap }): Promise<void>;
}

/** What is needed to read roadmaps. */
export interface Shelf {
  readonly db: Db;
  readonly library: Library;
}

/** Reads roadmaps with titles in a reader's language. Roadmaps that no longer exist are left out. */
export async function loadRoadmaps(
  { db, library }: Shelf,
  ids: readonly string[],
  locale: string,
): Promise<readonly LoadedRoadmap[]> {
  const all: LoadedRoadmap[] = [];
  for (const id of ids) {
    const roadmap = await library.roadmap(db, id, locale);
    if (roadmap !== null) all.push(roadmap);
  }
  return all;
}

interface Shelved {
  readonly revision: number;
  readonly written: LoadedRoadmap;
  /** The same in other languages, each made when it is first asked for. */
  readonly translated: Map<string, Promise<LoadedRoadmap> | null>;
}

/** The most topics that are kept. A topic takes about 4.5 KB, so this is some 90 MB. A single roadmap may have 5,000. */
const MOST_TOPICS = 20_000;

/**
 * Makes an empty library. It parses each revision of a roadmap when it is first asked for. When it holds too many topics, it
 * lets go of the roadmaps that nobody has asked for longest.
 * @param read parses a source
 * @param most the most topics that are kept, if they are not all of one roadmap
 */
export function makeLibrary(read: ReadSource = readInTurns, most = MOST_TOPICS): Library {
  // The roadmap that was last asked for is the last.
  const shelf = new Map<string, Shelved>();
  /** What is being read, so that many who ask at the same time wait for one reading. */
  const reading = new Map<string, Promise<LoadedRoadmap | null>>();
  const keep = (id: string, shelved: Shelved): void => {
    shelf.delete(id);
    shelf.set(id, shelved);
  };
  const makeRoom = (): void => {
    let topics = [...shelf.values()].reduce((sum, each) => sum + topicsIn(each), 0);
    for (const [id, each] of shelf) {
      if (topics <= most || shelf.size === 1) return;
      topics -= topicsIn(each);
      shelf.delete(id);
    }
  };
  const put = async (id: string, revision: number, outlined: Outline): Promise<Shelved> => {
    const languages = languagesOfTitles(outlined);
    const translated = new Map([...languages].map((language) => [language, null]));
    const shelved = { revision, written: await loaded(outlined), translated };
    keep(id, shelved);
    makeRoom();
    return shelved;
  };
  const fetch = async (db: Db, id: string, locale: string | undefined): Promise<LoadedRoadmap | null> => {
    const current = await currentVersion(db, id, read);
    if (current === null) return null;
    return inLanguage(await put(id, current.number, current.outline), locale);
  };
  return {
    async roadmap(db, id, locale, known) {
      const revision = known ?? (await roadmapRevision(db, id));
      const kept = shelf.get(id);
      if (kept !== undefined && kept.revision === revision) {
        keep(id, kept);
        return inLanguage(kept, locale);
      }
      // On SQLite a transaction has the only connection, so it must not wait for somebody outside of it.
      if (db.isTransaction) return fetch(db, id, locale);
      const key = JSON.stringify([id, revision, locale]);
      const underWay = reading.get(key) ?? fetch(db, id, locale).finally(() => reading.delete(key));
      reading.set(key, underWay);
      return underWay;
    },
    async version(db, id) {
      const stored = await storedRoadmap(db, id);
      const kept = shelf.get(id);
      if (stored === null || kept?.revision !== stored.revision) return currentVersion(db, id, read);
      const { revision: number, source, readAs } = stored;
      return { number, source, readAs, outline: kept.written };
    },
    async shelve(db, id, { number, tree }) {
      const ids = await liveTopics(db, id);
      await turn();
      await put(id, number, outline(id, tree, ids));
    },
  };
}

/** Each language has its own topics. */
function topicsIn({ written, translated }: Shelved): number {
  return written.nodes.length * (1 + [...translated.values()].filter((each) => each !== null).length);
}

async function inLanguage(
  { written, translated }: Shelved,
  locale: string | undefined,
): Promise<LoadedRoadmap> {
  const [language = ''] = locale?.split('-') ?? [];
  const kept = translated.get(language);
  if (kept === undefined) return written;
  const roadmap = kept ?? loaded(outlineFor(written, language));
  translated.set(language, roadmap);
  return roadmap;
}

async function loaded(laidOut: Outline): Promise<LoadedRoadmap> {
  await turn();
  return { ...laidOut, finder: await inTurns(finderInSteps(laidOut)) };
}
