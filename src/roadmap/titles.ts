import { TITLE_LANGUAGES, type Titles } from './roadmap.ts';

/**
 * The title for a reader: in their language if the file gives it, else in the file's language.
 * @param locale as Discord or a browser names it: `tr`, `en-GB`
 */
export function titleFor({ title, titles }: { title: string; titles: Titles }, locale: string): string {
  const language = TITLE_LANGUAGES.find((one) => one === locale.split('-')[0]);
  return (language && titles[language]) ?? title;
}

/** The title for a file that names none: the file's name, without what programs add to it. */
export function titleOfFile(name: string): string {
  const bare = name
    .replace(/^.*[/\\]/u, '')
    .replace(/\.(?:md|markdown|mdown|txt)$/iu, '')
    // Notion adds the id of a page to its name.
    .replace(/[\s_-]+[0-9a-f]{32}$/iu, '')
    .replace(/[\s_-]+/gu, ' ')
    .trim();
  return bare === '' ? name : bare;
}
