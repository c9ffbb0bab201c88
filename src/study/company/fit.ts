import { dayBounds } from '../../time/study-day.ts';
import { HOUR } from '../../time/units.ts';

/** The hours of a day from which a member chooses those that suit them, three at a time. */
export const HOURS = ['06', '09', '12', '15', '18', '21'] as const;
/** The parts of a week. */
export const DAYS = ['workdays', 'weekend'] as const;
/** A time that suits a member: `workdays-18` is Monday to Friday from 18 to 21 o'clock. */
export type Slot = `${(typeof DAYS)[number]}-${(typeof HOURS)[number]}`;
export const SLOTS: readonly Slot[] = DAYS.flatMap((days) => HOURS.map((hour): Slot => `${days}-${hour}`));
/** How many hours a slot has. */
export const SLOT_HOURS = 3;

/** ISO weekdays, as the number of days after Monday. */
const WEEKDAYS: Readonly<Record<(typeof DAYS)[number], readonly number[]>> = {
  workdays: [0, 1, 2, 3, 4],
  weekend: [5, 6],
};

/**
 * The hours of a week that suit a member, as the number of each hour since 1970, so that members of different zones can be
 * compared.
 * @param monday the first day of the week, `YYYY-MM-DD`
 * @param timeZone the member's own, an IANA name
 */
export function hoursOf(slots: readonly Slot[], monday: string, timeZone: string): ReadonlySet<number> {
  const hours = new Set<number>();
  const first = Temporal.PlainDate.from(monday);
  for (const slot of slots) {
    const [days, hour] = slot.split('-');
    for (const day of WEEKDAYS[days === 'weekend' ? 'weekend' : 'workdays']) {
      const { from } = dayBounds(first.add({ days: day }).toString(), timeZone, Number(hour));
      for (let next = 0; next < SLOT_HOURS; next += 1) hours.add(Math.floor(from / HOUR) + next);
    }
  }
  return hours;
}

/** What counts about a member when they are paired. */
export interface Candidate {
  readonly userId: string;
  /** As `hoursOf` gives them. */
  readonly hours: ReadonlySet<number>;
  /** The topics that they study. */
  readonly topicIds: ReadonlySet<string>;
  /** The sections of these topics. */
  readonly sections: ReadonlySet<string>;
}

/** The parts of a fit. Together they are at most 100. */
const SAME_TOPIC = 60;
const NEIGHBOURS = 35;
const PER_HOUR = 5;
const MOST_BY_HOURS = 40;

/** How well two members fit, from 0 to 100: by the same topic or neighbouring ones, and the hours that suit both. */
export function fitOf(one: Candidate, other: Candidate): number {
  const topics = meet(one.topicIds, other.topicIds)
    ? SAME_TOPIC
    : meet(one.sections, other.sections)
      ? NEIGHBOURS
      : 0;
  return topics + Math.min(MOST_BY_HOURS, PER_HOUR * sharedHours(one, other));
}

/** How many hours of the week suit both. */
export function sharedHours(one: Candidate, other: Candidate): number {
  let shared = 0;
  for (const hour of one.hours) if (other.hours.has(hour)) shared += 1;
  return shared;
}

function meet(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  return !one.isDisjointFrom(other);
}
