import type {
  Interaction,
  MessageComponentInteraction,
  ModalSubmitInteraction,
  StringSelectMenuInteraction,
} from 'discord.js';
import type { Asked } from '../meter.ts';
import { isMenuId, parseCustomId } from '../view/custom-id.ts';
import type { Handlers } from './handlers.ts';
import type { Answerable } from './say.ts';

/** The kind and name of an interaction. If the bot does not know the name, it is `unknown`. */
export function askedOf({ commands, presses, forms }: Handlers, interaction: Interaction): Asked {
  if (interaction.isAutocomplete()) return knownAs('typing', commands, interaction.commandName);
  if (interaction.isMessageComponent()) return knownAs('press', presses, actionOf(interaction));
  if (interaction.isModalSubmit()) return knownAs('form', forms, actionOf(interaction));
  return knownAs('command', commands, interaction.isCommand() ? interaction.commandName : null);
}

function knownAs(kind: Asked['kind'], names: ReadonlyMap<string, unknown>, name: string | null): Asked {
  return { kind, name: name !== null && names.has(name) ? name : 'unknown' };
}

/** The names of an interaction that `Buttons.asks` may contain. */
export function namesOf(interaction: Answerable): readonly string[] {
  const action = actionOf(interaction);
  if (action === null) return [];
  const part = interaction.isChatInputCommand()
    ? interaction.options.getSubcommand(false)
    : firstArgument(interaction);
  return part === null ? [action] : [action, `${action} ${part}`];
}

function firstArgument(interaction: Answerable): string | null {
  return interaction.isCommand() ? null : (parseCustomId(pressedId(interaction))?.args[0] ?? null);
}

/** The command's name, or the action of the button or form. Never the rest of an id, which may hold typed text. */
export function actionOf(interaction: Answerable): string | null {
  if (interaction.isCommand()) return interaction.commandName;
  return parseCustomId(pressedId(interaction))?.action ?? null;
}

/** The custom id that names the wanted action. For a menu of buttons, it is the id of the chosen button. */
export function pressedId(interaction: MessageComponentInteraction | ModalSubmitInteraction): string {
  return isMenu(interaction) ? (interaction.values[0] ?? '') : interaction.customId;
}

/** Whether the pressed component is a list of buttons, see `menu` in `view/components.ts`. */
export function isMenu(
  interaction: MessageComponentInteraction | ModalSubmitInteraction,
): interaction is StringSelectMenuInteraction {
  return (
    interaction.isMessageComponent() && interaction.isStringSelectMenu() && isMenuId(interaction.customId)
  );
}
