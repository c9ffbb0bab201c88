import { type Colour, type Font, FONTS, WIDTH } from './look.ts';
import { type Scene, type Shape, splitBar } from './scene.ts';
import { fit, line, named, type Person, titled, type Typesetter } from './typeset.ts';

/** The content of a group's week poster, in the group's language. */
export interface WeekPicture {
  readonly kind: 'week';
  readonly locale: string;
  /** "Your week · 16–22 November" */
  readonly heading: string;
  /** "14", "topics finished", "by 6 people". */
  readonly hero: { readonly count: string; readonly what: string; readonly by: string };
  /** "5 more than last week", or null if it is not more. */
  readonly more: string | null;
  /** Seven days in order. */
  readonly days: readonly { readonly label: string; readonly count: number }[];
  /** At most three. The shares go from 0 to 1; `gained` is the part that was won this week. */
  readonly sections: readonly {
    readonly title: string;
    /** The text for a title that cannot be drawn. */
    readonly spare: string;
    readonly percent: string;
    readonly share: number;
    readonly gained: number;
    /** "+3%", or null if nothing was gained. */
    readonly gain: string | null;
  }[];
  /** At most three, of the people who allow it. */
  readonly people: readonly {
    readonly person: Person;
    readonly topics: readonly string[];
    /** "best week". At most one person has it. */
    readonly tag: string | null;
  }[];
  /** "3 proven" with the titles; null if there are none. */
  readonly proven: { readonly count: string; readonly topics: readonly string[] } | null;
  /** "4 h" "studied", "2" "new roles": at most four. */
  readonly facts: readonly { readonly count: string; readonly what: string }[];
}

const MARGIN = 20;
const RIGHT = WIDTH - MARGIN;
const INNER = WIDTH - 2 * MARGIN;
/** The band at the top: the baselines of its words, and its height without and with the comparison. */
const BAND = { heading: 31, count: 92, what: 68, by: 91, more: 119, height: 192, withMore: 216 };
/** The bars are below the words. `base` and `label` are distances from the lower edge of the band. */
const BARS = { x: 46, pitch: 51.3, width: 26, base: 36, max: 30, least: 3, label: 13 };
const LEAST_HERO = 26;
const SECTION = { first: 27, pitch: 36, bar: 7 };
/** `name` is the width that a name may have in any case. */
const PERSON = { pitch: 30, d: 25, name: 120, gap: 10, x: MARGIN + 34 };
const COLOURS = ['person0', 'person1', 'person2', 'person3', 'person4'] as const;
/** Facts stand in rows, as many in each as there is room for. `after`: from the last line to what follows. */
const FACT = { rows: 3, first: 26, pitch: 24, after: 6, gap: 6, between: 16 };
const PILL = { height: 24, padding: 8 };

/** Draws a large number, the days, the sections that gained most, and the people with their topics. */
export function weekScene(picture: WeekPicture, type: Typesetter): Scene {
  const shapes: Shape[] = [...band(picture, type)];
  let y = bandHeight(picture);
  for (const [index, section] of picture.sections.entries()) {
    shapes.push(...sectionShapes(section, y + SECTION.first + index * SECTION.pitch, type));
  }
  if (picture.sections.length > 0) y += SECTION.first + picture.sections.length * SECTION.pitch - 16;
  if (picture.people.length > 0) y += 8;
  for (const [index, person] of picture.people.entries()) {
    y += PERSON.pitch;
    shapes.push(...personShapes(person, index, y - PERSON.d / 2 + 1, picture.locale, type));
  }
  const facts = factRows(picture.facts, type);
  for (const [index, row] of facts.entries()) {
    shapes.push(...factShapes(row, y + FACT.first + index * FACT.pitch, type));
  }
  if (facts.length > 0) y += FACT.first + (facts.length - 1) * FACT.pitch + FACT.after;
  if (picture.proven !== null) {
    y += 8;
    shapes.push(...provenShapes(picture.proven, y, type));
    y += 32;
  }
  return { height: Math.ceil(y + 6), shapes };
}

function bandHeight({ more }: WeekPicture): number {
  return more === null ? BAND.height : BAND.withMore;
}

