import { z } from 'zod';
import { atOnce } from './in-turns.ts';
import { withFrontMatter } from './markdown/front-matter.ts';
import { readInSteps, type ReadOptions } from './read.ts';
import { writeTicksOf } from './write.ts';

/** A stored roadmap: its text, and how the text is read where it does not say so itself. */
export interface Stored {
  readonly source: string;
  readonly readAs: ReadOptions;
}

/**
 * A roadmap as Markdown that gives the same roadmap when it is imported anywhere. The text's formatting stays.
 * Answers from its import that are not in the text are written into front matter. It yields every few milliseconds.
 * @param ticked the keys of the topics that are ticked in it; null keeps the text's own ticks
 */
export function* exportInSteps(
  { source, readAs }: Stored,
  ticked: ReadonlySet<string> | null,
): Generator<void, string> {
  const reading = yield* readInSteps(source, readAs);
  const { roadmap } = reading;
  const text = ticked === null ? source : writeTicksOf(source, ticked, reading);
  yield;
  const known = JSON.stringify(roadmap);
  /** Whether the roadmap would be different without this answer. */
  const matters = function* (without: ReadOptions): Generator<void, boolean> {
    const other = yield* readInSteps(source, { ...readAs, ...without });
    return JSON.stringify(other.roadmap) !== known;
  };
  const { base, bullets, title } = readAs;
  const isNamedOutside = title !== undefined || (yield* matters({ untitled: `${roadmap.title}?` }));
  return withFrontMatter(text, {
    ...(isNamedOutside && { title: roadmap.title }),
    ...(bullets === true && (yield* matters({ bullets: false })) && { topics: 'bullets' }),
    ...(typeof base === 'string' && (yield* matters({ base: null })) && { base }),
  });
}

/** Does the same in one go. */
export function exportMarkdown(stored: Stored, ticked: ReadonlySet<string> | null): string {
  return atOnce(exportInSteps(stored, ticked));
}

/** The kind that an exported file names. */
const KIND = 'roadmate-roadmap';
const MOST_TITLE = 200;

const exported = z.object({
  kind: z.literal(KIND),
  source: z.string(),
  readAs: z.object({
    title: z.string().max(MOST_TITLE).optional(),
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
    const { title, untitled, bullets = false, base = null } = readAs;
    const titles = { ...(title !== undefined && { title }), ...(untitled !== undefined && { untitled }) };
    return { source, readAs: { ...titles, bullets, base } };
  } catch {
    return null;
  }
}
