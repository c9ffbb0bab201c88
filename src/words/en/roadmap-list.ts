/** Several roadmaps: which of them is meant, and which are followed. */
export const roadmaps = {
  unknown: (typed: string): string => `There's no roadmap **${typed}** that you could use here.`,
  known: (titles: string): string => `These are there: ${titles}.`,
  several: (typed: string): string =>
    `**${typed}** is in several of your roadmaps. Which one do you mean? You can also name it with \`roadmap:\`.`,
  heading: '## Roadmaps',
  line: (title: string, howFar: string, marks: string): string =>
    `**${title}**${marks === '' ? '' : ` · ${marks}`}\n${howFar}`,
  yourDefault: 'your default',
  youFollow: 'you follow it',
  serverDefault: 'the server’s default',
  serverFollows: 'the server follows it',
  choose: 'Choose a roadmap',
  all: 'All roadmaps',
  open: 'Open',
  follow: 'Follow',
  unfollow: 'Stop following',
  makeDefault: 'Make it my default',
  serverFollow: 'Server: follow',
  serverUnfollow: 'Server: stop following',
  serverMakeDefault: 'Server: make it the default',
  explained:
    '-# Commands use the default one first; `roadmap:` names another. In a server, your default counts if the server follows it.',
  daily: {
    turns: 'The daily post takes turns among the roadmaps of the server.',
    default: 'The daily post follows the server’s default roadmap.',
  },
  dailyTo: { turns: 'Daily post: take turns', default: 'Daily post: default only' },
  gone: 'This roadmap isn’t there any more.',
  tooMany: (most: number): string => `You can follow up to ${most} roadmaps. Stop following one first.`,
};
