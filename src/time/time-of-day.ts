/** `9`, `9:30`, `09.30`, `0930`, `9 am`, `9:30 p.m.` */
const WRITTEN = /^(\d{1,2})(?:[:.h ]?([0-5]\d))?\s*(?:([ap])\.?m\.?)?$/;

/**
 * Reads a time of day as people type it.
 * @returns the time as `HH:MM`, or null if it is no time
 */
export function timeOfDay(typed: string): string | null {
  const [, hour, minute = '00', half] = WRITTEN.exec(typed.trim().toLowerCase()) ?? [];
  if (hour === undefined) return null;
  const written = Number(hour);
  if (half !== undefined && (written < 1 || written > 12)) return null;
  const hours = half === undefined ? written : (written % 12) + (half === 'p' ? 12 : 0);
  return hours > 23 ? null : `${String(hours).padStart(2, '0')}:${minute}`;
}
