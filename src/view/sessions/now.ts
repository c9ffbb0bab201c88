import type { Studying } from '../../store/sessions/now.ts';
import type { Words } from '../../words/index.ts';
import { peopleLine } from '../people.ts';
import { when } from '../time.ts';
import { mention } from '../topics/topic-text.ts';

/** How many people the line names. */
const NAMED = 3;

/**
 * Who studies at the moment, and until when; null if nobody does. The time stands there because the line may be read
 * later, in a post.
 */
export function studyingLine(words: Words, people: readonly Studying[]): string | null {
  if (people.length === 0) return null;
  const until = Math.max(...people.map((person) => person.until));
  const names = peopleLine(
    words,
    people.map(({ userId }) => mention(userId)),
    NAMED,
  );
  return words.focus.studyingNow(names, when(until, 't'));
}
