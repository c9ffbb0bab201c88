import type { PostKind } from '../../study/post-kinds.ts';
import { count, topics } from './grammar.ts';

export const daily = {
  heading: (day: string): string => `Daily topic · ${day}`,
  imIn: 'I’m in',
  /** The name of a list of other topics. */
  other: 'I’m in for something else…',
  myPicks: 'See my picks',
  discuss: 'Discuss',
  discussHere: (thread: string): string => `Discuss it in ${thread}.`,
  cannotDiscuss: (permission: string): string =>
    `I can’t open threads here. An organiser can allow *${permission}*.`,
};

export const weekly = {
  heading: 'Weekly summary',
  finished: (n: number, people: number): string =>
    `**${topics(n)} done** by ${count(people, 'person', 'people')}`,
  more: (n: number): string => `${n} more than last week`,
  asMany: 'as many as last week',
  did: (person: string, titles: string): string => `${person}: ${titles}`,
  moreTopics: (titles: string, n: number): string => `${titles} and ${n} more`,
  section: (title: string, percent: string, gained: string | null): string =>
    gained === null ? `${title} **${percent}**` : `${title} **${percent}** (+${gained})`,
  streaks: (people: string): string => `**Streaks** · ${people}`,
  streakOf: {
    day: (person: string, days: number): string => `${person} (${count(days, 'day', 'days')})`,
    week: (person: string, weeks: number): string => `${person} (${count(weeks, 'week', 'weeks')})`,
  },
  /** `place`: its sections. */
  finishTogether: (title: string, place: string, begun: number, near: number): string =>
    near > 0
      ? `**${title}** (${place}) is nearly finished: ${near === 1 ? 'one of you is' : `${near} of you are`} 1 topic away.`
      : `Finish **${title}** (${place}) next week? ${begun === 1 ? 'One of you has' : `${begun} of you have`} started.`,
  takeUp: (title: string, place: string): string => `How about **${title}** (${place}) next week?`,
  quiet: 'A quiet week. Ten minutes are enough to start again.',
  smallStep: (title: string): string => `A small step: **${title}**`,
  myWeek: 'See my week',
  ownHeading: (days: string): string => `## My week\n-# ${days}`,
  /** `before`: the number in the week before. */
  own: (n: number, before: number): string =>
    `**${n === 0 ? 'Nothing done' : `${topics(n)} done`}** · the week before: ${before}`,
  studied: (days: number): string => `**Studied** ${days} of 7 days`,
  buddies: (n: number): string => `**Study buddies** · ${count(n, 'person', 'people')}`,
  withRoles: (person: string, roles: string): string => `${person} (${roles})`,
  newlyShown: (apps: string): string => `**New apps** · ${apps}`,
  shownApp: (app: string, people: string): string => `${app} by ${people}`,
};

/** The week as a poster. */
export const poster = {
  /** Printed after a large number. */
  finished: (n: number): string => (n === 1 ? 'topic done' : 'topics done'),
  by: (people: number): string => `by ${count(people, 'person', 'people')}`,
  /** The lines above in one, for somebody who doesn’t see the picture. */
  whole: (finished: string, by: string): string => `${finished} ${by}`,
  more: (n: number): string => `${n} more than last week`,
  best: 'best week',
  first: 'a group first',
  others: (n: number, areMore: boolean): string =>
    areMore
      ? `and ${count(n, 'more person', 'more people')}`
      : `${count(n, 'person', 'people')} finished something`,
  /** Each after its number. */
  studied: (people: number): string => `studied by ${people}`,
  quest: {
    reached: (n: number): string => `${n === 1 ? 'topic' : 'topics'}: quest reached`,
    open: 'topics, group quest',
  },
  buddies: (n: number): string => (n === 1 ? 'study buddy' : 'study buddies'),
  roles: (n: number): string => (n === 1 ? 'new role' : 'new roles'),
  /** From Monday. One letter would stand for several days. */
  days: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as readonly string[],
};

export const schedule = {
  kind: { daily: 'Daily topic', weekly: 'Weekly summary' } satisfies Record<PostKind, string>,
  see: { daily: 'See daily topic', weekly: 'See weekly summary' } satisfies Record<PostKind, string>,
  preview: 'See next posts',
  next: (kind: string, when: string): string => `Next: ${kind} · ${when}`,
  heading: '## Next posts',
  line: (kind: string, when: string): string => `**${kind}** · ${when}`,
  /** The topic of the next daily post, as long as nothing changes. */
  likely: (title: string): string => `Up next, most likely: **${title}**`,
  /** How long the names of days and months are. */
  names: 'short' as 'short' | 'long',
  /** The same time on days in a row. `days`: the first and the last one. */
  eachDay: (days: string, at: string): string => `${days}, each day at ${at}`,
  inGroupTime: (zone: string): string => `-# In the group’s time (${zone})`,
  inYourTime: (at: string, zone: string): string => `-# In your time: ${at} in the group’s (${zone})`,
  clockChange: (days: string, at: string): string => `${days} (clocks change: ${at})`,
  none: 'No posts are planned.',
  test: (kind: string): string =>
    `-# ${kind}, as it would look if posted now. Its buttons work in the real one.`,
  nothingToSay: 'Nothing to post right now.',
  pausedNow: '⏸ Posts paused. Everyone can still study.',
  resumed: '▶ Posts resumed.',
  notPaused: 'Posts aren’t paused.',
};
