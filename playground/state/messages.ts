import { GatewayIntentBits, MessageFlags, MessageType } from 'discord-api-types/v10';

import { refuseIfArchived, setArchived } from './archive.ts';
import { attachmentsAfter, type ListedAttachment } from './attachments.ts';
import { channelJson, permissionsOf } from './channels.ts';
import { everyComponent, isV2Only, storedComponents, storedEmbeds } from './components.ts';
import type { Upload } from './files.ts';
import type { Component, EmbedJson, MessageJson } from './json.ts';
import { mentionsIn, type AllowedMentions } from './mentions.ts';
import { has } from './permissions.ts';
import { refusals } from './refused.ts';
import { timestamp } from './snowflake.ts';
import type { Channel, StoredMessage, User, World } from './world.ts';

/** The content of a message in a request. A missing field stays as it is, and null empties it. */
export interface MessageBody {
  content?: string | null;
  embeds?: EmbedJson[] | null;
  components?: Component[] | null;
  attachments?: readonly ListedAttachment[] | null;
  allowed_mentions?: AllowedMentions | null;
  flags?: number | null;
  tts?: boolean;
  nonce?: string | number | null;
  enforce_nonce?: boolean;
  message_reference?: { message_id?: string; channel_id?: string; fail_if_not_exists?: boolean } | null;
}

/** The flags that a request may set. Discord sets the others. */
const SETTABLE =
  MessageFlags.SuppressEmbeds |
  MessageFlags.Ephemeral |
  MessageFlags.SuppressNotifications |
  MessageFlags.IsComponentsV2;

/** Makes a message and announces it to everybody who sees it. */
export function createMessage(
  world: World,
  channel: Channel,
  author: User,
  body: MessageBody,
  uploads: readonly Upload[],
  more: { seenBy?: string | null; fields?: Partial<MessageJson>; extraFlags?: number } = {},
): StoredMessage {
  const flags = ((body.flags ?? 0) & SETTABLE) | (more.extraFlags ?? 0);
  const json: MessageJson = {
    id: world.ids.next(),
    channel_id: channel.id,
    type: MessageType.Default,
    author: author.json,
    content: '',
    timestamp: timestamp(world.clock.now()),
    edited_timestamp: null,
    tts: body.tts ?? false,
    mention_everyone: false,
    mentions: [],
    mention_roles: [],
    attachments: [],
    embeds: [],
    components: [],
    pinned: false,
    flags,
    ...more.fields,
  };
  if (body.nonce !== undefined && body.nonce !== null) json.nonce = body.nonce;
  const reference = body.message_reference;
  if (reference?.message_id) {
    if (!channel.messages.has(reference.message_id) && reference.fail_if_not_exists !== false)
      throw refusals.form(
        'message_reference',
        'REPLIES_UNKNOWN_MESSAGE',
        'Unknown message',
        'reply to a message',
      );
    json.type = MessageType.Reply;
    json.message_reference = {
      type: 0,
      channel_id: channel.id,
      message_id: reference.message_id,
      ...(channel.guildId === null ? {} : { guild_id: channel.guildId }),
    };
  }
  const message: StoredMessage = { json, channel, seenBy: more.seenBy ?? null, deleted: false };
  const isLoading = (flags & MessageFlags.Loading) !== 0;
  if (!isLoading) {
    write(world, message, body, uploads);
    refuseUnlessWhole(json);
  }
  channel.messages.set(json.id, message);
  if (message.seenBy === null) {
    channel.lastMessageId = json.id;
    if (channel.thread) channel.thread.sent += 1;
    setArchived(world, channel, false);
  }
  tellOfMessage(world, message, 'created');
  return message;
}

/**
 * Changes a message and announces it to everybody who sees it.
 * @throws Refused, without any change, if Discord would not accept the result
 */
export function editMessage(
  world: World,
  message: StoredMessage,
  body: MessageBody,
  uploads: readonly Upload[],
): void {
  if (message.seenBy === null) refuseIfArchived(world, message.channel);
  // A change puts new values in the place of the old ones, so these stay as they were.
  const before = { ...message.json };
  const wasLoading = (message.json.flags & MessageFlags.Loading) !== 0;
  try {
    write(world, message, body, uploads);
    message.json.flags &= ~MessageFlags.Loading;
    refuseUnlessWhole(message.json);
  } catch (error) {
    Object.assign(message.json, before);
    throw error;
  }
  if (!wasLoading) message.json.edited_timestamp = timestamp(world.clock.now());
  tellOfMessage(world, message, 'edited');
}

