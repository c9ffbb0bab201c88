import type { Context } from '../rules/index.ts';
import type { Interaction, StoredMessage, World } from '../state/world.ts';

/** What the rules need to know of the world to judge a request: the message that it edits, the interaction that it answers. */
export function contextOf(world: World, method: string, path: string, ids: readonly string[]): Context {
  const [first = '', second = '', third = ''] = ids;
  if (path.startsWith('/interactions/')) {
    const interaction = world.interactions.get(first);
    if (!interaction) return {};
    const optionType = focusedType(interaction);
    return {
      interactionType: interaction.type,
      ...(interaction.source ? { message: standing(interaction.source) } : {}),
      ...(optionType === undefined ? {} : { optionType }),
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

/** The type of the option that an autocomplete is asked for, within whatever subcommand it stands. */
function focusedType(interaction: Interaction): number | undefined {
  interface Option {
    type: number;
    focused?: boolean;
    options?: Option[];
  }
  const all = (options: readonly Option[] = []): Option[] =>
    options.flatMap((option) => [option, ...all(option.options)]);
  const data = interaction.payload['data'] as { options?: Option[] };
  return all(data.options).find((option) => option.focused)?.type;
}
