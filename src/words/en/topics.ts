import type { Action, StayingAct, UndoableAct, State } from '../../study/progress/progress.ts';
import { count, topics } from './grammar.ts';

export const states = {
  todo: 'to do',
  doing: 'in progress',
  done: 'done',
  skipped: 'skipped',
} satisfies Record<State, string>;

/** On buttons: the actions that change a topic. */
export const act = {
  start: 'Start',
  done: 'Done',
  skip: 'Skip',
  pause: 'Pause',
  reopen: 'Mark not done',
  unskip: 'Don’t skip',
  notNow: 'Put off…',
  undo: 'Undo',
  undoMore: 'Undo one more',
  openTopic: 'See topic',
  join: 'Join',
  cancel: 'Cancel',
  back: 'Back',
  next: (title: string): string => `Next: ${title}`,
  more: 'More…',
  jot: 'Write it down…',
};

export const topic = {
  since: (state: State, when: string): string =>
    ({
      todo: `To do · ${when}`,
      doing: `Started · ${when}`,
      done: `Done · ${when}`,
      skipped: `Skipped · ${when}`,
    })[state],
  /** Where nothing happened yet. */
  fresh: 'To do',
  part: (done: number, total: number): string => `${done} of ${total} done`,
  snoozed: (when: string): string => `-# Put off · back ${when}`,
  planned: (time: string): string => `Takes about ${time}`,
  /** `planned`: how long it takes; `studied`: `25 min studied`. */
  plannedAnd: (planned: string, studied: string): string => `${studied}, takes about ${planned}`,
  reading: (links: string): string => `Read: ${links}`,
  first: (titles: string): string => `Do first: ${titles}`,
  neighbours: (titles: string): string => `Nearby topics: ${titles}`,
  onIt: (people: string): string => `In progress: ${people}`,
  doneBy: (people: string): string => `Done by ${people}`,
  /** Where the member has done it too. */
  alsoDoneBy: (people: string): string => `Also done by ${people}`,
  moreOf: (people: string, more: number): string => `${people} and ${more} more`,
  followsTrack: 'This stage is done once its whole section is done.',
  became: {
    start: (title: string): string => `**${title}** started.`,
    done: (title: string): string => `**${title}** done.`,
    skip: (title: string): string => `**${title}** skipped. I won’t suggest it.`,
    pause: (title: string): string => `**${title}** paused. Your time is saved; I’ll suggest it again later.`,
    reset: (title: string): string => `**${title}** is back on your list.`,
    snooze: (title: string): string => `**${title}** put off.`,
  } satisfies Record<Action, (title: string) => string>,
  already: {
    todo: (title: string): string => `**${title}** is already on your list.`,
    doing: (title: string): string => `You’ve already started **${title}**.`,
    done: (title: string): string => `**${title}** is already done.`,
    skipped: (title: string): string => `**${title}** is already skipped.`,
  } satisfies Record<State, (title: string) => string>,
  wholeDone: (title: string): string => `That’s all of **${title}** done!`,
  doneIn: (done: number, total: number, section: string): string => `${done} of ${total} in ${section}`,
  othersDid: (n: number): string => `${count(n, 'other has', 'others have')} done this`,
  /** Asked after a topic is done. The answer takes half a minute and becomes a cheat code. */
  halfMinute: '**Half a minute:** what do you want at hand next time?',
  upNext: 'Next:',
  notJoined: '-# Join to study with the group.',
};

export const confirm = {
  question: {
    start: (title: string, n: number): string => `**${title}** has ${topics(n)} to start. Which one first?`,
    done: (title: string, n: number): string => `Mark ${topics(n)} under **${title}** as done?`,
    skip: (title: string, n: number): string => `Skip ${topics(n)} under **${title}**?`,
    pause: (title: string, n: number): string => `Pause ${topics(n)} under **${title}**?`,
    reset: (title: string, n: number): string => `Mark ${topics(n)} under **${title}** as not done?`,
  },
  yes: {
    start: (): string => 'Start the first',
    done: (n: number): string => (n === 1 ? 'Mark it done' : `Mark all ${n} done`),
    skip: (n: number): string => (n === 1 ? 'Skip it' : `Skip all ${n}`),
    pause: (n: number): string => (n === 1 ? 'Pause it' : `Pause all ${n}`),
    reset: (n: number): string => (n === 1 ? 'Mark not done' : `Mark ${n} not done`),
  },
  chooseOne: 'Or pick one',
  first: (title: string): string => `-# First: ${title}`,
};

export const later = {
  title: 'Put off',
  which: 'Which ones?',
  when: (n: number): string => `When should I suggest ${it(n)} again?`,
  days: (n: number): string =>
    ({ 1: 'Tomorrow', 3: 'In 3 days', 7: 'In a week', 14: 'In 2 weeks', 30: 'In a month' })[n] ??
    `In ${n} days`,
  orDate: 'Or on a date',
  dateHint: (example: string): string => `Such as ${example} or friday. Goes before the choice above`,
  /** How the month is written in a date that people type. */
  typedMonth: 'short' as 'short' | '2-digit',
  badDate: (typed: string, example: string): string =>
    `“${typed}” isn’t a date to come. Type one such as ${example}.`,
};

