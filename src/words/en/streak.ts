import type { Deed } from '../../study/progress/why.ts';
import type { PauseProblem } from '../../study/progress/pause.ts';
import type { StreakUnit } from '../../study/progress/streak.ts';
import { count, topics } from './grammar.ts';

/** Why a streak is as long as it is, and how it is counted. */
export const streak = {
  why: 'Why this streak?',
  see: 'Plan a pause',
  whyTitle: '## Why this streak?',
  rule: {
    day: '-# Each week, Monday to Sunday, forgives one day without study.',
    week: '-# A week counts if you study on any day of it.',
  } satisfies Record<StreakUnit, string>,
  began: (day: string): string => `-# It began on ${day}.`,
  /** What ended the streak before this one. */
  endedBy: {
    day: (days: string): string =>
      `-# ${days} were missed, and a week forgives one: that ended the one before.`,
    week: (days: string): string => `-# The week ${days} had no study: that ended the one before.`,
  } satisfies Record<StreakUnit, (days: string) => string>,
  earlier: 'Earlier',
  later: 'Later',
  nothingThen: 'Nothing here: your first study day came later.',
  deeds: {
    finished: (n: number): string => `${topics(n)} done`,
    started: (n: number): string => `${n} started`,
    reviewed: (n: number): string => count(n, 'review', 'reviews'),
    wrote: (n: number): string => `wrote ${count(n, 'text', 'texts')}`,
    helped: (n: number): string => (n === 1 ? 'helped someone' : `helped others ${n} times`),
  } satisfies Record<Deed, (n: number) => string>,
  ofFocus: (length: string): string => `${length} of focus`,
  addedLater: (length: string): string => `${length} added later`,
  tooShort: (length: string): string => `${length}: a day counts from 10 min`,
  tooLate: (length: string): string => `${length} added too late to count`,
  forgiven: 'no study, forgiven',
  paused: 'planned pause',
  free: 'no need to study',
  missed: 'no study',
  open: 'not yet',
  title: '## Streak',
  setting: '**Streak and pauses**',
  unit: '**Count my streak**',
  chooseUnit: 'Days or weeks',
  counted: {
    day: 'By day',
    week: 'By week',
  } satisfies Record<StreakUnit, string>,
  weeksAreFor: 'If you study on weekends only',
  pause: (days: string): string => `**Pause**\n${days}`,
  noPause: '**Pause**\nNone planned',
  pauseMeans: '-# A pause doesn’t break your streak or lengthen it. Your daily reminder stays quiet.',
  plan: 'Plan a pause…',
  change: 'Change…',
  endPause: 'End the pause',
  /** Of a pause that is still to come. */
  cancelPause: 'Cancel the pause',
  formTitle: 'Plan a pause',
  first: 'First day',
  last: 'Last day',
  dateHint: (example: string): string => `Like ${example}`,
  planned: (days: string): string => `Saved: ${days}.`,
  ended: 'The pause is off.',
  badDate: (typed: string): string => `I can’t read “${typed}” as a date.`,
  problem: {
    past: 'A pause can start today at the earliest.',
    order: 'The last day comes before the first.',
    long: 'A pause can last 180 days at most.',
    far: 'That’s more than a year ahead.',
  } satisfies Record<PauseProblem, string>,
};
