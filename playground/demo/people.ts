import type { Part } from '../web/cast.ts';

/** The study habits of a person in the demonstration. */
export interface Habit {
  /** The chance that they study on a weekday, and on a day of the weekend. */
  readonly weekday: number;
  readonly weekend: number;
  /** The local hour at which they begin. */
  readonly hour: number;
  /** The titles of the tracks that they study. They mostly study the first one. */
  readonly tracks: readonly string[];
  /** How many days before the end they stop studying. */
  readonly away?: number;
  /** The day on which they prove a small section, counted from the first day. */
  readonly proves?: number;
}

const BACKEND = ['Main Roadmap', 'Theory', 'Devops'];
const DEVOPS = ['Devops', 'Main Roadmap'];
const THEORY = ['Theory', 'Main Roadmap'];

/** The habits of the people who are in every playground, by name. */
export const HABITS: Readonly<Record<string, Habit>> = {
  Mira: { weekday: 0.55, weekend: 0.3, hour: 7, tracks: BACKEND, proves: 58 },
  Deniz: { weekday: 0.75, weekend: 0.5, hour: 21, tracks: BACKEND, proves: 64 },
  Ana: { weekday: 0.5, weekend: 0.6, hour: 19, tracks: BACKEND, proves: 57 },
  Jonas: { weekday: 0.35, weekend: 0.1, hour: 12, tracks: DEVOPS },
};

interface Other {
  readonly part: Part;
  readonly habit: Habit;
}

/** The people who join them in the demonstration. */
export const OTHERS: readonly Other[] = [
  person('Aylin', 'tr', 'Europe/Istanbul', { weekday: 0.45, weekend: 0.45, hour: 22, tracks: BACKEND }),
  person('Bram', 'nl', 'Europe/Amsterdam', { weekday: 0.3, weekend: 0, hour: 8, tracks: DEVOPS }),
  person('Chiara', 'it', 'Europe/Rome', { weekday: 0.4, weekend: 0.2, hour: 18, tracks: BACKEND, away: 16 }),
  person('Emeka', 'en-GB', 'Africa/Lagos', { weekday: 0.6, weekend: 0.4, hour: 20, tracks: BACKEND }),
  person('Hana', 'ja', 'Asia/Tokyo', { weekday: 0.5, weekend: 0.2, hour: 6, tracks: THEORY }),
  person('Lucía', 'es-419', 'America/Mexico_City', {
    weekday: 0.35,
    weekend: 0.35,
    hour: 20,
    tracks: BACKEND,
  }),
  person('Sam', 'en-US', 'America/Los_Angeles', { weekday: 0.2, weekend: 0.5, hour: 10, tracks: BACKEND }),
  person('Zeynep', 'tr', 'Europe/Istanbul', { weekday: 0.25, weekend: 0.25, hour: 23, tracks: DEVOPS }),
];

function person(name: string, locale: string, timeZone: string, habit: Habit): Other {
  return { part: { name, locale, timeZone, about: 'member' }, habit };
}
