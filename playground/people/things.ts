import { ChannelType } from 'discord-api-types/v10';

import type { PersonsFile } from '../state/files.ts';
import { storeFile } from '../state/files.ts';
import { channelJson, permissionsOf } from '../state/channels.ts';
import type { AttachmentJson, Json } from '../state/json.ts';
import type { Channel, Guild, World } from '../state/world.ts';

/** Something with an id: a person, a channel, a role, or the id itself. */
export type Thing = string | { readonly id: string };

export const idOf = (thing: Thing): string => (typeof thing === 'string' ? thing : thing.id);

/** Collects the things that an interaction names by id, and gives them in Discord's form. */
export interface Resolver {
  user(thing: Thing): string;
  role(thing: Thing): string;
  channel(thing: Thing, types?: readonly number[]): string;
  mentionable(thing: Thing): string;
  file(file: PersonsFile): string;
  /** Undefined if no thing was named. */
  readonly resolved: Json | undefined;
}

/** Makes a resolver for an interaction in a place. */
export function makeResolver(world: World, place: Channel): Resolver {
  const guild = place.guildId === null ? undefined : world.guilds.get(place.guildId);
  const parts: Record<'users' | 'members' | 'roles' | 'channels' | 'attachments', Json> = {
    users: {},
    members: {},
    roles: {},
    channels: {},
    attachments: {},
  };
  const resolver: Resolver = {
    user(thing) {
      const id = idOf(thing);
      const user = world.users.get(id);
      if (!user) throw new Error(`There is nobody with the id ${id}.`);
      parts.users[id] = user.json;
      const member = guild?.members.get(id);
      if (member) {
        const { user: _, deaf: _deaf, mute: _mute, ...rest } = member;
        parts.members[id] = { ...rest, permissions: String(permissionsOf(world, user, place)) };
      }
      return id;
    },
    role(thing) {
      const role = guild?.roles.get(idOf(thing));
      if (!role) throw new Error(`There is no role with the id ${idOf(thing)} here.`);
      parts.roles[role.id] = role;
      return role.id;
    },
    channel(thing, types = []) {
      const channel = guild?.channels.get(idOf(thing));
      if (!channel) throw new Error(`There is no channel with the id ${idOf(thing)} here.`);
      if (types.length > 0 && !types.includes(channel.type)) {
        throw new Error(
          `#${channel.name} is of the type ${ChannelType[channel.type]}, which is not offered.`,
        );
      }
      parts.channels[channel.id] = channelPart(world, channel);
      return channel.id;
    },
    mentionable(thing) {
      return guild && isRole(guild, idOf(thing)) ? resolver.role(thing) : resolver.user(thing);
    },
    file(file) {
      const attachment: AttachmentJson = storeFile(world, file, {
        folder: `ephemeral-attachments/${world.application.id}`,
        ephemeral: true,
      });
      parts.attachments[attachment.id] = attachment;
      return attachment.id;
    },
    get resolved() {
      const named = Object.entries(parts).filter(([, part]) => Object.keys(part).length > 0);
      return named.length > 0 ? Object.fromEntries(named) : undefined;
    },
  };
  return resolver;
}

function isRole(guild: Guild, id: string): boolean {
  return guild.roles.has(id);
}

function channelPart(world: World, channel: Channel): Json {
  const { permission_overwrites: _, ...json } = channelJson(channel);
  return { ...json, permissions: String(permissionsOf(world, world.bot, channel)) };
}
