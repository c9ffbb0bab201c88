/** Why a message could not be sent or looked for. */
export type OutboxProblem =
  /** The channel is no longer there. */
  | 'gone'
  /** The bot may not write (or read) there. */
  | 'forbidden'
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
   * @throws OutboxError
   */
  send(channelId: string, message: unknown, nonce: string): Promise<{ messageId: string }>;
  /**
   * The bot's own message in the channel whose custom ids carry the delivery's id, or null.
   * @param since how far to look back; epoch milliseconds.
   * @throws OutboxError
   */
  find(channelId: string, deliveryId: string, since: number): Promise<string | null>;
  /**
   * The channel of the private conversation with a person; whether they take messages there shows when one is sent.
   * @throws OutboxError
   */
  openDm(userId: string): Promise<string>;
  /**
   * Whether a person is in a guild now: whoever leaves says so to Discord, and not to its bots.
   * @throws OutboxError
   */
  isMember(guildId: string, userId: string): Promise<boolean>;
}
