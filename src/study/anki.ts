import { toCsv } from '../text/csv.ts';

/** A card to be learned outside of Roadmate; plain text. */
export interface AnkiCard {
  /** The id of its topic, by which Anki knows the card from file to file. It outlives titles and places. */
  readonly topicId: string;
  readonly question: string;
  /** Titles from the top-level section down to what the topic stands in; several topics may be called the same. */
  readonly place: readonly string[];
  /** The points to recall, each on its own line. */
  readonly cues: readonly string[];
  readonly answers: readonly { readonly heading: string; readonly text: string }[];
  /** Without spaces. */
  readonly tags: readonly string[];
}

/**
 * What tells Anki how to read the file. It guesses the separator by the first colon, semicolon or comma that it meets, and
 * there are some in any text, so it has to be told. Written as records of four fields, these lines are RFC 4180 like
 * the rest (every record has as many fields), and Anki has read them so since 2025: it leaves out separators behind a value
 * (https://github.com/ankitects/anki/pull/3862). An older one asks for the separator when the file is opened.
 */
const HEADER = ['#separator:Comma,,,', '#html:true,,,', '#guid column:1,,,', '#tags column:4,,,'];

/** How a file for Anki begins. */
export const ANKI_HEAD = HEADER.map((line) => `${line}\r\n`).join('');

/** A card as a record: what it is known by, question, answer and tags. A card that is imported again takes the place of its older self. */
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
