import { MessageFlags } from 'discord.js';
import type { Handlers } from './handlers.ts';
import { namesOf } from './interaction-name.ts';
import type { Answerable } from './say.ts';

/**
 * Says that the bot is thinking if the answer takes long and can be no form. `stop` waits for an announcement that
 * has begun.
 */
export function announceThinking(
  interaction: Answerable,
  { asks, thinkingAfter }: Handlers,
): { stop: () => Promise<void> } {
  if (namesOf(interaction).some((name) => asks.has(name))) return { stop: () => Promise.resolve() };
  let begun: Promise<unknown> = Promise.resolve();
  const timer = setTimeout(() => {
    const isOnMessage =
      interaction.isMessageComponent() || (interaction.isModalSubmit() && interaction.isFromMessage());
    begun = isOnMessage
      ? interaction.deferUpdate()
      : interaction.deferReply({ flags: MessageFlags.Ephemeral });
    // If the announcement fails, the answer that follows will meet the same error and report it.
    begun = begun.catch(() => undefined);
  }, thinkingAfter);
  return {
    async stop() {
      clearTimeout(timer);
      await begun;
    },
  };
}
