import type { ChannelJson, Json, MessageJson } from './state/json.ts';

/** A request of the bot, with the answer. */
export interface RequestRecord {
  readonly method: string;
  /** Without the API's prefix and version: `/channels/1/messages`. */
  readonly path: string;
  readonly query: string;
  readonly body: unknown;
  readonly files: readonly { name: string; size: number; contentType: string }[];
  /** The status of the answer; 0 if the connection was cut. */
  readonly status: number;
  /** Real milliseconds from the request's arrival to the answer. */
  readonly ms: number;
  readonly refusal?: RefusalRecord;
  /** The fault that a test or the page ordered, if it met this request. */
  readonly fault?: string;
}

/** Why a request was refused: Discord's own code and message, and the rule that it broke. */
export interface RefusalRecord {
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly code: number;
  readonly message: string;
  readonly errors?: unknown;
  readonly rule: string;
}

export type PlaygroundEvent =
  | { kind: 'request'; request: RequestRecord }
  | {
      kind: 'message';
      change: 'created' | 'edited' | 'deleted';
      channelId: string;
      message: MessageJson;
      /** The only person who sees it, or null if everybody does. */
      seenBy: string | null;
    }
  | { kind: 'channel'; change: 'created' | 'edited' | 'deleted'; channel: ChannelJson }
  | { kind: 'guild'; change: 'created' | 'edited' | 'deleted' | 'unavailable'; guildId: string }
  | {
      kind: 'interaction';
      change: 'sent' | 'answered' | 'edited' | 'followed up' | 'refused' | 'expired' | 'too late';
      id: string;
      payload: Json;
    }
  /** Somebody has joined a voice channel of a server, changed something there, or left it. */
  | { kind: 'voice'; guildId: string }
  | { kind: 'commands' }
  | {
      kind: 'gateway';
      change: 'identified' | 'too early' | 'resumed' | 'closed' | 'dispatched';
      detail: string;
    };

/** Announces everything that happens. Listeners are called in turn, at once. */
export interface Feed {
  emit(event: PlaygroundEvent): void;
  listen(listener: (event: PlaygroundEvent) => void): () => void;
  /**
   * Resolves with the first thing that `look` finds, now or after an event. After `within` real milliseconds it
   * resolves with `undefined`.
   */
  until<T>(look: () => T | undefined, within: number): Promise<T | undefined>;
}

/** Makes a feed without listeners. */
export function makeFeed(): Feed {
  const listeners = new Set<(event: PlaygroundEvent) => void>();
  const listen: Feed['listen'] = (listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  return {
    listen,
    emit(event) {
      for (const listener of listeners) listener(event);
    },
    async until(look, within) {
      const present = look();
      if (present !== undefined) return present;
      return new Promise((resolve) => {
        const end = (found: ReturnType<typeof look>): void => {
          clearTimeout(timer);
          stop();
          resolve(found);
        };
        const timer = setTimeout(() => end(undefined), within);
        const stop = listen(() => {
          const found = look();
          if (found !== undefined) end(found);
        });
      });
    },
  };
}
