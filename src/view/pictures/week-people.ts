import { MARGIN, RIGHT } from './edges.ts';
import { type Font, FONTS } from './look.ts';
import { leftOf, pill } from './pill.ts';
import type { Shape } from './scene.ts';
import { fit, line, named, type Person, titled, type Typesetter } from './typeset.ts';

/** A person on a week's poster. */
export interface WeekPerson {
  readonly person: Person;
  readonly topics: readonly string[];
  /** "best week". At most one person has it. */
  readonly tag: string | null;
}

/** "3 proven" with the titles. */
export interface WeekProven {
  readonly count: string;
  readonly topics: readonly string[];
}

/** `name` is the width that a name may have in any case. */
export const PERSON = { pitch: 30, d: 25, name: 120, gap: 10, x: MARGIN + 34 };
const COLOURS = ['person0', 'person1', 'person2', 'person3', 'person4'] as const;

/** Draws a person with their topics. `index` is their place in the list, and `y` is the middle of their disc. */
export function personShapes(
  { person, topics, tag }: WeekPerson,
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

/** Draws what was proven, with the titles, below a line at `y`. The words stand under those of the people. */
export function provenShapes({ count, topics }: WeekProven, y: number, type: Typesetter): readonly Shape[] {
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
