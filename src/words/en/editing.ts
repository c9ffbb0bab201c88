import { count, topics } from './grammar.ts';

/** Changing a roadmap from Discord. */
export const editing = {
  heading: (title: string): string => `## Edit: ${title}`,
  copyFirst: {
    server: '-# Your first change gives this server its own copy. Nobody loses progress.',
    own: '-# Your first change gives you your own copy. Nobody loses progress.',
  },
  sections: (n: number): string => count(n, 'section', 'sections'),
  chooseSection: 'Choose a section',
  chooseTopic: 'Choose a topic',
  notYours:
    'Only organisers can change this server’s roadmap.\n-# For a roadmap of your own, write `/roadmap edit` in a direct message to me.',
  parts: (list: string): string => `Parts: ${list}`,
  needs: (list: string): string => `Do first: ${list}`,
  links: (list: string): string => `Links: ${list}`,
  takes: (time: string): string => `Takes ${time}`,
  /** The ways to prove the topics of a section. */
  ways: (list: string): string => `Proven by: ${list}`,
  changeWays: 'Ways to prove…',
  waysHeading: '## Ways to prove topics',
  methods: 'Pick the ways',
  toSection: 'Back to section',
  change: 'Edit title, time…',
  addParts: 'Add parts…',
  addTopics: 'Add topics…',
  addSection: 'Add a section…',
  link: 'Add a link…',
  note: 'Add a note…',
  first: 'Choose what comes first',
  rename: 'Rename…',
  said: 'Edit a link or a note',
  move: 'Move',
  merge: 'Merge',
  remove: 'Remove',
  find: 'Find…',
  toSectionEnd: 'End of this section',
  asPart: 'As a part of it',
  before: 'Right before it',
  behind: 'Right after it',
  inside: 'Inside it',
  undo: 'Undo',
  yesRemove: 'Remove it',
  yesMerge: 'Merge them',
  form: {
    title: 'Title',
    turkish: 'Title in Turkish',
    minutes: 'Minutes it takes',
    orOut: 'Leave it empty to take it out.',
    lines: 'Topics, one a line',
    toEnd: 'They go to the end of the section.',
    topics: 'Its topics, one a line',
    address: 'Link',
    label: 'Called',
    note: 'Note',
    search: 'Topic',
  },
  pick: {
    needs: (title: string): string =>
      `### What should be done before **${title}**?\nChoose a topic; choose it again to take it out.`,
    move: (title: string): string => `### Where does **${title}** go?`,
    merge: (title: string): string => `### Merge **${title}** into what?`,
  },
  where: (title: string, target: string): string => `Put **${title}** next to **${target}**:`,
  sureRemove: (title: string, parts: number, members: number): string =>
    `Remove **${title}**${parts > 0 ? ` with ${count(parts, 'part', 'parts')}` : ''}? ${
      members > 0
        ? `${count(members, 'person has', 'people have')} progress on it; it’s kept, and returns if you undo.`
        : 'Nobody has progress on it.'
    }`,
  sureRemoveSection: (title: string, inside: number, members: number): string =>
    `Remove the section **${title}** with its ${topics(inside)}? ${
      members > 0
        ? `${count(members, 'person has', 'people have')} progress there; it’s kept, and returns if you undo.`
        : 'Nobody has progress there.'
    }`,
  sureMerge: (title: string, into: string): string =>
    `Merge **${title}** into **${into}**? Links, notes and work come along. It stays done if both were done.`,
  /** `atEnd`: they are the last of their section. */
  added: (titles: string, atEnd: boolean): string =>
    `Added: ${titles}${atEnd ? ' (at the end of the section)' : ''}`,
  saved: (title: string, number: number, isServers: boolean): string =>
    `Saved in ${isServers ? 'the server’s' : 'your'} **${title}**, as version ${number}.`,
  undone: 'Undone: the version before is back.',
  changedMeanwhile: (who: string, when: string): string =>
    `${who} changed the roadmap meanwhile · ${when}\nThis is how it is now. What you typed is kept: press the same button again.`,
  somebody: 'Somebody',
  problem: {
    'no-title': 'Type a title of up to 200 characters. What you typed is kept.',
    'no-note': 'That note looks empty. Write a few words.',
    'no-topics': 'A section needs at least one topic. What you typed is kept.',
    unknown: 'That isn’t in the roadmap any more.',
    'inside-itself': 'It can’t go into itself or its own part. Choose another place.',
    'parts-and-none': 'Only one of the two has parts. Move the other one in as a part instead.',
    'not-here':
      'I can’t change this here: in the file it’s in a table or the like. Edit the file, then use `/roadmap import`.',
    cycle: (titles: string): string => `These would wait for each other: ${titles}. Take one out first.`,
    minutes: 'Type the minutes as a whole number from 1 to 100,000. What you typed is kept.',
    address:
      'I can’t open that link. Use a full address, such as `https://example.org`. What you typed is kept.',
    limits: 'That’s too large for a roadmap: up to 5,000 topics, ten levels and 1 MB.',
    'too-many': 'That’s as many roadmaps as I can keep. Remove one first.',
    notLast: 'There’s been another change. See all versions with `/roadmap undo`.',
    'not-kept': 'That version isn’t kept any more.',
  },
  noMatch: (typed: string): string =>
    `I found no topic like “${typed}”. Try other words, or choose a section.`,
};
