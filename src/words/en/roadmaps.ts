export const roadmap = {
  title: (title: string): string => `## ${title}`,
  overview: (percent: string, done: number, total: number): string => `${percent} · ${done} of ${total} done`,
  joined: (title: string): string =>
    `Welcome aboard! You follow **${title}** with this group. It sees what you are on and have done; \`/settings\` changes that.`,
  alreadyJoined: 'You study with this group already.',
  followed: (title: string): string => `You follow **${title}** now.`,
  askTicks: (ticked: string): string =>
    `The roadmap's file has ${ticked} ticked off already. Start from those ticks, or from zero?`,
  fromTicks: 'Start from the ticks',
  fromZero: 'Start from zero',
  left: 'You no longer study with this group, and it no longer sees your progress. All of it stays yours, and comes back if you join again.',
  notJoined: 'You do not study with this group. Join it whenever you like.',
  notSetUp:
    'Nobody has set Roadmate up on this server yet. An organiser does it with `/setup`; until then you can study by yourself.',
  sections: 'Choose a section',
  page: (page: number, pages: number): string => `-# Page ${page} of ${pages}`,
  previous: 'Back',
  following: 'More',
  whatNow: 'What now?',
  lookThrough: 'Look through the roadmap',
  chooseTopic: 'Open a topic',
  allSections: 'All sections',
};
