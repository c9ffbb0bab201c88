import { ChannelType, GatewayIntentBits } from 'discord-api-types/v10';

import {
  announce,
  channelJson,
  createChannel,
  createThread,
  deleteChannel,
  isText,
  threadsOf,
} from '../state/channels.ts';
import { storeFile, type PersonsFile } from '../state/files.ts';
import { joinGuild, leaveGuild, roleJson, tellOfGuild } from '../state/guilds.ts';
import type { ChannelJson, MessageJson, OverwriteJson } from '../state/json.ts';
import { createMessage, deleteMessage, messageJson } from '../state/messages.ts';
import { createMember, createUser } from '../state/people.ts';
import { bits, INVITED_BOT, type PermissionName } from '../state/permissions.ts';
import { timestamp } from '../state/snowflake.ts';
import type { Channel, Guild } from '../state/world.ts';
import { Person, type Surroundings } from './person.ts';
import { idOf, type Thing } from './things.ts';

/** A server, as a test or the page arranges it. */
export class GuildHandle {
  readonly guild: Guild;
  readonly #around: Surroundings;

  constructor(around: Surroundings, guild: Guild) {
    this.#around = around;
    this.guild = guild;
  }

  get id(): string {
    return this.guild.id;
  }

  get name(): string {
    return this.guild.name;
  }

