import type { Resource, Topic } from '../roadmap.ts';
import { bare, type EditedFile, type ItemLines, itemOf } from './open.ts';
import { replaced, spliced, type Ways } from './splice.ts';
import { bareLabel, SPELLINGS, writtenLink } from './typed.ts';

/** Adds a line under a topic: a bullet, or a paragraph if bullets would be topics. */
export function* addLine(
  file: EditedFile,
  topic: Topic,
  text: (spell: (text: string) => string) => string,
): Ways {
  const item = itemOf(file, topic);
  if (item === undefined) return;
  const { inner, ownEnd, end } = item;
  for (const spell of SPELLINGS) {
    const line = text(spell);
    for (const at of new Set([end, ownEnd])) {
      yield spliced(file, { at, lines: [`${inner}- ${line}`] });
      yield spliced(file, { at, lines: ['', inner + line, ''] });
      yield spliced(file, { at, lines: ['', inner + line] });
    }
  }
}

/** A link in a line, with the space before it and its label. */
const LINKS = /(\s*)(?:!?\[([^\]]*)\]\([^)]*\)|<?https?:[^\s>]*>?)/gu;

/** Replaces a link. If its words are part of a title, the words stay and the new link is written below. */
export function* changeLink(file: EditedFile, topic: Topic, was: Resource, link: Resource): Ways {
  const item = itemOf(file, topic);
  if (item === undefined) return;
  const address = bareLabel(was.url);
  for (const spell of SPELLINGS) {
    const written = writtenLink(link, spell);
    for (let at = item.first; at < item.end; at += 1) {
      const line = bare(file.lines[at]);
      for (const { 0: whole, 1: space = '', 2: label = '', index } of line.matchAll(LINKS)) {
        if (!whole.includes(address)) continue;
        const [before, after] = [line.slice(0, index), line.slice(index + whole.length)];
        yield replaced(file, at, 1, [before + space + written + after]);
        const kept = before + space + label + after;
        if (at === item.first) {
          yield spliced(
            file,
            { at: item.ownEnd, lines: [`${item.inner}- ${written}`] },
            { from: at, to: at + 1, left: [kept] },
          );
        }
      }
    }
  }
}

/** Replaces a note. */
export function* changeNote(file: EditedFile, topic: Topic, was: string, note: string): Ways {
  const item = itemOf(file, topic);
  if (item === undefined) return;
  for (const spell of SPELLINGS) {
    for (const { from, to, lead } of placesOf(file, item, was)) {
      yield replaced(file, from, to - from, [lead + spell(note)]);
    }
  }
}

interface NotePlace {
  readonly from: number;
  readonly to: number;
  /** The text before the note's own text. */
  readonly lead: string;
}

/** The places where a note of a topic may be written: list items and paragraphs under it that begin like the note. */
function* placesOf(file: EditedFile, item: ItemLines, note: string): Generator<NotePlace> {
  const [start = ''] = note.split('\n');
  const begun = [start, ...SPELLINGS.map((spell) => spell(start))];
  for (let at = item.first + 1; at < item.end; at += 1) {
    const line = bare(file.lines[at]);
    const inner = file.items.get(at);
    const lead = inner === undefined ? (/^[\s>]*/u.exec(line)?.[0] ?? '') : `${inner.prefix}${inner.bullet} `;
    const written = line.slice(lead.length).trim();
    // A note that continues on the next lines begins with the text of its first line.
    if (written === '' || !begun.some((one) => written.includes(one) || one.startsWith(written.slice(0, 20))))
      continue;
    if (inner !== undefined) yield { from: at, to: inner.end, lead };
    let to = at + 1;
    while (to < item.end && bare(file.lines[to]).trim() !== '' && !file.items.has(to)) to += 1;
    for (let end = to; end > at; end -= 1) yield { from: at, to: end, lead };
  }
}

/**
 * Removes a text or link under a topic: the whole lines if they contain nothing else, or only the link, whose words
 * stay.
 */
export function* dropLine(file: EditedFile, topic: Topic, text: string): Ways {
  const item = itemOf(file, topic);
  if (item === undefined || text === '') return;
  const spelled = [text, ...SPELLINGS.map((spell) => spell(text))];
  for (let at = item.first; at < item.end; at += 1) {
    const line = bare(file.lines[at]);
    if (!spelled.some((one) => line.includes(one))) continue;
    if (at > item.first) {
      yield spliced(file, null, { from: at, to: at + 1, left: [] });
      yield spliced(file, null, { from: at, to: at + 1, left: [''] });
    }
    for (const link of line.matchAll(LINKS)) {
      const [whole, space = '', label = ''] = link;
      if (!spelled.some((one) => whole.includes(one))) continue;
      const [before, after] = [line.slice(0, link.index), line.slice(link.index + whole.length)];
      for (const left of [space + label, '']) yield replaced(file, at, 1, [before + left + after]);
    }
  }
  for (const { from, to } of placesOf(file, item, text)) {
    for (const left of [[], ['']]) yield spliced(file, null, { from, to, left });
  }
}
