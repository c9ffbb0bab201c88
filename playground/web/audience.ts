import type { ServerResponse } from 'node:http';
import type { LocalDiscord } from '../discord.ts';
import type { PlaygroundEvent, RequestRecord } from '../feed.ts';
import { permissionsOf } from '../state/channels.ts';
import { has } from '../state/permissions.ts';
import type { World } from '../state/world.ts';
import type { BotState, ClockView, PersonView, Push, RequestView } from './protocol.ts';
import { type Scene, viewMessage, viewMessages, viewWorld } from './view.ts';

/** The open pages, which are told about every change. */
export interface Audience {
  /** Sends a new page everything that the person sees, and then every change. */
  welcome(you: PersonView, response: ServerResponse): void;
  tellClock(clock: Readonly<Record<string, ClockView>>): void;
  tellBot(state: BotState): void;
  close(): void;
}

interface Seat {
  readonly you: PersonView;
  readonly response: ServerResponse;
  /** Private answers from before the page was opened. As in Discord, a new client has lost them. */
  readonly lost: ReadonlySet<string>;
}

const REQUESTS_KEPT = 200;

/** `used` holds the full names of commands by interaction id, and is updated here. */
export function gatherAudience(discord: LocalDiscord, scene: Scene, used: Map<string, string>): Audience {
  const { world } = discord;
  const seats = new Set<Seat>();
  const requests: RequestView[] = [];
  let clock: Readonly<Record<string, ClockView>> = {};
  let bot: BotState = 'starting';
  let counted = 0;
  let isWorldStale = false;

  const push = (seat: Seat, what: Push): void => {
    seat.response.write(`data: ${JSON.stringify(what)}\n\n`);
  };
  const pushAll = (what: Push): void => {
    for (const seat of seats) push(seat, what);
  };
  const tellWorld = (seat: Seat, anew: boolean): void => {
    const view = viewWorld(world, scene, seat.you);
    if (view !== null) push(seat, { kind: 'world', world: view, anew });
  };
  /** Announces the world once for all changes at the same time. */
  const tellWorldSoon = (): void => {
    if (isWorldStale) return;
    isWorldStale = true;
    queueMicrotask(() => {
      isWorldStale = false;
      for (const seat of seats) tellWorld(seat, false);
    });
  };
  const tellMessage = (event: Extract<PlaygroundEvent, { kind: 'message' }>): void => {
    const channel = world.channels.get(event.channelId);
    const stored = channel?.messages.get(event.message.id);
    for (const seat of seats) {
      const user = world.users.get(seat.you.id);
      if (channel === undefined || user === undefined) continue;
      if (event.seenBy !== null && (event.seenBy !== seat.you.id || seat.lost.has(event.message.id)))
        continue;
      if (channel.guildId === null && !channel.recipients.includes(user)) continue;
      if (!has(permissionsOf(world, user, channel), 'ViewChannel')) continue;
      if (stored === undefined)
        push(seat, { kind: 'gone', channelId: event.channelId, id: event.message.id });
      else push(seat, { kind: 'message', message: viewMessage(world, stored, used) });
    }
  };

  /** Announces the message under which a thread stands, because the message shows the thread. Both have the same id. */
  const tellStarter = (threadId: string): void => {
    const starter = [...world.channels.values()].find((channel) => channel.messages.has(threadId));
    const message = starter?.messages.get(threadId);
    if (starter === undefined || message === undefined) return;
    tellMessage({
      kind: 'message',
      change: 'edited',
      channelId: starter.id,
      message: message.json,
      seenBy: message.seenBy,
    });
  };

  const stop = discord.on('event', (event) => {
    switch (event.kind) {
      case 'message':
        tellMessage(event);
        break;
      case 'channel':
        tellStarter(event.channel.id);
        tellWorldSoon();
        break;
      case 'guild':
      case 'voice':
      case 'commands':
        tellWorldSoon();
        break;
      case 'interaction': {
        const name = commandName(event.payload['data']);
        if (event.change === 'sent' && name !== null) used.set(event.id, name);
        break;
      }
      case 'request': {
        counted += 1;
        const view = viewRequest(event.request, counted, world.clock.now());
        requests.push(view);
        if (requests.length > REQUESTS_KEPT) requests.shift();
        pushAll({ kind: 'requests', requests: [view] });
        break;
      }
      case 'gateway':
        break;
    }
  });

  return {
    welcome(you, response) {
      const seat: Seat = { you, response, lost: privateIds(world) };
      seats.add(seat);
      response.on('close', () => seats.delete(seat));
      tellWorld(seat, true);
      const user = world.users.get(you.id);
      for (const channel of world.channels.values()) {
        if (user === undefined || !has(permissionsOf(world, user, channel), 'ViewChannel')) continue;
        if (channel.guildId === null && !channel.recipients.includes(user)) continue;
        push(seat, {
          kind: 'messages',
          channelId: channel.id,
          messages: viewMessages(world, channel, used),
        });
      }
      push(seat, { kind: 'requests', requests });
      push(seat, { kind: 'clock', clock });
      push(seat, { kind: 'bot', state: bot });
    },
    tellClock(next) {
      clock = next;
      pushAll({ kind: 'clock', clock });
    },
    tellBot(state) {
      bot = state;
      pushAll({ kind: 'bot', state });
    },
    close() {
      stop();
      for (const seat of seats) seat.response.end();
    },
  };
}

/** The ids of all messages that only one person sees. */
function privateIds(world: World): ReadonlySet<string> {
  const all = [...world.channels.values()].flatMap((channel) => [...channel.messages.values()]);
  return new Set(all.filter((message) => message.seenBy !== null).map(({ json }) => json.id));
}

/** The full name in an interaction's data, such as `roadmap view`; null if it is no slash command. */
function commandName(data: unknown): string | null {
  if (typeof data !== 'object' || data === null || !('name' in data) || !('type' in data) || data.type !== 1)
    return null;
  const words = [String(data.name)];
  let options: unknown = 'options' in data ? data.options : undefined;
  while (Array.isArray(options)) {
    const [first]: unknown[] = options;
    if (typeof first !== 'object' || first === null || !('type' in first) || !('name' in first)) break;
    if (first.type !== 1 && first.type !== 2) break;
    words.push(String(first.name));
    options = 'options' in first ? first.options : undefined;
  }
  return words.join(' ');
}

function viewRequest(request: RequestRecord, number: number, at: number): RequestView {
  const { refusal } = request;
  return {
    number,
    at,
    method: request.method,
    path: request.path + request.query,
    status: request.status,
    ms: request.ms,
    body: request.body,
    files: request.files.map(({ name, size }) => ({ name, size })),
    refusal:
      refusal === undefined
        ? null
        : { code: refusal.code, message: refusal.message, rule: refusal.rule, errors: refusal.errors },
  };
}
