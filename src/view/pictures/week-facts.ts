import { INNER, MARGIN, RIGHT } from './edges.ts';
import { FONTS } from './look.ts';
import type { Shape } from './scene.ts';
import { line, type Typesetter } from './typeset.ts';

/** A number and what it counts: "4 h" "studied". */
export interface WeekFact {
  readonly count: string;
  readonly what: string;
}

/** Facts stand in rows, as many in each as there is room for. `after`: from the last line to what follows. */
export const FACT = { rows: 3, first: 26, pitch: 24, after: 6, gap: 6, between: 16 };

/** Distributes facts over rows, in order. What has no room is left out: the picture's description has all of them. */
export function factRows(facts: readonly WeekFact[], type: Typesetter): readonly (readonly WeekFact[])[] {
  const rows: { facts: WeekFact[]; used: number }[] = [];
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

function factWidth({ count, what }: WeekFact, type: Typesetter): number {
  return type.measure(count, FONTS.strong) + FACT.gap + type.measure(what, FONTS.body);
}

/** Draws a row of facts: "**12 h** studied  **2** new roles". */
export function factShapes(facts: readonly WeekFact[], baseline: number, type: Typesetter): readonly Shape[] {
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
