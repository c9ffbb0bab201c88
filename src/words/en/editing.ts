import { count, topics } from './grammar.ts';

/** Changing a roadmap from Discord. */
export const editing = {
  heading: (title: string): string => `## Edit: ${title}`,
  copyFirst: '-# Your first change makes a copy that’s yours. Everyone’s ticks stay.',
  size: (number: number, sections: number): string =>
    `${topics(number)} · ${count(sections, 'section', 'sections')}`,
  chooseSection: 'Choose a section',
  chooseTopic: 'Choose a topic',
  notYours:
    'Only organisers can change this server’s roadmap. Open a topic and press *Propose…*, or for one of your own, run `/roadmap edit` in a direct message to me.',
  parts: (list: string): string => `Parts: ${list}`,
  needs: (list: string): string => `Comes after: ${list}`,
  links: (list: string): string => `Links: ${list}`,
  methods: 'Proven by',
  change: 'Change…',
  addParts: 'Add parts…',
  addTopics: 'Add topics…',
  addSection: 'Add a section…',
  link: 'Add a link…',
  note: 'Add a note…',
  first: 'What comes first',
  rename: 'Rename…',
  said: 'Change a link or a note',
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
    optional: 'Leave it empty for none.',
    orOut: 'Leave it empty to take it out.',
    lines: 'Titles, one a line',
    topics: 'Its topics, one a line',
    address: 'Link',
    label: 'Called',
    note: 'Note',
    search: 'Topic',
  },
  pick: {
    needs: (title: string): string =>
      `### What comes before **${title}**?\nChoose a topic; choose it again to take it out.`,
    move: (title: string): string => `### Where does **${title}** go?`,
    merge: (title: string): string => `### What is **${title}** merged into?`,
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
    `Merge **${title}** into **${into}**? Its links, notes and work go along. It counts as done for who had done both.`,
  saved: (number: number): string => `Saved as version ${number}.`,
  undone: 'Undone: the version before is back.',
  changedMeanwhile: (who: string, when: string): string =>
    `${who} changed the roadmap meanwhile · ${when}\nThis is how it stands now. What you typed is kept: press the same button again.`,
  somebody: 'Somebody',
  problem: {
    'no-title':
      'A title needs a letter or sign that shows, and at most 200 characters. What you typed is kept.',
    'no-note': 'That note looks empty. Write a few words.',
    'no-topics': 'A section needs at least one topic. What you typed is kept.',
    unknown: 'That isn’t in the roadmap any more.',
    'inside-itself': 'It can’t go into itself or its own part. Choose another place.',
    'parts-and-none': 'One of the two has parts and the other has none. Move it among the parts instead.',
    'not-here':
      'The file has this in a form that can’t be changed here, such as a table. Change the file, then use `/roadmap import`.',
    cycle: (titles: string): string => `These would wait for each other: ${titles}. Take one link out first.`,
    minutes: 'Minutes are a whole number from 1 to 100,000. What you typed is kept.',
    address:
      'I can’t open that link. Use a full address, such as `https://example.org`. What you typed is kept.',
    limits: 'The roadmap would be too large: at most 5,000 topics, ten levels and 1 MB.',
    'too-many': 'That’s as many roadmaps as I can keep. Remove one first.',
    notLast: 'This wasn’t the last change. `/roadmap undo` shows all versions.',
    'not-kept': 'The version before isn’t kept any more.',
  },
  noMatch: (typed: string): string =>
    `I found no topic like “${typed}”. Try other words, or choose a section.`,
};
