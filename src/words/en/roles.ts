import { count } from './grammar.ts';

/** Roles that a server gives for milestones. */
export const roles = {
  heading: '## Roles for milestones',
  how: '-# Members get a role when they reach it, and keep it.',
  none: 'None yet. Pick a milestone below.',
  streak: (days: number): string => `${count(days, 'day', 'days')} in a row`,
  stage: (title: string): string => `Stage: ${title}`,
  done: (percent: string, title: string): string => `${percent} of ${title} done`,
  proven: (percent: string, title: string): string => `${percent} of ${title} proven`,
  /** Its section or stage is no longer in the roadmap. */
  lost: 'no longer in the roadmap',
  line: (role: string, milestone: string): string => `${role} · ${milestone}`,
  problem: {
    gone: '⚠ That role was deleted. Remove this line.',
    everyone: '⚠ Everybody has that role already.',
    managed: '⚠ That role belongs to an app or to boosts. Pick another.',
    moderation: '⚠ That role can moderate, so I won’t give it. Pick another.',
    permission: '⚠ I can’t give roles yet. Allow me *Manage Roles*, then *Check again*.',
    order: '⚠ Move my role above it in the server settings, then *Check again*.',
    refused: '⚠ Discord didn’t let me give it. Look at my role in the server settings, then *Check again*.',
  },
  summary: (n: number): string => `**Roles** · ${count(n, 'milestone', 'milestones')}`,
  notice: (role: string): string => `I can’t give ${role} to members who reached it.`,
  open: 'Roles for milestones…',
  choose: 'Add a role for…',
  chooseStreak: 'A streak',
  remove: 'Stop giving…',
  formTitle: 'Role for a milestone',
  formRole: 'Which role?',
  formPercent: 'Percent of the section',
  formPercentHint: '1 to 100',
  formDays: 'Days in a row',
  formDaysHint: '2 to 1000',
  formCounts: 'What counts?',
  countsDone: 'Topics that are done',
  countsProven: 'Topics that are proven',
  badNumber: (typed: string): string => `⚠ I can’t use “${typed}” here. Type a whole number in the range.`,
  needsRights: 'To choose roles, you need *Manage Roles* too.',
  above: '⚠ That role isn’t below yours, so you can’t choose it.',
  full: (n: number): string => `⚠ ${n} is the most. Remove one first.`,
  there: 'That’s on the list already.',
  added: (role: string): string => `Added: ${role}. Members who are already there get it within minutes.`,
  removed: 'I’ve stopped giving it. Nobody loses the role.',
  earned: (role: string, milestone: string): string => `🎖 You got ${role} · ${milestone}`,
  tell: 'Tell my groups',
  telling: 'From now on, your groups see it when you get a role. `/settings` turns it off.',
  post: (person: string, role: string, milestone: string): string => `🎖 ${person} got ${role} · ${milestone}`,
  /** In `/settings`. */
  setting: '**When I get a role**\nTell my groups',
  /** In the weekly summary. */
  week: (people: string): string => `**Roles** · ${people}`,
  /** `isMore`: whether some stand before them by name. */
  weekOthers: (n: number, isMore: boolean): string =>
    isMore ? count(n, 'other', 'others') : count(n, 'person', 'people'),
};
