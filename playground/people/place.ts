import { ChannelType, GatewayIntentBits } from 'discord-api-types/v10';

import { announce, createChannel, isText } from '../state/channels.ts';
import { guildJson, joinGuild, leaveGuild, roleJson, tellOfGuild } from '../state/guilds.ts';
import { eventOf, eventsOf, setStatus, STATUS } from '../state/events.ts';
import type { ScheduledEventJson } from '../state/json.ts';
import { createMember, createUser } from '../state/people.ts';
import { bits, INVITED_BOT, type PermissionName } from '../state/permissions.ts';
import { setVoice, type VoiceToggle } from '../state/voice.ts';
import type { Guild } from '../state/world.ts';
import { ChannelHandle } from './channel.ts';
import type { Surroundings } from './how.ts';
import { Person } from './person.ts';
import { idOf, type Thing } from './things.ts';

/** A server that a test or the page arranges. */
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

  /** The owner, who may do everything in the server. */
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

  /** The channel of that name, or the first text channel. */
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

  /**
   * Makes a role. As in Discord, it stands below all others.
   * @param fields `above`: it is moved above all others; `managed`: it belongs to an integration
   */
  addRole(fields: {
    name: string;
    mentionable?: boolean;
    permissions?: PermissionName[];
    above?: boolean;
    managed?: boolean;
  }): {
    id: string;
    name: string;
  } {
    const { world } = this.#around;
    const highest = Math.max(...[...this.guild.roles.values()].map(({ position }) => position));
    const position = fields.above === true ? highest + 1 : 1;
    const role = roleJson(world.ids.next(), fields.name, bits(fields.permissions ?? []), position);
    role.mentionable = fields.mentionable ?? false;
    role.managed = fields.managed ?? false;
    this.guild.roles.set(role.id, role);
    this.#tell('GUILD_ROLE_CREATE', { guild_id: this.id, role });
    return { id: role.id, name: role.name };
  }

  removeRole(role: Thing): void {
    const id = idOf(role);
    this.guild.roles.delete(id);
    for (const member of this.guild.members.values())
      member.roles = member.roles.filter((each) => each !== id);
    for (const channel of this.guild.channels.values()) {
      const kept = channel.overwrites.filter((overwrite) => overwrite.id !== id);
      if (kept.length === channel.overwrites.length) continue;
      channel.overwrites = kept;
      announce(this.#around.world, channel, 'edited');
    }
    this.#tell('GUILD_ROLE_DELETE', { guild_id: this.id, role_id: id });
  }

  /** Changes the permissions of a role, or moves it above all others or below them. */
  changeRole(role: Thing, to: { permissions?: PermissionName[]; above?: boolean }): void {
    const changed = this.guild.roles.get(idOf(role));
    if (!changed) throw new Error('There is no such role (any more).');
    const highest = Math.max(...[...this.guild.roles.values()].map(({ position }) => position));
    if (to.permissions !== undefined) changed.permissions = String(bits(to.permissions));
    if (to.above !== undefined) changed.position = to.above ? highest + 1 : 1;
    this.#tell('GUILD_ROLE_UPDATE', { guild_id: this.id, role: changed });
  }

  /** The role that came with the bot, and stands for its permissions. */
  get botRole(): { id: string; name: string } {
    const own = [...this.guild.roles.values()].find(
      ({ tags }) => tags?.bot_id === this.#around.world.bot.json.id,
    );
    if (!own) throw new Error('The bot is not in the server.');
    return own;
  }

  /** The roles of a member, by id. */
  rolesOf(person: Person): readonly string[] {
    return this.guild.members.get(person.id)?.roles ?? [];
  }

  /** Gives a member a role or takes it away, as a moderator does. */
  moderate(person: Person, role: Thing, has: boolean): void {
    const member = this.guild.members.get(person.id);
    if (!member) throw new Error(`${person.name} is no member.`);
    const others = member.roles.filter((id) => id !== idOf(role));
    member.roles = has ? [...others, idOf(role)] : others;
    this.#tell('GUILD_MEMBER_UPDATE', { guild_id: this.id, ...member }, GatewayIntentBits.GuildMembers);
  }

  /** Lets a member wait before the server's rules, as a new one does until they are accepted; or lets them in. */
  holdBack(person: Person, pending: boolean): void {
    const member = this.guild.members.get(person.id);
    if (!member) throw new Error(`${person.name} is no member.`);
    member.pending = pending;
    this.#tell('GUILD_MEMBER_UPDATE', { guild_id: this.id, ...member }, GatewayIntentBits.GuildMembers);
  }

  /** Makes a person a member, who is new or comes from elsewhere. A role of their own gives them the permissions. */
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

  /**
   * Takes a person out of the server and its threads. `addMember` with the same person lets them come back, without
   * their roles.
   */
  removeMember(person: Person): void {
    if (this.guild.voice.has(person.id)) this.leaveVoice(person);
    this.guild.members.delete(person.id);
    for (const channel of this.guild.channels.values()) channel.thread?.members.delete(person.id);
    this.#tell(
      'GUILD_MEMBER_REMOVE',
      { guild_id: this.id, user: person.user.json },
      GatewayIntentBits.GuildMembers,
    );
  }

  /** Names the voice channel for people who are away; null: there is none. */
  setAfkChannel(channel: Thing | null): void {
    this.guild.afkChannelId = channel === null ? null : idOf(channel);
    this.#tell('GUILD_UPDATE', guildJson(this.guild));
  }

  /** A member joins a voice channel, or changes to it from another one. */
  enterVoice(person: Person, channel: Thing, toggled: VoiceToggle = {}): void {
    const before = this.guild.voice.get(person.id);
    const { world } = this.#around;
    setVoice(world, this.guild, person.id, {
      selfDeaf: false,
      selfMute: false,
      selfVideo: false,
      deaf: false,
      suppress: false,
      ...before,
      sessionId: before?.sessionId ?? world.ids.next(),
      ...toggled,
      channelId: idOf(channel),
    });
  }

  /** A member mutes or deafens themselves, shows video, or is deafened. */
  toggleVoice(person: Person, toggled: VoiceToggle): void {
    const before = this.guild.voice.get(person.id);
    if (!before) throw new Error(`${person.name} is in no voice channel.`);
    setVoice(this.#around.world, this.guild, person.id, { ...before, ...toggled });
  }

  /** A member leaves the voice channel. `isLost`: the bot does not hear of it, as happens with Discord. */
  leaveVoice(person: Person, isLost = false): void {
    setVoice(this.#around.world, this.guild, person.id, null, isLost);
  }

  /** The scheduled events of the server as they are now. */
  get events(): ScheduledEventJson[] {
    return eventsOf(this.#around.world, this.guild).map(({ json }) => json);
  }

  /** A person answers an event: they are interested, or decline it this time. */
  answerEvent(person: Person, id: string, interested = true): void {
    eventOf(this.#around.world, this.guild, id).answers.set(person.id, interested ? 1 : 0);
  }

  /** Somebody cancels an event, with all of its times. */
  cancelEvent(id: string): void {
    const { world } = this.#around;
    setStatus(world, eventOf(world, this.guild, id), STATUS.canceled);
  }

  /** Takes the bot out of the server. */
  removeBot(): void {
    leaveGuild(this.#around.world, this.guild);
  }

  /** Invites the bot (again). */
  addBot(permissions?: PermissionName[]): void {
    joinGuild(this.#around.world, this.guild, permissions ? bits(permissions) : INVITED_BOT);
  }

  /** Makes the server unreachable, as in an outage of Discord's. The bot is not removed. */
  outage(): void {
    this.guild.unavailable = true;
    this.#tell('GUILD_DELETE', { id: this.id, unavailable: true });
    this.#around.world.feed.emit({ kind: 'guild', change: 'unavailable', guildId: this.id });
  }

  /** Ends the outage. */
  restore(): void {
    this.guild.unavailable = false;
    tellOfGuild(this.#around.world, this.guild);
  }

  #tell(event: string, data: unknown, intents: number = GatewayIntentBits.Guilds): void {
    if (!this.guild.hasBot) return;
    this.#around.world.dispatch(event, data, { guildId: this.id, intents });
  }
}
