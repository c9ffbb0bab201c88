import type { Method } from '../../roadmap/roadmap.ts';
import { count, topics } from './grammar.ts';

/** Work that proves a topic, by method. */
export const proof = {
  name: {
    cheatcode: 'cheat code',
    feynman: 'explanation',
    project: 'project',
    tez: 'thesis',
  } satisfies Record<Method, string>,
  heading: {
    cheatcode: 'Cheat code',
    feynman: 'Explanation',
    project: 'Project',
    tez: 'Thesis',
  } satisfies Record<Method, string>,
  /** `steps`: the `n` kinds of work that the topic asks for, each with how far it is; `left`: how many don't count yet. */
  toProve: (steps: string, left: number, n: number): string =>
    left < n
      ? `${count(left, 'step', 'steps')} left to prove it: ${steps}`
      : `To prove it${n === 1 ? '' : `, all ${n}`}: ${steps}`,
  step: {
    open: (name: string): string => name,
    written: {
      listeners: (name: string): string => `${name} (written; counts once shared and understood)`,
      readers: (name: string): string => `${name} (written; counts once shared and accepted)`,
    },
    /** It counts. Only a whole topic is proven. */
    proven: (name: string): string => `✓ ${name}`,
  },
  /** All that the topic asks for, before it is done. */
  allThere: (names: string): string => `✓ Written: ${names}. Mark it done, and it’s proven.`,
  waiting: (names: string): string => `Written: ${names}`,
  allProven: (names: string): string => `◆ Proven: ${names}`,
  percent: (percent: string): string => `◆ ${percent} proven`,
  count: (n: number): string => `◆ ${n} proven`,
  of: (proven: number, total: number): string => `◆ ${proven} of ${total} proven`,
  write: {
    cheatcode: 'Write a cheat code',
    feynman: 'Explain it',
    project: 'Add a project',
    tez: 'Write a thesis',
  } satisfies Record<Method, string>,
  see: {
    cheatcode: 'See cheat code',
    feynman: 'See explanation',
    project: 'See project',
    tez: 'See thesis',
  } satisfies Record<Method, string>,
  /** One kind of work that counts. Its topic may ask for others, so it is not called proven. */
  counts: {
    cheatcode: (when: string): string => `Counts towards proving the topic · ${when}`,
    feynman: (when: string): string => `Makes sense to others · ${when}`,
    project: (when: string): string => `Counts towards proving the topic · ${when}`,
    tez: (when: string): string => `Accepted · ${when}`,
  } satisfies Record<Method, (when: string) => string>,
  written: {
    cheatcode: 'Saved',
    feynman: 'It counts once it makes sense to others.',
    project: 'Saved',
    tez: 'It counts once its readers accept it.',
  } satisfies Record<Method, string>,
  kept: {
    cheatcode: 'Saved.',
    feynman: 'Saved. Share it to make it count.',
    project: 'Saved.',
    tez: 'Saved. Share it to make it count.',
  } satisfies Record<Method, string>,
  changed: 'Saved.',
  fileGone: 'File removed. The rest stays.',
  offerDone: (title: string): string => `**${title}** has all it asks for. Mark it done?`,
  link: (url: string): string => `Link: ${url}`,
  repository: (url: string): string => `Repository: ${url}`,
  language: (language: string): string => `Language: ${language}`,
  edit: 'Edit…',
  editPart: (n: number): string => `Edit part ${n}…`,
  addPart: 'Add a part…',
  dropFile: 'Remove file',
  remove: 'Delete',
  share: 'Share with group',
  shared: 'Shared with your group.',
  none: (name: string, title: string): string =>
    `**${title}**\nYou haven’t added ${/^[aeiou]/u.test(name) ? 'an' : 'a'} ${name} yet.`,
  noneOf: (person: string, name: string, title: string): string =>
    `${person} has shared no ${name} for **${title}** here.`,
  removeAsk: (name: string, title: string): string =>
    `Delete your ${name} for **${title}**? This can’t be undone.`,
  removeMeans: '-# The group’s questions and comments go with it.',
  yesRemove: 'Yes, delete',
  keep: 'Cancel',
  removed: (name: string, title: string): string => `Deleted your ${name} for **${title}**.`,
  unfit: {
    whole: (title: string): string => `**${title}** has topics under it. Pick one of them.`,
    stage: (title: string): string => `**${title}** is a stage, not a topic. Pick one of its topics.`,
    tez: (title: string): string => `**${title}** needs no thesis. These do:`,
    noTez: 'This roadmap asks for no thesis.',
    choose: 'Pick a topic',
  },
  list: {
    heading: {
      cheatcode: '## Your cheat codes',
      feynman: '## Your explanations',
      project: '## Your projects',
      tez: '## Your theses',
    } satisfies Record<Method, string>,
    /** What it is, below the heading. */
    about: {
      cheatcode: '-# What you want at hand next time',
      feynman: '-# A topic in simple words, for a beginner',
      project: '-# Something small that you built and that works',
      tez: '-# A long text in your own words, for stages and theory topics. Readers from your group accept it.',
    } satisfies Record<Method, string>,
    empty: {
      cheatcode:
        'Nothing here yet. A cheat code is what you want at hand next time: a few commands, a trap, a summary.',
      feynman: 'Nothing here yet. Where you get stuck explaining, look again.',
      project: 'Nothing here yet. A small thing that works is enough, in any language of the tool set.',
      tez: 'Nothing here yet. A few pages in your own words are enough.',
    } satisfies Record<Method, string>,
    /**
     * For how many topics there is such work that counts, of those for which it can be written. It does not say
     * "proven": a topic is proven once all that its section asks for is there.
     */
    counted: {
      cheatcode: (n: number, total: number): string => `-# Cheat codes: ${n} of ${topics(total)}`,
      feynman: (n: number, total: number): string => `-# Made sense to others: ${n} of ${topics(total)}`,
      project: (n: number, total: number): string => `-# Projects: ${n} of ${topics(total)}`,
      tez: (n: number, total: number): string => `-# Accepted: ${n} of ${topics(total)}`,
    } satisfies Record<Method, (n: number, total: number) => string>,
    /** While there are none. */
    possible: {
      cheatcode: (total: number): string => `-# You can write one for ${topics(total)}`,
      feynman: (total: number): string => `-# You can explain ${topics(total)}`,
      project: (total: number): string => `-# You can add one to ${topics(total)}`,
      tez: (total: number): string => `-# You can write one for ${topics(total)}`,
    } satisfies Record<Method, (total: number) => string>,
    line: (title: string, when: string): string => `${title} · ${when}`,
    /** Of an explanation; `more`: how many others have to agree. */
    clearTo: (n: number, more: number): string =>
      `Makes sense to ${count(n, 'member', 'members')}, ${more} more to go`,
    open: 'Read one of these',
    first: 'Pick a topic…',
    next: {
      cheatcode: 'Write for another topic…',
      feynman: 'Explain another topic…',
      project: 'Add to another topic…',
      tez: 'Write for another topic…',
    } satisfies Record<Method, string>,
  },
  form: {
    title: (heading: string, title: string): string => `${heading} · ${title}`,
    text: {
      cheatcode: 'What do you want at hand next time?',
      feynman: 'Explain it to a beginner',
      project: 'What did you learn?',
      tez: 'Your thesis',
    } satisfies Record<Method, string>,
    textHint: 'Markdown works. Too long? Add parts later.',
    /** In the empty field, at most 100 characters. */
    example: {
      cheatcode: 'The command you always look up, the trap you fell into, a two-line summary…',
      feynman: 'Imagine that … It works because … For example …',
      project: 'It does … The hard part was … I learned that …',
      tez: 'The question is … I think that … because … Against it speaks …',
    } satisfies Record<Method, string>,
    link: 'Link',
    linkHint: 'If it’s already written somewhere',
    file: 'File',
    fileHint: '.md or .txt up to 1 MB, or .pdf up to 5 MB',
    fileStays: (name: string): string => `${name} stays, unless you pick another`,
    repository: 'Repository',
    repositoryHint: 'Such as https://github.com/you/project',
    language: 'Language',
    other: 'Another one',
    otherLanguage: 'Another language?',
    whichLanguage: 'Which language?',
    part: (n: number, title: string): string => `Part ${n} · ${title}`,
    partText: 'Text',
    partHint: 'Markdown works. Leave it empty to delete this part.',
  },
  refused: '**Not saved yet.** Your text is still here:',
  tryAgain: 'Try again',
  problem: {
    nothing: '- Add a text, a link or a file.',
    thin: '- Good start! Add a sentence or two in your own words.',
    link: (typed: string): string => `- I can’t open “${typed}”. Start the link with https://`,
    'long-link': '- That link is too long for a button. A shorter one to the same page works.',
    repository: '- Add a link to the code.',
    language: '- Pick a language, or type another.',
    learned: '- Say what you learned in a sentence or two.',
    'too-long': (max: string): string => `- A part holds ${max} characters. Put the rest in another part.`,
    kind: '- Use a .md, .txt or .pdf file.',
    'long-language': (max: string): string =>
      `- That name of a language is too long: ${max} characters are enough for all that I know.`,
    'too-large': {
      text: '- That file is too large. A text can have 1 MB.',
      pdf: '- That file is too large. A PDF can have 5 MB.',
    },
    empty: '- That file is empty.',
    'thin-file': '- That file doesn’t say much yet. Add a sentence or two.',
    'not-text': '- I can’t read that file. Save it as UTF-8 or PDF and try again.',
    'not-pdf': '- That file isn’t a PDF. Save it as PDF and try again.',
    'not-there': '- The file didn’t arrive. Upload it again.',
    'too-slow': '- Discord took too long to hand me that file. Upload it again in a moment.',
    quota: {
      parts: '- It already has 20 parts. Put the rest in a file.',
      proofs: '- You already have 1,000. Delete one you no longer need.',
      text: '- Your texts already have 2,000,000 characters. Shorten or delete one.',
      files: '- Your files already have 50 MB. Remove one, or give a link.',
    },
  },
};

