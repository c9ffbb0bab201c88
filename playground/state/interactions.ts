import { randomBytes } from 'node:crypto';

import {
  InteractionType,
  type ApplicationCommandOptionType,
  type APIBaseInteraction,
  type ApplicationCommandType,
} from 'discord-api-types/v10';

import { appPermissions, channelJson, permissionsOf } from './channels.ts';
import type { Complete, InteractionMetadataJson, Json } from './json.ts';
import { messageJson } from './messages.ts';
import type { Channel, Guild, Interaction, StoredMessage, User, World } from './world.ts';

/** How long an interaction's token is valid for edits and follow-ups. */
export const TOKEN_LIFE = 15 * 60_000;

export interface InteractionFields {
  type: InteractionType;
  data: Json;
  user: User;
  channel: Channel;
  owners: Interaction['owners'];
  commandType?: ApplicationCommandType;
  typedOption?: ApplicationCommandOptionType;
  source?: StoredMessage | null;
  /** For a modal, the interaction that opened it. */
  opener?: Interaction;
  /** For a command on a user or a message, its target. */
  target?: Pick<InteractionMetadataJson, 'target_user' | 'target_message_id'>;
}

/** Makes an interaction of a person and sends it to the bot. */
export function sendInteraction(world: World, fields: InteractionFields): Interaction {
  const { type, user, channel } = fields;
  const source = fields.source ?? null;
  const id = world.ids.next();
  const token = `${Buffer.from(`interaction:${id}:`).toString('base64url')}${randomBytes(60).toString('base64url')}`;
  const guild = channel.guildId === null ? undefined : world.guilds.get(channel.guildId);
  const payload = {
    id,
    application_id: world.application.id,
    type,
    data: fields.data,
    token,
    version: 1,
    ...(guild ? ofGuild(world, guild, user, channel) : { user: user.json }),
    channel: channelPart(world, channel, user),
    channel_id: channel.id,
    ...(source ? { message: messageJson(world, source) } : {}),
    app_permissions: String(appPermissions(world, channel)),
    locale: user.locale,
    entitlements: [],
    authorizing_integration_owners: fields.owners,
    context: contextOf(world, channel),
    attachment_size_limit: 10 * 1024 * 1024,
  } satisfies Complete<APIBaseInteraction<InteractionType, unknown>>;
  const interaction: Interaction = {
    id,
    token,
    type,
    payload,
    user,
    channel,
    createdAt: world.clock.now(),
    commandType: fields.commandType ?? null,
    typedOption: fields.typedOption ?? null,
    owners: fields.owners,
    isUserInstallOnly: fields.owners['0'] === undefined,
    source,
    metadata: metadataOf(id, fields),
    response: null,
    expired: false,
    deferred: 'none',
    original: null,
    followUps: [],
    modal: null,
    choices: null,
    refused: 0,
    late: false,
  };
  world.interactions.set(id, interaction);
  world.interactionsByToken.set(token, interaction);
  deliver(world, interaction);
  setTimeout(() => expire(world, interaction), world.answerWithin).unref();
  return interaction;
}

/** Sends an interaction to the bot. Discord now and then sends it twice. */
export function deliver(world: World, interaction: Interaction): void {
  world.dispatch('INTERACTION_CREATE', interaction.payload, { guildId: interaction.channel.guildId });
  tell(world, interaction, 'sent');
}

/** Announces an answer to an interaction to the feed. */
export function tell(
  world: World,
  interaction: Interaction,
  change: 'sent' | 'answered' | 'edited' | 'followed up' | 'refused' | 'expired' | 'too late',
): void {
  world.feed.emit({ kind: 'interaction', change, id: interaction.id, payload: interaction.payload });
}

/**
 * Ends the wait for a first response.
 * @returns whether there was still none
 */
export function expire(world: World, interaction: Interaction): boolean {
  if (interaction.response !== null || interaction.expired) return false;
  interaction.expired = true;
  tell(world, interaction, 'expired');
  return true;
}

/** 0 in a server, 1 in the bot's own conversation with a person, 2 in other private ones. */
export function contextOf(world: World, channel: Channel): 0 | 1 | 2 {
  if (channel.guildId !== null) return 0;
  return channel.recipients.length === 1 && channel.recipients[0] !== world.bot ? 1 : 2;
}

function ofGuild(world: World, guild: Guild, user: User, channel: Channel): Json {
  const member = guild.members.get(user.json.id);
  return {
    guild_id: guild.id,
    guild: { id: guild.id, locale: guild.locale, features: [] },
    guild_locale: guild.locale,
    member: { ...member, permissions: String(permissionsOf(world, user, channel)) },
  };
}

function channelPart(world: World, channel: Channel, user: User): unknown {
  return { ...channelJson(channel), permissions: String(permissionsOf(world, user, channel)) };
}

function metadataOf(id: string, fields: InteractionFields): InteractionMetadataJson {
  const base = {
    id,
    type: fields.type,
    user: fields.user.json,
    authorizing_integration_owners: fields.owners,
  };
  if (fields.type === InteractionType.MessageComponent && fields.source) {
    return { ...base, interacted_message_id: fields.source.json.id };
  }
  if (fields.type === InteractionType.ModalSubmit && fields.opener) {
    return { ...base, triggering_interaction_metadata: fields.opener.metadata };
  }
  return { ...base, ...fields.target };
}
