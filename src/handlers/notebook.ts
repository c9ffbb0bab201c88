import { setImmediate as turn } from 'node:timers/promises';
import { type Answer, tell } from '../discord/answer.ts';
import type { Call } from '../discord/command.ts';
import { notebookOf } from '../store/notebook.ts';
import { ANKI_HEAD, ankiRecord } from '../study/anki.ts';
import {
  notebookCard,
  notebookHead,
  notebookPart,
  type NotebookTopic,
  notebookTopics,
  type NotebookWords,
} from '../study/notebook.ts';
import { emptyNotebookView, type NotebookFiles, notebookView, notebookWords } from '../view/notebook.ts';

/** Exports everything that the member has written on this roadmap, as a notebook and as cards. */
export async function exportNotebook({ app, roadmap, userId, words, timeZone }: Call): Promise<Answer> {
  const pieces = await notebookOf(app.db, userId, roadmap.id);
  if (pieces.length === 0) return tell(emptyNotebookView(words));
  const own = notebookWords(words, roadmap, timeZone);
  return tell(notebookView(words, await writeNotebook(notebookTopics(roadmap.byId, pieces), own)));
}

/** A little less than the 10 MiB that Discord takes for a file; in bytes. */
const LARGEST = 9.5 * 1024 * 1024;

/** Writes a notebook topic by topic, so that the bot can answer others in between: a notebook may be long. */
async function writeNotebook(topics: readonly NotebookTopic[], words: NotebookWords): Promise<NotebookFiles> {
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
