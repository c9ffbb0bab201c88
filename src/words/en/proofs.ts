import type { Method } from '../../roadmap/roadmap.ts';

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
  /** The step of a ladder. */
  rung: {
    cheatcode: 'cheat code',
    feynman: 'Feynman',
    project: 'project',
    tez: 'thesis',
  } satisfies Record<Method, string>,
  ladder: (done: string, proven: string, rungs: string): string =>
    `Done ${done} · Proven ${proven}: ${rungs}`,
  extra: (rungs: string): string => `Beside that: ${rungs}`,
  percent: (percent: string): string => `◆ ${percent} proven`,
  of: (proven: number, total: number): string => `◆ ${proven} of ${total} proven`,
  write: {
    cheatcode: 'Write a cheat code',
    feynman: 'Explain it',
    project: 'Show a project',
    tez: 'Write the thesis',
  } satisfies Record<Method, string>,
  proven: (when: string): string => `● Proven on ${when}`,
  written: {
    cheatcode: '◐ Written',
    feynman: '◐ Written. It counts once it is clear to others.',
    project: '◐ Written',
    tez: '◐ Written. It counts once readers accept it.',
  } satisfies Record<Method, string>,
  kept: {
    cheatcode: 'Kept, and this step is proven. Well done!',
    feynman: 'Kept. Show it to the group: it counts once it is clear to others.',
    project: 'Kept, and this step is proven. Well done!',
    tez: 'Kept. Show it to the group: it counts once readers accept it.',
  } satisfies Record<Method, string>,
  changed: 'Changed.',
  fileGone: 'The file is gone; the rest stays.',
  offerDone: (title: string): string => `Every step of **${title}** stands. Tick it off?`,
  link: (url: string): string => `Link: ${url}`,
  repository: (url: string): string => `Repository: ${url}`,
  language: (language: string): string => `Language: ${language}`,
  edit: 'Edit',
  editPart: (n: number): string => `Edit part ${n}`,
  addPart: 'Add a part',
  dropFile: 'Remove the file',
  remove: 'Delete',
  share: 'Share with the group',
  shared: 'It is in front of the group. May it help somebody!',
  none: (name: string, title: string): string => `You have no ${name} for **${title}** yet.`,
  noneOf: (person: string, name: string, title: string): string =>
    `There is no ${name} by ${person} for **${title}** to see here. Members choose for themselves what they share.`,
  removeAsk: (name: string, title: string): string => `Delete your ${name} for **${title}** for good?`,
  removeMeans: '-# What the group said of it goes with it.',
  yesRemove: 'Yes, delete it',
  keep: 'Keep it',
  removed: (name: string, title: string): string => `Your ${name} for **${title}** is deleted.`,
  unfit: {
    whole: (title: string): string => `**${title}** has topics under it. Which of them is it for?`,
    stage: (title: string): string =>
      `**${title}** is a stage of the career direction. It rests on its topics: take one of those.`,
    tez: (title: string): string => `No thesis is asked for **${title}**. It is for one of these:`,
    noTez: 'This roadmap asks for no thesis.',
    choose: 'Choose a topic',
  },
  list: {
    heading: {
      cheatcode: '## Your cheat codes',
      feynman: '## Your explanations',
      project: '## Your projects',
      tez: '## Your theses',
    } satisfies Record<Method, string>,
    empty: {
      cheatcode:
        'None yet. A cheat code is what you would want at hand the next time: a few commands, a pitfall, a picture in words.',
      feynman:
        'None yet. Explain a topic as to somebody new to it; where you get stuck, you know what to look up.',
      project: 'None yet. A small thing that works, in one of the tool set’s languages, is all it takes.',
      tez: 'None yet. A thesis says what you make of a whole track, or of one theory topic.',
    } satisfies Record<Method, string>,
    asked: (proven: number, total: number): string => `-# ${proven} of the ${total} topics that ask for it`,
    line: (mark: string, title: string, when: string): string => `${mark} ${title} · ${when}`,
    open: 'Open one',
    next: 'Write one for…',
  },
  form: {
    title: (heading: string, title: string): string => `${heading} · ${title}`,
    text: {
      cheatcode: 'What do you want at hand next time?',
      feynman: 'Explain it as to somebody new to it',
      project: 'What did you learn?',
      tez: 'Your thesis',
    } satisfies Record<Method, string>,
    textHint: 'Markdown works. What is longer goes into further parts.',
    link: 'Link',
    linkHint: 'If it is somewhere else, or there is more of it there',
    file: 'File',
    fileHint: '.md or .txt up to 1 MB, or .pdf up to 5 MB',
    fileStays: (name: string): string => `${name} stays, unless you choose another one`,
    repository: 'Repository',
    repositoryHint: 'Where the code is, such as https://github.com/you/project',
    language: 'Language',
    other: 'Another one',
    otherLanguage: 'If another one: which?',
    whichLanguage: 'In which language?',
    part: (n: number, title: string): string => `Part ${n} · ${title}`,
    partText: 'Text',
    partHint: 'Markdown works. Leave it empty, and this part goes.',
  },
  refused: '**Not kept yet**, and nothing that you typed is lost:',
  tryAgain: 'Try again',
  problem: {
    nothing: '- Write something, give a link or upload a file: one of them is enough.',
    thin: '- That’s a start! Add a sentence or two, in your own words.',
    link: (typed: string): string =>
      `- “${typed}” is no web address: it has to begin with https:// or http://`,
    repository: '- Say where the code is: a repository is what makes it a project.',
    language: '- Say which language it is in: choose one, or type another.',
    learned: '- Say in a sentence or two what you learned.',
    'long-language': (max: string): string =>
      `- That name of a language is too long: ${max} characters are enough for all that I know.`,
    'too-long': (max: string): string =>
      `- That text is too long: ${max} characters is what one part takes. The rest can go into further parts.`,
    kind: '- I take .md, .txt and .pdf files; that one is another kind.',
    'too-large': {
      text: '- That file is too large: text may have up to 1 MB.',
      pdf: '- That file is too large: a PDF may have up to 5 MB.',
    },
    empty: '- There is nothing to read in that file.',
    'thin-file': '- That file doesn’t say much yet. Add a sentence or two.',
    'not-text': '- That file is not text in UTF-8. Save it as UTF-8, or as a PDF.',
    'not-pdf': '- That file is no PDF, whatever its name says.',
    'not-there': '- The file did not arrive. Upload it once more.',
    'too-slow': '- Discord took too long to hand me that file. Upload it again in a moment.',
    quota: {
      parts: '- It has 20 parts, and more is not possible. A file takes more.',
      proofs: '- You have 1,000 proofs, and more is not possible. Delete one that you no longer need.',
      text: '- Your texts have two million characters together, and more is not possible. Shorten or delete one.',
      files: '- Your files have 50 MB together, and more is not possible. Remove one, or give a link.',
    },
  },
};