/** *Attach as proof*, in the menu of a message. */
export const attach = {
  command: 'Attach as proof',
  notOwn: 'Pick a message of your own: your own words show that you know it.',
  nothing: 'There’s no text in this message, and no .md, .txt or .pdf file. Pick another.',
  thin: 'This message doesn’t say much yet. Pick one with a sentence or two in your own words.',
  formTitle: 'Attach as proof',
  which: 'Which topic?',
  whichHint: 'Topics you study or have just done',
  otherTopic: 'Or another topic',
  otherTopicHint: 'Part of its name is enough',
  method: 'What is it?',
  noTopic: '- Pick a topic, or type its name.',
  unknown: (typed: string): string => `- I don’t know the topic “${typed}”.`,
  near: (titles: string): string => `-# Did you mean ${titles}?`,
  unfit: {
    tez: (title: string): string => `- **${title}** needs no thesis.`,
    leaf: (title: string): string => `- **${title}** has topics under it. Type one of them.`,
  },
  gone: 'That was too long ago, so I no longer have the message. Pick it again.',
  needsMore: 'A project also needs its repository and language. I’ve kept your text.',
  addThem: 'Add them…',
  kept: (name: string, title: string): string => `This message is now your ${name} for **${title}**.`,
  added: (name: string, title: string): string => `Added as a part of your ${name} for **${title}**.`,
};

