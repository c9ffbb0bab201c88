import { refuseIfLocked } from '../state/archive.ts';
import { demand, isText, permissionsOf, reachableChannel } from '../state/channels.ts';
import {
  createMessage,
  deleteMessage,
  editMessage,
  messageJson,
  publicMessage,
  type MessageBody,
} from '../state/messages.ts';
import { refuseUnlessReached } from '../state/people.ts';
import { has } from '../state/permissions.ts';
import { refusals } from '../state/refused.ts';
import { byId } from '../state/snowflake.ts';
import type { StoredMessage, World } from '../state/world.ts';
import { bodyOf, nothing, ok, type Handler } from './call.ts';

/** How long Discord remembers a nonce. It documents "the past few minutes", without a figure. */
const NONCE_LIFE = 5 * 60_000;

/** Posts a message. With `enforce_nonce`, a nonce of the last minutes returns its first message. */
export const postMessage: Handler = (call, channelId = '') => {
  const { world } = call;
  const channel = reachableChannel(world, channelId);
  if (!isText(channel)) throw refusals.notText();
  const body = bodyOf<MessageBody>(call);
  demand(world, channel, [channel.thread ? 'SendMessagesInThreads' : 'SendMessages']);
  if (call.files.length > 0) demand(world, channel, ['AttachFiles']);
  if (body.message_reference?.message_id) demand(world, channel, ['ReadMessageHistory']);
  refuseIfLocked(world, channel);
  for (const person of channel.recipients) refuseUnlessReached(world, person);

  const now = world.clock.now();
  // A nonce belongs to its author in all channels: in another channel, too, it returns the first message.
  const key = `${world.bot.json.id} ${String(body.nonce)}`;
  const known = world.nonces.get(key);
  if (body.enforce_nonce && body.nonce !== undefined && known && known.until > now) {
    return ok(messageJson(world, known.message));
  }
  const mayEmbed = has(permissionsOf(world, world.bot, channel), 'EmbedLinks');
  const said = mayEmbed || !body.embeds ? body : { ...body, embeds: [] };
  const message = createMessage(world, channel, world.bot, said, call.files);
  if (body.nonce !== undefined && body.nonce !== null)
    world.nonces.set(key, { message, until: now + NONCE_LIFE });
  return ok(messageJson(world, message));
};

/** The channel's public messages, newest first. */
export const getMessages: Handler = ({ world, query }, channelId = '') => {
  const channel = reachableChannel(world, channelId);
  if (!isText(channel)) throw refusals.notText();
  if (!has(permissionsOf(world, world.bot, channel), 'ReadMessageHistory')) return ok([]);
  const limit = Number(query.get('limit') ?? 50);
  const all = [...channel.messages.values()]
    .filter((message) => message.seenBy === null)
    .toSorted((a, b) => byId(b.json.id, a.json.id));
  const [before, after, around] = ['before', 'after', 'around'].map((name) => query.get(name));
  let chosen = all.slice(0, limit);
  if (before) chosen = all.filter((message) => byId(message.json.id, before) < 0).slice(0, limit);
  if (after) chosen = all.filter((message) => byId(message.json.id, after) > 0).slice(-limit);
  if (around) {
    const half = Math.floor(limit / 2);
    const younger = all.filter((message) => byId(message.json.id, around) > 0).slice(-half);
    const rest = all.filter((message) => byId(message.json.id, around) <= 0).slice(0, half + 1);
    chosen = [...younger, ...rest];
  }
  return ok(chosen.map((message) => messageJson(world, message)));
};

export const getMessage: Handler = ({ world }, channelId = '', id = '') => {
  const channel = reachableChannel(world, channelId);
  demand(world, channel, ['ReadMessageHistory']);
  return ok(messageJson(world, publicMessage(channel, id)));
};

const HOUR = 60 * 60_000;
/** Discord gives no figure. Three edits in six seconds were observed, for a channel's old messages together. */
const OLD_EDITS = { most: 3, within: 6_000 };

function refuseIfEditedTooOften(world: World, { json }: StoredMessage): void {
  const now = world.clock.now();
  if (now - Date.parse(json.timestamp) < HOUR) return;
  const lately = (world.oldEdits.get(json.channel_id) ?? []).filter((at) => now - at < OLD_EDITS.within);
  if (lately.length >= OLD_EDITS.most) throw refusals.editedTooOften(OLD_EDITS.within / 1000);
  world.oldEdits.set(json.channel_id, [...lately, now]);
}

export const patchMessage: Handler = (call, channelId = '', id = '') => {
  const { world } = call;
  const message = publicMessage(reachableChannel(world, channelId), id);
  if (message.json.author.id !== world.bot.json.id) throw refusals.anotherAuthor();
  refuseIfEditedTooOften(world, message);
  editMessage(world, message, bodyOf<MessageBody>(call), call.files);
  return ok(messageJson(world, message));
};

export const removeMessage: Handler = ({ world }, channelId = '', id = '') => {
  const channel = reachableChannel(world, channelId);
  const message = publicMessage(channel, id);
  if (message.json.author.id !== world.bot.json.id) demand(world, channel, ['ManageMessages']);
  deleteMessage(world, message);
  return nothing;
};
