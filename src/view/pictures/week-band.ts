import { INNER, MARGIN, RIGHT } from './edges.ts';
import { type Font, FONTS, WIDTH } from './look.ts';
import type { Shape } from './scene.ts';
import { line, type Typesetter } from './typeset.ts';

/** What stands in the coloured band at the top of a week's poster. */
export interface WeekBand {
  /** "Your week · 16–22 November" */
  readonly heading: string;
  /** "14", "topics finished", "by 6 people". */
  readonly hero: { readonly count: string; readonly what: string; readonly by: string };
  /** "5 more than last week", or null if it is not more. */
  readonly more: string | null;
  /** Seven days in order. */
  readonly days: readonly { readonly label: string; readonly count: number }[];
}

/** The band at the top: the baselines of its words, and its height without and with the comparison. */
const BAND = { heading: 31, count: 92, what: 68, by: 91, more: 119, height: 192, withMore: 216 };
/** The bars are below the words. `base` and `label` are distances from the lower edge of the band. */
const BARS = { x: 46, pitch: 51.3, width: 26, base: 36, max: 30, least: 3, label: 13 };
const LEAST_HERO = 26;

/** The height of the band, in units: a comparison with last week needs a line more. */
export function bandHeight({ more }: WeekBand): number {
  return more === null ? BAND.height : BAND.withMore;
}

/** Draws the large number with its words, and the bars of the days. The band begins at the upper edge of the poster. */
export function band(picture: WeekBand, type: Typesetter): readonly Shape[] {
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
function heroFont({ count, what }: WeekBand['hero'], type: Typesetter): Font {
  const room = RIGHT - MARGIN - 13 - type.measure(what, FONTS.block);
  const sizes = [FONTS.hero.size, 52, 44, 36, LEAST_HERO].map((size) => ({ ...FONTS.hero, size }));
  return sizes.find((font) => type.measure(count, font) <= room) ?? { ...FONTS.hero, size: LEAST_HERO };
}

function dayBars(picture: WeekBand, type: Typesetter): readonly Shape[] {
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
