import type { Section, Topic } from '../roadmap.ts';
import { withDirective } from './directive.ts';
import { bare, type EditedFile, itemOf } from './open.ts';
import { indented, replaced, spliced, type Ways } from './splice.ts';
import { bareLabel, SPELLINGS, writtenLink } from './typed.ts';

/** Where new or moved topics go: behind a topic, or first in a topic or section. */
export type Anchor = { readonly behind: Topic } | { readonly under: Topic } | { readonly heads: Section };

/** Adds new topics to a file. */
export function* addTopics(file: EditedFile, anchor: Anchor, titles: readonly string[]): Ways {
  for (const spell of SPELLINGS) {
    for (const { at, forms } of slots(file, anchor)) {
      for (const form of forms) yield spliced(file, { at, lines: titles.map((title) => form(spell(title))) });
    }
  }
}

/** Moves a topic with everything that it contains. */
export function* moveTopic(file: EditedFile, topic: Topic, anchor: Anchor): Ways {
  const { first, end, prefix } = linesOf(file, topic);
  const block = file.lines.slice(first, end).map(bare);
  const boxed = withBox(file, topic);
  for (const { at, prefix: wanted } of slots(file, anchor)) {
    const moved = indented(block, prefix, wanted);
    const ways =
      boxed === undefined ? [moved] : [moved, indented([boxed, ...block.slice(1)], prefix, wanted)];
    for (const lines of ways) {
      for (const left of [[], ['']]) yield spliced(file, { at, lines }, { from: first, to: end, left });
    }
  }
}

/** Removes a topic with everything that it contains. */
export function* removeTopic(file: EditedFile, topic: Topic): Ways {
  const { first, end } = linesOf(file, topic);
  for (const left of [[], ['']]) yield spliced(file, null, { from: first, to: end, left });
}

/** Moves what is under a topic to another one, and removes the topic. */
export function* mergeTopic(file: EditedFile, topic: Topic, into: Topic): Ways {
  const [from, to] = [itemOf(file, topic), itemOf(file, into)];
  if (from === undefined || to === undefined) return;
  const body = indented(file.lines.slice(from.ownEnd, from.end).map(bare), from.inner, to.inner);
  const own = file.lines.slice(from.first, from.ownEnd).join('');
  const inTitle = topic.resources.filter(({ url }) => own.includes(bareLabel(url))).length;
  const counts = [inTitle, ...topic.resources.keys(), topic.resources.length];
  for (const spell of SPELLINGS) {
    for (const links of new Set(counts)) {
      for (let notes = 0; notes <= Math.min(topic.notes.length, from.ownEnd - from.first - 1); notes += 1) {
        const lines = [
          ...topic.resources.slice(0, links).map((link) => `${to.inner}- ${writtenLink(link, spell)}`),
          ...topic.notes.slice(0, notes).map((note) => `${to.inner}- ${spell(note)}`),
          ...body,
        ];
        yield spliced(file, { at: to.end, lines }, { from: from.first, to: from.end, left: [] });
      }
    }
  }
}

/**
 * Changes the title of a topic: in its place, or on a new line, with the old title's links below, if the old title is
 * not plainly written.
 */
export function* retitle(file: EditedFile, topic: Topic, title: string): Ways {
  const first = topic.line - 1;
  const line = bare(file.lines[first]);
  const mark = file.marks.get(topic.key);
  const start = mark !== undefined && mark.line === topic.line ? mark.to : 0;
  for (const spell of SPELLINGS) {
    for (const old of new Set([topic.title, ...SPELLINGS.map((one) => one(topic.title))])) {
      for (const from of [line.indexOf(old, start), line.indexOf(old)]) {
        if (from === -1 || old === '') continue;
        yield replaced(file, first, 1, [line.slice(0, from) + spell(title) + line.slice(from + old.length)]);
      }
    }
  }
  const item = itemOf(file, topic);
  if (item === undefined || mark === undefined || mark.line !== topic.line) return;
  const lead = line.slice(0, Math.max(mark.to, item.prefix.length + item.bullet.length));
  const space = /^[ \t]*/u.exec(line.slice(lead.length))?.[0] ?? ' ';
  for (let count = 1; count <= Math.min(item.ownEnd - first, 4); count += 1) {
    const own = file.lines
      .slice(first, first + count)
      .map(bare)
      .join(' ');
    const comments = [...own.matchAll(/<!--[\s\S]*?-->/gu)].map(([comment]) => ` ${comment}`).join('');
    const links = topic.resources.filter(({ url }) => own.includes(bareLabel(url)));
    for (const spell of SPELLINGS) {
      yield replaced(file, first, count, [
        lead + space + spell(title) + comments,
        ...links.map((link) => `${item.inner}- ${writtenLink(link, spell)}`),
      ]);
    }
  }
}

