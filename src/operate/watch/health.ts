/** What is asked before anything can be said. Times in milliseconds. */
export interface Signs {
  /** The connections to Discord. */
  readonly shards: readonly {
    readonly id: number;
    readonly isConnected: boolean;
    /** For how long it has not been connected; 0 while it is. */
    readonly downFor: number;
    readonly ping: number | null;
  }[];
  /** How long the database took to answer; null if it did not. */
  readonly store: number | null;
  /** How long ago the last tick began; null before the first one. */
  readonly heartbeat: number | null;
  /** Whether the bot has come up, and has not been asked to stop. */
  readonly isUp: boolean;
}

const MINUTE = 60_000;
/** discord.js connects again by itself, and a start costs one of a thousand a day: only after this long may one help. */
const DOWN_TOO_LONG = 10 * MINUTE;
/** A tick comes once a minute, and a large one may take a few. */
const NO_HEARTBEAT = 5 * MINUTE;

export interface Health {
  /** Whether the process may go on as it is. If not, a restart may help. */
  readonly isHealthy: boolean;
  /** Whether it can answer now. */
  readonly isReady: boolean;
  /** What is wrong, in words; nothing if all is well. */
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
