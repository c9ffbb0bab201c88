import type { Studying } from '../../store/sessions/now.ts';
import type { Words } from '../../words/index.ts';
import { peopleLine } from '../people.ts';
import { when } from '../time.ts';
import { mention } from '../topics/topic-text.ts';

/** How many people the line names. */
const NAMED = 3;

/**
 * Who studies at the moment, each until their own time; null if nobody does. The times stand there because the line may
 * be read later, in a post.
 */
export function studyingLine(words: Words, people: readonly Studying[]): string | null {
  if (people.length === 0) return null;
  const each = people.map(({ userId, until }) => words.focus.until(mention(userId), when(until, 't')));
  return words.focus.studyingNow(peopleLine(words, each, NAMED));
}
