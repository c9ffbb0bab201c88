import { MINUTE } from '../time/units.ts';

const LONGEST = 60 * MINUTE;

/**
 * How long to wait, in milliseconds, before trying again after Discord refused for now. It is a minute at first, then
 * doubles up to an hour. Discord counts refused requests, and locks out a bot that sends too many.
 * @param tries how often it was put off before
 */
export function pauseAfter(tries: number): number {
  return Math.min(MINUTE * 2 ** tries, LONGEST);
}
