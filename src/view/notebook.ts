import { customId } from './custom-id.ts';
import type { Outline } from '../roadmap/outline.ts';
import type { NotebookWords } from '../study/notebook.ts';
import type { Words } from '../words/index.ts';
import { button, card, file, type Message, row, text } from './components.ts';
import { plain } from './escape.ts';
import { dayName } from './time.ts';

/** The files of a notebook, and how much they contain. */
export interface NotebookFiles {
  readonly markdown: string;
  readonly anki: string;
  readonly texts: number;
  readonly cards: number;
  /** How many topics did not fit. */
  readonly leftOut: number;
}

/** The notebook as files, with a line about what they contain. */
export function notebookView(
  words: Words,
  { markdown, anki, texts, cards, leftOut }: NotebookFiles,
): Message {
  const files = [
    { name: 'notebook.md', content: markdown },
    ...(cards === 0 ? [] : [{ name: 'anki.csv', content: anki }]),
  ];
  const shown = card(
    'neutral',
    text(
      cards === 0 ? words.notebook.noCards : words.notebook.exported(texts, cards),
      leftOut === 0 ? null : words.notebook.leftOut(leftOut),
    ),
    ...files.map(({ name }) => file(name)),
  );
  return { ...shown, files };
}

/** Says that the member has written nothing yet. */
export function emptyNotebookView(words: Words): Message {
  return card(
    'invite',
    text(words.notebook.empty),
    row(button(words.roadmap.whatNow, customId('today'), 'primary')),
  );
}

/** The notebook's own sentences. Dates are written in the member's `timeZone`. */
export function notebookWords(
  { notebook, locale }: Words,
  outline: Outline,
  timeZone: string,
): NotebookWords {
  const day = (at: number): string => {
    const date = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone).toPlainDate();
    return dayName(date.toString(), locale, { dateStyle: 'long' });
  };
  return {
    title: notebook.title(plain(outline.tree.title)),
    elsewhere: notebook.elsewhere,
    method: notebook.method,
    about: ({ writtenAt, provenAt, language, fileName }) => [
      `${notebook.written(day(writtenAt))} · ${provenAt === null ? notebook.notYet : notebook.countsSince(day(provenAt))}`,
      ...(language === null ? [] : [notebook.language(language)]),
      ...(fileName === null ? [] : [notebook.file(fileName)]),
    ],
    recall: notebook.recall,
    explain: notebook.explain,
  };
}
