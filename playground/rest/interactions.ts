import {
  ApplicationCommandType,
  InteractionResponseType as Response,
  InteractionType,
  MessageFlags,
  MessageType,
} from 'discord-api-types/v10';

import { permissionsOf } from '../state/channels.ts';
import { TOKEN_LIFE, tell } from '../state/interactions.ts';
import type { ChoiceJson, MessageJson, ModalJson } from '../state/json.ts';
import { createMessage, editMessage, messageJson, type MessageBody } from '../state/messages.ts';
import { has } from '../state/permissions.ts';
import { refusals } from '../state/refused.ts';
import type { Interaction, World } from '../state/world.ts';
import { bodyOf, nothing, ok, type Call, type Handler, type Reply } from './call.ts';

interface Callback {
  type: Response;
  data?: MessageBody & Partial<ModalJson> & { choices?: ChoiceJson[] };
}

/** The first response to an interaction. */
export const postCallback: Handler = (call, id = '', token = ''): Reply => {
  const { world } = call;
  const interaction = world.interactions.get(id);
  if (!interaction || interaction.token !== token) throw refusals.unknownInteraction();
  if (interaction.response !== null) throw refusals.acknowledged();
  if (interaction.expired || world.clock.now() - interaction.createdAt > TOKEN_LIFE) {
    interaction.late = true;
    tell(world, interaction, 'too late');
    throw refusals.unknownInteraction();
  }
  const { type, data = {} } = bodyOf<Callback>(call);
  if (!allowed(interaction).includes(type)) {
    throw refusals.form(
      'type',
      'BASE_TYPE_CHOICES',
      `Value must be one of ${allowed(interaction).join(', ')}.`,
      'a response that this kind of interaction takes',
    );
  }
  respond[type]?.(call, interaction, data);
  interaction.response = type;
  tell(world, interaction, 'answered');
  return call.query.get('with_response') === 'true' ? ok(described(world, interaction, type)) : nothing;
};

/** The responses that a kind of interaction allows. A modal cannot follow a modal, and an update needs a message. */
function allowed(interaction: Interaction): Response[] {
  if (interaction.type === InteractionType.ApplicationCommandAutocomplete) {
    return [Response.ApplicationCommandAutocompleteResult];
  }
  const replies = [Response.ChannelMessageWithSource, Response.DeferredChannelMessageWithSource];
  const updates = interaction.source ? [Response.DeferredMessageUpdate, Response.UpdateMessage] : [];
  const modal = interaction.type === InteractionType.ModalSubmit ? [] : [Response.Modal];
  return [...replies, ...updates, ...modal];
}

type CallbackData = NonNullable<Callback['data']>;

/** The effect of each kind of response. */
const respond: Partial<Record<Response, (call: Call, interaction: Interaction, data: CallbackData) => void>> =
  {
    [Response.ChannelMessageWithSource]({ world, files }, interaction, data) {
      interaction.original = reply(world, interaction, data, files, 0);
    },
    [Response.DeferredChannelMessageWithSource]({ world }, interaction, data) {
      // A deferral is a message that is still loading. Only EPHEMERAL of its flags counts.
      const body = { flags: (data.flags ?? 0) & MessageFlags.Ephemeral };
      interaction.original = reply(world, interaction, body, [], MessageFlags.Loading);
      interaction.deferred = 'owed';
    },
    [Response.DeferredMessageUpdate](_call, interaction) {
      interaction.original = interaction.source;
      interaction.deferred = 'owed';
    },
    [Response.UpdateMessage]({ world, files }, interaction, data) {
      if (interaction.source) editMessage(world, interaction.source, data, files);
      interaction.original = interaction.source;
    },
    [Response.ApplicationCommandAutocompleteResult](_call, interaction, data) {
      interaction.choices = data.choices ?? [];
    },
    [Response.Modal](_call, interaction, { custom_id = '', title = '', components }) {
      interaction.modal = { custom_id, title, components: components ?? [] };
    },
  };

/** Makes a message of the bot in answer to an interaction. */
export function reply(
  world: World,
  interaction: Interaction,
  body: MessageBody,
  files: Call['files'],
  extraFlags: number,
) {
  const isEphemeral = ((body.flags ?? 0) & MessageFlags.Ephemeral) !== 0 || isHushed(world, interaction);
  const original = interaction.original?.json.id;
  const fields: Partial<MessageJson> = {
    application_id: world.application.id,
    webhook_id: world.application.id,
    ...kindOf(interaction),
    interaction_metadata: {
      ...interaction.metadata,
      ...(original === undefined ? {} : { original_response_message_id: original }),
    },
  };
  const flags = (body.flags ?? 0) | (isEphemeral ? MessageFlags.Ephemeral : 0);
  return createMessage(world, interaction.channel, world.bot, { ...body, flags }, files, {
    seenBy: isEphemeral ? interaction.user.json.id : null,
    fields,
    extraFlags,
  });
}

/**
 * Whether only the user can see the answer. It is so if only the user has installed the app, and may not use such apps
 * in public.
 */
function isHushed(world: World, { isUserInstallOnly, channel, user }: Interaction): boolean {
  return (
    isUserInstallOnly &&
    channel.guildId !== null &&
    !has(permissionsOf(world, user, channel), 'UseExternalApps')
  );
}

/** The kind of an answer's message, and its reference. */
function kindOf(interaction: Interaction): Pick<MessageJson, 'type' | 'message_reference'> {
  const about = interaction.original ?? interaction.source;
  if (about) {
    const { guildId } = interaction.channel;
    return {
      type: MessageType.Reply,
      message_reference: {
        type: 0,
        channel_id: about.channel.id,
        message_id: about.json.id,
        ...(guildId === null ? {} : { guild_id: guildId }),
      },
    };
  }
  const isMenu = interaction.commandType !== ApplicationCommandType.ChatInput;
  return { type: isMenu ? MessageType.ContextMenuCommand : MessageType.ChatInputCommand };
}

/** The result of `with_response`: the interaction, and its message. */
function described(world: World, interaction: Interaction, type: Response) {
  const message = interaction.original;
  const isMessage = type === Response.ChannelMessageWithSource || type === Response.UpdateMessage;
  const isReply =
    type === Response.ChannelMessageWithSource || type === Response.DeferredChannelMessageWithSource;
  const { guildId, id: channelId } = interaction.channel;
  return {
    interaction: {
      id: interaction.id,
      type: interaction.type,
      channel_id: channelId,
      ...(guildId === null ? {} : { guild_id: guildId }),
      ...(message ? { response_message_id: message.json.id } : {}),
      ...(isReply
        ? {
            response_message_loading: type === Response.DeferredChannelMessageWithSource,
            response_message_ephemeral: message?.seenBy !== null,
          }
        : {}),
    },
    ...(isReply || isMessage
      ? {
          resource: {
            type: isReply ? Response.ChannelMessageWithSource : type,
            ...(message ? { message: messageJson(world, message) } : {}),
          },
        }
      : {}),
  };
}
