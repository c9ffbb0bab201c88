import { customId } from '../discord/custom-id.ts';
import type { Outline } from '../roadmap/outline.ts';
import { ankiFile } from '../study/anki.ts';
import {
  notebookCards,
  notebookMarkdown,
  type NotebookPiece,
  notebookTopics,
  type NotebookWords,
} from '../study/notebook.ts';
import type { Words } from '../words/index.ts';
import { button, card, file, type Message, row, text } from './components.ts';
import { plain } from './escape.ts';
import { dayName } from './time.ts';

/** Discord takes 10 MiB a file. */
const LARGEST = 9.5 * 1024 * 1024;

/**
 * What a member has written about a roadmap, as a Markdown file and as cards for Anki.
 * @param timeZone theirs: dates are by it
 */
export function notebookView(
  words: Words,
  outline: Outline,
  pieces: readonly NotebookPiece[],
  timeZone: string,
): Message {
  if (pieces.length === 0) {
    return card(
      'invite',
      text(words.notebook.empty),
      row(button(words.roadmap.whatNow, customId('today'), 'primary')),
    );
  }
  const own = wordsOf(words, outline, timeZone);
  const topics = notebookTopics(outline.byId, pieces);
  const cards = notebookCards(topics, own);
  const whole = asManyAsFit(topics, (some) => notebookMarkdown(some, own));
  const deck = asManyAsFit(cards, ankiFile);
  const files = [
    { name: 'notebook.md', content: whole.content },
    ...(cards.length === 0 ? [] : [{ name: 'anki.csv', content: deck.content }]),
  ];
  const leftOut = whole.leftOut + deck.leftOut;
  const shown = card(
    'neutral',
    text(
      cards.length === 0
        ? words.notebook.noCards
        : words.notebook.exported(pieces.length, cards.length - deck.leftOut),
      leftOut === 0 ? null : words.notebook.leftOut(leftOut),
    ),
    ...files.map(({ name }) => file(name)),
  );
  return { ...shown, files };
}

function wordsOf({ notebook, locale }: Words, outline: Outline, timeZone: string): NotebookWords {
  const day = (at: number): string => {
    const date = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone).toPlainDate();
    return dayName(date.toString(), locale, { dateStyle: 'long' });
  };
  return {
    title: notebook.title(plain(outline.roadmap.title)),
    elsewhere: notebook.elsewhere,
    method: notebook.method,
    about: ({ writtenAt, provenAt, language, fileName }) => [
      `${notebook.written(day(writtenAt))} · ${provenAt === null ? notebook.notProven : notebook.provenOn(day(provenAt))}`,
      ...(language === null ? [] : [notebook.language(language)]),
      ...(fileName === null ? [] : [notebook.file(fileName)]),
    ],
    recall: notebook.recall,
    explain: notebook.explain,
  };
}

/** As much of a list, from its beginning, as a file has room for. */
function asManyAsFit<T>(
  items: readonly T[],
  write: (some: readonly T[]) => string,
): { readonly content: string; readonly leftOut: number } {
  let count = items.length;
  let content = write(items);
  while (Buffer.byteLength(content) > LARGEST && count > 0) {
    count = Math.floor(count * 0.8);
    content = write(items.slice(0, count));
  }
  return { content, leftOut: items.length - count };
}
