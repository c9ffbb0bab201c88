import { type Client, Events, GatewayCloseCodes, Routes } from 'discord.js';
import type { App } from '../app.ts';
import { isTokenRefused, loggable, TokenRefused } from './discord-error.ts';

/**
 * Discord has closed the connection, and discord.js will not try again. `message` tells the operator what to do.
 * `isLasting`: the next start would end in the same way.
 */
export class ConnectionEnded extends Error {
  readonly isLasting: boolean;

  constructor(message: string, isLasting: boolean) {
    super(message);
    this.name = 'ConnectionEnded';
    this.isLasting = isLasting;
  }
}

/**
 * The close codes of the Gateway after which a client must not reconnect:
 * https://docs.discord.com/developers/topics/opcodes-and-status-codes
 */
const LASTING: ReadonlyMap<number, string> = new Map([
  [
    GatewayCloseCodes.InvalidShard,
    'Discord does not know the shard that this process asked for (4010). Check SHARDS and SHARD_COUNT, or leave both out.',
  ],
  [
    GatewayCloseCodes.ShardingRequired,
    'Discord wants this bot to use more shards, since it is in too many servers for so few (4011). Raise SHARD_COUNT, or leave SHARDS and SHARD_COUNT out: Roadmate then asks Discord how many it needs.',
  ],
  [
    GatewayCloseCodes.InvalidAPIVersion,
    'Discord no longer speaks the version of its Gateway that this Roadmate uses (4012). Update Roadmate.',
  ],
  [GatewayCloseCodes.InvalidIntents, 'Discord refused the intents of this Roadmate (4013). Update Roadmate.'],
  [
    GatewayCloseCodes.DisallowedIntents,
    'Discord does not allow this bot one of the intents that it asks for (4014). Switch it on in your application, page "Bot".',
  ],
]);

const TOKEN_REFUSED: number = GatewayCloseCodes.AuthenticationFailed;

/**
 * Reports when the connection has ended for good. discord.js says nothing then: the process would run on, look alive
 * and answer nobody. A broken connection or a single refused request can recover, and is not reported.
 * @param token the bot's token, which discord.js forgets at the first request that is refused for it
 * @param ended called once at most
 * @returns a function to call when a request was refused as unauthorised
 */
export function watchConnection(
  client: Client,
  token: string,
  log: App['log'],
  ended: (error: Error) => void,
): () => void {
  let isOver = false;
  const end = (error: Error): void => {
    if (isOver) return;
    isOver = true;
    ended(error);
  };
  client.on(Events.ShardDisconnect, ({ code }) => {
    const why = LASTING.get(code);
    if (code === TOKEN_REFUSED) end(new TokenRefused());
    else if (why !== undefined) end(new ConnectionEnded(why, true));
    else end(new ConnectionEnded(`Discord closed the connection for good (${code}).`, false));
  });
  client.on(Events.Invalidated, () =>
    end(new ConnectionEnded('Discord has ended the session for good.', false)),
  );
  client.on(Events.ShardError, (error) => log.warn(loggable(error), 'the connection to Discord broke'));

  let isAsking = false;
  return () => {
    if (isAsking || isOver) return;
    isAsking = true;
    // discord.js forgets the token after it has read this answer. Only then can it be set again.
    setImmediate(() => {
      client.rest.setToken(token);
      client.rest
        .get(Routes.user())
        .then(
          () => log.warn('Discord refused a request as unauthorised, and takes the token all the same'),
          (error: unknown) => {
            if (isTokenRefused(error)) end(new TokenRefused());
            else log.warn(loggable(error), 'whether Discord still takes the token could not be asked');
          },
        )
        .finally(() => {
          client.rest.setToken(token);
          isAsking = false;
        });
    });
  };
}

/**
 * Keeps the process alive when discord.js cannot read a packet, and spares it the packets that nothing reads.
 * discord.js builds its structures from packets without checking them, an error there would end the process, and
 * Discord has sent such packets before. Every event passes through `handlePacket`; there is no public place to do this.
 */
export function guardPackets({ ws }: Client, log: App['log']): void {
  const handle: unknown = Reflect.get(ws, 'handlePacket');
  if (typeof handle !== 'function') throw new Error('discord.js handles its packets elsewhere now');
  Reflect.set(ws, 'handlePacket', (...given: readonly unknown[]): unknown => {
    if (UNREAD.has(nameOf(given[0]))) return false;
    try {
      return Reflect.apply(handle, ws, given);
    } catch (error) {
      log.error({ ...loggable(error), event: nameOf(given[0]) }, 'an event of Discord could not be read');
      return false;
    }
  });
}

/**
 * The events that come with the intent for deleted messages and that nothing reads. Of each message that anybody writes in
 * a server, discord.js would build the message, its author and their membership.
 */
const UNREAD: ReadonlySet<string> = new Set(['MESSAGE_CREATE', 'MESSAGE_UPDATE']);

function nameOf(packet: unknown): string {
  return typeof packet === 'object' && packet !== null && 't' in packet ? String(packet.t) : '';
}
