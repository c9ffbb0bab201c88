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
import type { Guild } from '../store/members/guilds.ts';
import type { Member } from '../store/members/members.ts';
import type { Actor } from '../store/actor.ts';
import type { Words } from '../words/index.ts';
import type { Answer } from './answer.ts';
import type { RemoteFile } from './download.ts';
import type { MissedAnswer } from './missed.ts';

/** Who asks, where and when: what is given to every handler along with what was asked. */
export interface Call {
  readonly app: App;
  readonly userId: string;
  /** Their own settings, or a newcomer's. */
  readonly member: Member;
  /** Null in direct messages, and in servers where the bot itself is not. */
  readonly guildId: string | null;
  /** What is stored of the guild. */
  readonly guild: Guild | null;
  readonly channelId: string;
  /** Epoch ms. */
  readonly now: number;
  /** In their language. */
  readonly words: Words;
  /** Theirs, else that of the group around them, else UTC. */
  readonly timeZone: string;
  /** The roadmap that they follow here. */
  readonly roadmap: LoadedRoadmap;
  /** For what is written. */
  readonly actor: Actor;
  /** What discord.js knows of it. */
  readonly interaction: BaseInteraction;
  /** What was carried out for them before, though its answer did not reach them; null where nothing was missed. */
  readonly missed: MissedAnswer | null;
}

export interface SlashCall extends Call {
  readonly options: Omit<CommandInteractionOptionResolver, 'getMessage' | 'getFocused'>;
}

export interface TypingCall extends Call {
  /** What they typed so far in the option that they are in. */
  readonly typed: { readonly option: string; readonly text: string };
}

export interface PressCall extends Call {
  /** The ids that the button carries. Anybody can send anything here: look them up, and refuse what is not there. */
  readonly args: readonly string[];
  /** What was chosen, for selects. */
  readonly values: readonly string[];
  readonly interaction: MessageComponentInteraction;
}

export interface FormCall extends Call {
  readonly args: readonly string[];
  readonly fields: ModalSubmitFields;
}

/** A message that somebody picked, as Discord gives it along. */
export interface PickedMessage {
  readonly id: string;
  readonly authorId: string;
  readonly text: string;
  /** Where it stands. */
  readonly url: string;
  readonly files: readonly RemoteFile[];
}

export interface MessageCall extends Call {
  readonly picked: PickedMessage;
}

export type Choice = APIApplicationCommandOptionChoice<string>;

/** What can be pressed, chosen and filled in. */
export interface Buttons {
  /** Buttons and selects, by the action in their custom id. */
  readonly presses?: Readonly<Record<string, (call: PressCall) => Promise<Answer>>>;
  /** Modals, by the action in their custom id. */
  readonly forms?: Readonly<Record<string, (call: FormCall) => Promise<Answer>>>;
  /**
   * What opens a form: the action of a press or the name of a command, alone or with its first argument or subcommand
   * behind it (`teach gap`, `tez write`). Discord takes a form only as
   * the first answer, so nobody is told meanwhile that the bot is thinking.
   */
  readonly asks?: readonly string[];
}

/** One command, with everything that its answers can be pressed or filled in for. */
export interface Command extends Buttons {
  readonly data: RESTPostAPIApplicationCommandsJSONBody & { readonly name: string };
  readonly execute: (call: SlashCall) => Promise<Answer>;
  /** Suggestions while one types. */
  readonly complete?: (call: TypingCall) => Promise<readonly Choice[]>;
}

/** A command of the menu that messages have, with everything that its answers can be pressed or filled in for. */
export interface MessageCommand extends Buttons {
  readonly data: RESTPostAPIContextMenuApplicationCommandsJSONBody;
  readonly pick: (call: MessageCall) => Promise<Answer>;
}

export type AnyCommand = Command | MessageCommand;

export function isSlash(command: AnyCommand): command is Command {
  return 'execute' in command;
}
