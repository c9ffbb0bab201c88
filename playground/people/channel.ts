import { ChannelType } from 'discord-api-types/v10';

import { setArchived } from '../state/archive.ts';
import { announce, channelJson, deleteChannel } from '../state/channels.ts';
import { storeFile, type PersonsFile } from '../state/files.ts';
import type { ChannelJson, MessageJson, OverwriteJson } from '../state/json.ts';
import { createMessage, deleteMessage, messageJson } from '../state/messages.ts';
import { bits, type PermissionName } from '../state/permissions.ts';
import { createThread, threadsOf } from '../state/threads.ts';
import type { Channel } from '../state/world.ts';
import type { Surroundings } from './how.ts';
import type { Person } from './person.ts';
import { idOf, type Thing } from './things.ts';

/** A channel or thread that a test or the page arranges and reads. */
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

  /** The public messages, oldest first. */
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

  /** Archives a thread, as Discord does after a long silence. */
  archive(): void {
    setArchived(this.#around.world, this.channel, true);
  }

  /** Wakes an archived thread up. */
  wake(): void {
    setArchived(this.#around.world, this.channel, false);
  }

  /** Locks a thread, so that only people who manage threads can write in it or wake it up. It can also unlock it. */
  lock(locked = true): void {
    const { thread } = this.channel;
    if (!thread) throw new Error(`#${this.name} is no thread.`);
    thread.metadata.locked = locked;
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
