import {
  type ChatInputCommandInteraction,
  type InteractionReplyOptions,
  type InteractionUpdateOptions,
  type MessageComponentInteraction,
  type MessageContextMenuCommandInteraction,
  MessageFlags,
  type ModalSubmitInteraction,
} from 'discord.js';
import type { Message } from '../view/components.ts';
import { belowView } from '../view/failure.ts';
import type { Words } from '../words/index.ts';
import { type Answer, PostInDoubt } from './answer.ts';
import { shownFiles } from './shown-files.ts';

/** The interactions that can be answered with a message. */
export type Answerable =
  | ChatInputCommandInteraction
  | MessageContextMenuCommandInteraction
  | MessageComponentInteraction
  | ModalSubmitInteraction;

/** Sends what a handler answered, in the way that fits the interaction. */
export async function say(interaction: Answerable, answer: Answer, words: Words): Promise<void> {
  switch (answer.kind) {
    case 'ask':
      if (interaction.isModalSubmit()) throw new Error('a form cannot answer a form');
      await interaction.showModal(answer.form);
      return;
    case 'show':
      if (pressedOnPrivate(interaction)) await update(interaction, answer.message);
      else await reply(interaction, answer.message, { toAll: false });
      return;
    case 'tell':
      await reply(interaction, answer.message, { toAll: false });
      return;
    case 'share':
      // If the bot has already told this person that it is thinking, Discord puts its next message in that place. A
      // short private line fills the place, and the public message follows.
      if (isThinking(interaction)) await reply(interaction, belowView(words), { toAll: false });
      await reply(interaction, answer.message, { toAll: true });
      return;
    case 'publish':
      if (interaction.isCommand()) throw new Error('there is no preview to publish');
      await publish(interaction, answer);
      return;
    case 'refresh':
      if (interaction.isCommand()) throw new Error('there is no message to refresh');
      await update(interaction, answer.message);
      if (answer.tell !== null) await reply(interaction, answer.tell, { toAll: false });
      return;
  }
}

/** Replaces the preview only after the post was sent, so that it claims nothing too early. */
async function publish(
  interaction: MessageComponentInteraction | ModalSubmitInteraction,
  { message, instead, posted }: Extract<Answer, { kind: 'publish' }>,
): Promise<void> {
  if (!interaction.deferred && !interaction.replied) await interaction.deferUpdate();
  try {
    const { channelId, id } = await interaction.followUp(bodyOf(message, { toAll: true }));
    await posted({ channelId, messageId: id });
  } catch (error) {
    throw new PostInDoubt(error);
  }
  await update(interaction, instead);
}

async function reply(interaction: Answerable, message: Message, to: { toAll: boolean }): Promise<void> {
  const body = bodyOf(message, to);
  if (isThinking(interaction)) {
    await interaction.editReply({ ...body, flags: MessageFlags.IsComponentsV2 });
  } else if (interaction.deferred || interaction.replied) {
    await interaction.followUp(body);
  } else {
    await interaction.reply(body);
  }
}

/** Changes the message whose button was pressed, or from which the form was opened. */
async function update(
  interaction: MessageComponentInteraction | ModalSubmitInteraction,
  message: Message,
): Promise<void> {
  const held = interaction.message === null ? [] : shownFiles(interaction.message);
  const attachments = held.map(({ id }) => ({ id }));
  const body = {
    components: [...message.components],
    ...(message.keepsFiles === true ? { attachments } : { files: filesOf(message) }),
    flags: MessageFlags.IsComponentsV2,
    allowedMentions: { parse: [] },
  } satisfies InteractionUpdateOptions;
  if (interaction.deferred || interaction.replied) await interaction.editReply(body);
  else if (interaction.isMessageComponent() || interaction.isFromMessage()) await interaction.update(body);
  else await reply(interaction, message, { toAll: false });
}

/** Whether the bot has announced to this person that it is thinking, and has not answered yet. */
function isThinking(interaction: Answerable): boolean {
  return interaction.deferred && !interaction.replied && interaction.ephemeral !== null;
}

function bodyOf(message: Message, to: { toAll: boolean }) {
  return {
    components: [...message.components],
    files: filesOf(message),
    flags: to.toAll ? MessageFlags.IsComponentsV2 : MessageFlags.IsComponentsV2 | MessageFlags.Ephemeral,
    allowedMentions: { parse: [] },
  } satisfies InteractionReplyOptions;
}

function filesOf({ files = [] }: Message) {
  return files.map(({ name, content }) => ({
    name,
    // discord.js would read a string as the path of a file.
    attachment:
      typeof content === 'string'
        ? Buffer.from(content)
        : Buffer.from(content.buffer, content.byteOffset, content.byteLength),
  }));
}

function pressedOnPrivate(
  interaction: Answerable,
): interaction is MessageComponentInteraction | ModalSubmitInteraction {
  if (interaction.isCommand() || interaction.message === null) return false;
  // In direct messages nobody else reads along, with or without this flag.
  return interaction.message.flags.has(MessageFlags.Ephemeral) || interaction.guildId === null;
}
