import type { APIModalInteractionResponseCallbackData } from 'discord.js';
import type { Message } from '../view/components.ts';
import type { Posted } from './posts.ts';

/** Nobody knows whether a message for everybody was sent. Sending it again could show it twice. */
export class PostInDoubt extends Error {
  constructor(cause: unknown) {
    super('it is not known whether a message was posted', { cause });
    this.name = 'PostInDoubt';
  }
}

/** The answer that a handler wants. Only `dispatch.ts` says it. */
export type Answer =
  /** For this person only. It replaces the private message whose button was pressed, or else is a new message. */
  | { readonly kind: 'show'; readonly message: Message }
  /** For this person only, as a new message. */
  | { readonly kind: 'tell'; readonly message: Message }
  /** For everybody in the channel, as a new message. */
  | { readonly kind: 'share'; readonly message: Message }
  /**
   * Posts publicly what only this person saw. `instead` replaces the private message, and `posted` is called with the
   * place of the post.
   */
  | {
      readonly kind: 'publish';
      readonly message: Message;
      readonly instead: Message;
      readonly posted: (at: Posted) => Promise<void>;
    }
  /** Changes the message whose button was pressed, for everybody. `tell`, if given, goes to this person only. */
  | { readonly kind: 'refresh'; readonly message: Message; readonly tell: Message | null }
  /**
   * Opens a form. Discord does not allow a form in answer to a form. `again`: the custom id that opens the form once
   * more; null means the id that was pressed.
   */
  | {
      readonly kind: 'ask';
      readonly form: APIModalInteractionResponseCallbackData;
      readonly again: string | null;
    };

/** For this person only, in place of the private message whose button they pressed, or else as a new message. */
export const show = (message: Message): Answer => ({ kind: 'show', message });
/** For this person only, as a new message. */
export const tell = (message: Message): Answer => ({ kind: 'tell', message });
/** For everybody in the channel, as a new message. */
export const share = (message: Message): Answer => ({ kind: 'share', message });
/** Posts publicly what only this person saw. `instead` replaces the private message. */
export const publish = (
  message: Message,
  instead: Message,
  posted: (at: Posted) => Promise<void>,
): Answer => ({ kind: 'publish', message, instead, posted });
/** Changes the message whose button was pressed, for everybody. `tellAlso` goes to this person only. */
export const refresh = (message: Message, tellAlso: Message | null = null): Answer => ({
  kind: 'refresh',
  message,
  tell: tellAlso,
});
/** Opens a form. `again`: the custom id that opens it once more; null means the id that was pressed. */
export const ask = (form: APIModalInteractionResponseCallbackData, again: string | null = null): Answer => ({
  kind: 'ask',
  form,
  again,
});
