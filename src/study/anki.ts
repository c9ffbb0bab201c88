import { toCsv } from '../text/csv.ts';

/** A card for Anki, a program for flash cards; plain text. */
export interface AnkiCard {
  /** The topic's id. Anki recognises the card by it in a later file, even if its title or place has changed. */
  readonly topicId: string;
  readonly question: string;
  /** Titles from the top-level section down to the topic's holder. They tell topics with equal titles apart. */
  readonly place: readonly string[];
  /** The points to recall, each on its own line. */
  readonly cues: readonly string[];
  readonly answers: readonly { readonly heading: string; readonly text: string }[];
  /** Without spaces. */
  readonly tags: readonly string[];
}

/**
 * These lines tell Anki how to read the file. Otherwise Anki takes the first colon, semicolon or comma as the
 * separator, and any text may have one. The lines are written as records of four fields, so that every record of the
 * file has the same length, as RFC 4180 wants. Anki has read them so since 2025
 * (https://github.com/ankitects/anki/pull/3862); an older version asks for the separator when the file is opened.
 */
const HEADER = ['#separator:Comma,,,', '#html:true,,,', '#guid column:1,,,', '#tags column:4,,,'];

/** The beginning of a file for Anki. */
export const ANKI_HEAD = HEADER.map((line) => `${line}\r\n`).join('');

/** A card as a record: its guid, question, answer and tags. Importing a card again replaces the earlier one. */
export function ankiRecord({ topicId, question, place, cues, answers, tags }: AnkiCard): string {
  const where = place.length > 0 ? [place.join(' › ')] : [];
  return toCsv([
    [
      `roadmate-${topicId}`,
      [question, ...where, ...cues.map((cue) => `• ${cue}`)].map(html).join('<br>'),
      answers.map(({ heading, text }) => `<b>${html(heading)}</b><br>${html(text)}`).join('<br><br>'),
      tags.join(' '),
    ],
  ]);
}

/** Text as HTML that shows exactly this text: nothing in it becomes a tag, and its lines and indents stay. */
function html(text: string): string {
  return (
    text
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('\t', '    ')
      .replaceAll(/^ +/gm, (indent) => '&nbsp;'.repeat(indent.length))
      .replaceAll(/\r\n?|\n/g, '<br>')
      // eslint-disable-next-line no-control-regex -- what cannot be seen is of no use on a card.
      .replaceAll(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/g, '')
  );
}
