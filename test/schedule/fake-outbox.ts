import type { Person } from '../../src/view/pictures/typeset.ts';
import type { MessageFile } from '../../src/view/components.ts';
import { type Outbox } from '../../src/discord/outbox.ts';
import { OutboxError, type OutboxProblem } from '../../src/discord/outbox-error.ts';

export interface SentMessage {
  readonly id: string;
  readonly channelId: string;
  readonly nonce: string;
  readonly body: unknown;
  /** The names of its files. */
  readonly files: readonly string[];
  readonly at: number;
}

/**
 * The fate of a request: it succeeds; it succeeds, but its answer is lost; it is refused; or `before` throws an error.
 */
export type Fate = 'ok' | 'answer-lost' | OutboxProblem | { before?: () => unknown; after?: () => unknown };

const NONCE_HONOURED = 5 * 60_000;

/**
 * Discord as far as the heartbeat needs it. It keeps messages, honours a nonce for five minutes, and fails as it is
 * told.
 */
export class FakeOutbox implements Outbox {
  readonly messages: SentMessage[] = [];
  /** The number of requests, whatever their results were. */
  readonly requests = { send: 0, find: 0, openDm: 0 };
  /** The fates of the next messages. Later ones succeed. */
  readonly fates: Fate[] = [];
  readonly findFates: Fate[] = [];
  readonly outages = new Set<string>();
  /** The people who have left their servers. */
  readonly gone = new Set<string>();
  readonly now: () => number;

  constructor(now: () => number) {
    this.now = now;
  }

  available(guildId: string): boolean {
    return !this.outages.has(guildId);
  }

  underWay(): number {
    return 0;
  }

  async send(
    channelId: string,
    body: unknown,
    nonce: string,
    files: readonly MessageFile[] = [],
  ): Promise<{ messageId: string }> {
    this.requests.send += 1;
    return suffer(this.fates.shift() ?? 'ok', () => {
      const same = this.messages.findLast(
        (message) =>
          message.channelId === channelId &&
          message.nonce === nonce &&
          this.now() - message.at <= NONCE_HONOURED,
      );
      if (same !== undefined) return { messageId: same.id };
      const id = `message-${this.messages.length + 1}`;
      const message = { id, channelId, nonce, body, files: files.map(({ name }) => name), at: this.now() };
      this.messages.push(message);
      return { messageId: message.id };
    });
  }

  async find(channelId: string, deliveryId: string, since: number): Promise<string | null> {
    this.requests.find += 1;
    return suffer(this.findFates.shift() ?? 'ok', () => {
      const found = this.messages.find(
        (message) =>
          message.channelId === channelId &&
          message.at >= since &&
          JSON.stringify(message.body).includes(deliveryId),
      );
      return found?.id ?? null;
    });
  }

  edit(channelId: string, messageId: string, body: unknown): Promise<'done' | 'gone' | 'too-often'> {
    const found = this.messages.find(({ id }) => id === messageId);
    if (found !== undefined) Object.assign(found, { channelId, body });
    return Promise.resolve(found === undefined ? 'gone' : 'done');
  }

  remove(_channelId: string, messageId: string): Promise<void> {
    const place = this.messages.findIndex(({ id }) => id === messageId);
    if (place >= 0) this.messages.splice(place, 1);
    return Promise.resolve();
  }

  roleThere(_guildId: string, roleId: string | null): string | null {
    return roleId;
  }

  /** The channels that allow no files. */
  readonly withoutFiles = new Set<string>();

  mayAttach(channelId: string): boolean {
    return !this.withoutFiles.has(channelId);
  }

  takeOutPictures(): Promise<void> {
    return Promise.resolve();
  }

  /** The fates of the next private conversations. */
  readonly dmFates: Fate[] = [];

  openDm(userId: string): Promise<string> {
    this.requests.openDm += 1;
    return suffer(this.dmFates.shift() ?? 'ok', () => `dm-${userId}`);
  }

  openPrivateThread(): Promise<string | null> {
    return Promise.resolve(null);
  }

  addToThread(): Promise<void> {
    return Promise.resolve();
  }

  archiveThread(): Promise<void> {
    return Promise.resolve();
  }

  mayWrite(_channelId: string, userId: string): Promise<boolean> {
    return Promise.resolve(!this.gone.has(userId));
  }

  isMember(_guildId: string, userId: string): Promise<boolean> {
    return Promise.resolve(!this.gone.has(userId));
  }

  membersAmong(_guildId: string, userIds: readonly string[]): Promise<ReadonlyMap<string, Person>> {
    const here = userIds.filter((userId) => !this.gone.has(userId));
    return Promise.resolve(new Map(here.map((id) => [id, { name: id, username: id }])));
  }
}

async function suffer<T>(fate: Fate, act: () => T): Promise<T> {
  // A real request takes at least a turn of the event loop.
  await new Promise<void>((resolve) => {
    setImmediate(resolve);
  });
  if (typeof fate === 'object') {
    await fate.before?.();
    const result = act();
    await fate.after?.();
    return result;
  }
  if (fate === 'ok') return act();
  if (fate === 'answer-lost') act();
  throw new OutboxError(fate === 'answer-lost' ? 'unavailable' : fate);
}
