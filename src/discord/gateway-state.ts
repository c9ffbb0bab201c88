import { type Client, Events, Status } from 'discord.js';

/** The connection of one shard. */
export interface ShardState {
  readonly id: number;
  readonly isConnected: boolean;
  /**
   * The time until Discord answered the last heartbeat of the connection, in milliseconds. Null before the first
   * answer.
   */
  readonly ping: number | null;
  /** When the connection was lost, in epoch ms. Null while it is connected. */
  readonly downSince: number | null;
}

/**
 * Follows the connections to Discord.
 * @param now the time, in epoch ms
 * @returns a function that gives the state of each connection; there are none before the client begins to connect
 */
export function followGateway(client: Client, now: () => number): () => readonly ShardState[] {
  const start = now();
  const brokenAt = new Map<number, number>();
  const broke = (id: number): void => {
    if (!brokenAt.has(id)) brokenAt.set(id, now());
  };
  client.on(Events.ShardReconnecting, broke);
  client.on(Events.ShardDisconnect, (_event, id) => broke(id));
  client.on(Events.ShardReady, (id) => brokenAt.delete(id));
  client.on(Events.ShardResume, (id) => brokenAt.delete(id));
  return () =>
    client.ws.shards.map(({ id, status, ping }) => {
      const isConnected = status === Status.Ready;
      return {
        id,
        isConnected,
        ping: ping < 0 ? null : ping,
        downSince: isConnected ? null : (brokenAt.get(id) ?? start),
      };
    });
}