/** The menu of a message. */
export const attach = {
  command: 'Attach as proof',
  notOwn:
    'Only your own messages can be your proof. Say it in your own words: that is what shows that you know it.',
  nothing: 'There is nothing in this message that I could keep: no text, and no .md, .txt or .pdf file.',
  thin: 'This message doesn’t say enough yet. Pick one with a sentence or two, in your own words.',
  formTitle: 'Attach as proof',
  which: 'For which topic?',
  whichHint: 'What you are on, and what you did lately',
  otherTopic: 'Or for another topic',
  otherTopicHint: 'A part of its name is enough',
  method: 'As what?',
  noTopic: '- Choose a topic, or type the name of one.',
  unknown: (typed: string): string => `- I don’t know a topic called “${typed}”.`,
  near: (titles: string): string => `-# Did you mean ${titles}?`,
  unfit: {
    tez: (title: string): string => `- No thesis is asked for **${title}**.`,
    leaf: (title: string): string => `- **${title}** is not one topic by itself: name one of those under it.`,
  },
  gone: 'That was too long ago: I no longer have the message. Pick it again.',
  needsMore: 'A project needs its repository and its language as well. The text is kept for you.',
  addThem: 'Add them',
  kept: (name: string, title: string): string => `The message is your ${name} for **${title}** now.`,
  added: (name: string, title: string): string =>
    `The message is a further part of your ${name} for **${title}**.`,
};

/** Work that is shown to the group, and what the group says of it. */
export const shared = {
  by: (person: string): string => `by ${person}`,
  changed: (when: string): string => `-# Changed ${when}. What was said of it before still counts.`,
  file: (name: string): string => `File: ${name}`,
  readAll: 'Read all of it',
  openLink: 'Open the link',
  page: (page: number, pages: number): string => `-# Part ${page} of ${pages}`,
  previousPart: 'Part before',
  nextPart: 'Next part',
  moreVoices: (n: number): string =>
    n === 1 ? 'One of you is still needed.' : `${n} of you are still needed.`,
  done: (needed: number): string =>
    needed === 1
      ? 'It is in front of the group. One other member decides whether it is proven.'
      : `It is in front of the group. ${needed} others decide whether it is proven.`,
  mayChange: '-# You may change it at any time: the post changes too, and what was said of it stays.',
  alreadyThere: 'The group can see it already.',
  open: 'Go to it',
  tell: 'Tell me of answers',
  tellNot: 'Don’t tell me',
  telling: {
    on: '-# When somebody answers, I mention you there: at most once an hour.',
    off: '-# I don’t tell you when somebody answers.',
  },
  onlyAuthor: 'Only whoever wrote it is told of answers.',
  moreAnswers: (person: string, title: string): string =>
    `${person}, there are more answers on **${title}**.`,
  hasProven: (person: string, title: string): string => `## ◆ ${person} has proven ${title}!`,
  provenBy: (people: string): string => `By the word of ${people}. Well done!`,
  noThread: (channel: string, permissions: string): string =>
    `I could not open a thread for the talk: I lack ${permissions} in ${channel}. Questions and comments come into the channel itself until an organiser gives me that.`,
  noThreadHere: 'There can be no thread here, so questions and comments come into the channel itself.',
  channelGone:
    'The channel for it is no longer there. An organiser can choose another with `/setup`; then share it again.',
  cannotPost: (channel: string, permissions: string): string =>
    `I can’t post in ${channel}: I lack ${permissions} there. An organiser can give me that in the channel’s settings; then share it again.`,
  cannotNow: 'Discord does not take it just now. Nothing was shared; try again in a minute.',
  joinToShare: 'You do not study with this group yet. Join it, then share your work.',
  joinToSpeak: 'Only those who study with this group have a say in it. Join, then press again.',
  gone: 'This is no longer shared here: it was withdrawn or deleted, or its author has left the group.',
  withdrawnExplanation: (person: string, title: string): string =>
    `${person} has withdrawn the explanation of **${title}**.`,
  withdrawnThesis: (person: string, title: string): string =>
    `${person} has withdrawn the thesis on **${title}**.`,
  youWrote: 'So that it is not lost, this is what you wrote:',
  nothingWritten: 'There was nothing to read in it. Write a few words.',
  writeAgain: 'Write it again',
  notPosted: 'It is kept, but I could not post it: its thread and channel are closed to me.',
  postGone: 'The post itself was deleted; whoever wrote it can share it again.',
  proven: (title: string, person: string): string =>
    `That was what it took: **${title}** is proven for ${person}.`,
};