function band(picture: WeekPicture, type: Typesetter): readonly Shape[] {
  const { heading, hero, more } = picture;
  const count = line(type, hero.count, MARGIN - 1, BAND.count, {
    font: heroFont(hero, type),
    colour: 'onBand',
  });
  const beside = count.x + count.width + 13;
  const words = { max: Math.max(40, RIGHT - beside) };
  const whole = { max: INNER };
  return [
    { kind: 'panel', box: { x: 0, y: 0, w: WIDTH, h: bandHeight(picture) }, radius: 0, fill: 'band' },
    line(type, heading, MARGIN, BAND.heading, { font: FONTS.strong, colour: 'onBandSoft', ...whole }),
    count,
    line(type, hero.what, beside, BAND.what, { font: FONTS.block, colour: 'onBand', ...words }),
    line(type, hero.by, beside, BAND.by, { font: FONTS.body, colour: 'onBandSoft', ...words }),
    ...(more === null
      ? []
      : [line(type, more, MARGIN, BAND.more, { font: FONTS.strong, colour: 'onBand', ...whole })]),
    ...dayBars(picture, type),
  ];
}

/** A number of many digits gets a smaller font, so that its words have room. */
function heroFont({ count, what }: WeekPicture['hero'], type: Typesetter): Font {
  const room = RIGHT - MARGIN - 13 - type.measure(what, FONTS.block);
  const sizes = [FONTS.hero.size, 52, 44, 36, LEAST_HERO].map((size) => ({ ...FONTS.hero, size }));
  return sizes.find((font) => type.measure(count, font) <= room) ?? { ...FONTS.hero, size: LEAST_HERO };
}

function dayBars(picture: WeekPicture, type: Typesetter): readonly Shape[] {
  const { days } = picture;
  const [base, below] = [bandHeight(picture) - BARS.base, bandHeight(picture) - BARS.label];
  const most = Math.max(1, ...days.map(({ count }) => count));
  const best = days.findIndex(({ count }) => count === most);
  // Numbers of three digits would run into each other, so only the best day keeps its number then.
  const areNarrow = type.measure(String(most), FONTS.strong) < BARS.pitch - 6;
  return days.flatMap(({ label, count }, index): readonly Shape[] => {
    const x = BARS.x + index * BARS.pitch;
    const h = Math.max(BARS.least, (BARS.max * count) / most);
    const isBest = index === best;
    const centred = { align: 'centre' } as const;
    return [
      {
        kind: 'panel',
        box: { x: x - BARS.width / 2, y: base - h, w: BARS.width, h },
        radius: Math.min(3, h / 2),
        fill: isBest ? 'onBand' : 'bandBar',
      },
      line(type, label, x, below, { font: FONTS.body, colour: 'onBandSoft', ...centred }),
      ...(count === 0 || !(isBest || areNarrow)
        ? []
        : [
            line(type, String(count), x, base - h - 5, {
              font: isBest ? FONTS.strong : FONTS.body,
              colour: 'onBand',
              ...centred,
            }),
          ]),
    ];
  });
}

function sectionShapes(
  { title, spare, percent, share, gained, gain }: WeekPicture['sections'][number],
  baseline: number,
  type: Typesetter,
): readonly Shape[] {
  const strong = { font: FONTS.strong, colour: 'text' } as const;
  const number = line(type, percent, RIGHT, baseline, { ...strong, align: 'right' });
  const won = gain === null ? [] : pill(gain, RIGHT - 54, baseline, 'gain', 'gainPill', type);
  const end = gain === null ? number.x : leftOf(won);
  return [
    line(type, titled(type, title, spare), MARGIN, baseline, { ...strong, max: end - MARGIN - 10 }),
    number,
    ...won,
    splitBar({ x: MARGIN, y: baseline + 8, w: INNER, h: SECTION.bar }, [
      { share: share - gained, colour: 'done' },
      { share: gained, colour: 'gainBar' },
    ]),
  ];
}

/** Draws words in a coloured pill that ends at `right`. */
function pill(
  text: string,
  right: number,
  baseline: number,
  colour: Colour,
  fill: Colour,
  type: Typesetter,
): readonly Shape[] {
  const font = FONTS.strong;
  const words = line(type, text, right - PILL.padding, baseline, { font, colour, align: 'right' });
  const box = {
    x: words.x - PILL.padding,
    y: baseline - font.size * 0.36 - PILL.height / 2,
    w: words.width + 2 * PILL.padding,
    h: PILL.height,
  };
  return [{ kind: 'panel', box, radius: PILL.height / 2, fill }, words];
}

function leftOf(shapes: readonly Shape[]): number {
  const [first] = shapes;
  return first?.kind === 'panel' ? first.box.x : RIGHT;
}

