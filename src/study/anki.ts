import { toCsv } from '../text/csv.ts';

/** A card to be learned outside of Roadmate; plain text. */
export interface AnkiCard {
  readonly question: string;
  /** What to recall, each on a line of its own. */
  readonly cues: readonly string[];
  readonly answers: readonly { readonly heading: string; readonly text: string }[];
  /** Without spaces. */
  readonly tags: readonly string[];
}

/**
 * What tells Anki how to read the file. It guesses the separator by the first colon, semicolon or comma that it meets, and
 * there are some in any text, so it has to be told. Written as records of three fields, these lines are RFC 4180 like
 * the rest (every record has as many fields), and Anki has read them so since 2025: it leaves out separators behind a value
 * (https://github.com/ankitects/anki/pull/3862). An older one asks for the separator when the file is opened.
 */
const HEADER = ['#separator:Comma,,', '#html:true,,', '#tags column:3,,'];

/** How a file for Anki begins. */
export const ANKI_HEAD = HEADER.map((line) => `${line}\r\n`).join('');

/** A card as a record: question, answer and tags. */
export function ankiRecord({ question, cues, answers, tags }: AnkiCard): string {
  return toCsv([
    [
      [question, ...cues.map((cue) => `• ${cue}`)].map(html).join('<br>'),
      answers.map(({ heading, text }) => `<b>${html(heading)}</b><br>${html(text)}`).join('<br><br>'),
      tags.join(' '),
    ],
  ]);
}

/** Text as HTML that shows just that text: nothing in it is a tag, and its lines and indents stay. */
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
