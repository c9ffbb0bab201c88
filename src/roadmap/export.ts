import { z } from 'zod';
import { withFrontMatter } from './markdown/front-matter.ts';
import { type ReadOptions, readRoadmap } from './read.ts';
import { writeTicks } from './write.ts';

/** A roadmap as it is stored: its text, and how that is read where it does not say so itself. */
export interface Stored {
  readonly source: string;
  readonly readAs: ReadOptions;
}

/**
 * A roadmap as Markdown that reads as the same roadmap wherever it is read again. Its formatting stays; what was answered
 * when it was imported, and does not stand in it, goes into front matter.
 * @param ticked the keys of the topics that are ticked in it; null: those that it has ticked itself
 */
export function exportMarkdown({ source, readAs }: Stored, ticked: ReadonlySet<string> | null): string {
  const text = ticked === null ? source : writeTicks(source, ticked, readAs);
  const { roadmap } = readRoadmap(source, readAs);
  /** Whether the roadmap would be another if this had not been answered. */
  const matters = (without: ReadOptions): boolean =>
    JSON.stringify(readRoadmap(source, { ...readAs, ...without }).roadmap) !== JSON.stringify(roadmap);
  const { base, bullets } = readAs;
  return withFrontMatter(text, {
    ...(matters({ untitled: `${roadmap.title}?` }) && { title: roadmap.title }),
    ...(bullets === true && matters({ bullets: false }) && { topics: 'bullets' }),
    ...(typeof base === 'string' && matters({ base: null }) && { base }),
  });
}

/** What a file says that it is. */
const KIND = 'roadmate-roadmap';
const MOST_TITLE = 200;

const exported = z.object({
  kind: z.literal(KIND),
  source: z.string(),
  readAs: z.object({
    untitled: z.string().max(MOST_TITLE).optional(),
    base: z.url({ protocol: /^https?$/ }).nullish(),
    bullets: z.boolean().optional(),
  }),
});

/** A topic of a roadmap for programs. */
export interface ExportedTopic {
  readonly id: string;
  readonly key: string;
  readonly title: string;
  readonly path: readonly string[];
  readonly state: string;
}

/** A roadmap for programs: its text, how that is read, and what it reads as. `importedJson` reads it again. */
export function exportJson(stored: Stored, title: string, topics: readonly ExportedTopic[]): string {
  return `${JSON.stringify({ kind: KIND, title, ...stored, topics }, null, 2)}\n`;
}

/** What `exportJson` wrote, as far as it can be read again; null for anything else. */
export function importedJson(text: string): Stored | null {
  if (!text.trimStart().startsWith('{')) return null;
  try {
    const { source, readAs } = exported.parse(JSON.parse(text));
    const { untitled, bullets = false, base = null } = readAs;
    return { source, readAs: { ...(untitled !== undefined && { untitled }), bullets, base } };
  } catch {
    return null;
  }
}
