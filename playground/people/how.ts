import type { World } from '../state/world.ts';
import type { Patience } from './answer.ts';
import type { Thing } from './things.ts';

/** What a person needs from their server. */
export interface Surroundings {
  readonly world: World;
  readonly patience: Patience;
  /** Resolves when the bot is quiet. */
  readonly quiet: () => Promise<void>;
}

/** How a person does something. */
export interface How {
  /** The channel; the first text channel of the person's first server by default. */
  channel?: Thing;
  /**
   * For options with autocomplete: the person types the text and takes the suggestion with that name, or else the
   * first. Otherwise the text itself is sent.
   */
  confirm?: boolean;
  /**
   * Whether to send what Discord's client would not offer, because an admin opened the command to all, or a person
   * tampers.
   */
  force?: boolean;
  /**
   * When to return. `responded`: at the first response. `settled`: when the bot is quiet. By default: when the answer
   * is complete.
   */
  until?: 'responded' | 'settled';
}
