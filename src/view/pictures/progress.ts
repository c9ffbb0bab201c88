import { INNER, MARGIN, RIGHT } from './edges.ts';
import { type Font, FONTS } from './look.ts';
import { type Scene, type Shape, splitBar } from './scene.ts';
import { line, named, type Person, titled, type Typesetter } from './typeset.ts';

/** The content of a member's progress picture, in the reader's language. */
export interface ProgressPicture {
  readonly kind: 'progress';
  readonly locale: string;
  readonly person: Person;
  readonly roadmap: string;
  /** "27 of 87 done", "31%", and the same share from 0 to 1. */
  readonly done: { readonly text: string; readonly percent: string; readonly share: number };
  /** "9 proven", or null if nothing is. */
  readonly proven: { readonly text: string; readonly share: number } | null;
  /** At most three. The shares count what the track asks for. */
  readonly tracks: readonly {
    readonly title: string;
    /** The text for a title that cannot be drawn. */
    readonly spare: string;
    readonly count: string;
    readonly done: number;
    readonly proven: number;
  }[];
  readonly week: {
    readonly title: string;
    /** "12-day streak", or null if there is none. */
    readonly streak: string | null;
    /** Monday to Sunday. */
    readonly days: readonly WeekDay[];
  };
  /** Null for a beginner, because an empty half year would shame them. */
  readonly halfYear: HalfYear | null;
}

export interface WeekDay {
  readonly label: string;
  readonly isToday: boolean;
  /**
   * The number of topics that were finished. On a day without any: whether the member studied, or was forgiven, or
   * neither.
   */
  readonly what: number | 'studied' | 'rest' | 'nothing';
}

/** 26 weeks from Monday to Sunday. The last one is this week. */
export interface HalfYear {
  readonly title: string;
  /** "68 days studied" */
  readonly studied: string;
  /** A level from 0 to 4 for each day from the first Monday up to today. */
  readonly levels: readonly number[];
  /** The names of the months, each with the week (0 to 25) in which it begins. */
  readonly months: readonly { readonly name: string; readonly week: number }[];
}

/** Baselines of the name and of the roadmap's title below it. */
const HEADING = { name: 39, roadmap: 64 };
const RINGS = { x: 74, y: 159, done: { r: 48, width: 11 }, proven: { r: 34, width: 9 } };
/** The counts and tracks stand beside the rings, each in a line of its own. `baseline` is below a line's upper edge. */
const BESIDE = { x: 148, count: 26, track: 36, baseline: 18, mark: 16 };
const BAR = 7;
const WEEK = { baseline: 266, y: 299, r: 18, label: 339 };
const CELL = { gap: 2.5, radius: 2.5, weeks: 26, top: 412 };
const HALF_YEAR_BASELINE = 377;
const MONTH_ROOM = 40;
const HEAT = ['heat0', 'heat1', 'heat2', 'heat3', 'heat4'] as const;
const HEIGHT = { withHalfYear: 521, without: 354 };

/** Draws rings for the done and the proven topics, this week by day, and the last half year. */
export function progressScene(picture: ProgressPicture, type: Typesetter): Scene {
  return {
    height: picture.halfYear === null ? HEIGHT.without : HEIGHT.withHalfYear,
    shapes: [
      ...heading(picture, type),
      ...rings(picture, type),
      ...counts(picture, type),
      ...week(picture, type),
      ...(picture.halfYear === null ? [] : halfYear(picture.halfYear, type)),
    ],
  };
}

function heading({ person, roadmap, locale }: ProgressPicture, type: Typesetter): readonly Shape[] {
  const { name } = named(type, person, locale);
  const title = titled(type, roadmap, '');
  return [
    line(type, name, MARGIN, HEADING.name, { font: nameFont(name, type), colour: 'text', max: INNER }),
    line(type, title, MARGIN, HEADING.roadmap, { font: FONTS.body, colour: 'mute', max: INNER }),
  ];
}

/** A long name gets a smaller font, so that less of it is cut. */
function nameFont(name: string, type: Typesetter): Font {
  return type.measure(name, FONTS.name) <= INNER ? FONTS.name : FONTS.count;
}

function rings({ done, proven }: ProgressPicture, type: Typesetter): readonly Shape[] {
  const { x, y } = RINGS;
  const font = done.share === 1 && proven !== null ? FONTS.count : FONTS.title;
  return [
    { kind: 'ring', x, y, ...RINGS.done, share: done.share, colour: 'done', track: 'track' },
    ...(proven === null
      ? []
      : [
          {
            kind: 'ring',
            x,
            y,
            ...RINGS.proven,
            share: proven.share,
            colour: 'proven',
            track: 'track',
          } as const,
        ]),
    line(type, done.percent, x, y + font.size * 0.36, { font, colour: 'text', align: 'centre' }),
  ];
}

/** Draws the counts and tracks beside the rings, around the same middle. */
function counts({ done, proven, tracks }: ProgressPicture, type: Typesetter): readonly Shape[] {
  const { count, track, baseline } = BESIDE;
  const lines = proven === null ? 1 : 2;
  const top = RINGS.y - (lines * count + tracks.length * track) / 2;
  return [
    ...counted('done', done.text, top + baseline, type),
    ...(proven === null ? [] : counted('proven', proven.text, top + count + baseline, type)),
    ...tracks.flatMap((one, index) => bar(one, top + lines * count + index * track + baseline, type)),
  ];
}