/** Deletes a message, and announces this to everybody who saw it. */
export function deleteMessage(world: World, message: StoredMessage): void {
  message.deleted = true;
  message.channel.messages.delete(message.json.id);
  tellOfMessage(world, message, 'deleted');
}

/**
 * The public message with this id.
 * @throws Refused if there is none
 */
export function publicMessage(channel: Channel, id: string): StoredMessage {
  const message = channel.messages.get(id);
  if (!message || message.seenBy !== null) throw refusals.unknownMessage();
  return message;
}

/**
 * The message as Discord would return it now, with its thread. In a Components V2 message the files only stand in the
 * components that show them. What is in it stays as it is when the message changes.
 */
export function messageJson(world: World, message: StoredMessage): MessageJson {
  const copy = { ...message.json };
  if ((copy.flags & MessageFlags.IsComponentsV2) !== 0) copy.attachments = [];
  const thread = world.channels.get(message.json.id);
  if (thread?.thread) copy.thread = channelJson(thread);
  return copy;
}

function write(world: World, message: StoredMessage, body: MessageBody, uploads: readonly Upload[]): void {
  const { json, channel } = message;
  if (typeof body.flags === 'number') {
    const changeable = MessageFlags.SuppressEmbeds | MessageFlags.IsComponentsV2;
    json.flags = (json.flags & ~MessageFlags.SuppressEmbeds) | (body.flags & changeable);
  }
  json.attachments = attachmentsAfter(world, message, body.attachments, uploads);
  if (body.content !== undefined) json.content = body.content ?? '';
  if (body.embeds !== undefined) json.embeds = storedEmbeds(body.embeds ?? [], json.attachments);
  if (body.components !== undefined) {
    json.components = storedComponents(body.components ?? [], json.attachments, () => world.ids.next());
  }
  Object.assign(json, mentionsIn(world, channel, json, body.allowed_mentions ?? undefined));
}

/** Checks the rules that need the whole message, whichever part the request named. */
function refuseUnlessWhole(json: MessageJson): void {
  const isV2 = (json.flags & MessageFlags.IsComponentsV2) !== 0;
  if (isV2 && (json.content !== '' || json.embeds.length > 0)) {
    throw refusals.form(
      json.content === '' ? 'embeds' : 'content',
      'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
      'The message cannot contain legacy fields when it uses components V2.',
      'components V2 stand alone',
    );
  }
  if (!isV2 && everyComponent(json.components).some(isV2Only)) {
    throw refusals.form(
      'components',
      'UNION_TYPE_CHOICES',
      'Value of field "type" must be one of (1,).',
      'the flag IS_COMPONENTS_V2 goes with components V2',
    );
  }
  const isEmpty =
    json.content === '' &&
    json.embeds.length === 0 &&
    json.components.length === 0 &&
    (isV2 || json.attachments.length === 0);
  if (isEmpty) throw refusals.emptyMessage();
}

/** Announces a message to the feed, and to the bot if it asked for messages and can see the channel. */
export function tellOfMessage(
  world: World,
  message: StoredMessage,
  change: 'created' | 'edited' | 'deleted',
): void {
  const { channel } = message;
  const json = messageJson(world, message);
  const { guildId } = channel;
  const event = { created: 'MESSAGE_CREATE', edited: 'MESSAGE_UPDATE', deleted: 'MESSAGE_DELETE' }[change];
  const intents = guildId === null ? GatewayIntentBits.DirectMessages : GatewayIntentBits.GuildMessages;
  const guild = guildId === null ? undefined : world.guilds.get(guildId);
  const ofGuild = guildId === null ? {} : { guild_id: guildId };
  const { user: _, ...member } = guild?.members.get(json.author.id) ?? { user: undefined };
  const data =
    change === 'deleted'
      ? { id: json.id, channel_id: channel.id, ...ofGuild }
      : { ...json, ...ofGuild, channel_type: channel.type, ...(guild ? { member } : {}) };
  if (has(permissionsOf(world, world.bot, channel), 'ViewChannel'))
    world.dispatch(event, data, { guildId, intents });
  world.feed.emit({ kind: 'message', change, channelId: channel.id, message: json, seenBy: message.seenBy });
}
