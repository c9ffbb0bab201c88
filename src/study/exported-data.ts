import { z } from 'zod';
import { METHODS } from '../roadmap/roadmap.ts';
import { webAddress } from '../text/web-address.ts';
import { GOAL_KINDS, GOAL_TARGETS } from './goals/goal.ts';
import { STATES } from './progress/progress.ts';

/** The most that a data export may contain. The size of the file is limited where it is fetched. */
const MOST = {
  topics: 20_000,
  proofs: 1000,
  parts: 20,
  reviews: 20_000,
  answers: 50_000,
  roadmaps: 20,
  countedFor: 100,
} as const;

const name = z.string().min(1).max(1000);
const topic = { roadmap: z.string().min(1).max(200), key: name, title: z.string().max(1000) };
const instant = z
  .string()
  .max(40)
  .transform((text) => Date.parse(text))
  .pipe(z.number().int().nonnegative());
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/u);
const count = z.number().int().min(0).max(1_000_000);

/** The parts of a data export that are imported again; `personal-export.ts` writes them. Other parts are ignored. */
const exported = z.object({
  topics: z
    .array(
      z.object({
        ...topic,
        state: z.enum(STATES),
        since: instant,
        sinceDate: day.optional(),
        notSuggestedBefore: instant.nullable().default(null),
      }),
    )
    .max(MOST.topics),
  proofs: z
    .array(
      z.object({
        ...topic,
        method: z.enum(METHODS),
        url: z
          .string()
          .nullable()
          .transform((url) => (url === null ? null : webAddress(url))),
        language: z.string().max(100).nullable(),
        text: z.array(z.string().max(10_000)).max(MOST.parts),
        file: z.unknown().optional(),
        proven: instant.nullable(),
        written: instant,
        changed: instant,
        countsFor: z.array(z.object(topic)).max(MOST.countedFor).default([]),
      }),
    )
    .max(MOST.proofs)
    .default([]),
  reviews: z
    .array(
      z.object({
        ...topic,
        due: day,
        lastReview: instant.nullable(),
        lastReviewDate: day.nullable(),
        putOffTo: day.nullable(),
        stabilityInDays: z.number().positive().max(1_000_000),
        difficulty: z.number().min(0).max(10),
        scheduledDays: z.number().min(0).max(1_000_000),
        learningSteps: count,
        reviews: count,
        lapses: count,
        state: z.number().int().min(0).max(3),
      }),
    )
    .max(MOST.reviews)
    .default([]),
  reviewAnswers: z
    .array(
      z.object({
        ...topic,
        id: z.string().min(1).max(100),
        at: instant,
        rating: z.enum(['again', 'hard', 'good', 'easy', 'later', 'proof', 'undo']),
        undoes: z.string().max(100).nullable(),
      }),
    )
    .max(MOST.answers)
    .default([]),
  skills: z
    .array(
      z.object({
        ...topic,
        countsAs: z.union([z.literal('itself'), z.object({ roadmap: topic.roadmap, key: name })]).nullable(),
        asked: instant.nullable(),
      }),
    )
    .max(MOST.topics)
    .default([]),
  pauses: z
    .array(z.object({ from: z.iso.date(), to: z.iso.date() }))
    .max(MOST.topics)
    .default([]),
  goal: z
    .object({
      kind: z.enum(GOAL_KINDS),
      target: z.number().int().min(GOAL_TARGETS.min).max(GOAL_TARGETS.max),
    })
    .nullable()
    .default(null),
  roadmaps: z
    .object({
      own: z
        .array(
          z.object({
            roadmap: topic.roadmap,
            title: z.string().max(1000),
            source: z.string().max(1_000_000),
            created: instant,
          }),
        )
        .max(MOST.roadmaps),
    })
    .default({ own: [] }),
});

/** A member's own data, as it was exported; instants in epoch ms. */
export type ExportedData = z.infer<typeof exported>;

/** Why a file is no data export, and where the fault is. */
export type ExportProblem =
  | { readonly code: 'not-json' | 'not-ours' }
  | { readonly code: 'wrong'; readonly where: string };

/**
 * Reads a data export. Anybody can write such a file, so everything in it must have the form in which Roadmate writes
 * it.
 */
export function readExport(text: string): ExportedData | ExportProblem {
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\uFEFF/u, ''));
  } catch {
    return { code: 'not-json' };
  }
  const isOurs = typeof json === 'object' && json !== null && 'exported' in json && 'topics' in json;
  if (!isOurs) return { code: 'not-ours' };
  const read = exported.safeParse(json);
  if (read.success) return read.data;
  return { code: 'wrong', where: read.error.issues[0]?.path.join('.') ?? '' };
}
