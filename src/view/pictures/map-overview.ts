import { type Colour, FONTS, WIDTH } from './look.ts';
import { framed, MAP, type MapFrame, type MapNode, type MapPage, roomOf } from './map.ts';
import type { MarkKind, Shape } from './scene.ts';
import { fit, line, titled, type Typesetter, wrap } from './typeset.ts';

/** A whole roadmap. Each section is an island, and each topic without parts is a mark on it. */
export interface OverviewPicture extends MapFrame {
  readonly kind: 'overview';
  readonly locale: string;
  readonly islands: readonly Island[];
  /** The place of the reader: the topic, and "You are here · ACID" in two parts. */
  readonly here: { readonly topic: string; readonly label: string; readonly title: string } | null;
}

export interface Island {
  readonly title: string;
  /** The text for a title that cannot be drawn. */
  readonly spare: string;
  /** "19/37" */
  readonly count: string;
  readonly nodes: readonly IslandNode[];
}

export interface IslandNode extends MapNode {
  /** Whether it has the same parent as the mark before it. */
  readonly isLinked: boolean;
}

/** The diameter of a mark, and the distance between two marks. */
interface Size {
  readonly d: number;
  readonly pitch: number;
}

/** How dense a map is. */
interface Density {
  readonly size: Size;
  /** Whether islands stand side by side even if their titles are cut there. */
  readonly cutsTitles: boolean;
}

const SMALLEST: Size = { d: 12, pitch: 16.5 };
const SIZES: readonly Size[] = [{ d: 15, pitch: 20.5 }, { d: 13.5, pitch: 18.5 }, SMALLEST];
const DENSEST: Density = { size: SMALLEST, cutsTitles: true };
/**
 * From the loosest to the densest. The first one that needs no more pages than the densest is used. Smaller marks are
 * better than titles that nobody can read.
 */
const DENSITIES: readonly Density[] = [false, true].flatMap((cutsTitles) =>
  SIZES.map((size) => ({ size, cutsTitles })),
);
const FULL = WIDTH - 2 * MAP.margin;
const HALF = (FULL - 8) / 2;
const GAP = 7;
const PADDING = 12;
/** The least distance between an island's title and its count. */
const TITLE_GAP = 8;
/** A long title has a second line, so much lower. */
const TITLE_LINES = 2;
const TITLE_LINE = 22;
/** The distance from an island's top to its marks if its title has one line, and from the marks to its bottom. */
const ABOVE_MARKS = 34;
const BELOW_MARKS = 8;
/** The lane for "you are here" under a row, so that the label never covers a mark. */
const LANE = 31;
const LABEL = { height: 26, padding: 8, baseline: 19.5 };
/** The baseline of an island's title, below the island's top. */
const TITLE_BASELINE = 24;
const FINISHED: ReadonlySet<MarkKind> = new Set(['done', 'proven', 'skipped']);
/** A small island is put beside the next small one only if that is at most this many islands later. */
const LOOK_AHEAD = 3;
const SMALL = 2;
/** If an island continues on the next page, it has at least this many rows on the first. */
const LEAST_ROWS = 3;

/** An island, or a part of one, ready to be drawn. */
interface Block {
  readonly title: readonly string[];
  readonly count: string;
  readonly width: number;
  readonly rows: readonly (readonly IslandNode[])[];
  readonly height: number;
}

/** Blocks side by side: a wide one, or two narrow ones. */
type Band = readonly Block[];

/** Lays out the pages of a roadmap's map. */
export function overviewPages(picture: OverviewPicture, type: Typesetter): readonly MapPage[] {
  const densest = pagesAt(DENSEST, picture, type);
  const { size, pages } = DENSITIES.values()
    .map((density) => ({ size: density.size, pages: pagesAt(density, picture, type) }))
    .find((map) => map.pages.length === densest.length) ?? { size: SMALLEST, pages: densest };
  return pages.map((bands, page) => {
    const shapes: Shape[] = [];
    let y = MAP.top;
    for (const band of bands) {
      let x = MAP.margin;
      for (const shown of band) {
        const box = { x, y, w: shown.width, h: bandHeight(band) };
        shapes.push(
          { kind: 'panel', box, radius: 10, fill: 'panel', ...edgeOf(shown) },
          ...blockShapes(shown, box, size, picture, type),
        );
        x += shown.width + (FULL - 2 * HALF);
      }
      y += bandHeight(band) + GAP;
    }
    return framed(picture, shapes, y - GAP, [page, pages.length], type);
  });
}