/** Work that is shared with the group, and the group's answers to it. */
export const shared = {
  by: (person: string): string => `by ${person}`,
  changed: (when: string): string => `-# Edited · ${when}`,
  file: (name: string): string => `File: ${name}`,
  readAll: 'Read all',
  openLink: 'Open link',
  page: (page: number, pages: number): string => `-# Part ${page} of ${pages}`,
  previousPart: 'Previous part',
  nextPart: 'Next part',
  /** `needed`: how many others have to agree. */
  done: {
    listeners: (needed: number): string =>
      `Shared. It counts once it makes sense to ${count(needed, 'member', 'members')}.`,
    readers: (needed: number): string =>
      `Shared. It counts once ${count(needed, 'reader accepts', 'readers accept')} it.`,
  },
  mayChange: '-# You can still edit it; the post changes too.',
  /** How the group's answers to one's own shared work stand. */
  standing: {
    shared: 'Shared',
    clear: (n: number): string => `makes sense to ${n}`,
    questions: (n: number): string => count(n, 'open question', 'open questions'),
    /** Of a thesis: how many of the readers that it needs. */
    accepted: (n: number, needed: number): string => `${n} of ${count(needed, 'reader', 'readers')} accepted`,
    needsWork: (n: number): string => `needs work for ${n}`,
  },
  alreadyThere: 'Your group can already see it.',
  open: 'See post',
  tell: 'Tell me of answers',
  tellNot: 'Don’t tell me',
  telling: {
    on: '-# When somebody answers, I mention you there, at most once an hour.',
    off: '-# I don’t tell you when somebody answers.',
  },
  onlyAuthor: 'Only its author is told of answers.',
  moreAnswers: (person: string, title: string): string =>
    `${person}, there are more answers on **${title}**.`,
  /** Others have agreed to a piece of work. */
  nowCounts: {
    feynman: (person: string, title: string): string =>
      `## ${title}, explained by ${person}: it makes sense!`,
    tez: (person: string, title: string): string => `## ${person}’s thesis is accepted: ${title}!`,
  },
  agreedBy: {
    feynman: (people: string): string => `Makes sense to ${people}. Well done!`,
    tez: (people: string): string => `Accepted by ${people}. Well done!`,
  },
  noThread: (channel: string, permissions: string): string =>
    `I can’t open a thread in ${channel}, so questions come to the channel. An organiser can allow ${permissions}.`,
  noThreadHere: 'Threads don’t work here, so questions and comments come to the channel.',
  channelGone:
    'The group’s channel is gone. An organiser can pick another with `/setup`; then share it again.',
  cannotPost: (channel: string, permissions: string): string =>
    `I can’t post in ${channel}. An organiser can allow ${permissions} there; then share it again.`,
  cannotNow: 'Discord is busy, so nothing was shared. Try again in a minute.',
  joinToShare: 'Join this group first, then share your work.',
  joinToSpeak: 'Join this group first, then press again.',
  gone: 'This is no longer shared here.',
  withdrawnExplanation: (person: string, title: string): string =>
    `${person} took down the explanation of **${title}**.`,
  withdrawnThesis: (person: string, title: string): string =>
    `${person} took down the thesis on **${title}**.`,
  youWrote: 'This is what you wrote:',
  nothingWritten: 'Write a few words.',
  writeAgain: 'Write again…',
  notPosted: 'Saved, but I can’t post in its thread or channel.',
  postGone: 'The post was deleted. Its author can share it again.',
  /** To the member whose answer was the last one needed. */
  counts: (title: string, person: string): string =>
    `Thanks to you, ${person}’s work on **${title}** counts now!`,
};
