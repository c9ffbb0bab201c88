import type { Scene, Shape } from './scene.ts';
import type { Typesetter } from './typeset.ts';
import { band, bandHeight, type WeekBand } from './week-band.ts';
import { FACT, factRows, factShapes, type WeekFact } from './week-facts.ts';
import { PERSON, personShapes, provenShapes, type WeekPerson, type WeekProven } from './week-people.ts';
import { sectionShapes, type WeekSection } from './week-sections.ts';

/** The content of a group's week poster, in the group's language. */
export interface WeekPicture extends WeekBand {
  readonly kind: 'week';
  readonly locale: string;
  /** At most three. */
  readonly sections: readonly WeekSection[];
  /** At most three, of the people who allow it. */
  readonly people: readonly WeekPerson[];
  /** Null if nothing was proven. */
  readonly proven: WeekProven | null;
  /** "4 h" "studied", "2" "new roles": at most four. */
  readonly facts: readonly WeekFact[];
}

/** From the content above to the baseline of the first section, and from one baseline to the next. */
const SECTION = { first: 27, pitch: 36 };

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
