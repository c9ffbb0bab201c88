import type { LocalDiscord } from '../playground/discord.ts';
import type { Person } from '../playground/people/person.ts';

/** A bot that is measured, and the Discord to which only it connects. */
export interface Subject {
  readonly main: string;
  /** The flags of Node at its start. */
  readonly flags: readonly string[];
  /** The environment variables for it alone. */
  readonly env: Readonly<Record<string, string>>;
  readonly discord: LocalDiscord;
  /** The members of the first server, who study together. */
  readonly members: readonly Person[];
}