  /** The one to whom the server belongs, and who may do everything in it. */
  get owner(): Person {
    const user = this.#around.world.users.get(this.guild.ownerId);
    if (!user) throw new Error('The owner has left.');
    return new Person(this.#around, user);
  }

  get channels(): ChannelHandle[] {
    return [...this.guild.channels.values()]
      .filter((channel) => channel.thread === null)
      .map((channel) => new ChannelHandle(this.#around, channel));
  }

  /** The first text channel, or the one of that name. */
  channel(name?: string): ChannelHandle {
    const found = this.channels.find((each) =>
      name === undefined ? isText(each.channel) : each.name === name,
    );
    if (!found) throw new Error(`There is no channel ${name ?? ''} in ${this.name}.`);
    return found;
  }

  addChannel(fields: { name: string; type?: ChannelType; parent?: Thing; topic?: string }): ChannelHandle {
    const channel = createChannel(this.#around.world, this.guild, {
      name: fields.name,
      type: fields.type ?? ChannelType.GuildText,
      parentId: fields.parent === undefined ? null : idOf(fields.parent),
      topic: fields.topic ?? null,
    });
    return new ChannelHandle(this.#around, channel);
  }

  addRole(fields: { name: string; mentionable?: boolean; permissions?: PermissionName[] }): {
    id: string;
    name: string;
  } {
    const { world } = this.#around;
    const role = roleJson(
      world.ids.next(),
      fields.name,
      bits(fields.permissions ?? []),
      this.guild.roles.size,
    );
    role.mentionable = fields.mentionable ?? false;
    this.guild.roles.set(role.id, role);
    this.#tell('GUILD_ROLE_CREATE', { guild_id: this.id, role });
    return { id: role.id, name: role.name };
  }

  removeRole(role: Thing): void {
    const id = idOf(role);
    this.guild.roles.delete(id);
    for (const member of this.guild.members.values())
      member.roles = member.roles.filter((each) => each !== id);
    this.#tell('GUILD_ROLE_DELETE', { guild_id: this.id, role_id: id });
  }

  /** Makes a new person a member, or one who is elsewhere already. Permissions come by a role of their own. */
  addMember(
    who:
      | Person
      | { name: string; locale?: string; nick?: string; permissions?: PermissionName[]; roles?: Thing[] },
  ): Person {
    const { world } = this.#around;
    const isNew = !(who instanceof Person);
    const user = isNew ? createUser(world, who.name, who.locale ?? 'en-US') : who.user;
    const roles = isNew ? (who.roles ?? []).map(idOf) : [];
    if (isNew && who.permissions && who.permissions.length > 0) {
      roles.push(this.addRole({ name: `${who.name}'s`, permissions: who.permissions }).id);
    }
    const member = createMember(user, world.clock.now(), roles);
    if (isNew) member.nick = who.nick ?? null;
    this.guild.members.set(user.json.id, member);
    this.#tell('GUILD_MEMBER_ADD', { guild_id: this.id, ...member }, GatewayIntentBits.GuildMembers);
    return isNew ? new Person(this.#around, user) : who;
  }

  removeMember(person: Person): void {
    this.guild.members.delete(person.id);
    this.#tell(
      'GUILD_MEMBER_REMOVE',
      { guild_id: this.id, user: person.user.json },
      GatewayIntentBits.GuildMembers,
    );
  }

  /** Takes the bot out of the server. */
  removeBot(): void {
    leaveGuild(this.#around.world, this.guild);
  }

  /** Invites the bot (again). */
  addBot(permissions?: PermissionName[]): void {
    joinGuild(this.#around.world, this.guild, permissions ? bits(permissions) : INVITED_BOT);
  }

  /** The server cannot be reached for a while: an outage of Discord's, not a removal. */
  outage(): void {
    this.guild.unavailable = true;
    this.#tell('GUILD_DELETE', { id: this.id, unavailable: true });
    this.#around.world.feed.emit({ kind: 'guild', change: 'unavailable', guildId: this.id });
  }

  /** The outage is over. */
  restore(): void {
    this.guild.unavailable = false;
    tellOfGuild(this.#around.world, this.guild);
  }

  #tell(event: string, data: unknown, intents: number = GatewayIntentBits.Guilds): void {
    if (!this.guild.hasBot) return;
    this.#around.world.dispatch(event, data, { guildId: this.id, intents });
  }
}

/** A channel or thread, as a test or the page arranges and reads it. */
export class ChannelHandle {
  readonly channel: Channel;
  readonly #around: Surroundings;

  constructor(around: Surroundings, channel: Channel) {
    this.#around = around;
    this.channel = channel;
  }

  get id(): string {
    return this.channel.id;
  }

  get name(): string {
    return this.channel.name;
  }

  get mention(): string {
    return `<#${this.id}>`;
  }

  get json(): ChannelJson {
    return channelJson(this.channel);
  }

  /** All messages that everybody sees, by age. */
  get messages(): MessageJson[] {
    return [...this.channel.messages.values()]
      .filter((message) => message.seenBy === null)
      .map((message) => messageJson(this.#around.world, message));
  }

  lastMessage(): MessageJson | undefined {
    return this.messages.at(-1);
  }

  get threads(): ChannelHandle[] {
    return threadsOf(this.#around.world, this.channel).map(
      (thread) => new ChannelHandle(this.#around, thread),
    );
  }

  /** Takes permissions away here from a person, a role, `'bot'` or `'everyone'`. */
  deny(whom: Thing, names: PermissionName[]): void {
    const overwrite = this.#overwrite(whom);
    const named = bits(names);
    overwrite.deny = String(BigInt(overwrite.deny) | named);
    overwrite.allow = String(BigInt(overwrite.allow) & ~named);
    announce(this.#around.world, this.channel, 'edited');
  }

  /** Gives permissions here to a person, a role, `'bot'` or `'everyone'`. */
  allow(whom: Thing, names: PermissionName[]): void {
    const overwrite = this.#overwrite(whom);
    const named = bits(names);
    overwrite.allow = String(BigInt(overwrite.allow) | named);
    overwrite.deny = String(BigInt(overwrite.deny) & ~named);
    announce(this.#around.world, this.channel, 'edited');
  }

  rename(name: string): void {
    this.channel.name = name;
    announce(this.#around.world, this.channel, 'edited');
  }

  delete(): void {
    deleteChannel(this.#around.world, this.channel);
  }

  /** A person writes here. */
  send(person: Person, text: string, files: PersonsFile[] = []): MessageJson {
    const { world } = this.#around;
    const attachments = files.map((file) => storeFile(world, file, { folder: `attachments/${this.id}` }));
    const message = createMessage(
      world,
      this.channel,
      person.user,
      { content: text, allowed_mentions: null },
      [],
      {
        fields: { attachments },
      },
    );
    return messageJson(world, message);
  }

  /** Someone deletes a message here. */
  deleteMessage(message: Pick<MessageJson, 'id'>): void {
    const stored = this.channel.messages.get(message.id);
    if (stored) deleteMessage(this.#around.world, stored);
  }

  /** A person begins a thread, under a message or in the channel alone. */
  startThread(person: Person, name: string, message?: Pick<MessageJson, 'id'>): ChannelHandle {
    const { world } = this.#around;
    const id = message?.id ?? world.ids.next();
    const fields = { id, name, type: ChannelType.PublicThread, autoArchive: 4320, ownerId: person.id };
    return new ChannelHandle(this.#around, createThread(world, this.channel, fields));
  }

  /** Archives a thread, and locks it if told so. */
  archive(locked = false): void {
    const { thread } = this.channel;
    if (!thread) throw new Error(`#${this.name} is no thread.`);
    Object.assign(thread.metadata, {
      archived: true,
      locked,
      archive_timestamp: timestamp(this.#around.world.clock.now()),
    });
    announce(this.#around.world, this.channel, 'edited');
  }

  #overwrite(whom: Thing): OverwriteJson {
    const { world } = this.#around;
    let id = idOf(whom);
    if (whom === 'bot') id = world.bot.json.id;
    if (whom === 'everyone') id = this.channel.guildId ?? '';
    const present = this.channel.overwrites.find((overwrite) => overwrite.id === id);
    if (present) return present;
    const overwrite: OverwriteJson = { id, type: world.users.has(id) ? 1 : 0, allow: '0', deny: '0' };
    this.channel.overwrites.push(overwrite);
    return overwrite;
  }
}
