import type { Outline, TopicNode } from '../../roadmap/outline.ts';
import type { CalendarDay } from '../../study/progress/calendar.ts';
import type { CareerStep } from '../../study/progress/career.ts';
import type { Progress } from '../../study/progress/progress.ts';
import type { Streak } from '../../study/progress/streak.ts';
import type { Proofs } from '../../study/proofs/proof.ts';

/** A member's progress, and how much of it may be shown. */
export interface ProgressReport {
  readonly userId: string;
  /** `own`: to themselves; `shared`: by themselves, to everybody; `other`: to somebody else. */
  readonly audience: 'own' | 'shared' | 'other';
  /** Whether to show their topics, and their percentages and streak. */
  readonly visible: { readonly topics: boolean; readonly progress: boolean };
  readonly inGuild: boolean;
  readonly outline: Outline;
  readonly progress: Progress;
  readonly proofs: Proofs;
  readonly streak: Streak;
  /** Topics finished this week, and in the week before. */
  readonly week: { readonly finished: number; readonly before: number };
  /** Their study day by day, in their own zone. */
  readonly calendar: readonly CalendarDay[];
  readonly career: readonly CareerStep[];
  /** Topics that the member is about to forget, the most forgotten first; only the member sees them. */
  readonly fading: readonly TopicNode[];
}
