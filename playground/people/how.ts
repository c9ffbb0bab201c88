import type { World } from '../state/world.ts';
import type { Patience } from './answer.ts';
import type { Thing } from './things.ts';

/** What a person needs of the server that they live in. */
export interface Surroundings {
  readonly world: World;
  readonly patience: Patience;
  /** Resolves when the bot has fallen silent. */
  readonly quiet: () => Promise<void>;
}

/** How a person does something. */
export interface How {
  /** Where; the first text channel of the person's first server unless told otherwise. */
  channel?: Thing;
  /**
   * For options with autocomplete: the person types the text, and takes the suggestion of that name or else the first one,
   * instead of sending the text as it stands.
   */
  confirm?: boolean;
  /** Sent though Discord's client would not offer it: where an admin opened the command to all, or someone tampers. */
  force?: boolean;
  /** `responded`: back at the first response. `settled`: back when the bot is silent. Otherwise back when the answer is whole. */
  until?: 'responded' | 'settled';
}
