import type { GoalKind } from '../../study/goals/goal.ts';
import { count, topics } from './grammar.ts';
import { focus } from './sessions.ts';

const pieces = (n: number): string => count(n, 'piece of work', 'pieces of work');
const reviews = (n: number): string => count(n, 'review', 'reviews');

/** A member's goal for each week. */
export const goal = {
  title: '## My goal',
  button: 'My goal',
  none: 'Pick something you can do each week, such as 3 topics. `/today` shows how far you are.',
  set: 'Set a goal…',
  change: 'Change…',
  remove: 'Remove goal',
  saved: 'Saved.',
  removed: 'Goal removed. What you did stays.',
  eachWeek: (amount: string): string => `${amount} a week`,
  amount: {
    topics: (n: number): string => topics(n),
    minutes: (n: number): string => focus.duration(n),
    proofs: (n: number): string => pieces(n),
    reviews: (n: number): string => reviews(n),
  } satisfies Record<GoalKind, (n: number) => string>,
  /** Beside a bar. */
  sofar: {
    topics: (done: number, target: number): string => `${done} of ${topics(target)} this week`,
    minutes: (done: number, target: number): string =>
      `${focus.duration(done)} of ${focus.duration(target)} this week`,
    proofs: (done: number, target: number): string => `${done} of ${pieces(target)} this week`,
    reviews: (done: number, target: number): string => `${done} of ${reviews(target)} this week`,
  } satisfies Record<GoalKind, (done: number, target: number) => string>,
  reached: (amount: string): string => `🎯 **Goal reached:** ${amount} this week.`,
  formTitle: 'My goal',
  ofWhat: 'Each week I want to do',
  kinds: {
    topics: 'Topics',
    minutes: 'Minutes of focus',
    proofs: 'Pieces of work',
    reviews: 'Reviews',
  } satisfies Record<GoalKind, string>,
  howMany: 'How many?',
  howManyHint: 'A number you can reach in a usual week, such as 3',
  badNumber: (typed: string): string => `“${typed}” doesn’t work. Type a whole number from 1 to 9,999.`,
};

/** A group's quest. */
export const quest = {
  title: '## Group quest',
  name: '**Quest**',
  none: 'No quest this week.',
  soon: 'I propose the first one after two weeks of study.',
  ask: '-# An organiser can start one.',
  start: (n: number): string => `Start: ${topics(n)}`,
  choose: 'Pick another number…',
  change: 'Change the number…',
  /** To organisers. */
  isWeekly: '**Every week** · the target adapts to your last few weeks',
  isOnce: '**Only this week**',
  sofar: (done: number, target: number): string => `${done} of ${topics(target)} together`,
  reached: (done: number, target: number): string =>
    `reached: ${topics(done)} together!${done > target ? ` The goal was ${target}.` : ''}`,
  task: (target: number): string => `Let’s finish **${topics(target)}** together this week.`,
  /** `days`: with the present one. */
  standing: (days: number, own: number): string =>
    `${days === 1 ? 'Last day' : `${days} days left`} · you: ${own}`,
  counts: '-# Topics marked in bulk (8+ at once) don’t count.',
  eachWeek: 'Every week',
  stop: 'Stop quests',
  started: 'Quest started!',
  changed: 'Quest changed.',
  weekly: 'From now on you get a quest every week.',
  stopped: 'No quest any more.',
};
