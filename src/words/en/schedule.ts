import type { PostKind } from '../../study/post-kinds.ts';
import { count, topics } from './grammar.ts';

export const daily = {
  heading: (day: string): string => `Today’s topic · ${day}`,
  or: (title: string): string => `Or: **${title}**`,
  nobodyYet: 'Nobody is on it yet. Will you be the first?',
  imIn: 'I’m in',
  youAreIn: 'You’re in.',
  myPicks: 'My picks',
  discuss: 'Discuss',
  discussHere: (thread: string): string => `Talk about it here: ${thread}`,
  cannotDiscuss: (permission: string): string =>
    `I can’t open a thread here: I lack *${permission}*. An organiser can give it to me in the channel’s settings.`,
};

export const weekly = {
  heading: (days: string): string => `Your week · ${days}`,
  finished: (n: number, people: number): string =>
    people === 1
      ? `**${topics(n)} finished** by one of you`
      : `**${topics(n)} finished** by ${people} of you`,
  more: (n: number): string => `${n} more than the week before`,
  asMany: 'as many as the week before',
  did: (person: string, titles: string): string => `${person}: ${titles}`,
  firstHere: (title: string): string => `${title} (first of the group!)`,
  moreTopics: (titles: string, n: number): string => `${titles} and ${n} more`,
  best: (n: number): string => `personal best, ${topics(n)}`,
  section: (title: string, percent: string, gained: number): string =>
    gained > 0 ? `${title} **${percent}** ▲ ${gained}` : `${title} **${percent}**`,
  streaks: (people: string): string => `On a streak: ${people}`,
  streakOf: (person: string, days: number): string => `${person} (${count(days, 'day', 'days')})`,
  finishTogether: (title: string, begun: number, near: number): string =>
    near > 0
      ? `Next week: finish **${title}** together? ${near === 1 ? 'One of you is' : `${near} of you are`} one topic away.`
      : `Next week: finish **${title}** together? ${begun === 1 ? 'One of you has' : `${begun} of you have`} begun it.`,
  takeUp: (title: string): string => `Next week: how about **${title}**?`,
  quiet:
    'A quiet week; every group has them. What you have learned stays, and ten minutes are enough to begin again.',
  smallStep: (title: string): string => `A small next step: **${title}**`,
  myWeek: 'My week',
  ownHeading: (days: string): string => `## My week\n-# ${days}`,
  /** `before`: in the week before it. */
  own: (n: number, before: number): string =>
    `**${n === 0 ? 'No topic finished' : `${topics(n)} finished`}** · ${before} the week before`,
  studied: (days: number): string => `**Studied** on ${days} of 7 days`,
  newlyShown: (apps: string): string => `New in the showcase: ${apps}`,
  shownApp: (app: string, people: string): string => `${app} by ${people}`,
};

/** The week as a poster. */
export const poster = {
  /** Behind a large number. */
  finished: (n: number): string => (n === 1 ? 'topic finished' : 'topics finished'),
  by: (people: number): string => `by ${count(people, 'person', 'people')}`,
  more: (n: number): string => `${n} more than last week`,
  best: 'best week',
  first: 'first here',
  others: (n: number, areMore: boolean): string =>
    areMore ? `and ${n} more who finished something` : `${count(n, 'person', 'people')} finished something`,
  shown: (apps: string): string => `shown: ${apps}`,
};

export const schedule = {
  kind: { daily: 'Daily topics', weekly: 'Weekly summary' } satisfies Record<PostKind, string>,
  see: { daily: 'See daily post', weekly: 'See weekly post' } satisfies Record<PostKind, string>,
  preview: 'Next posts',
  next: (kind: string, at: string, ago: string): string => `**${kind}**: next on ${at} (${ago})`,
  heading: '## The next posts',
  explained: (zone: string): string => `-# In the group’s time (${zone}), and then in yours`,
  line: (kind: string, local: string, yours: string): string => `- **${kind}** · ${local} · ${yours}`,
  clockChange: (local: string): string => `${local} (the clocks change)`,
  none: 'No post is planned.',
  test: (kind: string): string =>
    `-# ${kind}: how the post would look now. Only you see this; its buttons work in the real one.`,
  nothingToSay: 'There is nothing to post just now: that run would be left out.',
  pausedNow: '⏸ The posts are paused. Everybody can go on studying; nothing is lost.',
  resumed: '▶ The posts go on.',
  notPaused: 'The posts are not paused.',
};
