import type { Grade } from '../../study/review/card.ts';
import { inDays, topics } from './grammar.ts';

/** What was done comes back before it is forgotten. */
export const review = {
  begin: 'Review',
  heading: (n: number): string => `## Review · ${n} due`,
  /** Before their day, since there is nothing left to learn. */
  aheadHeading: (n: number): string => `## Review ahead · ${topics(n)}`,
  cues: '**Recall before you look.** What did you write about these?',
  gap: '**Somebody in your group asked:**',
  explain: '**Explain it in three sentences**, as if to a friend who has never heard of it.',
  last: (percent: string, when: string): string =>
    `-# Last reviewed ${when} · chance that you still know it: ${percent}`,
  first: (when: string): string => `-# Done ${when} · its first review`,
  show: 'Show my notes',
  answered: 'I have my answer',
  notToday: 'Not today',
  all: 'All of it',
  notes: {
    cheatcode: '**Your cheat code**',
    feynman: '**Your explanation**',
    project: '**Your project**',
    tez: '**Your thesis**',
  },
  noNotes:
    'You have written nothing about it yet, so you are your own judge. If it was hard to say, look it up once more.',
  howWell: '**How well did you know it?**',
  grade: (grade: Grade, days: number): string =>
    `${{ again: 'Again', hard: 'Hard', good: 'Good', easy: 'Easy' }[grade]} · ${inDays(days)}`,
  comesBack: (title: string, when: string): string => `Noted: **${title}** comes back on ${when}.`,
  waits: (title: string): string => `**${title}** waits until tomorrow.`,
  tookBack: (title: string): string => `Taken back: **${title}** is as it was before.`,
  cannotTakeBack: 'That can’t be taken back any more: it was already, or you have answered it again since.',
  answeredBefore: 'You have answered this review already. The button is from before.',
  noLongerDone: 'This topic is no longer among those you have done, so there is nothing to review.',
  nothingDue: (when: string, ago: string): string =>
    `Nothing is due: what you learned is sitting well. The next topic comes back on ${when} (${ago}).`,
  nothingYet:
    'There is nothing to review yet. What you finish comes back here the day after, and then less and less often, so that it stays.',
  remindMe: 'Remind me…',
  /** On a topic's card. */
  fading: (percent: string): string => `Fading: the chance that you still know it is about ${percent}.`,
  /** In one's progress. */
  fadingTopics: (n: number, titles: string): string => `**Fading** ${topics(n)}: ${titles}`,
  /** In the weekly summary of a group. */
  groupFading: (n: number, command: string): string =>
    `${n === 1 ? 'One topic that some of you learned is' : `${n} topics that some of you learned are`} fading: ${command} brings back your own.`,
  /** Where nothing is left to learn. */
  ahead: (n: number): string => `**Nothing new left**\n${topics(n)} can be reviewed ahead of time.`,
  /** Above the picks of a day; a day needs `enough` of those that are due. */
  today: (due: number, enough: number): string =>
    due > enough
      ? `**Reviews first**\n${due} are due; ${enough} of them are plenty for a day.`
      : `**Reviews first**\n${due === 1 ? 'One topic that you learned is' : `${due} topics that you learned are`} due.`,
};

/** Being reminded to study. */
export const reminder = {
  /** In place of the topics, where others read along and may not see them. */
  waiting: 'Your topics for today are waiting for you.',
  due: (n: number): string =>
    n === 1
      ? 'One topic that you learned wants another look. Two minutes, and it stays.'
      : `${n} topics that you learned want another look. A few minutes, and they stay.`,
  heading: '## A daily reminder of your own',
  explained:
    'Only if you want it: once a day, at your hour, what to study and which reviews are due. Not on days on which you have studied already. One tap pauses or ends it.',
  isOn: {
    dm: (hour: string): string =>
      `You get a **direct message** at **${hour}**, unless you have studied by then.`,
    mention: (hour: string): string =>
      `I **mention you in the study channel** at **${hour}**, unless you have studied by then.`,
  },
  paused: (day: string): string => `Paused until the end of ${day}.`,
  inZone: (zone: string): string => `By the clock in ${zone}.`,
  whereAreYou: 'Where are you? I have to know your time zone before I can keep to your hour.',
  joinFirst: 'Join the group, and I can also mention you in its channel.',
  byDm: 'By direct message',
  byMention: 'By a mention in the channel',
  chooseHour: 'At which hour?',
  at: (hour: string): string => `At ${hour}`,
  usual: 'In the morning, before the day gets busy',
  pause: 'Pause for a week',
  resume: 'Go on from tomorrow',
  stop: 'Stop',
  ended: 'Stopped: I no longer remind you. Your day waits for you in `/today`.',
  notOn: 'You get no reminders, so there is nothing to stop.',
  open: 'Remind me again…',
  saved: 'Saved. It holds from now on.',
  stopped: {
    refused:
      'I could not write to you: your direct messages are closed to me. So I have stopped reminding you; open them, and turn it on again if you like.',
    channel: 'I could not mention you in the study channel any more, so I have stopped reminding you.',
    left: 'You no longer study with the group whose channel I mentioned you in, so I have stopped reminding you.',
  },
};