function personShapes(
  { person, topics, tag }: WeekPicture['people'][number],
  index: number,
  y: number,
  locale: string,
  type: Typesetter,
): readonly Shape[] {
  const { name, initial } = named(type, person, locale);
  const baseline = y + 6;
  const pilled = tag === null ? [] : pill(tag, RIGHT, baseline, 'tag', 'tagPill', type);
  const end = tag === null ? RIGHT : leftOf(pilled) - 8;
  // A long name takes what short topics leave.
  const whole = type.measure(listed(topics, Infinity, FONTS.body, type), FONTS.body);
  const label = line(type, name, PERSON.x, baseline, {
    font: FONTS.strong,
    colour: 'text',
    max: Math.max(PERSON.name, end - PERSON.x - PERSON.gap - whole),
  });
  const from = label.x + label.width + PERSON.gap;
  const room = end - from;
  const soft = { font: FONTS.body, colour: 'soft' } as const;
  return [
    {
      kind: 'disc',
      x: MARGIN + PERSON.d / 2,
      y,
      r: PERSON.d / 2,
      fill: COLOURS[index % COLOURS.length] ?? 'person0',
    },
    line(type, initial, MARGIN + PERSON.d / 2, y + 6, {
      font: FONTS.strong,
      colour: 'initial',
      align: 'centre',
    }),
    label,
    line(type, listed(topics, room, FONTS.body, type), from, baseline, { ...soft, max: room }),
    ...pilled,
  ];
}

/**
 * As many titles as fit, and the number of the others: "ACID, Transactions +2". There is always one title, even if it
 * has to be cut.
 */
function listed(titles: readonly string[], room: number, font: Font, type: Typesetter): string {
  const drawn = titles.flatMap((title) => titled(type, title, '') || []);
  const withRest = (count: number): string => {
    const rest = titles.length - count;
    const names = drawn.slice(0, count).join(', ');
    return rest === 0 ? names : `${names} +${rest}`.trim();
  };
  for (let count = drawn.length; count > 1; count -= 1) {
    if (type.measure(withRest(count), font) <= room) return withRest(count);
  }
  const [first] = drawn;
  const rest = titles.length - 1;
  if (first === undefined) return titles.length === 0 ? '' : `+${titles.length}`;
  if (rest === 0) return fit(type, first, font, room);
  const more = ` +${rest}`;
  return `${fit(type, first, font, room - type.measure(more, font))}${more}`;
}

type Fact = WeekPicture['facts'][number];

/** Distributes facts over rows, in order. What has no room is left out: the picture's description has all of them. */
function factRows(facts: readonly Fact[], type: Typesetter): readonly (readonly Fact[])[] {
  const rows: { facts: Fact[]; used: number }[] = [];
  for (const fact of facts) {
    const width = factWidth(fact, type) + FACT.between;
    const last = rows.at(-1);
    if (last !== undefined && last.used + width <= INNER + FACT.between) {
      last.facts.push(fact);
      last.used += width;
    } else rows.push({ facts: [fact], used: width });
  }
  return rows.slice(0, FACT.rows).map((row) => row.facts);
}

function factWidth({ count, what }: Fact, type: Typesetter): number {
  return type.measure(count, FONTS.strong) + FACT.gap + type.measure(what, FONTS.body);
}

/** "**12 h** studied  **2** new roles" */
function factShapes(facts: readonly Fact[], baseline: number, type: Typesetter): readonly Shape[] {
  let x = MARGIN;
  return facts.flatMap((fact) => {
    const number = line(type, fact.count, x, baseline, {
      font: FONTS.strong,
      colour: 'text',
      max: RIGHT - x,
    });
    const from = number.x + number.width + FACT.gap;
    const what = line(type, fact.what, from, baseline, {
      font: FONTS.body,
      colour: 'soft',
      max: Math.max(0, RIGHT - from),
    });
    x += factWidth(fact, type) + FACT.between;
    return [number, what];
  });
}

function provenShapes(
  { count, topics }: NonNullable<WeekPicture['proven']>,
  y: number,
  type: Typesetter,
): readonly Shape[] {
  const baseline = y + 27;
  const divider = {
    kind: 'line',
    from: [MARGIN, y],
    to: [RIGHT, y],
    width: 1,
    colour: 'border',
    round: false,
  } as const;
  const label = line(type, count, PERSON.x, baseline, {
    font: FONTS.strong,
    colour: 'text',
    max: RIGHT - PERSON.x,
  });
  const from = label.x + label.width + 8;
  const soft = { font: FONTS.body, colour: 'soft' } as const;
  const what = listed(topics, RIGHT - from, FONTS.body, type);
  return [
    divider,
    { kind: 'mark', mark: 'proven', x: MARGIN + PERSON.d / 2, y: baseline - 6, d: 17 },
    label,
    line(type, what, from, baseline, { ...soft, max: RIGHT - from }),
  ];
}
