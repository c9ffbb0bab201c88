import { z } from 'zod';
import { STREAK_UNITS } from '../../study/progress/streak.ts';

const count = z.int().nonnegative();

/** The stored content of a weekly summary: ids and figures. */
export const weeklyContent = z.object({
  /** Its first and last day, `YYYY-MM-DD`. */
  from: z.string(),
  to: z.string(),
  /**
   * The roadmaps that it is about, the default one first. Empty in posts of an earlier version, which knew only that
   * one.
   */
  roadmapIds: z.array(z.string()).default([]),
  /**
   * When the week ended by the group's clock at that time; epoch ms. The next week begins there, even if the clock is
   * changed later.
   */
  until: z.number().optional(),
  /**
   * Acts before this instant (epoch ms) were read for this post. Those of its last day that come later count for the next
   * one. Posts of earlier versions have none.
   */
  readUntil: z.number().optional(),
  finished: count,
  people: count,
  before: z.object({ finished: count, people: count }),
  /** Topics finished on each of its days. */
  days: z.array(count).default([]),
  byMember: z.array(
    z.object({
      userId: z.string(),
      topicIds: z.array(z.string()),
      first: z.array(z.string()),
      best: z.boolean(),
    }),
  ),
  /**
   * The tracks if there is one roadmap, else the roadmaps. Titles are stored, because a track has no id of its own.
   */
  sections: z.array(z.object({ title: z.string(), percent: count, before: count, proven: count.default(0) })),
  /** `days`: the days, or the weeks if the unit says so. */
  streaks: z.array(z.object({ userId: z.string(), days: count, unit: z.enum(STREAK_UNITS).default('day') })),
  /** Apps that were shown for the first time, with their teams. */
  shown: z.array(z.object({ topicId: z.string(), team: z.array(z.string()) })).default([]),
  /** Topics that became proven, once for each member. */
  proven: z.array(z.string()).default([]),
  /** The members whom its picture names. */
  pictured: z.array(z.string()).default([]),
  /** How long people studied with `/focus`, in minutes, and how many they were. */
  studied: z.object({ minutes: count, people: count }).default({ minutes: 0, people: 0 }),
  /** The roles that members were given, of those who let their groups be told, and how many others there were. */
  roles: z.array(z.object({ userId: z.string(), roleId: z.string() })).default([]),
  otherRoles: count.default(0),
  /** How many members studied with a buddy in the week. */
  buddies: count.default(0),
  /** How the quest of the week ended; null if there was none. */
  quest: z.object({ done: count, target: count }).nullable().default(null),
  /** How many topics are fading for somebody who has learned them. Nobody is named. */
  fading: count.default(0),
  focus: z
    .discriminatedUnion('kind', [
      z.object({ kind: z.literal('finish'), topicId: z.string(), begun: count, near: count }),
      z.object({ kind: z.literal('next'), topicId: z.string() }),
    ])
    .nullable(),
});
export type WeeklyContent = z.infer<typeof weeklyContent>;