function pagesAt(density: Density, picture: OverviewPicture, type: Typesetter): readonly (readonly Band[])[] {
  return paginate(bandsOf(picture, density, type), picture, density.size, roomOf(picture, type));
}

function bandHeight(band: Band): number {
  return Math.max(...band.map(({ height }) => height));
}

/** The edge of an island on which nothing is left to do. */
function edgeOf({ rows }: Block): { readonly edge?: Colour; readonly edgeWidth?: number } {
  const marks = new Set(rows.flat().map(({ mark }) => mark));
  if (!marks.isSubsetOf(FINISHED) || marks.isSubsetOf(new Set(['skipped']))) return {};
  return { edge: marks.has('done') ? 'done' : 'proven', edgeWidth: 1.5 };
}

/** Puts the islands into bands in file order. A small island stands beside the next small one. */
function bandsOf(picture: OverviewPicture, { size, cutsTitles }: Density, type: Typesetter): readonly Band[] {
  const left = picture.islands.filter(({ nodes }) => nodes.length > 0);
  const bands: Band[] = [];
  for (let island = left.shift(); island !== undefined; island = left.shift()) {
    const partner = isSmall(island) ? left.slice(0, LOOK_AHEAD).findIndex(isSmall) : -1;
    const beside = partner === -1 ? [] : left.splice(partner, 1);
    const width = beside.length === 0 ? FULL : HALF;
    bands.push([island, ...beside].map((one) => blockOf(one, width)));
  }
  return bands;

  function isSmall({ title, spare, count, nodes }: Island): boolean {
    const { here } = picture;
    const isCut =
      titleLines(titled(type, title, spare), count, HALF, type)
        .at(-1)
        ?.endsWith('…') === true;
    const label =
      here !== null && nodes.some(({ topic }) => topic === here.topic)
        ? type.measure(labelOf(here, type), FONTS.strong) + 2 * LABEL.padding
        : 0;
    const rows = Math.ceil(nodes.length / perRow(HALF, size));
    return rows <= SMALL && (cutsTitles || !isCut) && label <= HALF - 2 * PADDING;
  }

  function blockOf({ title, spare, count, nodes }: Island, width: number): Block {
    const across = perRow(width, size);
    const rows = Array.from({ length: Math.ceil(nodes.length / across) }, (_, row) =>
      nodes.slice(row * across, (row + 1) * across),
    );
    const lines = titleLines(titled(type, title, spare), count, width, type);
    return block(lines, count, width, rows, picture, size);
  }
}

function perRow(width: number, { d, pitch }: Size): number {
  return Math.floor((width - 2 * PADDING - d) / pitch) + 1;
}

/** The title of an island in lines. The count stands at the right of the first one. */
function titleLines(title: string, count: string, width: number, type: Typesetter): readonly string[] {
  const room = width - 2 * PADDING;
  const beside = room - type.measure(count, FONTS.caption) - TITLE_GAP;
  return wrap(type, title, FONTS.strong, room, TITLE_LINES, beside);
}

/** The distance from an island's top to its marks. */
function aboveMarks(title: Block['title']): number {
  return ABOVE_MARKS + (title.length - 1) * TITLE_LINE;
}

function block(
  title: Block['title'],
  count: string,
  width: number,
  rows: Block['rows'],
  picture: OverviewPicture,
  size: Size,
): Block {
  const lanes = rows.filter((row) => isHere(row, picture)).length;
  const height = aboveMarks(title) + size.d + (rows.length - 1) * size.pitch + lanes * LANE + BELOW_MARKS;
  return { title, count, width, rows, height };
}

function isHere(row: readonly IslandNode[], { here }: OverviewPicture): boolean {
  return here !== null && row.some(({ topic }) => topic === here.topic);
}

/** Fills pages from the top. An island that is higher than a page is cut between its rows. */
function paginate(
  bands: readonly Band[],
  picture: OverviewPicture,
  size: Size,
  room: number,
): readonly (readonly Band[])[] {
  const pages: Band[][] = [[]];
  let left = room;
  const put = (band: Band): void => {
    if (bandHeight(band) > left) {
      pages.push([]);
      left = room;
    }
    pages.at(-1)?.push(band);
    left -= bandHeight(band) + GAP;
  };
  for (const band of bands) {
    const [first] = band;
    if (first === undefined || bandHeight(band) <= room) put(band);
    else for (const part of cut(first, left, picture, size, room)) put([part]);
  }
  return pages;
}

