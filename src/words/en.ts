import type { Method } from '../roadmap/roadmap.ts';
import type { Action, State } from '../study/progress/progress.ts';
import type { Grade } from '../study/review/review.ts';

const rules = new Intl.PluralRules('en');
const lists = new Intl.ListFormat('en');

/** `1 topic`, `3 topics`. */
const count = (n: number, one: string, other: string): string =>
  `${n} ${rules.select(n) === 'one' ? one : other}`;

const did: Readonly<Record<Action, string>> = {
  start: 'you had started',
  done: 'you had marked done',
  skip: 'you had skipped',
  pause: 'you had paused',
  reset: 'you had set back',
  snooze: 'you had put off',
};

/** English: what every other language has to say as well. */
export const en = {
  /** For `Intl`. */
  locale: 'en-US',
  /** The language's own name. */
  name: 'English',
  list: (items: readonly string[]): string => lists.format(items),
  percent: (value: number): string => `${value}%`,
  topics: (n: number): string => count(n, 'topic', 'topics'),
  andMore: (n: number): string => `-# … and ${n} more`,

  /** Descriptions of the commands and their options, as Discord shows them while one types. */
  commands: {
    topicOption: 'A topic of the roadmap: type a part of its name',
    topic: 'See one topic: where it stands, who is on it, what comes next',
    start: 'Begin a topic',
    done: 'Tick a topic off',
    skip: 'Leave a topic out: it no longer counts',
    review: 'Look again at what is due, so that it stays',
    notebook: 'What you have written, to take along',
    notebookExport: 'All of it as a file, and as cards for Anki',
    undo: 'Take back your last action',
    today: 'What to study today, and why',
    roadmap: 'The roadmap and your place in it',
    roadmapView: 'Look through the roadmap with your own progress',
    roadmapJoin: 'Study with this group: it sees what you allow',
    roadmapLeave: 'Stop studying with this group; your progress stays yours',
    setup: 'For organisers: what Roadmate posts here, where and when',
    setupTimeZone: 'Where your group is: type a city or a country',
    schedule: 'The posts that come by themselves',
    schedulePreview: 'When the next posts come',
    scheduleTest: 'See a post as it would be now; nobody else sees it',
    scheduleKind: 'Which post?',
    schedulePause: 'Stop the posts until you resume them',
    scheduleResume: 'Let the posts go on',
    settings: 'Your time zone, language and day, what groups see of you, and your data',
    settingsTimeZone: 'Where you are: type a city or a country',
    help: 'What Roadmate does, and the next step for you',
    progress: 'How far you are: percentages, streak, your week, your career direction',
    progressMember: 'Somebody of this group, if they let it be seen; you, unless you choose',
    progressSection: 'One section of the roadmap in detail: type a part of its name',
    career: 'Your career direction: its stages, and where you stand in them',
    toolset: 'The tool set: languages by what they are for',
    cheatcode: 'Practical cheat codes: what you want at hand the next time',
    feynman: 'Explain a topic in simple words, as Feynman did',
    project: 'Small projects: code that shows what you learned',
    tez: 'A thesis, on a whole track or on one theory topic',
    proofWrite: 'Write it for a topic, or go on with it',
    proofShow: 'Read it: yours, or what somebody has shared',
    proofMember: 'Somebody of this group; you, unless you choose',
    proofList: 'All of yours, and what could come next',
    proofEdit: 'Change what you wrote',
    proofRemove: 'Delete what you wrote',
    showcase: 'Apps to build, alone or as a team, and to show each other',
    showcaseList: 'The apps, and who builds what',
    showcaseClaim: 'Say that you build an app, and ask others into your team',
    showcaseSubmit: 'Show what you built, or change what you show',
    showcaseGallery: 'Look at what this group has built',
    showcaseApp: 'An app of the showcase: type a part of its name',
    search: 'Find something in your own proofs and in those shared with this group',
    searchWords: 'What are you looking for?',
  },

  state: {
    todo: 'to do',
    doing: 'in progress',
    done: 'done',
    skipped: 'skipped',
  } satisfies Record<State, string>,

  /** On buttons: what one does to a topic. */
  act: {
    start: 'Start',
    done: 'Done',
    skip: 'Skip',
    pause: 'Pause',
    reopen: 'Not done after all',
    unskip: 'Bring it back',
    notNow: 'Not now…',
    undo: 'Undo',
    undoMore: 'Undo one more',
    openTopic: 'Open the topic',
    join: 'Join the group',
    cancel: 'Leave it',
    back: 'Back',
    next: (title: string): string => `Next: ${title}`,
  },

  topic: {
    since: (state: State, when: string): string =>
      ({
        todo: `to do since ${when}`,
        doing: `in progress since ${when}`,
        done: `done on ${when}`,
        skipped: `skipped on ${when}`,
      })[state],
    part: (done: number, total: number): string => `${done} of ${total} done`,
    snoozed: (when: string): string => `-# Not suggested before ${when}`,
    minutes: (minutes: number): string =>
      minutes >= 120 ? `about ${Math.round(minutes / 60)} hours` : `about ${minutes} minutes`,
    reading: (links: string): string => `Read: ${links}`,
    first: (titles: string): string => `Comes after: ${titles}`,
    neighbours: (titles: string): string => `Next to it: ${titles}`,
    onIt: (people: string): string => `On it: ${people}`,
    haveDoneIt: (people: string): string => `Done: ${people}`,
    moreOf: (people: string, more: number): string => `${people} and ${more} more`,
    /** Above the card, right after a change. */
    followsTrack: 'This step follows from its track: it is reached when all of the track is done.',
    became: {
      start: 'You are on it. Ten minutes today are a good start.',
      done: 'Done! One more off the list.',
      skip: 'Skipped: it no longer counts, and is not suggested.',
      pause: 'Paused: it is back on your list.',
      reset: 'It is back on your list.',
      snooze: 'Put off: it comes back by itself.',
    } satisfies Record<Action, string>,
    already: (state: State): string => `Nothing to change: it is ${en.state[state]} already.`,
    wholeDone: (title: string): string => `That was the last one: **${title}** is complete.`,
    notJoined: '-# You study for yourself here. Join, and the group sees that you are on it.',
  },

  /** Work that proves a topic, by method. */
  proof: {
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
      link: (typed: string): string =>
        `- “${typed}” is no web address: it has to begin with https:// or http://`,
      repository: '- Say where the code is: a repository is what makes it a project.',
      language: '- Say which language it is in: choose one, or type another.',
      learned: '- Say in a sentence or two what you learned.',
      tooLong: (max: string): string =>
        `- That text is too long: ${max} characters is what one part takes. The rest can go into further parts.`,
      kind: '- I take .md, .txt and .pdf files; that one is another kind.',
      'too-large': {
        text: '- That file is too large: text may have up to 1 MB.',
        pdf: '- That file is too large: a PDF may have up to 5 MB.',
      },
      empty: '- There is nothing to read in that file.',
      'not-text': '- That file is not text in UTF-8. Save it as UTF-8, or as a PDF.',
      'not-pdf': '- That file is no PDF, whatever its name says.',
      'not-there': '- The file did not arrive. Upload it once more.',
      quota: {
        parts: '- It has 20 parts, and more is not possible. A file takes more.',
        proofs: '- You have 1,000 proofs, and more is not possible. Delete one that you no longer need.',
        text: '- Your texts have two million characters together, and more is not possible. Shorten or delete one.',
        files: '- Your files have 50 MB together, and more is not possible. Remove one, or give a link.',
      },
    },
  },

  /** The menu of a message. */
  attach: {
    command: 'Attach as proof',
    notOwn:
      'Only your own messages can be your proof. Say it in your own words: that is what shows that you know it.',
    nothing: 'There is nothing in this message that I could keep: no text, and no .md, .txt or .pdf file.',
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
      leaf: (title: string): string =>
        `- **${title}** is not one topic by itself: name one of those under it.`,
    },
    gone: 'That was too long ago: I no longer have the message. Pick it again.',
    needsMore: 'A project needs its repository and its language as well. The text is kept for you.',
    addThem: 'Add them',
    kept: (name: string, title: string): string => `The message is your ${name} for **${title}** now.`,
    added: (name: string, title: string): string =>
      `The message is a further part of your ${name} for **${title}**.`,
  },

  confirm: {
    question: {
      start: (title: string, n: number): string =>
        `**${title}** has ${en.topics(n)} to start. Where do you begin?`,
      done: (title: string, n: number): string =>
        `**${title}** has ${en.topics(n)} still open. Mark them all done?`,
      skip: (title: string, n: number): string =>
        `**${title}** has ${en.topics(n)} still open. Skip them all?`,
      pause: (title: string, n: number): string =>
        `**${title}** has ${en.topics(n)} in progress. Pause them all?`,
      reset: (title: string, n: number): string => `Set ${en.topics(n)} under **${title}** back to do?`,
    },
    yes: {
      start: (): string => 'With the first',
      done: (n: number): string => (n === 1 ? 'Mark it done' : `Mark all ${n} done`),
      skip: (n: number): string => (n === 1 ? 'Skip it' : `Skip all ${n}`),
      pause: (n: number): string => (n === 1 ? 'Pause it' : `Pause all ${n}`),
      reset: (n: number): string => (n === 1 ? 'Set it back' : `Set all ${n} back`),
    },
    chooseOne: 'Or choose one of them',
    first: (title: string): string => `-# The first is ${title}.`,
  },

  later: {
    title: 'Not now',
    which: 'Which of these?',
    when: 'When may it be suggested again?',
    days: (n: number): string =>
      ({ 1: 'Tomorrow', 3: 'In three days', 7: 'In a week', 14: 'In two weeks', 30: 'In a month' })[n] ??
      `In ${n} days`,
    orDate: 'Or on a date of your own',
    dateHint: 'For example 2026-12-24',
    badDate: (typed: string, example: string): string =>
      `“${typed}” is not a day to come. Write it as year-month-day, like ${example}.`,
  },

  today: {
    heading: (n: number): string =>
      n === 1 ? '## Your one for today' : `## Your ${n === 2 ? 'two' : 'three'} for today`,
    allDone: 'All of them done. That is a good day; rest, or take more.',
    nothingLeft: 'Nothing is left to suggest: all of it is done, skipped or put off. Well done!',
    notThese: 'Not these?',
    swap: 'Swap',
    iKnow: 'I know these',
    which: 'Which of these do you know already?',
    more: 'More for today',
    open: 'Open',
  },

  /** Why a topic is suggested. */
  reason: {
    inProgress: (since: string): string => `You have been on it since ${since}.`,
    prerequisitesDone: (topic: string): string => `${topic} is done; this is what it leads to.`,
    sectionBegun: (section: string, done: number, total: number): string =>
      `You have ${done} of ${total} of ${section}; this is the next one.`,
    stage: (stage: string, track: string): string =>
      stage === track ? `Next on your way to ${stage}.` : `Next in ${track}, on your way to ${stage}.`,
    nextTez: (track: string): string => `All of ${track} is behind you: time for its thesis.`,
    nextStep: 'The next step of your career direction.',
    next: (section: string): string => `Next in ${section}.`,
    variety: (section: string): string => `Something from ${section}, for a change.`,
    askedAgain: (offered: string): string => `Suggested ${offered} already, and still worth it.`,
    nextForMost: (open: number, members: number): string =>
      members === 1 ? 'Next on the roadmap.' : `Still open for ${open} of the ${members} of you.`,
  },

  undo: {
    nothing: 'There is nothing to take back yet.',
    took: (title: string, action: Action, when: string): string =>
      `Taken back: **${title}**, which ${did[action]} ${when}.`,
    tookMany: (titles: string, action: Action, when: string): string =>
      `Taken back: ${titles}, which ${did[action]} ${when}.`,
  },

  roadmap: {
    title: (title: string): string => `## ${title}`,
    overview: (percent: string, done: number, total: number): string =>
      `${percent} · ${done} of ${total} done`,
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
  },

  daily: {
    heading: (day: string): string => `Today’s topic · ${day}`,
    or: (title: string): string => `Or: **${title}**`,
    nobodyYet: 'Nobody is on it yet. Will you be the first?',
    imIn: 'I’m in',
    myPicks: 'My picks',
    discuss: 'Discuss',
    discussHere: (thread: string): string => `Talk about it here: ${thread}`,
    cannotDiscuss: (permission: string): string =>
      `I can’t open a thread here: I lack *${permission}*. An organiser can give it to me in the channel’s settings.`,
  },

  weekly: {
    heading: (days: string): string => `Your week · ${days}`,
    finished: (n: number, people: number): string =>
      people === 1
        ? `**${en.topics(n)} finished** by one of you`
        : `**${en.topics(n)} finished** by ${people} of you`,
    more: (n: number): string => `${n} more than the week before`,
    asMany: 'as many as the week before',
    did: (person: string, titles: string): string => `${person}: ${titles}`,
    firstHere: (title: string): string => `${title} (first of the group!)`,
    moreTopics: (titles: string, n: number): string => `${titles} and ${n} more`,
    best: (n: number): string => `personal best, ${en.topics(n)}`,
    section: (title: string, percent: string, gained: number): string =>
      gained > 0 ? `${title} **${percent}** ▲ ${gained}` : `${title} **${percent}**`,
    streaks: (people: string): string => `On a streak: ${people}`,
    streakOf: (person: string, days: number): string => `${person} (${count(days, 'day', 'days')})`,
    finishTogether: (title: string, begun: number, near: number): string =>
      near > 0
        ? `Next week: finish **${title}** together? ${near === 1 ? 'One of you is' : `${near} of you are`} one topic away.`
        : `Next week: finish **${title}** together? ${begun === 1 ? 'One of you has' : `${begun} of you have`} begun it.`,
    takeUp: (title: string): string => `Next week: how about **${title}**?`,
    quiet:
      'A quiet week; every group has them. What you have learned stays, and ten minutes are enough to begin again.',
    smallStep: (title: string): string => `A small next step: **${title}**`,
    myWeek: 'My week',
    newlyShown: (apps: string): string => `New in the showcase: ${apps}`,
    shownApp: (app: string, people: string): string => `${app} by ${people}`,
  },

  setup: {
    heading: '## Roadmate on this server',
    notYet:
      'Nothing is posted yet. Here is a start: change what you like, then press *Start posting*. You can come back at any time.',
    started: 'All set! I take it from here.',
    roadmap: '**Roadmap** of your group',
    chooseRoadmap: 'Choose a roadmap',
    channel: '**Channel** that I post in',
    chooseChannel: 'Choose a channel',
    time: (at: string, zone: string | null): string =>
      `**Time** of the posts: ${at}\n-# ${zone ?? 'Time zone not known yet'}`,
    changeTime: 'Time and zone…',
    chooseZone: 'Choose your time zone',
    weekdays: '**Daily topics** on',
    chooseWeekdays: 'Choose the days',
    weeklyDay: '**Weekly summary** on',
    chooseWeeklyDay: 'Choose a day',
    role: '**Role** to ping with each post',
    noRole: 'None: nobody is pinged',
    unfitRole:
      'That role can’t be pinged: it is everybody’s, or belongs to a bot. Choose another one, or none.',
    silentRole: (role: string): string =>
      `-# ${role} would see no ping from me: let everybody mention the role in the server’s settings, or allow me to mention all roles.`,
    language: '**Language** of the posts',
    chooseLanguage: 'Choose a language',
    formTitle: 'When do the posts come?',
    formTime: 'Time of day',
    formTimeHint: 'For example 09:00 or 9 pm',
    formZone: 'Time zone',
    formZoneHint: 'A city or a country, such as Istanbul',
    badTime: (typed: string): string => `“${typed}” is no time of day. Write it like 09:00 or 9 pm.`,
    badZone: (typed: string): string =>
      `I can’t tell which time zone “${typed}” is. Choose the one you mean from the list, or correct it.`,
    missing: '**Still missing**',
    noChannel: '○ A channel: choose where I post',
    noZone: '○ Your time zone: choose it from the list, or type your city under *Time and zone…*',
    gone: '○ The channel is no longer there: choose another one',
    notText: '○ That channel is not one for text: choose another one',
    lacks: (channel: string, permissions: string): string =>
      `○ I can’t post in ${channel}: I lack ${permissions} there. Give me that in the channel’s settings, then press *Check again*.`,
    ready: '● Everything is ready.',
    open: 'Set Roadmate up',
    start: 'Start posting',
    checkAgain: 'Check again',
    resume: 'Resume',
    putRight: 'Put it right',
    paused: {
      organiser: (since: string): string => `⏸ The posts have been paused since ${since}.`,
      'channel-gone': (since: string): string =>
        `⏸ The posts have been paused since ${since}: the channel was deleted. Choose another one, and they go on.`,
      forbidden: (since: string): string =>
        `⏸ The posts have been paused since ${since}: I was no longer allowed to post in the channel. Give me back my rights there, or choose another channel, and they go on.`,
    },
  },

  /** Work that is shown to the group, and what the group says of it. */
  shared: {
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
    gone: 'This is no longer shared here: it was withdrawn, or its author has left the group.',
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
  },

  teachBack: {
    heading: 'Explained in simple words',
    clear: 'Clear',
    gap: 'I have a gap',
    questions: (n: number): string => `Questions (${n})`,
    clearTo: (people: string): string => `Clear to ${people}.`,
    clearToNobody: 'Is it clear to you? Say so, or ask what is missing.',
    proven: (people: string): string => `◆ Proven: clear to ${people}.`,
    provenAlone: '◆ Proven.',
    gaps: (open: number, answered: number): string => `Questions: ${open} open, ${answered} answered.`,
    saidClear: 'Thank you, it counts. Press the same button again to take it back.',
    tookBack: 'Taken back: it no longer counts as clear to you.',
    staysProven: 'What is proven stays proven.',
    own: 'This one is yours: whether it is clear is for the others to say.',
    formTitle: 'What is not clear?',
    formLabel: 'Your question',
    formHint: 'Everybody in the group can read it, and answer it.',
    asks: (person: string): string => `**${person} asks**`,
    about: (title: string, person: string): string => `-# About ${title}, explained by ${person}`,
    answered: 'It is answered',
    stillOpen: 'Still open',
    isAnswered: '● Answered',
    asked: 'Your question is asked. Once it is answered, press *It is answered* under it.',
    tooMany: (n: number): string =>
      `You have ${n} open questions about it. Settle one of them first: they stand under *Questions*.`,
    onlyAsker: (person: string): string => `Only ${person} can say whether this is answered.`,
    noted: { answered: 'Good! Your question counts as answered.', open: 'Your question is open again.' },
    allQuestions: (title: string): string => `## Questions about ${title}`,
    noQuestions: 'Nobody has a question yet.',
    question: (mark: string, question: string, person: string): string => `${mark} ${question} (${person})`,
  },

  thesis: {
    heading: 'A thesis to be read',
    offer: 'I’ll read it',
    accept: 'Accept',
    needsWork: 'Needs work',
    comments: (n: number): string => `Comments (${n})`,
    reading: (people: string): string => `Reading it: ${people}.`,
    accepts: (people: string): string => `Accepted by ${people}.`,
    wantsMore: (people: string): string => `Needs work, according to ${people}.`,
    nobodyYet: 'Who will read it?',
    accepted: '◆ Accepted.',
    offered:
      'Thank you! Take your time. If you have said nothing in a week, I remind you once: by your name, in its thread, and never again. Press the same button again to take the offer back.',
    offerTakenBack: 'Your offer is taken back. Nobody minds.',
    saidAlready:
      'You have said what you make of it. You can still change that with *Accept* or *Needs work*.',
    own: 'This one is yours: others read it and say what they make of it.',
    formTitle: { accept: 'Accept the thesis', work: 'What does it need?' },
    formLabel: 'Your comment',
    formHint: {
      accept: 'What convinced you?',
      work: 'It does not reject the thesis; it helps to make it better.',
    },
    said: {
      accept: (person: string): string => `**${person} accepts the thesis**`,
      work: (person: string): string => `**${person} says what it still needs**`,
    },
    about: (title: string, person: string): string => `-# On ${title}, by ${person}`,
    thanks: {
      accept: 'Thank you for reading. Your word counts, and everybody can read your comment.',
      work: 'Thank you for reading. Everybody can read your comment; accept the thesis once it is ready.',
    },
    allComments: (title: string): string => `## What readers say of ${title}`,
    noComments: 'No reader has said anything yet.',
    reached: (person: string, stage: string): string => `## ${person} has reached ${stage}!`,
    reachedBy: (people: string): string =>
      `The thesis is written, read, and accepted by ${people}. Congratulations!`,
    remind: (reader: string, author: string, title: string): string =>
      `${reader}, a week ago you offered to read what ${author} wrote on **${title}**. A few lines from you are enough.`,
  },

  schedule: {
    kind: { daily: 'Daily topics', weekly: 'Weekly summary' },
    see: { daily: 'See daily post', weekly: 'See weekly post' },
    preview: 'Next posts',
    next: (kind: string, at: string, ago: string): string => `**${kind}**: next on ${at} (${ago})`,
    heading: '## The next posts',
    explained: (zone: string): string => `-# In the group’s time (${zone}), and then in yours`,
    line: (kind: string, local: string, yours: string): string => `- **${kind}** · ${local} · ${yours}`,
    clockChange: (local: string): string => `${local} (the clocks change)`,
    none: 'No post is planned.',
    test: (kind: string): string =>
      `-# ${kind}: how the post would look now. Only you see this; its buttons work in the real one.`,
    nothingToSay: 'There is nothing to post just now: that run would be left out.',
    pausedNow: '⏸ The posts are paused. Everybody can go on studying; nothing is lost.',
    resumed: '▶ The posts go on.',
    notPaused: 'The posts are not paused.',
  },

  progress: {
    yours: '## Your progress',
    of: (person: string): string => `## The progress of ${person}`,
    /** To whom there is nothing yet to show. */
    beginning: {
      own: 'Everybody begins at zero, and this is a good day for it. Take one topic and give it ten minutes; it shows here at once.',
      shared: 'At the very beginning. The first topic is the one that counts.',
      other: 'At the very beginning. The first topic is the one that counts.',
    },
    count: (done: number, total: number): string => `${done} of ${total}`,
    week: (finished: number, before: number): string =>
      `**This week** ${finished === 0 ? 'no topic finished yet' : `${en.topics(finished)} finished`} · last week ${before}`,
    studied: (days: string): string => `**Studied** ${days}`,
    streak: (days: number, best: number): string =>
      `**Streak** ${count(days, 'day', 'days')}${best > days ? ` · longest so far ${best}` : ''}`,
    noStreak: (best: number): string =>
      best === 0
        ? '**Streak** begins with the next topic'
        : `**Streak** begins anew with the next topic · longest so far ${count(best, 'day', 'days')}`,
    todayOpen: 'Today is still open; the streak stands.',
    rested: (days: string): string => `Rest: ${days}. One day a week is forgiven.`,
    doing: '**In progress**',
    since: (when: string): string => `since ${when}`,
    lately: '**Done lately**',
    career: '**Career direction**',
    whole: 'All sections',
    open: 'Open this section',
    mine: 'My progress',
    share: 'Share with the group',
    unknownSection: (typed: string): string => `Which section do you mean by “${typed}”?`,
    hidden: (person: string): string =>
      `There is nothing to see of ${person} here. Members choose for themselves what a group sees of them, in \`/settings\`.`,
  },

  career: {
    title: '## Your career direction',
    explained:
      'One stage after the other. A track counts by what you study, a thesis once it is accepted; the rest you declare.',
    here: 'you are here',
    before: (n: number): string => `-# ${n} reached before`,
    nextIn: (stage: string): string => `Next in ${stage}:`,
    writeTez: (stage: string): string =>
      `**Next: ${stage}.** You know the ground now; write down what you make of it.`,
    showTez: (stage: string): string =>
      `**Next: ${stage}.** It is written; you are there once readers of the group accept it.`,
    declareIt: (stage: string): string => `**Next: ${stage}.** Declare it when you are there.`,
    declare: 'Declare it',
    declared: (stage: string): string => `Declared: **${stage}**. What a way you have come!`,
    declareForm: (stage: string): string => `Declare ${stage}`,
    declareLabel: 'What have you reached?',
    declareHint: 'In a few words; you can read them in your career direction',
    followsThesis: 'This step is reached once its thesis is accepted.',
    allReached: 'You have reached every stage. What a way you have come!',
    none: 'This roadmap has no career direction: its sections stand side by side, and you can take them in any order.',
  },

  toolset: {
    explained: 'Languages by what they are for.',
    others: (n: number): string => `${n} more`,
    none: 'This roadmap has no tool set: use the languages that you like.',
  },

  showcase: {
    title: '## Showcase',
    explained: 'Small apps to build, alone or as a team, and to show each other.',
    noApps:
      'This roadmap has no apps to build. What you build can still be shown: as the project of any of its topics.',
    unknownApp: (typed: string): string => `The showcase has no app called “${typed}”. It has these:`,
    app: (app: string, teams: number, shown: number): string =>
      teams === 0
        ? `**${app}** · free to take`
        : `**${app}** · ${count(teams, 'team', 'teams')}${shown === 0 ? '' : ` · ${shown} to see`}`,
    choose: 'Choose an app',
    nobodyYet: 'Nobody builds it yet. Will you be the first?',
    team: (people: string, isShown: boolean): string =>
      isShown ? `● ${people} · to see in the gallery` : `◐ ${people}`,
    building: (people: string, n: number, app: string): string =>
      `${people} ${n === 1 ? 'is' : 'are'} building **${app}**.`,
    invited: (people: string): string =>
      `Asked into the team: ${people}. Press *I’m in*, and you are one of them.`,
    with: 'Who builds it with you?',
    claim: 'I build this',
    imIn: 'I’m in',
    imOut: 'I’m out',
    allTeams: 'All apps',
    myTeam: 'My team',
    show: 'Show what I built',
    change: 'Change it',
    gallery: 'See the gallery',
    mustJoin: 'The showcase is for those who study with this group. Join it first: one tap, and you are in.',
    notInvited:
      'This team has not asked you in. One of them can; or you build the app with a team of your own.',
    inAnotherTeam: (app: string): string =>
      `You are in another team for **${app}**. Leave that one first, if this is where you want to be.`,
    onlyTeam: 'Only its team can do that.',
    notHere: (people: string): string =>
      `Not asked yet: ${people}. They have to study with this group first, by \`/roadmap join\`; then choose them again.`,
    isFull: (most: number): string => `A team has ${most} people at most; this one is full.`,
    leftTeam: (app: string): string =>
      `You are not in a team for **${app}** any more. What you proved by it stays yours.`,
    formTitle: (app: string): string => `Show ${app}`,
    repository: 'Repository',
    repositoryHint: 'Where the code is, such as https://github.com/you/app',
    live: 'Live link',
    liveHint: 'Where one can try it, if there is such a place',
    picture: 'Picture',
    pictureHint: 'PNG, JPEG, WebP or GIF, up to 5 MB',
    pictureStays: 'Leave it empty, and the one that is there stays',
    alt: 'What is on the picture?',
    altHint: 'In a few words, for those who cannot see it',
    differently: 'What would you do differently?',
    differentlyHint: 'Next time, with what you know now',
    almost: '**Almost.** Nothing you typed is lost; only this has to be put right:',
    problem: {
      repository: (typed: string): string =>
        `- The repository “${typed}” is no web address: it has to begin with https://`,
      live: (typed: string): string =>
        `- The live link “${typed}” is no web address: it has to begin with https://`,
      differently: (): string => '- Say in a sentence or two what you would do differently.',
      'not-a-picture': (): string =>
        '- That file is no picture that Discord can show: send a PNG, JPEG, WebP or GIF.',
      'too-large': (): string => '- The picture has more than 5 MB: send a smaller one.',
      'odd-size': (): string => '- The picture is too small or too big: each side has 32 to 8,000 pixels.',
      'not-there': (): string => '- The picture did not arrive: send it once more.',
    },
    pictureKept: '-# Your picture is kept; you need not choose it again.',
    putRight: 'Put it right',
    shown: (app: string): string => `**${app}** is in the gallery now. Well built!`,
    changed: 'Changed: the gallery shows it like this now.',
    counts: '-# It also counts as the project of this topic, for everybody in the team.',
    share: 'Show it to the group',
    builtBy: (people: string): string => `Built by ${people}`,
    position: (n: number, total: number, when: string): string => `-# ${n} of ${total} · ${when}`,
    repositoryAt: (host: string): string => `Code: ${host}`,
    liveAt: (host: string): string => `Try it: ${host}`,
    nextTime: '**What they would do differently**',
    pictureOf: (app: string): string => `A picture of ${app}`,
    applaud: (n: number): string => (n === 0 ? 'Applaud' : `Applaud · ${n}`),
    previous: 'Previous',
    following: 'Next',
    readAll: 'Read all of it',
    goOn: 'Go on reading',
    own: 'That one is yours: the applause is for the others to give.',
    withdraw: 'Withdraw',
    askWithdraw: (app: string): string =>
      `Take **${app}** out of the gallery? Its picture and its applause go with it. The project stays yours as a proof.`,
    yesWithdraw: 'Yes, withdraw it',
    withdrawn: 'It is out of the gallery. You still build the app, and can show it again at any time.',
    gone: 'Its team does not show this any more.',
    empty: 'The gallery is empty: nobody has shown an app yet. Take one, build it small, and be the first.',
    emptyFor: (app: string): string => `Nobody has shown **${app}** yet. Build it small, and be the first.`,
  },

  search: {
    heading: (typed: string, n: number): string => `## “${typed}” · ${n} found`,
    elsewhere: '-# On another roadmap: open it where you follow that one.',
    hit: (title: string, method: string, person: string | null): string =>
      `**${title}** · ${method}${person === null ? ', your own' : ` by ${person}`}`,
    noText: '-# Found by its topic',
    onlyOwn: '-# Here I search your own proofs; in a server, also what is shared with its group.',
    open: 'Open',
    nothing: (typed: string): string => `Nothing says “${typed}” yet.`,
    nothingHere: 'I looked through your own proofs and those shared with this group.',
    nothingOwn: 'I looked through your own proofs.',
    near: 'These topics come close; yours could be the first words on them:',
    otherWords: 'Try another word, or only its beginning.',
  },

  /** What was done comes back before it is forgotten. */
  review: {
    begin: 'Review',
    heading: (n: number): string => `## Review · ${n} due`,
    cues: '**Recall before you look.** What did you write about these?',
    gap: '**Somebody in your group asked:**',
    explain: '**Explain it in three sentences**, as if to a friend who has never heard of it.',
    last: (percent: string, when: string): string =>
      `-# Last reviewed ${when} · chance that you still know it: ${percent}`,
    first: (when: string): string => `-# Done ${when} · its first review`,
    show: 'Show my notes',
    answered: 'I have my answer',
    notToday: 'Not today',
    all: 'All of it',
    notes: {
      cheatcode: '**Your cheat code**',
      feynman: '**Your explanation**',
      project: '**Your project**',
      tez: '**Your thesis**',
    },
    noNotes:
      'You have written nothing about it yet, so you are your own judge. If it was hard to say, look it up once more.',
    howWell: '**How well did you know it?**',
    grade: (grade: Grade, days: number): string =>
      `${{ again: 'Again', hard: 'Hard', good: 'Good', easy: 'Easy' }[grade]} · ${inDays(days)}`,
    comesBack: (title: string, when: string): string => `Noted: **${title}** comes back on ${when}.`,
    waits: (title: string): string => `**${title}** waits until tomorrow.`,
    tookBack: (title: string): string => `Taken back: **${title}** is as it was before.`,
    cannotTakeBack: 'That can’t be taken back any more: it was already, or you have answered it again since.',
    answeredBefore: 'You have answered this review already. The button is from before.',
    noLongerDone: 'This topic is no longer among those you have done, so there is nothing to review.',
    nothingDue: (when: string, ago: string): string =>
      `Nothing is due: what you learned is sitting well. The next topic comes back on ${when} (${ago}).`,
    nothingYet:
      'There is nothing to review yet. What you finish comes back here the day after, and then less and less often, so that it stays.',
    remindMe: 'Remind me…',
    /** On a topic's card. */
    fading: (percent: string): string => `Fading: the chance that you still know it is about ${percent}.`,
    /** In one's progress. */
    fadingTopics: (n: number, titles: string): string => `**Fading** ${en.topics(n)}: ${titles}`,
    /** In the weekly summary of a group. */
    groupFading: (n: number, command: string): string =>
      `${n === 1 ? 'One topic that some of you learned is' : `${n} topics that some of you learned are`} fading: ${command} brings back your own.`,
    /** Above the picks of a day; a day needs `enough` of those that are due. */
    today: (due: number, enough: number): string =>
      due > enough
        ? `**Reviews first**\n${due} are due; ${enough} of them are plenty for a day.`
        : `**Reviews first**\n${due === 1 ? 'One topic that you learned is' : `${due} topics that you learned are`} due.`,
  },

  /** Being reminded of reviews. */
  reminder: {
    due: (n: number): string =>
      n === 1
        ? 'One topic that you learned wants another look. Two minutes, and it stays.'
        : `${n} topics that you learned want another look. A few minutes, and they stay.`,
    heading: '## Be reminded of reviews',
    explained:
      'Only if you want it: at most one message a day, at your hour, and only when something is due. You can mute it with one tap.',
    isOn: {
      dm: (hour: string): string => `You get a **direct message** at **${hour}** when reviews are due.`,
      mention: (hour: string): string =>
        `I **mention you in the study channel** at **${hour}** when reviews are due.`,
    },
    inZone: (zone: string): string => `By the clock in ${zone}, and never between 23:00 and 07:00.`,
    zoneUnknown: 'That is a guess: say where you are.',
    joinFirst: 'Join the group, and I can also mention you in its channel.',
    byDm: 'By direct message',
    byMention: 'By a mention in the channel',
    chooseHour: 'At which hour?',
    at: (hour: string): string => `At ${hour}`,
    usual: 'In the morning, before the day gets busy',
    mute: 'Mute',
    muted: 'Muted: I no longer remind you. Your reviews wait for you in `/review`.',
    notOn: 'You get no reminders, so there is nothing to mute.',
    open: 'Remind me again…',
    saved: 'Saved. It holds from now on.',
    stopped: {
      refused:
        'I could not write to you: your direct messages are closed to me. So I have stopped reminding you; open them, and turn it on again if you like.',
      channel: 'I could not mention you in the study channel any more, so I have stopped reminding you.',
      left: 'You no longer study with the group whose channel I mentioned you in, so I have stopped reminding you.',
    },
  },

  /** What one has written, to take along. */
  notebook: {
    title: (roadmap: string): string => `Notebook: ${roadmap}`,
    written: (when: string): string => `Written on ${when}`,
    provenOn: (when: string): string => `proven on ${when}`,
    notProven: 'not proven yet',
    method: {
      cheatcode: 'Cheat code',
      feynman: 'Explanation',
      project: 'Project',
      tez: 'Thesis',
    },
    language: (language: string): string => `Language: ${language}`,
    file: (name: string): string => `File: ${name}`,
    elsewhere: 'No longer in the roadmap',
    recall: (title: string): string => `${title}: recall before you look.`,
    explain: (title: string): string => `Explain ${title} in three sentences.`,
    exported: (texts: number, cards: number): string =>
      `Your notebook: ${count(texts, 'text', 'texts')} in the order of the roadmap, and ${count(cards, 'card', 'cards')} for Anki (File › Import). Only you see this.`,
    noCards:
      'Your notebook, in the order of the roadmap. Cards for Anki are made from cheat codes and explanations; there are none yet. Only you see this.',
    leftOut: (n: number): string =>
      `-# The last ${count(n, 'topic is', 'topics are')} left out: a file in Discord has 10 MB at most. \`/settings\` gives you all of it.`,
    empty:
      'Your notebook is empty. Write a cheat code or an explanation of something you have learned; here you can take all of it with you.',
  },

  settings: {
    title: '## Your settings',
    everywhere: 'They are yours, and hold in every server.',
    saved: 'Saved. It holds from now on.',
    timeZone: {
      member: (zone: string, clock: string): string => `**Time zone**\n${zone} · ${clock} now`,
      guild: (zone: string, clock: string): string =>
        `**Time zone**\n${zone}, as this server’s · ${clock} now`,
      nobody: (zone: string, clock: string): string =>
        `**Time zone**\n${zone}, until you say where you are · ${clock} now`,
    },
    change: 'Change',
    zoneTitle: 'Your time zone',
    zoneQuestion: 'Where are you?',
    zoneHint: 'A city or a country, such as Istanbul or Germany; America/New_York works too',
    whichZone: (typed: string): string => `I can’t tell which time zone “${typed}” is.`,
    nearZones: 'Is it one of these?',
    typeAgain: 'Type it again',
    dayStart: 'When does your day start?',
    dayStartsAt: (hour: string): string => `My day starts at ${hour}`,
    usualDayStart: 'As usual: what you study late at night counts for the day before',
    language: 'Language',
    languageIs: (name: string): string => `Language: ${name}`,
    languageAsDiscord: (name: string): string => `Language: as my Discord (${name})`,
    fading: 'When does a topic count as fading?',
    fadingBelow: (percent: string): string => `Fading: less than ${percent} likely that I still know it`,
    usualFading: 'As usual: one of five such topics would be forgotten',
    reminders: 'Reminders of reviews',
    noReminders: 'None. I write only to those who ask for it.',
    mayBeSeen: {
      topics: 'What you are on and have done',
      progress: 'Your percentages and your streak',
    },
    shown: 'Groups that you joined see it.',
    hidden: 'Only you see it.',
    show: 'Show',
    hide: 'Hide',
    export: 'Export my data',
    exported: 'Everything that is stored about you, and your roadmaps with your ticks. Only you see this.',
    delete: 'Delete all of mine',
    deleteMeans:
      'Your progress, your log, what you wrote and built, your settings and your memberships are deleted, in every server and for good. What was posted in channels stays there. You may want to export your data first.',
    deleteWord: 'DELETE',
    typeToDelete: (word: string): string => `Type ${word} to delete everything`,
    notDeleted: (word: string): string =>
      `Nothing was deleted. If you mean it, press again and type the word **${word}**.`,
    deleted:
      'All of it is deleted: nothing about you is stored any more. If you ever want to begin anew, `/today` is there.',
  },

  /** `to` mentions a command so that it can be pressed. */
  help: {
    hello:
      '## Roadmate\nA roadmap is a list of things to learn. I keep your place in it, say what to study next and why, and count your days. Ten minutes at a time are enough.',
    title: '## What you can do here',
    build: (to: (command: string) => string): string =>
      `**Build and find**\n${to('showcase list')} apps to build together, and to show each other\n${to('search')} find something in what you all wrote\n${to('notebook export')} take along what you wrote, with cards for Anki`,
    study: (to: (command: string) => string): string =>
      `**Study**\n${to('today')} what to study now, and why\n${to('start')} ${to('done')} ${to('skip')} say how a topic goes; ${to('undo')} takes it back\n${to('review')} bring back what you learned before it fades\n${to('topic')} all about one topic`,
    prove: (to: (command: string) => string): string =>
      `**Prove what you know**\n${to('cheatcode write')} ${to('feynman write')} ${to('project write')} ${to('tez write')} prove a topic the way it asks\nA message of yours can be proof, too: its menu, *Apps*, *${en.attach.command}*`,
    look: (to: (command: string) => string): string =>
      `**See where you are**\n${to('progress')} your percentages, streak and week\n${to('roadmap view')} the whole roadmap\n${to('career')} ${to('toolset')} where it leads, and with what`,
    yours: (to: (command: string) => string): string => `**Make it yours**\n${en.help.settings(to)}`,
    settings: (to: (command: string) => string): string =>
      `${to('settings')} language, time zone, what groups see, your data`,
    group: (to: (command: string) => string): string =>
      `${to('roadmap join')} ${to('roadmap leave')} study with this group, or stop`,
    organise: (to: (command: string) => string): string =>
      `**For the whole server**\n${to('setup')} roadmap, channel, days and hour\n${to('schedule preview')} what comes when; ${to('schedule pause')} for a break`,
    setUp: 'Set up this server',
    joinFirst: '**Begin here:** join the group, then see what to study first.',
    beginFirst: '**Begin here:** see what to study first.',
    setUpFirst: (to: (command: string) => string): string =>
      `**Next for you:** ${to('setup')}. Choose a channel and an hour, and the first topics come by themselves.`,
  },

  failure: {
    unexpected: (reference: string): string =>
      `Something went wrong on our side, and nothing was changed. Please try again; if it happens again, tell an organiser this code: \`${reference}\`.`,
    tooFast: 'That was faster than I can answer. Take a breath, and try again in a few seconds.',
    outdated: 'This has moved on: the message is from an earlier version. Run the command again.',
    onlyInServer: 'This works in a server only. Run it in a channel of your study group.',
    onlyOrganisers: 'Only organisers may do this: members with the permission *Manage Server*.',
    unknownTopic: (typed: string): string => `I don’t know a topic called “${typed}”.`,
    didYouMean: 'Did you mean one of these?',
    tryTyping:
      'Type a part of its name, and choose from the list that appears; or look through `/roadmap view`.',
  },

  /** Discord's own names for them. */
  permission: {
    ViewChannel: 'View Channel',
    SendMessages: 'Send Messages',
    ReadMessageHistory: 'Read Message History',
    CreatePublicThreads: 'Create Public Threads',
    SendMessagesInThreads: 'Send Messages in Threads',
  },
};

/** `4 d`, `3 mo`, `1.5 y`: short enough for a button. */
function inDays(days: number): string {
  if (days < 60) return `${days} d`;
  return days < 730 ? `${Math.round(days / 30)} mo` : `${(days / 365).toFixed(1)} y`;
}
