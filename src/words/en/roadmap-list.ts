import { topics } from './grammar.ts';

/** The list of roadmaps, and choosing between them. */
export const roadmaps = {
  unknown: (typed: string): string => `There’s no roadmap called **${typed}** here.`,
  known: (titles: string): string => `You can use ${titles}.`,
  several: (typed: string): string =>
    `**${typed}** is in several of your roadmaps. Which one do you mean? You can also name it with \`roadmap:\`.`,
  heading: '## Roadmaps',
  /** Of a roadmap that the reader has not begun. */
  size: (total: number): string => topics(total),
  /** Topics that count in several roadmaps were done before this one was begun. */
  alreadyDone: (total: number, done: number): string =>
    `${topics(total)}. You’ve already done ${done}, and they count here.`,
  yourDefault: '★ Your main roadmap',
  usual: '★ The main roadmap here',
  followed: '● You’re studying this',
  /** What a roadmap is for the reader. */
  you: {
    default: 'This is your main roadmap.',
    /** As long as they have chosen no other. */
    usual: 'This is the main roadmap here.',
    followed: 'You’re studying this.',
    /** Only because the server follows it. */
    withServer: 'You’re studying this with the group.',
    none: 'You’re not studying this yet.',
  },
  /** To organisers. */
  group: {
    default: 'This is the group’s main roadmap.',
    followed: 'The group is studying this.',
    none: 'The group isn’t studying this.',
  },
  /** What was just taken off, in the place of its line above. */
  removed: {
    you: 'Taken off your roadmaps. What you’ve done stays yours.',
    group: 'Taken off the group’s roadmaps. Everyone keeps what they’ve done.',
  },
  /** The main roadmap, beside the choice to make it one. */
  mainMeans: '-# Commands and picks use your main roadmap, unless you name another.',
  studyMeans: '-# Its topics will show up in your searches and commands.',
  groupMeans: '-# Adding it lets everyone here study it. The group’s main roadmap stays the same.',
  choose: 'See a roadmap…',
  notHere: 'It’s your main roadmap in direct messages. Here the group’s comes first.',
  all: 'All roadmaps',
  open: 'See its topics',
  follow: 'Study this',
  unfollow: 'Stop studying this',
  /** A roadmap of which there is a changed copy with the same title. */
  original: (title: string): string => `${title} (original)`,
  makeDefault: 'Make it my main',
  serverFollow: 'Add for the group',
  serverUnfollow: 'Remove for the group',
  serverMakeDefault: 'Make it the group’s main',
  daily: {
    turns: 'The daily topic takes the group’s roadmaps in turn.',
    default: 'The daily topic comes from the group’s main roadmap.',
  },
  dailyTo: { turns: 'Take turns', default: 'Use the main one only' },
  gone: 'This roadmap isn’t there any more.',
  tooMany: (most: number): string => `You can have up to ${most} roadmaps. Remove one first.`,
};
