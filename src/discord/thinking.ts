import { MessageFlags } from 'discord.js';
import type { Handlers } from './handlers.ts';
import { namesOf } from './interaction-name.ts';
import type { Answerable } from './say.ts';

/** A form has to be the first answer, so it is given this much longer, in milliseconds. That is still within Discord's 3 s. */
const LONGER = 1000;

/**
 * Says that the bot is thinking if the answer takes long. If it would have been a form, it then becomes a button that opens
 * the form. `stop` waits for an announcement that has begun.
 */
export function announceThinking(
  interaction: Answerable,
  { asks, thinkingAfter }: Handlers,
): { stop: () => Promise<void> } {
  const mayAsk = namesOf(interaction).some((name) => asks.has(name));
  let begun: Promise<unknown> = Promise.resolve();
  const timer = setTimeout(
    () => {
      const isOnMessage =
        interaction.isMessageComponent() || (interaction.isModalSubmit() && interaction.isFromMessage());
      begun = isOnMessage
        ? interaction.deferUpdate()
        : interaction.deferReply({ flags: MessageFlags.Ephemeral });
      // If the announcement fails, the answer that follows will meet the same error and report it.
      begun = begun.catch(() => undefined);
    },
    thinkingAfter + (mayAsk ? LONGER : 0),
  );
  return {
    async stop() {
      clearTimeout(timer);
      await begun;
    },
  };
}
