import { setImmediate as turn } from 'node:timers/promises';
import { ANKI_HEAD, ankiRecord } from '../../study/anki.ts';
import {
  notebookCard,
  notebookHead,
  notebookPart,
  type NotebookTopic,
  type NotebookWords,
} from '../../study/notebook.ts';
import type { NotebookFiles } from '../../view/notebook.ts';

/** Discord takes 10 MiB a file; in bytes. */
const LARGEST = 9.5 * 1024 * 1024;

/** Writes a notebook topic by topic, and lets the bot answer others in between: some write a lot. */
export async function writeNotebook(
  topics: readonly NotebookTopic[],
  words: NotebookWords,
): Promise<NotebookFiles> {
  const markdown = [notebookHead(words)];
  const anki = [ANKI_HEAD];
  const room = { markdown: LARGEST, anki: LARGEST };
  const count = { texts: 0, cards: 0, leftOut: 0 };
  for (const [index, topic] of topics.entries()) {
    const part = notebookPart(topic, topics[index - 1], words);
    const card = notebookCard(topic, words);
    const record = card === null ? '' : ankiRecord(card);
    room.markdown -= Buffer.byteLength(part);
    room.anki -= Buffer.byteLength(record);
    if (room.markdown < 0 || room.anki < 0) {
      count.leftOut = topics.length - index;
      break;
    }
    markdown.push(part);
    anki.push(record);
    count.texts += topic.pieces.length;
    count.cards += card === null ? 0 : 1;
    await turn();
  }
  return { markdown: markdown.join(''), anki: anki.join(''), ...count };
}
