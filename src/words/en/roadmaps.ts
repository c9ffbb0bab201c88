import { count } from './grammar.ts';

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

/** The roadmap as a map: one's own, and the group's. */
export const map = {
  legend: {
    own: {
      todo: 'to do',
      doing: 'in progress',
      some: 'partly done',
      done: 'done',
      proven: 'proven',
      skipped: 'skipped',
    },
    group: {
      todo: 'nobody yet',
      doing: 'begun',
      some: 'some of you',
      done: 'all of you',
      proven: 'all proven',
      skipped: 'skipped',
    },
  },
  youAreHere: 'You are here',
  /** In a narrow row. */
  here: 'here',
  groupCount: (percent: string, people: number): string =>
    `${percent} · ${count(people, 'person', 'people')}`,
  /** In place of a title that no font can draw. */
  section: (number: number): string => `Section ${number}`,
  topic: (number: number): string => `Topic ${number}`,
  zoom: 'Look closer at a section',
  whole: 'Whole map',
  asList: 'As a list',
  ofGroup: 'The group’s map',
  ofOneself: 'My map',
};
