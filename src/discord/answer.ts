import type { APIModalInteractionResponseCallbackData } from 'discord.js';
import type { Message } from '../view/components.ts';
import type { Posted } from './posts.ts';

/** A message for everybody may stand or not: to send it again could show it twice. */
export class PostInDoubt extends Error {
  constructor(cause: unknown) {
    super('it is not known whether a message was posted', { cause });
    this.name = 'PostInDoubt';
  }
}

/** The answer that a handler wants. Only `dispatch.ts` says it. */
export type Answer =
  /** Shown to this person only: in place of the private message whose button was pressed, or else as a new one. */
  | { readonly kind: 'show'; readonly message: Message }
  /** To this person only, as a new message. */
  | { readonly kind: 'tell'; readonly message: Message }
  /** To everybody in the channel, as a new message. */
  | { readonly kind: 'share'; readonly message: Message }
  /**
   * Makes public what only this person saw. `instead` takes its place, and `posted` is called with the place of the
   * post.
   */
  | {
      readonly kind: 'publish';
      readonly message: Message;
      readonly instead: Message;
      readonly posted: (at: Posted) => Promise<void>;
    }
  /** Changes the message that was pressed on for everybody, and tells this person something if there is something. */
  | { readonly kind: 'refresh'; readonly message: Message; readonly tell: Message | null }
  /**
   * Opens a form. Not in answer to a form: Discord does not allow it. `again`: the custom id that opens it once more; what
   * was pressed, unless it says otherwise.
   */
  | {
      readonly kind: 'ask';
      readonly form: APIModalInteractionResponseCallbackData;
      readonly again: string | null;
    };

export const show = (message: Message): Answer => ({ kind: 'show', message });
export const tell = (message: Message): Answer => ({ kind: 'tell', message });
export const share = (message: Message): Answer => ({ kind: 'share', message });
export const publish = (
  message: Message,
  instead: Message,
  posted: (at: Posted) => Promise<void>,
): Answer => ({ kind: 'publish', message, instead, posted });
export const refresh = (message: Message, tellAlso: Message | null = null): Answer => ({
  kind: 'refresh',
  message,
  tell: tellAlso,
});
export const ask = (form: APIModalInteractionResponseCallbackData, again: string | null = null): Answer => ({
  kind: 'ask',
  form,
  again,
});
