import { TITLE_LANGUAGES, type Titles } from './roadmap.ts';

/**
 * The title for a reader: in their language where the file gives it, else as the file is written.
 * @param locale as Discord or a browser names it: `tr`, `en-GB`
 */
export function titleFor({ title, titles }: { title: string; titles: Titles }, locale: string): string {
  const language = TITLE_LANGUAGES.find((one) => one === locale.split('-')[0]);
  return (language && titles[language]) ?? title;
}

/** The title of a file that names none: its name, without what programs add to that. */
export function titleOfFile(name: string): string {
  const bare = name
    .replace(/^.*[/\\]/u, '')
    .replace(/\.(?:md|markdown|mdown|txt)$/iu, '')
    // Notion puts the number of a page behind its name.
    .replace(/[\s_-]+[0-9a-f]{32}$/iu, '')
    .replace(/[\s_-]+/gu, ' ')
    .trim();
  return bare === '' ? name : bare;
}
