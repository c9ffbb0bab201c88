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
  yourDefault: 'your default',
  usual: 'default here',
  followed: 'followed',
  /** What a roadmap is, for the reader or for their server. */
  forYou: (mark: string): string => `**For you** · ${mark}`,
  forServer: (mark: string): string => `**For this server** · ${mark}`,
  mark: {
    default: 'default',
    followed: 'followed',
    /** Only because the server follows it. */
    withServer: 'followed with the server',
    none: 'not followed',
  },
  choose: 'Choose a roadmap',
  notHere: 'This server doesn’t follow it, so commands here use the server’s default.',
  all: 'All roadmaps',
  open: 'Open',
  follow: 'Follow',
  unfollow: 'Stop following',
  makeDefault: 'Make it my default',
  serverFollow: 'Add to server',
  serverUnfollow: 'Remove from server',
  serverMakeDefault: 'Make default',
  daily: {
    turns: 'The daily topic takes the server’s roadmaps in turn.',
    default: 'The daily topic comes from the server’s default roadmap.',
  },
  dailyTo: { turns: 'Daily topic: take turns', default: 'Daily topic: default only' },
  gone: 'This roadmap isn’t there any more.',
  tooMany: (most: number): string => `You can follow up to ${most} roadmaps. Stop following one first.`,
};