function counted(
  mark: 'done' | 'proven',
  text: string,
  baseline: number,
  type: Typesetter,
): readonly Shape[] {
  const { x, mark: d } = BESIDE;
  const from = x + d + 7;
  return [
    { kind: 'mark', mark, x: x + d / 2, y: baseline - 6.5, d: mark === 'done' ? d : d - 1 },
    line(type, text, from, baseline, { font: FONTS.strong, colour: 'text', max: RIGHT - from }),
  ];
}

function bar(
  { title, spare, count, done, proven }: ProgressPicture['tracks'][number],
  baseline: number,
  type: Typesetter,
): readonly Shape[] {
  const { x } = BESIDE;
  const soft = { font: FONTS.body, colour: 'soft' } as const;
  const number = line(type, count, RIGHT, baseline, { ...soft, align: 'right' });
  return [
    line(type, titled(type, title, spare), x, baseline, { ...soft, max: number.x - x - 10 }),
    number,
    splitBar({ x, y: baseline + 6, w: RIGHT - x, h: BAR }, [
      { share: proven, colour: 'proven' },
      { share: done - proven, colour: 'done' },
    ]),
  ];
}

/**
 * Draws seven discs. Each shows the number of finished topics, a check if the member only studied, or a dash if the day
 * is forgiven.
 */
function week({ week: { title, streak, days } }: ProgressPicture, type: Typesetter): readonly Shape[] {
  const { baseline } = WEEK;
  const block = { font: FONTS.block, colour: 'text' } as const;
  const shapes: Shape[] = [line(type, title, MARGIN, baseline, block)];
  if (streak !== null) {
    const text = line(type, streak, RIGHT, baseline, { ...block, align: 'right' });
    shapes.push(text, {
      kind: 'sign',
      sign: 'flame',
      x: text.x - 17,
      y: baseline - 7,
      d: 20,
      colour: 'flame',
    });
  }
  return [
    ...shapes,
    ...days.flatMap((day, index) => weekDay(day, MARGIN + (INNER / 7) * (index + 0.5), type)),
  ];
}

function weekDay({ label, isToday, what }: WeekDay, x: number, type: Typesetter): readonly Shape[] {
  const { y, r } = WEEK;
  const isStudied = what === 'studied' || typeof what === 'number';
  const name = {
    font: isToday ? FONTS.captionStrong : FONTS.caption,
    colour: isToday ? 'text' : 'mute',
  } as const;
  return [
    isStudied
      ? { kind: 'disc', x, y, r, fill: 'done' }
      : { kind: 'disc', x, y, r: r - 1, fill: null, edge: 'track', edgeWidth: 2 },
    ...(isToday ? [{ kind: 'disc', x, y, r: r + 3, fill: null, edge: 'text', edgeWidth: 2 } as const] : []),
    ...dayFigure(what, x, type),
    line(type, label, x, WEEK.label, { ...name, align: 'centre', max: INNER / 7 }),
  ];
}

function dayFigure(what: WeekDay['what'], x: number, type: Typesetter): readonly Shape[] {
  const { y } = WEEK;
  const count = { font: FONTS.count, colour: 'onDone', align: 'centre' } as const;
  if (typeof what === 'number') return [line(type, String(what), x, y + 6, count)];
  if (what === 'studied') return [{ kind: 'sign', sign: 'check', x, y, d: 18, colour: 'onDone' }];
  if (what === 'rest') {
    return [{ kind: 'line', from: [x - 5, y], to: [x + 5, y], width: 2.5, colour: 'mute', round: true }];
  }
  return [];
}

/** Draws a column for each week. The shades need no legend: brighter means more, and the days are counted above. */
function halfYear({ title, studied, levels, months }: HalfYear, type: Typesetter): readonly Shape[] {
  const pitch = (INNER + CELL.gap) / CELL.weeks;
  const size = pitch - CELL.gap;
  const count = { font: FONTS.body, colour: 'mute', align: 'right' } as const;
  const cells = levels.map((level, day): Shape => {
    const isToday = day === levels.length - 1;
    const [x, y] = [MARGIN + Math.floor(day / 7) * pitch, CELL.top + (day % 7) * pitch];
    return {
      kind: 'panel',
      box: { x, y, w: size, h: size },
      radius: CELL.radius,
      fill: HEAT[level] ?? 'heat0',
      ...(isToday && { edge: 'text', edgeWidth: 1.5 }),
    };
  });
  return [
    line(type, title, MARGIN, HALF_YEAR_BASELINE, { font: FONTS.block, colour: 'text' }),
    line(type, studied, RIGHT, HALF_YEAR_BASELINE, count),
    ...apart(months, pitch, type).map(({ name, week: column }) =>
      line(type, name, MARGIN + column * pitch, CELL.top - 7, { font: FONTS.caption, colour: 'mute' }),
    ),
    ...cells,
  ];
}

/**
 * The months that have room for their name. The first month may be almost over, and the last one may have just begun.
 */
function apart(months: HalfYear['months'], pitch: number, type: Typesetter): HalfYear['months'] {
  return months.filter(({ week: column, name }, index) => {
    const next = months[index + 1];
    const isFar = next === undefined || (next.week - column) * pitch >= MONTH_ROOM;
    return isFar && MARGIN + column * pitch + type.measure(name, FONTS.caption) <= RIGHT;
  });
}
