/*
 * Lengths of time in milliseconds. A day here has 24 hours, and a week seven such days: days on the clocks of a zone are
 * counted in `local.ts` and `study-day.ts`.
 */
export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
export const WEEK = 7 * DAY;

/** For counting dates, which have no length of their own. */
export const DAYS_A_WEEK = 7;
