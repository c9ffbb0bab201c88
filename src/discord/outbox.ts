import { type Client, PermissionFlagsBits, Routes } from 'discord.js';
import { z } from 'zod';
import type { MessageFile } from '../view/components.ts';
import type { Person } from '../view/pictures/typeset.ts';
import { withoutGalleries } from '../view/pictures/without-pictures.ts';
import {
  isForbidden,
  isGone,
  isMessageGone,
  isNoMember,
  isOpeningTooFast,
  isRefused,
  isWithoutAccess,
} from './discord-error.ts';
import { mayAttach, roleThere } from './channel-access.ts';
import { inWokenThread } from './waking.ts';

/** Why a message could not be sent or looked for. */
export type OutboxProblem =
  /** The channel is no longer there. */
  | 'gone'
  /** The bot may not write (or read) there. */
  | 'forbidden'
  /** The bot does not see the channel. Of direct messages this can pass by itself: discord/discord-api-docs#7666. */
  | 'no-access'
  /** Private conversations were begun too fast: none can be for a while. */
  | 'too-fast'
  /** So much was written there meanwhile that nobody can tell whether the message stands. */
  | 'lost-sight'
  /** Discord did not answer, or answered that it cannot now; whether the message stands is unknown. */
  | 'unavailable';

export class OutboxError extends Error {
  readonly reason: OutboxProblem;

  constructor(reason: OutboxProblem, options?: ErrorOptions) {
    super(`The message was not sent: ${reason}.`, options);
    this.name = 'OutboxError';
    this.reason = reason;
  }
}

/** Discord as the heartbeat sees it. */
export interface Outbox {
  /** Whether the bot is in the guild and the guild is reachable now: false while it is left or in an outage. */
  available(guildId: string): boolean;
  /**
   * Posts a message, with `enforceNonce`: within a few minutes the same nonce gives the first message again.
   * @param message a body ready for Discord.
   * @param files that its components show.
   * @throws OutboxError
   */
  send(
    channelId: string,
    message: unknown,
    nonce: string,
    files?: readonly MessageFile[],
  ): Promise<{ messageId: string }>;
  /** The role that a guild's posts call, or null if it was deleted. */
  roleThere(guildId: string, roleId: string | null): string | null;
  /** Whether the bot may post files in a channel: as far as is known, and pictures never hold a post up. */
  mayAttach(channelId: string): boolean;
  /**
   * The bot's own message in the channel whose custom ids carry the delivery's id, or null.
   * @param since how far to look back; epoch milliseconds.
   * @throws OutboxError; `forbidden` where the bot may not read what was said
   */
  find(channelId: string, deliveryId: string, since: number): Promise<string | null>;
  /**
   * Takes the pictures out of a message of the bot's own; its words and buttons stay. Nothing is done where the message
   * is no longer there, or shows none.
   * @throws OutboxError
   */
  takeOutPictures(channelId: string, messageId: string): Promise<void>;
  /**
   * The channel of the private conversation with a person; whether they take messages there shows when one is sent.
   * @throws OutboxError
   */
  openDm(userId: string): Promise<string>;
  /**
   * Whether a person is in a guild now. Discord does not tell the bot when somebody leaves, so it is asked.
   * @throws OutboxError
   */
  isMember(guildId: string, userId: string): Promise<boolean>;
  /**
   * Those of some people who are in a guild now, by id, with the names that they have there; asked of the gateway, a hundred at a
   * time.
   * @throws OutboxError
   */
  membersAmong(guildId: string, userIds: readonly string[]): Promise<ReadonlyMap<string, Person>>;
}

const DISCORD_EPOCH = 1_420_070_400_000;
const PAGE = 100;
/** A group that wrote more than 5,000 messages since its post was claimed is not read any further; then nobody knows. */
const PAGES = 50;

/** Discord looks up so many people at once. */
const PEOPLE_ASKED = 100;

const sent = z.object({ id: z.string() });
const shown = z.object({ components: z.array(z.unknown()) });
const history = z.array(
  z.object({
    id: z.string(),
    author: z.object({ id: z.string() }),
    components: z.array(z.unknown()).optional(),
  }),
);

/** Discord's channels, as the heartbeat posts to them and looks into them. */
export function makeOutbox(client: Client): Outbox {
  return {
    available: (guildId) => client.guilds.cache.get(guildId)?.available === true,

    send: (channelId, message, nonce, given = []) =>
      explained(async () => {
        const body = { ...z.looseObject({}).parse(message), nonce, enforce_nonce: true };
        const files = given.map(({ name, content }) => ({ name, data: Buffer.from(content) }));
        const answer = await client.rest.post(Routes.channelMessages(channelId), { body, files });
        return { messageId: sent.parse(answer).id };
      }),

    roleThere: (guildId, roleId) => roleThere(client, guildId, roleId),

    mayAttach: (channelId) => mayAttach(client, channelId),

    find: (channelId, deliveryId, since) =>
      explained(async () => {
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
      }),

    takeOutPictures: (channelId, messageId) =>
      explained(async () => {
        const route = Routes.channelMessage(channelId, messageId);
        try {
          const { components } = shown.parse(await client.rest.get(route));
          const kept = withoutGalleries(components);
          const body = { components: kept, attachments: [], allowed_mentions: { parse: [] } };
          if (kept !== null) await inWokenThread(client, channelId, () => client.rest.patch(route, { body }));
        } catch (error) {
          if (!isMessageGone(error)) throw error;
        }
      }),

    openDm: (userId) =>
      explained(async () => {
        const body = { recipient_id: userId };
        return sent.parse(await client.rest.post(Routes.userChannels(), { body })).id;
      }),

    isMember: (guildId, userId) =>
      explained(async () => {
        try {
          await client.rest.get(Routes.guildMember(guildId, userId));
          return true;
        } catch (error) {
          if (isNoMember(error)) return false;
          throw error;
        }
      }),

    membersAmong: (guildId, userIds) =>
      explained(async () => {
        const guild = client.guilds.cache.get(guildId);
        if (guild === undefined) throw new OutboxError('unavailable');
        const here = new Map<string, Person>();
        for (let from = 0; from < userIds.length; from += PEOPLE_ASKED) {
          const user = userIds.slice(from, from + PEOPLE_ASKED);
          for (const [id, member] of await guild.members.fetch({ user }))
            here.set(id, { name: member.displayName, username: member.user.username });
        }
        return here;
      }),
  };
}

/** Whether the bot may read what was said in a channel: to whoever may not, Discord shows an empty history. */
async function mayRead(client: Client, channelId: string): Promise<boolean> {
  const channel = await client.channels.fetch(channelId);
  if (channel === null) return false;
  if (channel.isDMBased()) return true;
  const { me } = channel.guild.members;
  return me !== null && channel.permissionsFor(me).has(PermissionFlagsBits.ReadMessageHistory);
}

/** The smallest id that something made at an instant (epoch ms) can have. */
function snowflakeAt(at: number): string {
  return String(BigInt(Math.max(0, at - DISCORD_EPOCH)) << 22n);
}

/** Tells what lies with the channel from what lies with Discord or the way there; other refusals are our mistakes. */
async function explained<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof OutboxError) throw error;
    if (isGone(error)) throw new OutboxError('gone', { cause: error });
    if (isWithoutAccess(error)) throw new OutboxError('no-access', { cause: error });
    if (isForbidden(error)) throw new OutboxError('forbidden', { cause: error });
    if (isOpeningTooFast(error)) throw new OutboxError('too-fast', { cause: error });
    if (error instanceof z.ZodError || isRefused(error)) throw error;
    throw new OutboxError('unavailable', { cause: error });
  }
}