/** Cuts an island into parts. The first part fills the rest of its page if enough rows fit there. */
function cut(
  { title, count, width, rows }: Block,
  left: number,
  picture: OverviewPicture,
  size: Size,
  room: number,
): readonly Block[] {
  const rowsIn = (free: number): number =>
    Math.floor((free - aboveMarks(title) - size.d - BELOW_MARKS - LANE) / size.pitch) + 1;
  const starts: number[] = [0];
  const first = rowsIn(left);
  for (let at = first >= LEAST_ROWS ? first : rowsIn(room); at < rows.length; at += rowsIn(room))
    starts.push(at);
  return starts.map((from, index) =>
    block(
      title,
      `${count} · ${index + 1}/${starts.length}`,
      width,
      rows.slice(from, starts[index + 1]),
      picture,
      size,
    ),
  );
}

function blockShapes(
  { title, count, rows }: Block,
  box: { readonly x: number; readonly y: number; readonly w: number },
  { d, pitch }: Size,
  picture: OverviewPicture,
  type: Typesetter,
): readonly Shape[] {
  const [left, right] = [box.x + PADDING, box.x + box.w - PADDING];
  const number = line(type, count, right, box.y + TITLE_BASELINE, {
    font: FONTS.caption,
    colour: 'mute',
    align: 'right',
  });
  const name = title.map((words, index) =>
    line(type, words, left, box.y + TITLE_BASELINE + index * TITLE_LINE, {
      font: FONTS.strong,
      colour: 'text',
    }),
  );
  const shapes: Shape[] = [...name, number];
  let y = box.y + aboveMarks(title) + d / 2;
  for (const row of rows) {
    const xOf = (index: number): number => left + d / 2 + index * pitch;
    for (const [index, node] of row.entries()) {
      if (node.isLinked && index > 0) {
        const [from, to] = [xOf(index - 1) + d / 2, xOf(index) - d / 2];
        shapes.push({ kind: 'line', from: [from, y], to: [to, y], width: 4, colour: 'link', round: false });
      }
    }
    for (const [index, { topic, mark, share }] of row.entries()) {
      shapes.push({ kind: 'mark', mark, x: xOf(index), y, d, topic, ...(share !== undefined && { share }) });
    }
    const at = row.findIndex(({ topic }) => topic === picture.here?.topic);
    if (at !== -1) {
      shapes.push(...hereShapes(xOf(at), y, d, { left, right }, picture, type));
      y += LANE;
    }
    y += pitch;
  }
  return shapes;
}

/** "You are here · ACID", without the title if it cannot be drawn. */
function labelOf({ label, title }: NonNullable<OverviewPicture['here']>, type: Typesetter): string {
  const shown = titled(type, title, '');
  return shown === '' ? label : `${label} · ${shown}`;
}

/** A long label is smaller, then without its first part. It is cut only if the title alone is too long. */
function labelWithin(here: NonNullable<OverviewPicture['here']>, max: number, type: Typesetter) {
  const whole = labelOf(here, type);
  const title = titled(type, here.title, '') || whole;
  const choices = [
    { text: whole, font: FONTS.strong },
    { text: whole, font: FONTS.captionStrong },
    { text: title, font: FONTS.strong },
    { text: title, font: FONTS.captionStrong },
  ];
  const fitting = choices.find(({ text, font }) => type.measure(text, font) <= max);
  return fitting ?? { text: fit(type, title, FONTS.captionStrong, max), font: FONTS.captionStrong };
}

/** Draws a ring around the mark, and a label under it that stays within the island. */
function hereShapes(
  x: number,
  y: number,
  d: number,
  { left, right }: { readonly left: number; readonly right: number },
  { here }: OverviewPicture,
  type: Typesetter,
): readonly Shape[] {
  if (here === null) return [];
  const { text, font } = labelWithin(here, right - left - 2 * LABEL.padding, type);
  const width = type.measure(text, font) + 2 * LABEL.padding;
  const from = Math.min(Math.max(x - width / 2, left), right - width);
  const top = y + d / 2 + 5;
  return [
    { kind: 'disc', x, y, r: d / 2 + 3, fill: null, edge: 'here', edgeWidth: 2 },
    { kind: 'sign', sign: 'pointer', x, y: top + 1, d: 6, colour: 'here' },
    { kind: 'panel', box: { x: from, y: top, w: width, h: LABEL.height }, radius: 5, fill: 'here' },
    line(type, text, from + LABEL.padding, top + LABEL.baseline, { font, colour: 'onHere' }),
  ];
}
