import { count, topics } from './grammar.ts';

export const progress = {
  yours: '## Your progress',
  of: (person: string): string => `## The progress of ${person}`,
  /** To whom there is nothing yet to show. */
  beginning: {
    own: 'Everybody begins at zero, and this is a good day for it. Take one topic and give it ten minutes; it shows here at once.',
    shared: 'At the very beginning. The first topic is the one that counts.',
    other: 'At the very beginning. The first topic is the one that counts.',
  },
  count: (done: number, total: number): string => `${done} of ${total}`,
  week: (finished: number, before: number): string =>
    `**This week** ${finished === 0 ? 'no topic finished yet' : `${topics(finished)} finished`} · last week ${before}`,
  studied: (days: string): string => `**Studied** ${days}`,
  /** A study day with the number of topics finished on it. */
  dayWith: (day: string, finished: number): string => `${day} ${finished}`,
  daysStudied: (days: number): string => `${count(days, 'day', 'days')} studied`,
  doneOf: (done: number, total: number): string => `${done} of ${total} done`,
  lastWeeks: (weeks: number): string => `Last ${weeks} weeks`,
  thisWeek: 'This week',
  dayStreak: (days: number): string => `${days}-day streak`,
  proven: (n: number): string => `${n} proven`,
  streak: (days: number, best: number): string =>
    `**Streak** ${count(days, 'day', 'days')}${best > days ? ` · longest so far ${best}` : ''}`,
  noStreak: (best: number): string =>
    best === 0
      ? '**Streak** begins with the next topic'
      : `**Streak** begins anew with the next topic · longest so far ${count(best, 'day', 'days')}`,
  todayOpen: 'Today is still open; the streak stands.',
  rested: (days: string): string => `Rest: ${days}. One day a week is forgiven.`,
  doing: '**In progress**',
  since: (when: string): string => `since ${when}`,
  lately: '**Done lately**',
  career: '**Career direction**',
  whole: 'All sections',
  open: 'Open this section',
  mine: 'My progress',
  share: 'Share with the group',
  preview: 'This is what your group will see. So far only you do.',
  post: 'Post it',
  posted: 'Posted.',
  unknownSection: (typed: string): string => `Which section do you mean by “${typed}”?`,
  hidden: (person: string): string =>
    `There is nothing to see of ${person} here. Members choose for themselves what a group sees of them, in \`/settings\`.`,
};

/** What a picture of progress says, for those who do not see it. */
export const progressAlt = {
  whose: (person: string, roadmap: string): string => `${person} in ${roadmap}`,
  week: (days: string): string => `This week: ${days}`,
  studied: 'studied',
  rest: 'rest day',
  halfYear: (days: number, of: number): string => `${days} of the last ${of} days studied`,
};

export const career = {
  title: '## Your career direction',
  explained:
    'One stage after the other. A track counts by what you study, a thesis once it is accepted; the rest you declare.',
  here: 'you are here',
  before: (n: number): string => `-# ${n} reached before`,
  nextIn: (stage: string): string => `Next in ${stage}:`,
  writeTez: (stage: string): string =>
    `**Next: ${stage}.** You know the ground now; write down what you make of it.`,
  showTez: (stage: string): string =>
    `**Next: ${stage}.** It is written; you are there once readers of the group accept it.`,
  declareIt: (stage: string): string => `**Next: ${stage}.** Declare it when you are there.`,
  declare: 'Declare it',
  declared: (stage: string): string => `Declared: **${stage}**. What a way you have come!`,
  declareForm: (stage: string): string => `Declare ${stage}`,
  declareLabel: 'What have you reached?',
  declareHint: 'In a few words; you can read them in your career direction',
  followsThesis: 'This step is reached once its thesis is accepted.',
  allReached: 'You have reached every stage. What a way you have come!',
  none: 'This roadmap has no career direction: its sections stand side by side, and you can take them in any order.',
};

export const toolset = {
  explained: 'Languages by what they are for.',
  others: (n: number): string => `${n} more`,
  none: 'This roadmap has no tool set: use the languages that you like.',
};
