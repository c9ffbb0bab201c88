import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import type { CommandJson, ScheduledEvent, ThreadMemberJson } from '../state/json.ts';
import { NEW_USER } from '../state/people.ts';
import type { Channel, Guild, StoredFile, StoredMessage, User, World } from '../state/world.ts';
import type { Cast } from './cast.ts';

/** The data that is kept between runs, beside the bot's own database. */
export interface Kept {
  readonly version: 1;
  /** The time at which the bot's account was made, in epoch milliseconds. Ids depend on it. */
  readonly born: number;
  /** The last time of the clock. */
  readonly now: number;
  readonly origin: string;
  readonly cast: Cast;
  readonly used: readonly (readonly [string, string])[];
  readonly users: readonly User[];
  readonly guilds: readonly (Omit<
    Guild,
    'roles' | 'members' | 'channels' | 'voice' | 'afkChannelId' | 'events'
  > & {
    /** Folders of earlier versions have none. */
    readonly afkChannelId?: string | null;
    readonly roles: readonly (Guild['roles'] extends Map<string, infer R> ? R : never)[];
    readonly members: readonly (Guild['members'] extends Map<string, infer M> ? M : never)[];
    readonly events?: readonly {
      readonly json: ScheduledEvent['json'];
      readonly answers: readonly (readonly [string, 0 | 1])[];
    }[];
  })[];
  readonly channels: readonly KeptChannel[];
  readonly commands: readonly CommandJson[];
  readonly files: readonly (Omit<StoredFile, 'content'> & { readonly content: string })[];
}

type KeptChannel = Omit<Channel, 'recipients' | 'messages' | 'thread'> & {
  readonly recipients: readonly string[];
  readonly messages: readonly Pick<StoredMessage, 'json' | 'seenBy'>[];
  readonly thread:
    | (Omit<NonNullable<Channel['thread']>, 'members'> & {
        readonly members: readonly (readonly [string, ThreadMemberJson])[];
      })
    | null;
};

const head = z.looseObject({ version: z.literal(1), born: z.number(), now: z.number() });

/** Reads what an earlier run kept. Null if there is nothing, or if this version cannot read it. */
export function readKept(path: string): Kept | null {
  try {
    const kept: Kept = JSON.parse(readFileSync(path, 'utf8'));
    return head.safeParse(kept).success ? kept : null;
  } catch {
    return null;
  }
}

/** Writes the file whole or not at all. */
export function writeKept(path: string, kept: Kept): void {
  writeFileSync(`${path}.new`, JSON.stringify(kept));
  renameSync(`${path}.new`, path);
}

/** Forgets messages that only one person saw. As in Discord, a new client has lost them. */
export function forgetEphemeral(world: World): void {
  for (const channel of world.channels.values()) {
    for (const [id, message] of channel.messages) if (message.seenBy !== null) channel.messages.delete(id);
  }
}

/** Everything about a local Discord that the next run needs. Tokens of interactions have expired by then. */
export function keep(world: World, rest: Pick<Kept, 'born' | 'cast' | 'used'>): Kept {
  return {
    version: 1,
    ...rest,
    now: world.clock.now(),
    origin: world.origin,
    users: [...world.users.values()],
    guilds: [...world.guilds.values()].map((guild) => ({
      id: guild.id,
      name: guild.name,
      locale: guild.locale,
      ownerId: guild.ownerId,
      joinedAt: guild.joinedAt,
      hasBot: guild.hasBot,
      unavailable: guild.unavailable,
      afkChannelId: guild.afkChannelId,
      roles: [...guild.roles.values()],
      members: [...guild.members.values()],
      events: [...guild.events.values()].map(({ json, answers }) => ({ json, answers: [...answers] })),
    })),
    channels: [...world.channels.values()].map((channel) => ({
      ...channel,
      recipients: channel.recipients.map((user) => user.json.id),
      messages: [...channel.messages.values()].map(({ json, seenBy }) => ({ json, seenBy })),
      thread: channel.thread && { ...channel.thread, members: [...channel.thread.members] },
    })),
    commands: [...world.commands.values()],
    files: [...world.files.values()].flatMap((file) =>
      file.content instanceof Uint8Array
        ? [{ ...file, content: Buffer.from(file.content).toString('base64') }]
        : [],
    ),
  };
}

/** Puts the kept data into a new local Discord whose bot has the same id. Addresses of files get the new origin. */
export function restore(world: World, text: Kept): void {
  const kept: Kept = JSON.parse(JSON.stringify(text).replaceAll(text.origin, world.origin));
  for (const user of kept.users) {
    // A field that an earlier version did not keep gets the value of a new person.
    if (user.json.id !== world.bot.json.id) world.users.set(user.json.id, { ...NEW_USER, ...user });
  }
  const userOf = (id: string): User => world.users.get(id) ?? world.bot;
  for (const guild of kept.guilds) {
    world.guilds.set(guild.id, {
      ...guild,
      roles: new Map(guild.roles.map((role) => [role.id, role])),
      members: new Map(
        guild.members.map((member) => [member.user.id, { ...member, user: userOf(member.user.id).json }]),
      ),
      channels: new Map(),
      // Whoever was in a voice channel has left it when the program ended.
      voice: new Map(),
      afkChannelId: guild.afkChannelId ?? null,
      // An earlier version kept no events.
      events: new Map(
        (guild.events ?? []).map(({ json, answers }) => [json.id, { json, answers: new Map(answers) }]),
      ),
    });
  }
  for (const each of kept.channels) {
    const channel: Channel = {
      ...each,
      recipients: each.recipients.map(userOf),
      messages: new Map(),
      // Who is in a private thread sees it, so they stay in it.
      thread: each.thread && { ...each.thread, members: new Map(each.thread.members) },
    };
    for (const { json, seenBy } of each.messages) {
      channel.messages.set(json.id, { json, seenBy, channel, deleted: false });
    }
    world.channels.set(channel.id, channel);
    world.guilds.get(channel.guildId ?? '')?.channels.set(channel.id, channel);
  }
  for (const command of kept.commands) world.commands.set(command.id, command);
  for (const file of kept.files) {
    world.files.set(file.path, { ...file, content: new Uint8Array(Buffer.from(file.content, 'base64')) });
  }
}
