import type { BotState, ClockView, MessageView, Push, RequestView, WorldView } from '../web/protocol.ts';

/** The data that the page has received. */
export interface PageState {
  readonly world: WorldView | null;
  /** By channel id, oldest first. */
  readonly messages: Readonly<Record<string, readonly MessageView[]>>;
  /** By guild id. */
  readonly clock: Readonly<Record<string, ClockView>>;
  /** Newest first. */
  readonly requests: readonly RequestView[];
  readonly bot: BotState;
}

export const NOTHING: PageState = { world: null, messages: {}, clock: {}, requests: [], bot: 'starting' };

const REQUESTS_KEPT = 200;

/** The state after something new has come from the server. */
export function receive(state: PageState, push: Push): PageState {
  switch (push.kind) {
    case 'world':
      return push.anew
        ? { ...NOTHING, clock: state.clock, world: push.world }
        : { ...state, world: push.world };
    case 'messages':
      return withMessages(state, push.channelId, push.messages);
    case 'message': {
      const { json } = push.message;
      const before = state.messages[json.channel_id] ?? [];
      const known = before.some((each) => each.json.id === json.id);
      const after = known
        ? before.map((each) => (each.json.id === json.id ? push.message : each))
        : [...before, push.message];
      return withMessages(state, json.channel_id, after);
    }
    case 'gone': {
      const before = state.messages[push.channelId] ?? [];
      const after = before.filter((each) => each.json.id !== push.id);
      return withMessages(state, push.channelId, after);
    }
    case 'clock':
      return { ...state, clock: push.clock };
    case 'requests': {
      const fresh = push.requests
        .filter((each) => each.number > (state.requests[0]?.number ?? -1))
        .toReversed();
      return { ...state, requests: [...fresh, ...state.requests].slice(0, REQUESTS_KEPT) };
    }
    case 'bot':
      break;
  }
  return { ...state, bot: push.state };
}

const withMessages = (state: PageState, channelId: string, messages: readonly MessageView[]): PageState => ({
  ...state,
  messages: { ...state.messages, [channelId]: messages },
});