/** Writes a directive after a topic's or section's title. */
export function* direct(file: EditedFile, of: Topic | Section, name: string, value: string | null): Ways {
  const first = of.line - 1;
  const item = file.items.get(first);
  const end = item?.ownEnd ?? Math.min(first + ('topics' in of ? 3 : 1), file.lines.length);
  const own = file.lines.slice(first, end).map(bare);
  for (const lines of withDirective(own, name, value)) yield replaced(file, first, own.length, lines);
}

/**
 * The line of a topic with a box instead of its mark, for a list with other marks; undefined if the topic has no mark
 * there.
 */
function withBox(file: EditedFile, topic: Topic): string | undefined {
  const mark = file.marks.get(topic.key);
  if (mark === undefined || mark.line !== topic.line || mark.from === mark.to) return undefined;
  const line = bare(file.lines[topic.line - 1]);
  return line.slice(0, mark.from) + (topic.ticked ? '[x]' : '[ ]') + line.slice(mark.to);
}

interface Slot {
  /** The line before which the topics go. */
  readonly at: number;
  /** The text before a bullet there. */
  readonly prefix: string;
  /** The ways in which a new topic can be written there. */
  readonly forms: readonly ((text: string) => string)[];
}

function slots(file: EditedFile, anchor: Anchor): readonly Slot[] {
  if ('behind' in anchor) {
    const { end, prefix } = linesOf(file, anchor.behind);
    return [{ at: end, prefix, forms: formsLike(file, anchor.behind) }];
  }
  if ('heads' in anchor) {
    const { line } = anchor.heads;
    const forms = [(text: string) => `- [ ] ${text}`];
    return [line, line + 1].map((at) => ({ at, prefix: '', forms }));
  }
  const item = itemOf(file, anchor.under);
  if (item === undefined) return [];
  const bullet = /\d/u.test(item.bullet) ? '-' : item.bullet;
  const mark = file.marks.get(anchor.under.key);
  const box = mark === undefined || mark.open === '' ? '[ ]' : mark.open;
  const forms = [...new Set([box, '[ ]'])].map(
    (open) => (text: string) => `${item.inner}${bullet} ${open.trimEnd()} ${text}`,
  );
  return [...new Set([item.end, item.ownEnd])].map((at) => ({ at, prefix: item.inner, forms }));
}

/** Ways to write a line for a topic beside another one. */
function formsLike(file: EditedFile, topic: Topic): readonly ((text: string) => string)[] {
  const line = bare(file.lines[topic.line - 1]);
  const lead = (/^[\s>]*(?:#{1,6}[ \t]+|(?:[-*+]|\d{1,9}[.)])[ \t]+)?/u.exec(line)?.[0] ?? '').replace(
    /\d+/u,
    (number) => String(Number(number) + 1),
  );
  const mark = file.marks.get(topic.key);
  const plain = [(text: string) => `${lead}[ ] ${text}`, (text: string) => `${lead}${text}`];
  if (mark === undefined || mark.line !== topic.line) return plain;
  const between = line.slice(lead.length, mark.from);
  if (mark.from === mark.to) return plain.toReversed();
  const space = /^[ \t]*/u.exec(line.slice(mark.to))?.[0] ?? ' ';
  const own =
    between.trim() === ''
      ? (text: string) => `${lead}${mark.open}${space || ' '}${text}`
      : (text: string) => `${lead}${text} ${mark.open}`;
  return [own, ...plain];
}

/** The lines of a topic. If it is no item of a list, it is the single line on which it is written. */
function linesOf(file: EditedFile, topic: Topic): { first: number; end: number; prefix: string } {
  const first = topic.line - 1;
  const { end, prefix } = itemOf(file, topic) ?? { end: first + 1, prefix: '' };
  return { first, end, prefix };
}