export const undo = {
  nothing: 'Nothing to undo yet.',
  /** `n`: how many topics it was about. */
  took: (what: string, deed: UndoableAct, n: number, when: string): string =>
    `Undone: ${what} (${did[deed](n)}) · ${when}`,
  tookSwap: (when: string): string => `Undone: your picks from before are back · ${when}`,
  /** Where a topic stands again. */
  isBack: {
    todo: (title: string): string => `**${title}** is back on your list.`,
    doing: (title: string): string => `**${title}** is back in progress.`,
    done: (title: string): string => `**${title}** is done again.`,
    skipped: (title: string): string => `**${title}** is skipped again.`,
  } satisfies Record<State, (title: string) => string>,
  /** The roadmaps in which the topic counts as well. */
  alsoIn: (roadmaps: string): string => `-# The same in ${roadmaps}`,
  /** The last act when it cannot be undone, and another way to change it. */
  stays: {
    proof: (what: string, when: string): string =>
      `I can’t undo what you wrote. Edit or delete it from its topic.\n-# ${what} · ${when}`,
    clear: (what: string, when: string): string =>
      `To undo *Makes sense*, press it again under the explanation.\n-# ${what} · ${when}`,
    question: (what: string, when: string): string =>
      `I can’t undo a question: its reader may have seen it.\n-# ${what} · ${when}`,
    reading: (what: string, when: string): string =>
      `I can’t undo a comment on a thesis, but a new one replaces it.\n-# ${what} · ${when}`,
    share: (what: string, when: string): string =>
      `I can’t undo sharing: others have seen it. Delete the work to take it down.\n-# ${what} · ${when}`,
    removal: (what: string, when: string): string => `I can’t undo deleting.\n-# ${what} · ${when}`,
    join: (_what: string, when: string): string =>
      `I can’t undo joining. To leave the group: \`/roadmap leave\`\n-# Joined · ${when}`,
    leave: (_what: string, when: string): string =>
      `I can’t undo leaving. You keep your progress; join again and it’s back.\n-# Left · ${when}`,
    follow: (what: string, when: string): string =>
      `I can’t undo *Study this*. To stop studying it: \`/roadmap list\`\n-# ${what} · ${when}`,
    roadmaps: (_what: string, when: string): string =>
      `I can’t undo choosing roadmaps. To change it: \`/roadmap list\`\n-# Changed · ${when}`,
    settings: (_what: string, when: string): string =>
      `I can’t undo settings. To change them: \`/settings\`\n-# Changed · ${when}`,
    pause: (_what: string, when: string): string =>
      `I can’t undo a planned pause. To change it: \`/settings\`\n-# Changed · ${when}`,
    goal: (_what: string, when: string): string =>
      `I can’t undo a goal. To change it: \`/progress\`\n-# Changed · ${when}`,
    board: (_what: string, when: string): string =>
      `I can’t undo a choice about the board. To change it: \`/group board\`\n-# Changed · ${when}`,
    buddies: (_what: string, when: string): string =>
      `I can’t undo a choice about buddies. To change it: \`/group buddies\`\n-# Changed · ${when}`,
    memo: (_what: string, when: string): string =>
      `I can’t undo a reminder. To remove it: \`/remind list\`\n-# Saved · ${when}`,
    skills: (_what: string, when: string): string =>
      `I can’t undo a choice of where a topic counts. To change it: *Where it counts* in the topic’s *More…* list.\n-# Changed · ${when}`,
  } satisfies Record<StayingAct, (what: string, when: string) => string>,
  toSettings: 'Open settings',
  another: 'Nothing was undone: it already was, or you’ve done something else in between.',
  /** `isLast`: nothing happened after it. */
  before: (what: string, deed: UndoableAct, n: number, when: string, isLast: boolean): string =>
    `${isLast ? 'Your last step' : 'Before that'}: ${what} (${did[deed](n)}) · ${when}`,
  /** Something of days ago, before it is undone. */
  old: (what: string, deed: UndoableAct, n: number, when: string): string =>
    `**Undo this?**\n${what} (${did[deed](n)}) · ${when}`,
  takeThat: 'Undo that',
  redo: 'Redo',
  redone: (what: string, deed: UndoableAct, n: number, when: string): string =>
    `Redone: ${what} (${did[deed](n)}) · ${when}`,
  notRedone: 'Nothing was redone: it already was, or you’ve done something else in between.',
};

const it = (n: number): string => (n === 1 ? 'it' : 'them');

const did: Readonly<Record<UndoableAct, (n: number) => string>> = {
  start: (n) => `you started ${it(n)}`,
  done: (n) => `you marked ${it(n)} done`,
  skip: (n) => `you skipped ${it(n)}`,
  pause: (n) => `you paused ${it(n)}`,
  reset: (n) => `you marked ${it(n)} not done`,
  snooze: (n) => `you put ${it(n)} off`,
  review: (n) => `you reviewed ${it(n)}`,
  later: (n) => `you put ${n === 1 ? 'its review' : 'their reviews'} off`,
  ticks: (n) => `you took ${it(n)} over from your list`,
  swap: () => 'you asked for other picks',
  log: () => 'you added time',
};
