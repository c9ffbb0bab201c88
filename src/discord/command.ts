import type {
  APIApplicationCommandOptionChoice,
  BaseInteraction,
  CommandInteractionOptionResolver,
  MessageComponentInteraction,
  ModalSubmitFields,
  RESTPostAPIApplicationCommandsJSONBody,
  RESTPostAPIContextMenuApplicationCommandsJSONBody,
} from 'discord.js';
import type { App } from '../app.ts';
import type { LoadedRoadmap } from '../store/roadmaps/library.ts';
import type { Asking } from '../store/asking.ts';
import type { Guild } from '../store/members/guilds.ts';
import type { Member } from '../store/members/members.ts';
import type { Actor } from '../store/actor.ts';
import type { Words } from '../words/index.ts';
import type { Answer } from './answer.ts';
import type { RemoteFile } from './download.ts';
import type { MissedAnswer } from './missed.ts';

/** The person, the place and the time of an interaction. Every handler gets it with the interaction's own data. */
export interface Call {
  readonly app: App;
  readonly userId: string;
  /** Their own settings, or a newcomer's. */
  readonly member: Member;
  /** Null in direct messages, and in servers where the bot itself is not. */
  readonly guildId: string | null;
  /** The stored guild, or null. */
  readonly guild: Guild | null;
  readonly channelId: string;
  /** Epoch ms. */
  readonly now: number;
  /** In their language. */
  readonly words: Words;
  /** The member's own zone, else the group's, else UTC. */
  readonly timeZone: string;
  /** What was stored about the member here before the act. */
  readonly asking: Asking;
  /** The roadmap that they follow here. */
  readonly roadmap: LoadedRoadmap;
  /** The ids of all roadmaps that they follow here, the default one first. */
  readonly followed: readonly string[];
  /** Who acts, in which interaction and when, as the queries that write need it. */
  readonly actor: Actor;
  /** The interaction of discord.js. */
  readonly interaction: BaseInteraction;
  /** An earlier act that was carried out, but whose answer did not reach them; null if nothing was missed. */
  readonly missed: MissedAnswer | null;
}

export interface SlashCall extends Call {
  readonly options: Omit<CommandInteractionOptionResolver, 'getMessage' | 'getFocused'>;
}

export interface TypingCall extends Call {
  /** The option in which they type, and its text so far. */
  readonly typed: { readonly option: string; readonly text: string };
}

export interface PressCall extends Call {
  /** The ids that the button carries. Anybody can send anything here: look them up, and refuse what is not there. */
  readonly args: readonly string[];
  /** The chosen values of a select. */
  readonly values: readonly string[];
  readonly interaction: MessageComponentInteraction;
}

export interface FormCall extends Call {
  readonly args: readonly string[];
  readonly fields: ModalSubmitFields;
}

/** A message that somebody chose from its menu, as Discord sends it. */
export interface PickedMessage {
  readonly id: string;
  readonly authorId: string;
  readonly text: string;
  /** The address of the message. */
  readonly url: string;
  readonly files: readonly RemoteFile[];
}

export interface MessageCall extends Call {
  readonly picked: PickedMessage;
}

export type Choice = APIApplicationCommandOptionChoice<string>;

/** Buttons, selects and forms. */
export interface Buttons {
  /** Buttons and selects, by the action in their custom id. */
  readonly presses?: Readonly<Record<string, (call: PressCall) => Promise<Answer>>>;
  /** Modals, by the action in their custom id. */
  readonly forms?: Readonly<Record<string, (call: FormCall) => Promise<Answer>>>;
  /**
   * The acts that open a form. Each is the action of a press or the name of a command, alone or with its first
   * argument or subcommand (`teach gap`, `tez write`). Discord takes a form only as the first answer, so the bot must
   * not announce for these that it is thinking.
   */
  readonly asks?: readonly string[];
}

/** A slash command, with the handlers for the buttons and forms in its answers. */
export interface Command extends Buttons {
  readonly data: RESTPostAPIApplicationCommandsJSONBody & { readonly name: string };
  readonly execute: (call: SlashCall) => Promise<Answer>;
  /** The suggestions during typing. */
  readonly complete?: (call: TypingCall) => Promise<readonly Choice[]>;
}

/** A command in the menu of messages, with the handlers for the buttons and forms in its answers. */
export interface MessageCommand extends Buttons {
  readonly data: RESTPostAPIContextMenuApplicationCommandsJSONBody;
  readonly pick: (call: MessageCall) => Promise<Answer>;
}

export type AnyCommand = Command | MessageCommand;

/** Whether a command is a slash command and not one in the menu of messages. */
export function isSlash(command: AnyCommand): command is Command {
  return 'execute' in command;
}
