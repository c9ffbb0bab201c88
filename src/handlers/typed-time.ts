import type { Once, Reader, Repeated, WhenProblem } from '../time/when/meaning.ts';
import { readWhen } from '../time/when/when.ts';
import { isLanguage, type Words } from '../words/index.ts';
import { LEXICONS } from '../words/lexicons.ts';

/**
 * The possible meanings of a typed time, the likeliest first; or what is wrong with it. A member may type in any language of
 * the bot; their own comes first.
 */
export function typedTimes(
  { locale }: Words,
  said: string,
  reader: Reader,
): readonly (Once | Repeated)[] | WhenProblem {
  const language = locale.split('-')[0] ?? '';
  const own = isLanguage(language) ? [LEXICONS[language]] : [];
  const read = readWhen(said, reader, [...new Set([...own, ...Object.values(LEXICONS)])]);
  if (read.is === 'refused') return read.why;
  return read.is === 'ask' ? read.choices : [read];
}
