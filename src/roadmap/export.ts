import { z } from 'zod';
import { withFrontMatter } from './markdown/front-matter.ts';
import { type ReadOptions, readRoadmap } from './read.ts';
import { writeTicks } from './write.ts';

/** A stored roadmap: its text, and how the text is read where it does not say so itself. */
export interface Stored {
  readonly source: string;
  readonly readAs: ReadOptions;
}

/**
 * A roadmap as Markdown that gives the same roadmap when it is imported anywhere. The text's formatting stays.
 * Answers from its import that are not in the text are written into front matter.
 * @param ticked the keys of the topics that are ticked in it; null keeps the text's own ticks
 */
export function exportMarkdown({ source, readAs }: Stored, ticked: ReadonlySet<string> | null): string {
  const text = ticked === null ? source : writeTicks(source, ticked, readAs);
  const { roadmap } = readRoadmap(source, readAs);
  /** Whether the roadmap would be different without this answer. */
  const matters = (without: ReadOptions): boolean =>
    JSON.stringify(readRoadmap(source, { ...readAs, ...without }).roadmap) !== JSON.stringify(roadmap);
  const { base, bullets } = readAs;
  return withFrontMatter(text, {
    ...(matters({ untitled: `${roadmap.title}?` }) && { title: roadmap.title }),
    ...(bullets === true && matters({ bullets: false }) && { topics: 'bullets' }),
    ...(typeof base === 'string' && matters({ base: null }) && { base }),
  });
}

/** The kind that an exported file names. */
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

/** A topic in the export for programs. */
export interface ExportedTopic {
  readonly id: string;
  readonly key: string;
  readonly title: string;
  readonly path: readonly string[];
  readonly state: string;
}

/** A roadmap for programs: its text, how that is read, and the topics that it has. `importedJson` reads it again. */
export function exportJson(stored: Stored, title: string, topics: readonly ExportedTopic[]): string {
  return `${JSON.stringify({ kind: KIND, title, ...stored, topics }, null, 2)}\n`;
}

/** Reads what `exportJson` wrote, as far as it is needed; null for any other text. */
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
