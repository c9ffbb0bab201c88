import type { LocalDiscord } from '../playground/discord.ts';
import type { Person } from '../playground/people/person.ts';

/** A bot to be measured, and the Discord that it alone connects to. */
export interface Subject {
  readonly main: string;
  /** What Node is told at its start. */
  readonly flags: readonly string[];
  /** Environment variables of its own. */
  readonly env: Readonly<Record<string, string>>;
  readonly discord: LocalDiscord;
  /** People of the first server, who study together. */
  readonly members: readonly Person[];
}
