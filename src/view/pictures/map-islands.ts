import { FONTS, WIDTH } from './look.ts';
import { MAP, type MapNode } from './map.ts';
import { type Here, hereWidth } from './map-here.ts';
import { titled, type Typesetter, wrap } from './typeset.ts';

/** A section on the map of a whole roadmap. */
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
export interface Size {
  readonly d: number;
  readonly pitch: number;
}

/** An island, or a part of one, with its title and marks in lines. */
export interface Block {
  readonly title: readonly string[];
  readonly count: string;
  readonly width: number;
  readonly rows: readonly (readonly IslandNode[])[];
  readonly height: number;
}

/** Blocks side by side: a wide one, or two narrow ones. */
export type Band = readonly Block[];

/** Where all islands stand. */
export interface Arrangement {
  readonly size: Size;
  /** The bands of each page, from the top. */
  readonly pages: readonly (readonly Band[])[];
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
/** From the loosest to the densest. Smaller marks are better than titles that nobody can read. */
const DENSITIES: readonly Density[] = [false, true].flatMap((cutsTitles) =>
  SIZES.map((size) => ({ size, cutsTitles })),
);
const FULL = WIDTH - 2 * MAP.margin;
const HALF = (FULL - 8) / 2;
/** The distance between two islands, side by side and one below the other. */
export const BESIDE = FULL - 2 * HALF;
export const GAP = 7;
/** The distance from an island's edge to what is on it. */
export const PADDING = 12;
/** The least distance between an island's title and its count. */
const TITLE_GAP = 8;
/** A long title has a second line, so much lower. */
const TITLE_LINES = 2;
export const TITLE_LINE = 22;
/** The distance from an island's top to its marks if its title has one line, and from the marks to its bottom. */
const ABOVE_MARKS = 34;
const BELOW_MARKS = 8;
/** The lane for "you are here" under a row, so that the label never covers a mark. */
export const LANE = 31;
/** A small island is put beside the next small one only if that is at most this many islands later. */
const LOOK_AHEAD = 3;
/** A small island has at most this many rows. */
const SMALL = 2;
/** If an island continues on the next page, it has at least this many rows on the first. */
const LEAST_ROWS = 3;

/**
 * Puts the islands on pages, in file order, at the loosest density that needs no more pages than the densest.
 * @param room the height of a page, in units
 */
export function arrange(
  islands: readonly Island[],
  here: Here | null,
  room: number,
  type: Typesetter,
): Arrangement {
  const at = (density: Density): Arrangement => ({
    size: density.size,
    pages: paginate(bandsOf(islands, here, density, type), here, density.size, room),
  });
  const densest = at(DENSEST);
  return (
    DENSITIES.values()
      .map(at)
      .find(({ pages }) => pages.length === densest.pages.length) ?? densest
  );
}

/** The height of a band, in units: that of its highest island. */
export function bandHeight(band: Band): number {
  return Math.max(...band.map(({ height }) => height));
}

/** The distance from an island's top to its marks. */
export function aboveMarks(title: Block['title']): number {
  return ABOVE_MARKS + (title.length - 1) * TITLE_LINE;
}

/** Puts the islands into bands in file order. A small island stands beside the next small one. */
function bandsOf(
  islands: readonly Island[],
  here: Here | null,
  { size, cutsTitles }: Density,
  type: Typesetter,
): readonly Band[] {
  const left = islands.filter(({ nodes }) => nodes.length > 0);
  const bands: Band[] = [];
  for (let island = left.shift(); island !== undefined; island = left.shift()) {
    const partner = isSmall(island) ? left.slice(0, LOOK_AHEAD).findIndex(isSmall) : -1;
    const beside = partner === -1 ? [] : left.splice(partner, 1);
    const width = beside.length === 0 ? FULL : HALF;
    bands.push([island, ...beside].map((one) => blockOf(one, width)));
  }
  return bands;

  function isSmall(island: Island): boolean {
    const isCut = titleLines(island, HALF, type).at(-1)?.endsWith('…') === true;
    const label = here !== null && isHere(island.nodes, here) ? hereWidth(here, type) : 0;
    const rows = Math.ceil(island.nodes.length / perRow(HALF, size));
    return rows <= SMALL && (cutsTitles || !isCut) && label <= HALF - 2 * PADDING;
  }

  function blockOf(island: Island, width: number): Block {
    const across = perRow(width, size);
    const rows = Array.from({ length: Math.ceil(island.nodes.length / across) }, (_, row) =>
      island.nodes.slice(row * across, (row + 1) * across),
    );
    return sized({ title: titleLines(island, width, type), count: island.count, width, rows }, here, size);
  }
}

function perRow(width: number, { d, pitch }: Size): number {
  return Math.floor((width - 2 * PADDING - d) / pitch) + 1;
}

/** The title of an island in lines. The count stands at the right of the first one. */
function titleLines({ title, spare, count }: Island, width: number, type: Typesetter): readonly string[] {
  const room = width - 2 * PADDING;
  const beside = room - type.measure(count, FONTS.caption) - TITLE_GAP;
  const style = { font: FONTS.strong, max: room, first: beside, lines: TITLE_LINES };
  return wrap(type, titled(type, title, spare), style);
}

/** Adds the height, with a lane under the row of the reader's place. */
function sized(block: Omit<Block, 'height'>, here: Here | null, { d, pitch }: Size): Block {
  const { title, rows } = block;
  const lanes = rows.filter((row) => isHere(row, here)).length;
  const height = aboveMarks(title) + d + (rows.length - 1) * pitch + lanes * LANE + BELOW_MARKS;
  return { ...block, height };
}

function isHere(nodes: readonly IslandNode[], here: Here | null): boolean {
  return here !== null && nodes.some(({ topic }) => topic === here.topic);
}

/** Fills pages from the top. An island that is higher than a page is cut between its rows. */
function paginate(
  bands: readonly Band[],
  here: Here | null,
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
    else for (const part of cut(first, size, left, room)) put([sized(part, here, size)]);
  }
  return pages;
}

/**
 * Cuts an island into parts. The first part fills the rest of its page if enough rows fit there.
 * @param left the height that is left on the present page
 */
function cut(
  { title, count, width, rows }: Block,
  size: Size,
  left: number,
  room: number,
): readonly Omit<Block, 'height'>[] {
  const rowsIn = (free: number): number =>
    Math.floor((free - aboveMarks(title) - size.d - BELOW_MARKS - LANE) / size.pitch) + 1;
  const starts: number[] = [0];
  const first = rowsIn(left);
  for (let at = first >= LEAST_ROWS ? first : rowsIn(room); at < rows.length; at += rowsIn(room))
    starts.push(at);
  return starts.map((from, index) => ({
    title,
    count: `${count} · ${index + 1}/${starts.length}`,
    width,
    rows: rows.slice(from, starts[index + 1]),
  }));
}
