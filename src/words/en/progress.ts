import type { StreakUnit } from '../../study/progress/streak.ts';
import { count, topics } from './grammar.ts';

export const progress = {
  yours: '## Your progress',
  of: (person: string): string => `## ${person}’s progress`,
  /** For members who have nothing to show yet. */
  beginning: {
    own: 'Nothing here yet. Start your first topic.',
    shared: 'Nothing here yet.',
    other: 'Nothing here yet.',
  },
  count: (done: number, total: number): string => `${done} of ${total}`,
  week: (finished: number, before: number): string =>
    `**This week** ${finished === 0 ? 'no topic done yet' : `${topics(finished)} done`}${before === 0 ? '' : ` · last week ${before}`}`,
  studied: (days: string): string => `**Studied** ${days}`,
  /** A study day with the number of topics finished on it. */
  dayWith: (day: string, finished: number): string => `${day} (${topics(finished)})`,
  daysStudied: (days: number): string => `${count(days, 'day', 'days')} studied`,
  doneOf: (done: number, total: number): string => `${done} of ${total} done`,
  lastWeeks: (weeks: number): string => `Last ${weeks} weeks`,
  thisWeek: 'This week',
  inARow: {
    day: (days: number): string => `${days}-day streak`,
    week: (weeks: number): string => `${weeks}-week streak`,
  } satisfies Record<StreakUnit, (n: number) => string>,
  proven: (n: number): string => `${n} proven`,
  /** For a picture, which has room for two words only. */
  provenShort: (n: number): string => `${n} proven`,
  streak: {
    day: (days: number, best: number): string =>
      `**Streak** ${count(days, 'day', 'days')}${best > days ? ` · best ${best}` : ''}`,
    week: (weeks: number, best: number): string =>
      `**Streak** ${count(weeks, 'week', 'weeks')}${best > weeks ? ` · best ${best}` : ''}`,
  } satisfies Record<StreakUnit, (n: number, best: number) => string>,
  noStreak: {
    day: (best: number): string =>
      `**Streak** starts when you study today${best === 0 ? '' : ` · best ${count(best, 'day', 'days')}`}`,
    week: (best: number): string =>
      `**Streak** starts when you study this week${best === 0 ? '' : ` · best ${count(best, 'week', 'weeks')}`}`,
  } satisfies Record<StreakUnit, (best: number) => string>,
  keepGoing: {
    day: 'Study today to keep it going.',
    week: 'Study this week to keep it going.',
  } satisfies Record<StreakUnit, string>,
  /** Below the picture, which shows the streak. */
  keepStreak: {
    day: '**Study today** to keep your streak.',
    week: '**Study this week** to keep your streak.',
  } satisfies Record<StreakUnit, string>,
  rested: (days: string): string => `Rest day: ${days}`,
  doing: '**In progress**',
  lately: '**Just done**',
  /** The sections that the roadmap's total is without. */
  leftOut: (sections: string): string => `-# Not study topics, so not in the total: ${sections}`,
  /** Topics that do not count as studying. */
  apart: (counts: string): string => `-# Counted separately: ${counts}`,
  career: '**Career direction**',
  /** Stages in order, each with how far it is. */
  stages: (steps: readonly string[]): string => steps.join(', then '),
  /** To the same without the picture, and back. */
  inWords: 'All in words',
  asPicture: 'As a picture',
  whole: 'All sections',
  open: 'See section',
  mine: 'See progress',
  /** On a post, to whoever reads it. */
  readers: 'See yours',
  share: 'Share with group',
  preview: 'This is what your group will see.',
  /** Where the group's language isn't the member's. */
  previewAbroad: (language: string): string => `This is what your group will see, in ${language}.`,
  post: 'Share',
  posted: 'Shared with your group.',
  unknownSection: (typed: string): string =>
    `I don’t know the section “${typed}”. Did you mean one of these?`,
  hidden: (person: string): string =>
    `${person} shares nothing here. Everyone decides in \`/settings\` what a group sees.`,
};

/** The alternative text of the picture, for people who do not see it. */
export const progressAlt = {
  whose: (person: string, roadmap: string): string => `${person} in ${roadmap}`,
  week: (days: string): string => `This week: ${days}`,
  studied: 'studied',
  rest: 'rest day',
  halfYear: (days: number, weeks: number): string =>
    `${count(days, 'day', 'days')} studied in the last ${weeks} weeks`,
};

export const career = {
  title: '## Your career direction',
  explained: 'Stage by stage: study a section, write your thesis on it, move on.',
  here: 'you’re here',
  /** Of a later stage that the member declares themselves. */
  free: 'you decide when you’re there',
  before: (n: number): string => `-# ${count(n, 'earlier stage', 'earlier stages')} done`,
  nextIn: (stage: string): string => `Next in ${stage}:`,
  writeTez: (stage: string): string => `**Next: ${stage}.** Write down what you make of it.`,
  showTez: (stage: string): string => `**Next: ${stage}.** Written; now share it so that readers accept it.`,
  declareIt: (stage: string): string =>
    `**Next: ${stage}.** Only you know when you’re there: press *I’m there…* then.`,
  declare: 'I’m there…',
  started: (stage: string): string => `You’ve started the stage **${stage}**.`,
  declared: (stage: string): string => `**${stage}** reached. Well done!`,
  declareForm: (stage: string): string => `I’m there: ${stage}`,
  declareLabel: 'What did you reach?',
  declareHint: 'A few words; they stay in your career direction',
  followsThesis: 'This stage is done once its thesis is accepted.',
  allReached: '**All stages done.** What a journey!',
  none: 'This roadmap has no career direction. Take its sections in any order.',
};

export const toolset = {
  explained: 'Languages by kind.',
  others: (n: number): string => `${n} more`,
  none: 'This roadmap has no tool set. Use any language you like.',
};
