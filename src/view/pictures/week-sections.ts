import { INNER, MARGIN, RIGHT } from './edges.ts';
import { FONTS } from './look.ts';
import { leftOf, pill } from './pill.ts';
import { type Shape, splitBar } from './scene.ts';
import { line, titled, type Typesetter } from './typeset.ts';

/** A section on a week's poster. The shares go from 0 to 1; `gained` is the part that was won this week. */
export interface WeekSection {
  readonly title: string;
  /** The text for a title that cannot be drawn. */
  readonly spare: string;
  readonly percent: string;
  readonly share: number;
  readonly gained: number;
  /** "+3%", or null if nothing was gained. */
  readonly gain: string | null;
}

const BAR = 7;

/** Draws a section's title, what it gained, its share, and a bar of both below. `baseline` is that of the title. */
export function sectionShapes(
  { title, spare, percent, share, gained, gain }: WeekSection,
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
    splitBar({ x: MARGIN, y: baseline + 8, w: INNER, h: BAR }, [
      { share: share - gained, colour: 'done' },
      { share: gained, colour: 'gainBar' },
    ]),
  ];
}
