import { count } from './grammar.ts';

/** A server's boards: `/group board`. */
export const board = {
  heading: {
    week: '## This week',
    month: '## This month',
  },
  metric: {
    topics: 'Topics',
    minutes: 'Focus time',
    proofs: 'Proven',
    reviews: 'Reviews',
    helping: 'Helping',
  },
  counts: {
    topics: 'Topics finished for the first time. Several marked at once count as one.',
    minutes: 'Time with `/focus` in this server. Time added later doesn’t count.',
    proofs: 'Work that proved a topic. Imported work doesn’t count.',
    reviews: 'Reviews answered.',
    helping: 'Explanations that made sense to others, and questions about your work that were answered.',
  },
  score: {
    topics: (n: number): string => count(n, 'topic', 'topics'),
    proofs: (n: number): string => `${n} proven`,
    reviews: (n: number): string => count(n, 'review', 'reviews'),
    helping: (n: number): string => count(n, 'time', 'times'),
  },
  place: (place: number, people: string, score: string): string => `**${place}.** ${people} · ${score}`,
  andOthers: (names: string, n: number): string => `${names} and ${n} more`,
  nobody: 'Nothing here yet. Be the first.',
  own: (place: number, score: string): string => `You · place ${place} · ${score}`,
  ownShared: (place: number, score: string): string => `You · place ${place}, shared · ${score}`,
  ownNothing: 'You · nothing yet',
  onlyYou: '-# Only you see your place.',
  onIt: '-# Others see you here if you’re among the first ten.',
  notOnIt: '-# Others don’t see you here.',
  hidden: '-# Others don’t see you here: your settings hide your progress.',
  join: 'Put me on it',
  leave: 'Take me off',
  week: 'This week',
  month: 'This month',
  choose: 'Show another board…',
  joinFirst: 'Only members of this group have a board here. Join first.',
};
