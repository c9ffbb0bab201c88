/** `24.12.2026` or `24/12/2026`, as people write dates in Turkey and much of Europe. */
const DAY_FIRST = /^(\d{1,2})[./](\d{1,2})[./](\d{4})$/;

/**
 * Reads a day as people type it: `2026-12-24`, `24.12.2026` or `24/12/2026`.
 * @returns the day as `YYYY-MM-DD`, or null if there is no such day
 */
export function dayTyped(typed: string): string | null {
  const [, day, month, year] = DAY_FIRST.exec(typed.trim()) ?? [];
  try {
    const date =
      year === undefined
        ? Temporal.PlainDate.from(typed.trim())
        : Temporal.PlainDate.from(
            { year: Number(year), month: Number(month), day: Number(day) },
            { overflow: 'reject' },
          );
    return date.toString();
  } catch {
    return null;
  }
}
