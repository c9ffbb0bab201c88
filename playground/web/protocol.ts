/**
 * The messages between the playground's server and its page. The server pushes events (one JSON document each, as
 * Server-Sent Events), and the page posts acts (one POST each, answered with the outcome).
 */
import type { ChoiceJson, CommandJson, MessageJson, ModalJson, RoleJson, UserJson } from '../state/json.ts';

/** A person as whom the page can look and act. */
export interface PersonView {
  readonly id: string;
  readonly name: string;
  /** The locale in Discord's form, such as `tr` or `en-GB`. */
  readonly locale: string;
  /** The IANA name of their machine's time zone. */
  readonly timeZone: string;
  /** Their role in a few words: `organiser`, `learner`. */
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
  readonly kind: 'text' | 'thread' | 'dm' | 'voice';
  /** The channel that a thread belongs to. */
  readonly parentId: string | null;
  readonly name: string;
  readonly topic: string | null;
  /** Whether the person who looks may write and use commands there, or join a voice channel. */
  readonly open: boolean;
  /** Who is in a voice channel, by user id. */
  readonly inVoice: readonly string[];
}

export interface GuildView {
  readonly id: string;
  readonly name: string;
  readonly locale: string;
  readonly roles: readonly RoleJson[];
  readonly members: readonly MemberView[];
  readonly channels: readonly ChannelView[];
}

/** Everything that a person sees, without the messages. */
export interface WorldView {
  readonly you: PersonView;
  readonly people: readonly PersonView[];
  /** The full names of commands to try on a first visit. The first three that are offered are shown. */
  readonly ideas: readonly string[];
  readonly bot: UserJson;
  readonly guilds: readonly GuildView[];
  /** The conversation with the bot. */
  readonly dm: ChannelView;
  /** The commands that this person may see, by guild id; those of the conversation with the bot are under `dm`. */
  readonly commands: Readonly<Record<string, readonly CommandJson[]>>;
}

export interface MessageView {
  readonly json: MessageJson;
  /** Whether only the person who looks sees it. */
  readonly ephemeral: boolean;
  /** The full name of the command that it answers. */
  readonly used: string | null;
}

/** An open modal. */
export interface ModalView {
  readonly modalId: string;
  readonly json: ModalJson;
}

/** A request of the bot, for the inspector. */
export interface RequestView {
  readonly number: number;
  /** In epoch milliseconds, by the playground's clock. */
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
  /** The guild's posts by their kinds, each with its next run in epoch milliseconds, or null if none is due. */
  readonly posts: Readonly<Record<string, number | null>>;
}

/** `gone` means the playground itself; the page finds that out. */
export type BotState = 'starting' | 'ready' | 'ended' | 'gone';

export type Push =
  /** `anew` means that earlier data no longer counts. */
  | { readonly kind: 'world'; readonly world: WorldView; readonly anew: boolean }
  | { readonly kind: 'messages'; readonly channelId: string; readonly messages: readonly MessageView[] }
  | { readonly kind: 'message'; readonly message: MessageView }
  | { readonly kind: 'gone'; readonly channelId: string; readonly id: string }
  | { readonly kind: 'clock'; readonly clock: Readonly<Record<string, ClockView>> }
  | { readonly kind: 'requests'; readonly requests: readonly RequestView[] }
  | { readonly kind: 'bot'; readonly state: BotState };

/** A file that a person uploads. */
export interface FileView {
  readonly name: string;
  readonly type: string;
  /** Base64. */
  readonly data: string;
}

export type OptionValue = string | number | boolean | FileView;

/** The entry in a field of a modal, by custom id. */
export type FieldValue = string | boolean | null | readonly string[] | readonly FileView[];

export type Act =
  | {
      readonly do: 'slash' | 'autocomplete';
      readonly channelId: string;
      /** `name`, or `name subcommand`, or `name group subcommand`. */
      readonly command: string;
      readonly options: Readonly<Record<string, OptionValue>>;
      /** The option that is being typed. Only for `autocomplete`. */
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
  /** Joins a voice channel of a server, or leaves (null). */
  | { readonly do: 'voice'; readonly guildId: string; readonly channelId: string | null }
  | { readonly do: 'clock'; readonly to: number };

/** The result of an act. */
export type Outcome =
  | { readonly kind: 'done' }
  | { readonly kind: 'choices'; readonly choices: readonly ChoiceJson[] }
  | { readonly kind: 'modal'; readonly modal: ModalView }
  /** The bot did not answer in time, or Discord refused what it answered. */
  | { readonly kind: 'failed' }
  /** The page asked for something impossible. The reason is a sentence. */
  | { readonly kind: 'refused'; readonly reason: string };
