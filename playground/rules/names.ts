import { limits } from './limits.ts';
import { localeFaults } from './locales.ts';
import type { Fault, Path } from './refusal.ts';

/** The fields that a command and an option share. */
export interface Localised {
  name: string;
  name_localizations?: Readonly<Record<string, string>> | null;
  description?: string | null;
  description_localizations?: Readonly<Record<string, string>> | null;
}

/** Discord's pattern for slash commands and options: letters and digits of any script, apostrophe, hyphen, underscore. */
const SLASH_NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;

/** Checks a name and its translations. Those of slash commands and options are lower case and have no spaces. */
export function* nameFaults(item: Localised, path: Path, isSlash: boolean): Iterable<Fault> {
  const places: [Path, string][] = [
    [[...path, 'name'], item.name],
    ...Object.entries(item.name_localizations ?? {}).map(([locale, name]): [Path, string] => [
      [...path, 'name_localizations', locale],
      name,
    ]),
  ];
  for (const [place, name] of places) {
    const isValid = isSlash ? SLASH_NAME.test(name) && name === name.toLowerCase() : name.trim() !== '';
    if (isValid) continue;
    yield {
      path: place,
      code: 'APPLICATION_COMMAND_INVALID_NAME',
      message: 'Command name is invalid',
      rule: isSlash
        ? `A name has 1 to ${limits.command.name} letters, digits, - or _, in lower case and without spaces; not ${JSON.stringify(name)}`
        : 'A user or message command has a name',
    };
  }
  yield* localeFaults(item.name_localizations, [...path, 'name_localizations']);
}

/** Checks that neighbouring names differ in every language. If a name is not translated, its original counts. */
export function* uniqueNames(
  placed: readonly { item: Localised; path: Path }[],
  code: string,
  message: string,
): Iterable<Fault> {
  const locales = new Set(placed.flatMap(({ item }) => Object.keys(item.name_localizations ?? {})));
  for (const locale of [null, ...locales]) {
    const seen = new Set<string>();
    for (const { item, path } of placed) {
      const name = (locale === null ? undefined : item.name_localizations?.[locale]) ?? item.name;
      if (seen.has(name)) {
        const place = locale === null ? ['name'] : ['name_localizations', locale];
        yield { path: [...path, ...place], code, message, rule: `Names differ; twice in one list: ${name}` };
      }
      seen.add(name);
    }
  }
}
