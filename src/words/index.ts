import { en } from './en/index.ts';
import { tr } from './tr/index.ts';
import { pressable } from './pressable.ts';
import { unbroken } from './unbroken.ts';
import type { Words } from './words.ts';

export type { Words };

/** The languages by their code. To add one, add a folder and a line here. */
export const LANGUAGES = { en: unbroken(en), tr: unbroken(tr) } as const satisfies Record<string, Words>;
export type Language = keyof typeof LANGUAGES;

/** The words for a locale of Discord, such as `en-GB` or `tr`. English where no folder fits. */
export function wordsFor(locale: string): Words {
  const language = locale.split('-')[0];
  return language !== undefined && isLanguage(language) ? LANGUAGES[language] : LANGUAGES.en;
}

/** Whether there is a folder of words for a code. */
export function isLanguage(code: string): code is Language {
  return Object.hasOwn(LANGUAGES, code);
}

/**
 * Makes a function that gives the words of a locale, in which people can press the commands that are named.
 * @param ids the commands' ids by name
 */
export function pressableWords(ids: ReadonlyMap<string, string>): (locale: string) => Words {
  const made = new Map<Words, Words>();
  return (locale) => {
    const words = wordsFor(locale);
    const named = made.get(words) ?? pressable(words, ids);
    made.set(words, named);
    return named;
  };
}
