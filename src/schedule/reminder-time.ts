import { REMINDER_HOURS } from '../store/review/reminders.ts';
import { nextRun, type Run, runOn } from './due.ts';

/** When a member wants to be reminded. */
export interface ReminderTime {
  /** An IANA name. */
  readonly timeZone: string;
  /** Local. */
  readonly hour: number;
}

/** How late a reminder may still come, in milliseconds. */
const WINDOW = 3 * 60 * 60_000;
const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7];

/**
 * The next reminder after an instant (epoch ms), on a local date after that of the last one. There is at most one a
 * date, even if the hour or the zone has changed since.
 */
export function nextReminder(time: ReminderTime, after: number, lastDate: string | null): Run | null {
  const isNew = (date: string): boolean => lastDate === null || date > lastDate;
  let run = nextRun(timetable(time), after);
  while (run !== null && !isNew(run.date)) run = nextRun(timetable(time), run.at);
  return run;
}

/**
 * What to do about a reminder that was planned: it may have been planned for another zone or hour (`replan`), come too
 * late, or at night (`skip`). `now`: epoch ms.
 */
export function decideReminder(time: ReminderTime, planned: Run, now: number): 'send' | 'skip' | 'replan' {
  if (runOn(timetable(time), planned.date)?.at !== planned.at) return 'replan';
  return now - planned.at <= WINDOW && isDaytime(now, time.timeZone) ? 'send' : 'skip';
}

/** Whether nobody there is woken by a message. `at`: epoch ms. */
export function isDaytime(at: number, timeZone: string): boolean {
  const { hour } = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone);
  return hour >= REMINDER_HOURS.first && hour <= REMINDER_HOURS.last;
}

function timetable({ timeZone, hour }: ReminderTime) {
  return { timeZone, at: `${String(hour).padStart(2, '0')}:00`, weekdays: EVERY_DAY };
}
