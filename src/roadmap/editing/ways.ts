import type { Section, Topic } from '../roadmap.ts';
import { withDirective } from './directive.ts';
import { bare, type EditedFile, type ItemLines } from './open.ts';
import { bareLabel, SPELLINGS, writtenLink } from './typed.ts';

/** What the lines of a file may become. An edit is tried in several ways, and the first that reads as planned is taken. */
export type Ways = Iterable<readonly string[]>;

/** Where new or moved topics stand: behind a topic, or as the first of a topic or section. */
export type Anchor = { readonly behind: Topic } | { readonly under: Topic } | { readonly heads: Section };

/** Puts topics into a file that it has not had. */
export function* addTopics(file: EditedFile, anchor: Anchor, titles: readonly string[]): Ways {
  for (const spell of SPELLINGS) {
    for (const { at, forms } of slots(file, anchor)) {
      for (const form of forms) yield spliced(file, { at, lines: titles.map((title) => form(spell(title))) });
    }
  }
}

/** Takes a topic with all that it holds to another place. */
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

export function* removeTopic(file: EditedFile, topic: Topic): Ways {
  const { first, end } = linesOf(file, topic);
  for (const left of [[], ['']]) yield spliced(file, null, { from: first, to: end, left });
}

/** Puts what stands under a topic under another one, and takes the topic away. */
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

/** Puts a line under a topic: as a bullet, or as a paragraph where bullets are topics. */
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

/**
 * Takes what a topic says away: the lines under it on which that stands, or links in them, whose words stay where they are part
 * of more.
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
    for (const link of line.matchAll(/\s*(?:!?\[([^\]]*)\]\([^)]*\)|<?https?:[^\s>]*>?)/gu)) {
      const [whole, label = ''] = link;
      if (!spelled.some((one) => whole.includes(one))) continue;
      const [before, after] = [line.slice(0, link.index), line.slice(link.index + whole.length)];
      const space = /^\s*/u.exec(whole)?.[0] ?? '';
      for (const left of [space + label, '']) yield replaced(file, at, 1, [before + left + after]);
    }
  }
}

/** Writes another title for a section, in the place of the old one. */
export function* retitleSection(
  file: EditedFile,
  { title: was, line: number }: Section,
  title: string,
): Ways {
  const line = bare(file.lines[number - 1]);
  for (const spell of SPELLINGS) {
    for (const old of new Set([was, ...SPELLINGS.map((one) => one(was))])) {
      const from = line.indexOf(old);
      if (from === -1 || old === '') continue;
      yield replaced(file, number - 1, 1, [
        line.slice(0, from) + spell(title) + line.slice(from + old.length),
      ]);
    }
  }
}

/** Writes another title: in the place of the old one, or with its links below where the old one is not written plainly. */
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

/** Writes a directive behind a topic, or behind a section. */
export function* direct(file: EditedFile, of: Topic | Section, name: string, value: string | null): Ways {
  const first = of.line - 1;
  const item = file.items.get(first);
  const end = item?.ownEnd ?? Math.min(first + ('topics' in of ? 3 : 1), file.lines.length);
  const own = file.lines.slice(first, end).map(bare);
  for (const lines of withDirective(own, name, value)) yield replaced(file, first, own.length, lines);
}

/** The line of a topic with a box in place of its mark, for lists whose marks are others; undefined if it has none there. */
function withBox(file: EditedFile, topic: Topic): string | undefined {
  const mark = file.marks.get(topic.key);
  if (mark === undefined || mark.line !== topic.line || mark.from === mark.to) return undefined;
  const line = bare(file.lines[topic.line - 1]);
  return line.slice(0, mark.from) + (topic.ticked ? '[x]' : '[ ]') + line.slice(mark.to);
}

interface Slot {
  /** The line that what is put there comes before. */
  readonly at: number;
  /** What stands before a bullet there. */
  readonly prefix: string;
  /** How a new topic is written there. */
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

/** A line for a topic beside another one. */
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

function itemOf(file: EditedFile, topic: Topic): ItemLines | undefined {
  return file.items.get(topic.line - 1);
}

/** The lines of a topic; of one that is no item of a list, that on which it stands. */
function linesOf(file: EditedFile, topic: Topic): { first: number; end: number; prefix: string } {
  const first = topic.line - 1;
  const { end, prefix } = itemOf(file, topic) ?? { end: first + 1, prefix: '' };
  return { first, end, prefix };
}

/** Lines with another indentation; those between them stay as far behind it as they are. */
function indented(lines: readonly string[], from: string, to: string): readonly string[] {
  return lines.map((line) => {
    if (/^[\s>]*$/u.test(line)) return to.trimEnd();
    return to + (line.startsWith(from) ? line.slice(from.length) : line.trimStart());
  });
}

interface Insertion {
  readonly at: number;
  /** Without their ends. */
  readonly lines: readonly string[];
}

function replaced(
  file: EditedFile,
  from: number,
  count: number,
  lines: readonly string[],
): readonly string[] {
  return spliced(file, null, { from, to: from + count, left: lines });
}

/** Takes some lines out of a file and puts others in, elsewhere in it. What is not touched stays byte for byte. */
function spliced(
  { lines, lineEnd }: EditedFile,
  insertion: Insertion | null,
  removal: { readonly from: number; readonly to: number; readonly left: readonly string[] } | null = null,
): readonly string[] {
  const out: string[] = [];
  const add = (line: string, end: string): void => {
    const last = out.at(-1);
    if (last !== undefined && !/[\r\n]$/u.test(last)) out[out.length - 1] = last + lineEnd;
    out.push(line + end);
  };
  for (let at = 0; at <= lines.length; at += 1) {
    if (insertion?.at === at) {
      for (const line of insertion.lines) add(line, lineEnd);
      // A file whose last line has no end is left with one that has none.
      const before = lines.at(-1) ?? '';
      if (at === lines.length && endOf(before, '') === '') out[out.length - 1] = bare(out.at(-1));
    }
    if (removal?.from === at) {
      const last = lines[removal.to - 1] ?? '';
      const ends = removal.left.map((_, index) => endOf(lines[at + index] ?? last, lineEnd));
      for (const [index, line] of removal.left.entries()) {
        add(line, index === removal.left.length - 1 ? endOf(last, '') : (ends[index] ?? lineEnd));
      }
    }
    const line = lines[at];
    if (line === undefined || (removal && at >= removal.from && at < removal.to)) continue;
    add(line, '');
  }
  return out;
}

function endOf(line: string, otherwise: string): string {
  return /(?:\r\n|\r|\n)$/u.exec(line)?.[0] ?? otherwise;
}
