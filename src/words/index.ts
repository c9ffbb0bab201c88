import { en } from './en/index.ts';
import { tr } from './tr/index.ts';
import { pressable } from './pressable.ts';
import type { Words } from './words.ts';

export type { Words };

/** The languages by their code. A further one is one folder, and one line here. */
export const LANGUAGES = { en, tr } as const satisfies Record<string, Words>;
export type Language = keyof typeof LANGUAGES;

/** @param locale Discord's, such as `en-GB` or `tr`; a language that there is no folder for gets English */
export function wordsFor(locale: string): Words {
  const language = locale.split('-')[0];
  return language !== undefined && isLanguage(language) ? LANGUAGES[language] : LANGUAGES.en;
}

export function isLanguage(code: string): code is Language {
  return Object.hasOwn(LANGUAGES, code);
}

/**
 * What gives the words of a locale with the commands in them written so that they can be pressed.
 * @param ids the commands' ids by name
 */
export function pressableWords(ids: ReadonlyMap<string, string>): (locale: string) => Words {
  const made = new Map(Object.values(LANGUAGES).map((words: Words) => [words, pressable(words, ids)]));
  return (locale) => {
    const words = wordsFor(locale);
    return made.get(words) ?? words;
  };
}
