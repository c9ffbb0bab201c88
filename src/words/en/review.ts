import type { Grade } from '../../study/review/card.ts';
import type { Memory } from '../../study/review/memory.ts';
import { count, inDays, topics } from './grammar.ts';

/** Reviews: topics come back before they are forgotten. */
export const review = {
  begin: 'Review',
  at: (at: number, of: number): string => `Review · ${at} of ${of}`,
  /** For reviews before their day, offered when there is nothing new to learn. */
  ahead: (n: number): string => `**Nothing new left**\nReview ${topics(n)} ahead of time.`,
  aheadOfTime: '-# Ahead of time: nothing is due today.',
  cues: 'Try to recall your notes on:',
  gap: 'Someone in your group asked:',
  explain: 'Explain it in three sentences, as if to a friend: aloud, or in your head.',
  /** How well a topic is likely to be remembered. */
  memory: {
    fresh: 'Still fresh',
    fading: 'Starting to fade',
    faint: 'Nearly forgotten',
  } satisfies Record<Memory, string>,
  last: (memory: string, when: string): string => `-# ${memory} · last reviewed ${when}`,
  first: (when: string): string => `-# First review · done ${when}`,
  show: 'Show my notes',
  answered: 'I’ve answered',
  notToday: 'Not today',
  all: 'Read all',
  notes: {
    cheatcode: '**Your cheat code**',
    feynman: '**Your explanation**',
    project: '**Your project**',
    tez: '**Your thesis**',
  },
  noNotes: 'No notes here. You be the judge.',
  howWell: '**How well did you remember it?**\n-# Each button says when it comes back.',
  grade: {
    again: 'Forgot',
    hard: 'Hard',
    good: 'Well',
    easy: 'Easy',
  } satisfies Record<Grade, string>,
  /** In how many study days a topic comes back: the same phrase before and after the answer. */
  back: (days: number): string => (days <= 1 ? 'tomorrow' : `in ${inDays(days)}`),
  /** On the button of a grade: after how many study days the topic then comes back. Two such fit beside each other. */
  gradeWith: (grade: string, days: number): string => `${grade} · ${inDays(Math.max(1, days))}`,
  comesBack: (title: string, back: string): string => `-# **${title}** comes back ${back}.`,
  waits: (title: string): string => `-# **${title}** waits until tomorrow.`,
  tookBack: (title: string): string => `-# Undone: your answer on **${title}**`,
  cannotTakeBack: 'That answer can’t be undone any more.',
  answeredBefore: 'You’ve already answered this one.',
  noLongerDone: 'This topic isn’t done any more, so there’s nothing to review.',
  remembered: (n: number, of: number): string => `## ${n} of ${of} remembered`,
  fiveMore: (n: number): string => `Review ${n} more`,
  next: (back: string): string => `Next review · ${back}`,
  nothingDue: '**Nothing to review today.**',
  nothingYet:
    'Nothing to review yet. What you finish comes back here the next day, then less and less often.',
  remindMe: 'Set daily reminder…',
  /** On a topic's card. */
  fading: (memory: string): string => `${memory}: time for a review`,
  /** In the member's own progress: what is due now. */
  toReview: (titles: string, more: number): string =>
    `**To review** ${titles}${more > 0 ? ` and ${more} more` : ''}`,
  /** Above the picks of a day. */
  today: (n: number): string => `**Review first** · ${topics(n)}`,
  /** After a break, the first topic comes before the reviews. */
  afterwards: (n: number): string => `**Then review** · ${topics(n)}`,
};

/** Reminders to study. */
export const reminder = {
  /** In place of the topics where other people can read the reminder but may not see the topics. */
  waiting: 'Your topics for today are waiting for you.',
  due: (n: number): string =>
    `${count(n, 'topic is', 'topics are')} due for review. A few minutes are enough.`,
  heading: '## Daily reminder',
  explained:
    'Once a day, at the time you pick: what to study and which reviews are due. Not on days you’ve already studied.',
  isOn: {
    dm: (hour: string): string =>
      `I send you a **direct message** at **${hour}**, unless you’ve studied by then.`,
    mention: (hour: string): string =>
      `I **mention you in the study channel** at **${hour}**, unless you’ve studied by then.`,
  },
  paused: (day: string): string => `Paused until the end of ${day}.`,
  inZone: (zone: string): string => `Time zone: ${zone}`,
  whereAreYou: 'Where are you? I need your time zone to get the hour right.',
  joinFirst: 'Join the group to be mentioned in its channel.',
  byDm: 'By direct message',
  byMention: 'By mention',
  chooseHour: 'Pick a time',
  at: (hour: string): string => `At ${hour}`,
  usual: 'In the morning',
  pause: 'Pause for a week',
  resume: 'Resume tomorrow',
  stop: 'Stop',
  ended: 'Reminders are off. Your day waits in `/today`.',
  notOn: 'Reminders are already off.',
  open: 'Remind me again…',
  saved: 'Saved.',
  stopped: {
    refused:
      'Your direct messages are closed to me, so reminders are off. Open them and turn reminders on again.',
    channel: 'I can’t mention you in the study channel any more, so reminders are off.',
    left: 'You left the group, so its reminders are off.',
  },
};

/** Review with what others of the group shared. */
export const reviewOthers = {
  others: 'Others’ questions',
  about: 'Others let you review with their cheat codes. Your own reviews stay as they are.',
  nothing: 'Nobody lets you review with their cheat codes yet, on the topics you’ve done.',
  heading: (place: number, all: number): string => `**Others’ question ${place} of ${all}**`,
  by: (who: string): string => `From a cheat code of ${who}`,
  begin: 'Start',
  show: 'Show the cheat code',
  next: 'Next question',
  lent: '-# Others may review with the cheat codes you shared here.',
  notLent: '-# Nobody reviews with yours. You can let them, for what you shared here.',
  lend: 'Lend mine too',
  stopLending: 'Stop lending mine',
  joinFirst: 'Only members of this group can review with each other’s work. Join first.',
};
