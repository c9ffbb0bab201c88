/**
 * What the playground's server and its page say to each other: the server pushes (one JSON document an event of a
 * Server-Sent Events stream), the page acts (one POST an action, answered with what came of it).
 */
import type { ChoiceJson, CommandJson, MessageJson, ModalJson, RoleJson, UserJson } from '../state/json.ts';

/** Somebody whose eyes the page can look through. */
export interface PersonView {
  readonly id: string;
  readonly name: string;
  /** Discord's locale, e.g. `tr` or `en-GB`. */
  readonly locale: string;
  /** IANA name, as their machine is set. */
  readonly timeZone: string;
  /** Who they are, in a few words: `organiser`, `learner`. */
  readonly about: string;
}

export interface MemberView {
  readonly user: UserJson;
  readonly name: string;
  readonly roles: readonly string[];
}

export interface ChannelView {
  readonly id: string;
  readonly guildId: string | null;
  readonly kind: 'text' | 'thread' | 'dm';
  /** The channel that a thread belongs to. */
  readonly parentId: string | null;
  readonly name: string;
  readonly topic: string | null;
  /** Whether the person who looks may write and use commands there. */
  readonly open: boolean;
}

export interface GuildView {
  readonly id: string;
  readonly name: string;
  readonly locale: string;
  readonly roles: readonly RoleJson[];
  readonly members: readonly MemberView[];
  readonly channels: readonly ChannelView[];
}

/** All but the messages, as one person sees it. */
export interface WorldView {
  readonly you: PersonView;
  readonly people: readonly PersonView[];
  /** Full names of commands that a first visit is invited to try; the first three that are offered are shown. */
  readonly ideas: readonly string[];
  readonly bot: UserJson;
  readonly guilds: readonly GuildView[];
  /** The conversation with the bot. */
  readonly dm: ChannelView;
  /** Those that this person may see, by guild id; under `dm` those of the conversation with the bot. */
  readonly commands: Readonly<Record<string, readonly CommandJson[]>>;
}

export interface MessageView {
  readonly json: MessageJson;
  /** Seen by nobody but the person who looks. */
  readonly ephemeral: boolean;
  /** The full name of the command that it answers. */
  readonly used: string | null;
}

/** A modal that waits to be filled in. */
export interface ModalView {
  readonly modalId: string;
  readonly json: ModalJson;
}

/** A request of the bot, for the inspector. */
export interface RequestView {
  readonly number: number;
  /** By the playground's clock; epoch milliseconds. */
  readonly at: number;
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly ms: number;
  readonly body: unknown;
  readonly files: readonly { readonly name: string; readonly size: number }[];
  readonly refusal: {
    readonly code: number;
    readonly message: string;
    readonly rule: string;
    readonly errors?: unknown;
  } | null;
}

/** By the playground's clock. */
export interface ClockView {
  readonly now: number;
  /** The next runs of the guild's posts; null while none is due. Epoch milliseconds. */
  readonly nextDaily: number | null;
  readonly nextWeekly: number | null;
}

/** `gone`: the playground itself, as the page finds. */
export type BotState = 'starting' | 'ready' | 'ended' | 'gone';

export type Push =
  /** `anew`: what was told before no longer counts. */
  | { readonly kind: 'world'; readonly world: WorldView; readonly anew: boolean }
  | { readonly kind: 'messages'; readonly channelId: string; readonly messages: readonly MessageView[] }
  | { readonly kind: 'message'; readonly message: MessageView }
  | { readonly kind: 'gone'; readonly channelId: string; readonly id: string }
  | { readonly kind: 'clock'; readonly clock: Readonly<Record<string, ClockView>> }
  | { readonly kind: 'requests'; readonly requests: readonly RequestView[] }
  | { readonly kind: 'bot'; readonly state: BotState };

/** A file that a person hands over. */
export interface FileView {
  readonly name: string;
  readonly type: string;
  /** Base64. */
  readonly data: string;
}

export type OptionValue = string | number | boolean | FileView;

/** What was filled into a modal, by custom id. */
export type FieldValue = string | boolean | null | readonly string[] | readonly FileView[];

export type Act =
  | {
      readonly do: 'slash' | 'autocomplete';
      readonly channelId: string;
      /** `name`, or `name subcommand`, or `name group subcommand`. */
      readonly command: string;
      readonly options: Readonly<Record<string, OptionValue>>;
      /** The option that is being typed; only of `autocomplete`. */
      readonly focused?: string;
    }
  | { readonly do: 'menu'; readonly channelId: string; readonly command: string; readonly targetId: string }
  | {
      readonly do: 'press';
      readonly channelId: string;
      readonly messageId: string;
      readonly customId: string;
    }
  | {
      readonly do: 'choose';
      readonly channelId: string;
      readonly messageId: string;
      readonly customId: string;
      readonly values: readonly string[];
    }
  | {
      readonly do: 'submit';
      readonly modalId: string;
      readonly fields: Readonly<Record<string, FieldValue>>;
    }
  | {
      readonly do: 'say';
      readonly channelId: string;
      readonly text: string;
      readonly files: readonly FileView[];
    }
  | { readonly do: 'clock'; readonly to: number };

/** What came of an action. */
export type Outcome =
  | { readonly kind: 'done' }
  | { readonly kind: 'choices'; readonly choices: readonly ChoiceJson[] }
  | { readonly kind: 'modal'; readonly modal: ModalView }
  /** The bot did not answer in time, or Discord refused what it answered. */
  | { readonly kind: 'failed' }
  /** The page asked for something that cannot be, in a sentence. */
  | { readonly kind: 'refused'; readonly reason: string };
