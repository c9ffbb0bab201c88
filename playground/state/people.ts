import { ChannelType } from 'discord-api-types/v10';

import type { MemberJson, UserJson } from './json.ts';
import { refusals } from './refused.ts';
import { timestamp } from './snowflake.ts';
import type { Channel, User, World } from './world.ts';

/** The account of a person by default. */
export const NEW_USER = {
  installed: false,
  dms: 'open',
  sendsLabels: false,
} as const satisfies Partial<User>;

/** Makes an account. Others read the name; the user name is made from it. */
export function createUser(
  world: Pick<World, 'ids' | 'users'>,
  name: string,
  locale: string,
  bot = false,
): User {
  const id = world.ids.next();
  const json: UserJson = {
    id,
    username: userName(name, id),
    global_name: bot ? null : name,
    discriminator: bot ? '0001' : '0',
    avatar: null,
    ...(bot ? { bot: true } : {}),
    public_flags: 0,
    flags: 0,
    primary_guild: null,
  };
  const user: User = { ...NEW_USER, json, locale };
  world.users.set(id, user);
  return user;
}

/** User names only contain a-z, 0-9, `_` and `.`, whatever the shown name is. */
function userName(name: string, id: string): string {
  const plain = name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9_.]/g, '');
  return plain.length >= 2 ? plain.slice(0, 32) : `user${id.slice(-6)}`;
}

/** A membership as Discord writes it. */
export function createMember(user: User, joinedAt: number, roles: string[]): MemberJson {
  return {
    user: user.json,
    nick: null,
    avatar: null,
    banner: null,
    roles,
    joined_at: timestamp(joinedAt),
    premium_since: null,
    communication_disabled_until: null,
    deaf: false,
    mute: false,
    pending: false,
    flags: 0,
  };
}

/**
 * @throws Refused if a direct message of the bot cannot reach a person: it is blocked, the messages are closed, or they
 * share no server
 */
export function refuseUnlessReached(world: World, person: User): void {
  if (person.dms === 'blocked') throw refusals.noDms();
  const sharesServer = [...world.guilds.values()].some(
    (guild) => guild.hasBot && guild.members.has(person.json.id),
  );
  if (person.dms === 'closed' || !(sharesServer || person.installed)) throw refusals.noSharedServer();
}

/** The private conversation between the bot and a person. It is opened when it is first needed. */
export function privateChannel(world: World, person: User, others: readonly User[] = []): Channel {
  const recipients = [person, ...others];
  const present = [...world.channels.values()].find(
    (channel) =>
      channel.guildId === null &&
      channel.recipients.length === recipients.length &&
      recipients.every((user) => channel.recipients.includes(user)),
  );
  if (present) return present;
  const channel: Channel = {
    id: world.ids.next(),
    type: recipients.length === 1 ? ChannelType.DM : ChannelType.GroupDM,
    guildId: null,
    name: '',
    topic: null,
    position: 0,
    parentId: null,
    overwrites: [],
    recipients,
    messages: new Map(),
    lastMessageId: null,
    thread: null,
  };
  world.channels.set(channel.id, channel);
  return channel;
}
