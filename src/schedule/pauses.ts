const MINUTE = 60_000;
const LONGEST = 60 * MINUTE;

/**
 * How long to wait before the next try of what Discord refuses for now, in milliseconds: a minute, then twice as long each time,
 * up to an hour. Discord counts refused requests, and locks out whoever sends too many.
 * @param tries how often it was put off before
 */
export function pauseAfter(tries: number): number {
  return Math.min(MINUTE * 2 ** tries, LONGEST);
}
