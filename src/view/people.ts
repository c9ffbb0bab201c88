import type { Words } from '../words/index.ts';

/**
 * Some people in a line: the first ones by name, then the number of the others.
 * @param each a name for each person, in order
 * @param most how many are named
 */
export function peopleLine(words: Words, each: readonly string[], most = 8): string {
  const more = each.length - most;
  return more > 0 ? words.topic.moreOf(each.slice(0, most).join(', '), more) : words.list(each);
}
