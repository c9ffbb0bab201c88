import type { MemoTime } from './memo.ts';

const UNCLAIMED = { claim_id: null, claim_channel_id: null, claimed_at: null, tries: 0, retry_at: null };
/** The columns of a memo that will not come by itself: a draft, or one that has ended. */
export const NOT_PLANNED = { ...UNCLAIMED, next_at: null, next_date: null, refused_since: null };

/** The columns of when a memo comes next. Nobody has claimed it for that time, and nothing was tried. */
export function planned(next: MemoTime | null) {
  return { ...NOT_PLANNED, next_at: next?.at ?? null, next_date: next?.date ?? null };
}
