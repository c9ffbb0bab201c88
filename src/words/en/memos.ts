import { list } from './grammar.ts';

const NTH: Readonly<Record<number, string>> = { 1: 'first', 2: 'second', 3: 'third', 4: 'fourth' };

/** `every week`, `every 2 weeks` */
const every = (n: number, one: string, other: string): string =>
  n === 1 ? `every ${one}` : `every ${n} ${other}`;

/** The reminders of `/remind me`. */
export const memo = {
  isThisRight: '## Is this right?',
  whichOne: '**Which one do you mean?**',
  /** `said`: a time as it was typed. */
  whenIs: (said: string): string => `## When is “${said}”?`,
  /** A weekday or date, and a time. */
  dayAt: (day: string, time: string): string => `${day}, ${time}`,
  first: (when: string): string => `First: ${when}`,
  directly: 'By direct message',
  inChannel: (channel: string): string => `In ${channel}, where only you are mentioned`,
  notHere: 'I can’t write here for you, so it comes by direct message.',
  inZone: (zone: string): string => `Time zone: ${zone}`,
  whereAreYou: '**Where are you?** I need your time zone to get the hour right. Then ask me again.',
  keep: 'Yes, remind me',
  change: 'Change…',
  again: 'Type it again…',
  cancel: 'Cancel',
  problem: {
    unclear: (said: string): string => `I can’t read “${said}” as a time.`,
    past: (said: string): string => `“${said}” is already over.`,
    'no-such-day': (said: string): string => `There’s no such day as “${said}”.`,
    'too-often': (said: string): string => `“${said}” is too often: once an hour is the most.`,
    'too-far': (said: string): string => `“${said}” is more than five years away.`,
  },
  examples: 'Try `tomorrow 18:30`, `friday 9am`, `in 2 hours` or `every mon, wed 07:00`.',
  kept: (when: string): string => `I’ll remind you · ${when}`,
  full: (n: number): string => `You have ${n} reminders, which is the most. Remove one first.`,
  heading: '## Reminders',
  none: 'No reminders yet. Make one with `/remind me`.',
  /** While one was asked for, and is not confirmed. */
  draft: 'No reminders are set. What you typed last isn’t confirmed yet.',
  unreachable: 'Couldn’t be sent: your direct messages are closed to me',
  removed: (what: string): string => `Removed: **${what}**`,
  gone: 'That reminder no longer exists.',
  choose: 'Remove one…',
  late: (when: string): string => `Due · ${when}`,
  inAnHour: 'In an hour',
  tomorrow: 'Tomorrow',
  remove: 'Remove',
  formTitle: 'Reminder',
  what: 'What?',
  when: 'When?',
  /** How it repeats, as a part of a sentence. Times are `HH:MM`. */
  every: {
    minutes: (n: number): string => `every ${n} minutes`,
    hours: (n: number): string => every(n, 'hour', 'hours'),
    days: (n: number, time: string): string => `${every(n, 'day', 'days')} at ${time}`,
    weeks: (n: number, days: readonly string[], time: string): string =>
      n === 1 ? `every ${list(days)} at ${time}` : `every ${n} weeks on ${list(days)} at ${time}`,
    workdays: (time: string): string => `Monday to Friday at ${time}`,
    /** It is left out in months that do not have this day. */
    monthDay: (n: number, day: number, time: string): string =>
      `${every(n, 'month', 'months')} on day ${day} at ${time}${day > 28 ? ', not in shorter months' : ''}`,
    /** In months that do not have this day, it comes on the last day. */
    monthEnd: (n: number, day: number, time: string): string =>
      `${every(n, 'month', 'months')} on day ${day}, or the last, at ${time}`,
    lastDay: (n: number, time: string): string => `${every(n, 'month', 'months')} on the last day at ${time}`,
    monthWeekday: (n: number, nth: number, weekday: string, time: string): string =>
      `${every(n, 'month', 'months')} on the ${NTH[nth] ?? 'last'} ${weekday} at ${time}`,
    year: (n: number, day: string, time: string): string =>
      `${every(n, 'year', 'years')} on ${day} at ${time}`,
  },
};
