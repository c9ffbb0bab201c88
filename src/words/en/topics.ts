import type { Action, LastingAct, ReversibleAct, State } from '../../study/progress/progress.ts';
import { did, topics } from './grammar.ts';

export const states = {
  todo: 'to do',
  doing: 'in progress',
  done: 'done',
  skipped: 'skipped',
} satisfies Record<State, string>;

/** On buttons: what one does to a topic. */
export const act = {
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
};

export const topic = {
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
  already: (current: State): string => `Nothing to change: it is ${states[current]} already.`,
  wholeDone: (title: string): string => `That was the last one: **${title}** is complete.`,
  notJoined: '-# You study for yourself here. Join, and the group sees that you are on it.',
};

export const confirm = {
  question: {
    start: (title: string, n: number): string =>
      `**${title}** has ${topics(n)} to start. Where do you begin?`,
    done: (title: string, n: number): string =>
      `**${title}** has ${topics(n)} still open. Mark them all done?`,
    skip: (title: string, n: number): string => `**${title}** has ${topics(n)} still open. Skip them all?`,
    pause: (title: string, n: number): string => `**${title}** has ${topics(n)} in progress. Pause them all?`,
    reset: (title: string, n: number): string => `Set ${topics(n)} under **${title}** back to do?`,
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
};

export const later = {
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
};

export const undo = {
  nothing: 'There is nothing to take back yet.',
  took: (what: string, deed: ReversibleAct, when: string): string =>
    `Taken back: ${what}, which ${did[deed]} ${when}.`,
  /** What came last and cannot be taken back here, and the way to change it. */
  stays: {
    proof: (what: string, when: string): string =>
      `You last wrote about ${what} ${when}. Undo leaves what you wrote alone: change or delete it from its topic.`,
    clear: (what: string, when: string): string =>
      `You last said that an explanation of ${what} is clear, ${when}. To take that back, press *Clear* under it again.`,
    question: (what: string, when: string): string =>
      `You last asked about an explanation of ${what}, ${when}. That can’t be taken back: its author may have read it.`,
    reading: (what: string, when: string): string =>
      `You last gave your verdict on ${what}, ${when}. It can’t be taken back, but a new verdict takes its place.`,
    share: (what: string, when: string): string =>
      `You last showed your work on ${what} to the group, ${when}. Others have seen it; only deleting the work takes it down.`,
    removal: (what: string, when: string): string =>
      `You last deleted your work on ${what}, ${when}. It can’t be brought back.`,
  } satisfies Record<LastingAct, (what: string, when: string) => string>,
  joined: (when: string): string =>
    `You last joined the group, ${when}. Undo leaves that alone: \`/roadmap leave\` takes you out again.`,
  another: 'Nothing was taken back: it has been already, or you have done something else since.',
  /** `isLast`: nothing came after it. */
  before: (what: string, deed: ReversibleAct, when: string, isLast: boolean): string =>
    `${isLast ? 'The last thing you did' : 'Before that'}: ${what}, which ${did[deed]} ${when}.`,
  takeThat: 'Take that back',
};
