import type { Context } from '../rules/index.ts';
import type { StoredMessage, World } from '../state/world.ts';

/**
 * What the rules need to know about the world: the message that a request edits, or the interaction that it answers.
 */
export function contextOf(world: World, method: string, path: string, ids: readonly string[]): Context {
  const [first = '', second = '', third = ''] = ids;
  if (path.startsWith('/interactions/')) {
    const interaction = world.interactions.get(first);
    if (!interaction) return {};
    return {
      interactionType: interaction.type,
      ...(interaction.source ? { message: standing(interaction.source) } : {}),
      ...(interaction.typedOption === null ? {} : { optionType: interaction.typedOption }),
    };
  }
  if (method !== 'PATCH') return {};
  if (path.startsWith('/channels/'))
    return { message: standing(world.channels.get(first)?.messages.get(second)) };
  const interaction = world.interactionsByToken.get(second);
  const own = interaction && [interaction.original, ...interaction.followUps];
  const message = path.endsWith('/@original') ? own?.[0] : own?.find((each) => each?.json.id === third);
  return { message: standing(message) };
}

const standing = (message: StoredMessage | null | undefined): Context['message'] => message?.json;
