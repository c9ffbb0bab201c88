import { count } from './grammar.ts';

export const roadmap = {
  title: (title: string): string => `## ${title}`,
  joined: (title: string): string =>
    `**You’re in!** You follow **${title}**.\n-# Your group sees what you start and finish. Hide it in \`/settings\`.`,
  startSmall: 'Start small:',
  alreadyJoined: 'You’re already in this group.',
  /** To a member who follows another roadmap already. */
  also: (title: string): string => `**${title}** is among your roadmaps now. Your main one stays.`,
  followed: (title: string): string => `You now follow **${title}**.`,
  left: 'You’ve left this group, and it no longer sees your progress. You keep all of it; join again and it’s back.',
  notJoined: 'You’re not in this group yet. Join whenever you like.',
  notSetUp:
    'Roadmate isn’t set up here yet. An organiser can run `/setup`; you can study on your own until then.',
  sections: 'Pick a section',
  page: (page: number, pages: number): string => `-# Page ${page} of ${pages}`,
  /** Of a section that opens where the reader's next topic is. */
  jumped: (page: number, pages: number): string => `-# Jumped to your next topic · page ${page} of ${pages}`,
  previous: 'Previous',
  following: 'Next',
  whatNow: 'See my picks',
  lookThrough: 'See the roadmap',
  chooseTopic: 'See a topic',
  allSections: 'All sections',
  asMap: 'As a map',
};

/** The roadmap as a map: the member's own, and the group's. */
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
      doing: 'started',
      some: 'some of you',
      done: 'all of you',
      proven: 'all proven',
      skipped: 'skipped',
    },
  },
  youAreHere: 'You’re here',
  /** Before the topic to start next. */
  next: 'Next',
  /** For a narrow row. */
  here: 'here',
  nextHere: 'next',
  groupCount: (percent: string, people: number): string =>
    `${percent} done · ${count(people, 'person', 'people')}`,
  /** In place of a title that none of the fonts can draw. */
  section: (number: number): string => `Section ${number}`,
  topic: (number: number): string => `Topic ${number}`,
  zoom: 'Zoom into a section',
  whole: 'Whole map',
  asList: 'As a list',
  ofGroup: 'The group’s map',
  ofOneself: 'My map',
};
