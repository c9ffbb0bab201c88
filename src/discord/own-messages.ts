import { type Client, PermissionFlagsBits, Routes } from 'discord.js';
import { z } from 'zod';
import type { MessageFile } from '../view/components.ts';
import { withoutGalleries } from '../view/pictures/without-pictures.ts';
import { isEditedTooOften, isGone, isMessageGone } from './discord-error.ts';
import { OutboxError } from './outbox-error.ts';
import { inWokenThread } from './waking.ts';

/*
 * What the bot does with its own messages, as `Outbox` describes it. Discord's errors pass through; the outbox explains
 * them.
 */

const DISCORD_EPOCH = 1_420_070_400_000;
const PAGE = 100;
/**
 * How many pages of a channel's history are read. If a group wrote more than 5,000 messages since its post was
 * claimed, nobody knows whether the post was sent.
 */
const PAGES = 50;

const bodyOf = z.looseObject({});
const sent = z.object({ id: z.string() });
const shown = z.object({ components: z.array(z.unknown()) });
const history = z.array(
  z.object({
    id: z.string(),
    author: z.object({ id: z.string() }),
    components: z.array(z.unknown()).optional(),
  }),
);

/** Posts a message. Within a few minutes, the same nonce returns the first message instead of posting another. */
export async function sendMessage(
  client: Client,
  channelId: string,
  message: unknown,
  nonce: string,
  given: readonly MessageFile[] = [],
): Promise<{ messageId: string }> {
  const body = { ...bodyOf.parse(message), nonce, enforce_nonce: true };
  const files = given.map(({ name, content }) => ({ name, data: Buffer.from(content) }));
  const answer = await client.rest.post(Routes.channelMessages(channelId), { body, files });
  return { messageId: sent.parse(answer).id };
}

/** Replaces a message, in a thread that may be archived. */
export async function editMessage(
  client: Client,
  channelId: string,
  messageId: string,
  message: unknown,
): Promise<'done' | 'gone' | 'too-often'> {
  const body = bodyOf.parse(message);
  const route = Routes.channelMessage(channelId, messageId);
  try {
    await inWokenThread(client, channelId, () => client.rest.patch(route, { body }));
    return 'done';
  } catch (error) {
    if (isEditedTooOften(error)) return 'too-often';
    if (isMessageGone(error) && !isGone(error)) return 'gone';
    throw error;
  }
}

/** Deletes a message, if it exists. */
export async function removeMessage(client: Client, channelId: string, messageId: string): Promise<void> {
  await unlessGone(() => client.rest.delete(Routes.channelMessage(channelId, messageId)));
}

/** Removes the pictures from a message, if it exists and shows any. Its words and buttons stay. */
export async function takeOutPictures(client: Client, channelId: string, messageId: string): Promise<void> {
  const route = Routes.channelMessage(channelId, messageId);
  await unlessGone(async () => {
    const { components } = shown.parse(await client.rest.get(route));
    const kept = withoutGalleries(components);
    const body = { components: kept, attachments: [], allowed_mentions: { parse: [] } };
    if (kept !== null) await inWokenThread(client, channelId, () => client.rest.patch(route, { body }));
  });
}

/**
 * Finds the message whose custom ids carry a delivery's id; null if there is none since an instant (epoch ms).
 * @throws OutboxError if the bot may not read there, or too much was written since
 */
export async function findMessage(
  client: Client,
  channelId: string,
  deliveryId: string,
  since: number,
): Promise<string | null> {
  if (!(await mayRead(client, channelId))) throw new OutboxError('forbidden');
  let after = snowflakeAt(since);
  for (let page = 0; page < PAGES; page += 1) {
    const query = new URLSearchParams({ after, limit: String(PAGE) });
    const messages = history.parse(await client.rest.get(Routes.channelMessages(channelId), { query }));
    const own = messages.find(
      ({ author, components }) =>
        author.id === client.user?.id && JSON.stringify(components ?? []).includes(`:${deliveryId}`),
    );
    if (own !== undefined) return own.id;
    if (messages.length < PAGE) return null;
    after = messages.reduce((latest, { id }) => (BigInt(id) > BigInt(latest) ? id : latest), after);
  }
  throw new OutboxError('lost-sight');
}

/** Opens the private conversation with a person, and gives its channel. */
export async function openDm(client: Client, userId: string): Promise<string> {
  const body = { recipient_id: userId };
  return sent.parse(await client.rest.post(Routes.userChannels(), { body })).id;
}

async function unlessGone(work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!isMessageGone(error)) throw error;
  }
}

/**
 * Whether the bot may read a channel's history. Without the permission Discord returns an empty history and no error.
 */
async function mayRead(client: Client, channelId: string): Promise<boolean> {
  const channel = await client.channels.fetch(channelId);
  if (channel === null) return false;
  if (channel.isDMBased()) return true;
  const { me } = channel.guild.members;
  return me !== null && channel.permissionsFor(me).has(PermissionFlagsBits.ReadMessageHistory);
}

/** The smallest id that Discord can give to something made at an instant (epoch ms). */
function snowflakeAt(at: number): string {
  return String(BigInt(Math.max(0, at - DISCORD_EPOCH)) << 22n);
}
