import { decideRun } from './decide.ts';
import { nextRun, type Run, runOn } from './due.ts';
import { localAt } from '../time/local.ts';
import { HOUR } from '../time/units.ts';

/** When a member wants to be reminded. */
export interface ReminderTime {
  /** An IANA name. */
  readonly timeZone: string;
  /** The local hour, 0 to 23. */
  readonly hour: number;
}

/** How late a reminder may still come, in milliseconds. */
const WINDOW = 3 * HOUR;
const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7];

/**
 * The next reminder after an instant (epoch ms), on a later local date than the last one. So there is at most one
 * reminder a date, even if the hour or the zone has changed.
 */
export function nextReminder(time: ReminderTime, after: number, lastDate: string | null): Run | null {
  const isNew = (date: string): boolean => lastDate === null || date > lastDate;
  let run = nextRun(timetable(time), after);
  while (run !== null && !isNew(run.date)) run = nextRun(timetable(time), run.at);
  return run;
}

/**
 * Decides about a planned reminder. `replan`: it was planned for another zone or hour. `skip`: it is too late, or it
 * is late and would come at night. A reminder in time comes at any hour that was chosen. `now`: epoch ms.
 */
export function decideReminder(time: ReminderTime, planned: Run, now: number): 'send' | 'skip' | 'replan' {
  if (runOn(timetable(time), planned.date)?.at !== planned.at) return 'replan';
  const decision = decideRun(planned.at, WINDOW, now);
  if (decision === 'catch-up') return isDaytime(now, time.timeZone) ? 'send' : 'skip';
  return decision === 'skip' ? 'skip' : 'send';
}

/** The local hours between which a late reminder may still come: from the first, until before the second. */
const DAYTIME = { from: 7, to: 22 } as const;

/** Whether a message at this time wakes nobody. `at`: epoch ms. */
export function isDaytime(at: number, timeZone: string): boolean {
  const { hour } = localAt(at, timeZone);
  return hour >= DAYTIME.from && hour < DAYTIME.to;
}

function timetable({ timeZone, hour }: ReminderTime) {
  return { timeZone, at: `${String(hour).padStart(2, '0')}:00`, weekdays: EVERY_DAY };
}
