import type { Outline, TopicNode } from '../../roadmap/outline.ts';
import type { CalendarDay } from '../../study/progress/calendar.ts';
import type { CareerStep } from '../../study/progress/career.ts';
import type { Progress } from '../../study/progress/progress.ts';
import type { Streak } from '../../study/progress/streak.ts';
import type { Proofs } from '../../study/proofs/proof.ts';

/** A member's progress, and which parts may be shown. */
export interface ProgressReport {
  readonly userId: string;
  /** `own`: for the member; `shared`: shared by the member with everybody; `other`: for another person. */
  readonly audience: 'own' | 'shared' | 'other';
  /** Whether to show the topics, and whether to show percentages and the streak. */
  readonly visible: { readonly topics: boolean; readonly progress: boolean };
  readonly inGuild: boolean;
  readonly outline: Outline;
  readonly progress: Progress;
  readonly proofs: Proofs;
  readonly streak: Streak;
  /** How many minutes they studied this week. */
  readonly minutes: number;
  /** Topics finished this week, and in the week before. */
  readonly week: { readonly finished: number; readonly before: number };
  /** Their study day by day, in their own zone. */
  readonly calendar: readonly CalendarDay[];
  readonly career: readonly CareerStep[];
  /** What the member should review now, in the order in which it is asked. Only the member sees it. */
  readonly toReview: readonly TopicNode[];
}
