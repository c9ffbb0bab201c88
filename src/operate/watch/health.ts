import { MINUTE } from '../../time/units.ts';

/** The signs of life by which the bot's health is judged. Times are in milliseconds. */
export interface Signs {
  /** The connections to Discord. */
  readonly shards: readonly {
    readonly id: number;
    readonly isConnected: boolean;
    /** How long the connection has been lost; 0 if it is connected. */
    readonly downFor: number;
    readonly ping: number | null;
  }[];
  /** How long the database took to answer; null if it did not. */
  readonly store: number | null;
  /** How long ago the last tick began; null before the first one. */
  readonly heartbeat: number | null;
  /** Whether the bot has started, and was not told to stop. */
  readonly isUp: boolean;
}

/**
 * discord.js reconnects by itself, and each new start uses up one of a thousand a day. A restart can help only after
 * this time.
 */
const DOWN_TOO_LONG = 10 * MINUTE;
/** A tick comes every minute. With much work it may take some minutes. */
const NO_HEARTBEAT = 5 * MINUTE;

export interface Health {
  /** If false, a restart may help. */
  readonly isHealthy: boolean;
  /** Whether the bot can answer now. */
  readonly isReady: boolean;
  /** What is wrong, as sentences. Empty if nothing is. */
  readonly problems: readonly string[];
}

/** Judges the signs of life of a bot. */
export function healthOf({ shards, store, heartbeat, isUp }: Signs): Health {
  const down = shards.filter(({ isConnected }) => !isConnected);
  const isConnected = shards.length > 0 && down.length === 0;
  const isStale = heartbeat !== null && heartbeat > NO_HEARTBEAT;
  const problems = [
    ...(isUp ? [] : ['the bot is starting or stopping']),
    ...down.map(({ id, downFor }) => `shard ${id} has not been connected for ${seconds(downFor)}`),
    ...(store === null ? ['the database does not answer'] : []),
    ...(isStale ? [`the last heartbeat was ${seconds(heartbeat)} ago`] : []),
  ];
  const isDownTooLong = down.some(({ downFor }) => downFor > DOWN_TOO_LONG);
  return {
    isHealthy: store !== null && !isStale && !isDownTooLong,
    isReady: isUp && isConnected && store !== null && !isStale,
    problems,
  };
}

const seconds = (milliseconds: number): string => `${Math.round(milliseconds / 1000)} s`;
