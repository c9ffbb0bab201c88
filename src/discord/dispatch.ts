import { randomUUID } from 'node:crypto';
import {
  type AutocompleteInteraction,
  type ChatInputCommandInteraction,
  type Interaction,
  type MessageContextMenuCommandInteraction,
  MessageFlags,
} from 'discord.js';
import type { App } from '../app.ts';
import { AlreadyHandled } from '../store/once.ts';
import { failureView, outdatedView, tooFastView } from '../view/failure.ts';
import type { Message } from '../view/components.ts';
import { type Words, wordsFor } from '../words/index.ts';
import { type Answer, tell } from './answer.ts';
import { callFor } from './call.ts';
import { type AnyCommand, type Buttons, type Call, isSlash, type PickedMessage } from './command.ts';
import { parseCustomId } from '../view/custom-id.ts';
import { isMadeUp, isTooLate, loggable } from './discord-error.ts';
import { type FloodGate, makeFloodGate, type Pace } from './flood-gate.ts';
import { Refusal } from './refusal.ts';
import { type Answerable, reply, say } from './say.ts';

/**
 * What somebody has to know beside the answer to what they asked.
 * @returns a message to them alone, or null if there is nothing to say
 */
export type Notice = (call: Call) => Promise<Message | null>;

/** What handles which interaction: made once from the list of commands. */
export interface Handlers {
  readonly commands: ReadonlyMap<string, AnyCommand>;
  readonly presses: ReadonlyMap<string, NonNullable<Buttons['presses']>[string]>;
  readonly forms: ReadonlyMap<string, NonNullable<Buttons['forms']>[string]>;
  readonly notice: Notice;
  readonly acting: FloodGate;
  readonly typing: FloodGate;
}

/** Suggestions while one types are asked for so many times as often as anything else. */
const TYPING = 4;

/** Discord wants a first answer within 3 s; whoever needs longer is announced as thinking after this time (ms). */
const THINKING_AFTER = 1500;

/**
 * @param others buttons that stand under no command's answer: those of scheduled posts
 * @param pace how fast one person may use the bot
 * @param notice what is said below answers to commands
 * @throws Error if two claim the same name or action: a mistake in the program
 */
export function handlersOf(
  commands: readonly AnyCommand[],
  others: readonly Buttons[],
  pace: Pace,
  notice: Notice,
): Handlers {
  const buttons = [...commands, ...others];
  return {
    commands: unique(commands.map((command) => [command.data.name, command])),
    presses: unique(buttons.flatMap(({ presses }) => Object.entries(presses ?? {}))),
    forms: unique(buttons.flatMap(({ forms }) => Object.entries(forms ?? {}))),
    notice,
    acting: makeFloodGate(pace),
    typing: makeFloodGate({ burst: pace.burst * TYPING, perSecond: pace.perSecond * TYPING }),
  };
}

function unique<T>(entries: readonly (readonly [string, T])[]): ReadonlyMap<string, T> {
  const map = new Map(entries);
  if (map.size === entries.length) return map;
  const names = entries.map(([name]) => name);
  throw new Error(`claimed twice: ${names.filter((name, index) => names.indexOf(name) < index).join(', ')}`);
}

/**
 * Handles one interaction from its arrival to its answer. Never throws: this is the one place where what goes wrong
 * in a handler is told to the person who asked, and to the operator.
 */
export async function dispatch(app: App, handlers: Handlers, interaction: Interaction): Promise<void> {
  try {
    if (interaction.isAutocomplete()) {
      const admitted = handlers.typing.admit(interaction.user.id, app.now()) === 'answer';
      return admitted ? await complete(app, handlers, interaction) : undefined;
    }
    if (
      !interaction.isChatInputCommand() &&
      !interaction.isMessageContextMenuCommand() &&
      !interaction.isMessageComponent() &&
      !interaction.isModalSubmit()
    )
      return;
    const admission = handlers.acting.admit(interaction.user.id, app.now());
    if (admission === 'ignore') return;
    if (admission === 'say-so') {
      await reply(interaction, tooFastView(wordsFor(interaction.locale)), { toAll: false });
      return;
    }
    const done = await answerOrExplain(app, handlers, interaction);
    if (done !== null && interaction.isChatInputCommand()) {
      await sayNotice(handlers, interaction, done.call, done.answered);
    }
  } catch (error) {
    if (isTooLate(error)) app.log.debug(loggable(error), 'too late to answer');
    else app.log.error({ ...loggable(error), interaction: interaction.id }, 'an answer could not be given');
  }
}

/** @returns what was asked and answered; null if it could not be */
async function answerOrExplain(
  app: App,
  handlers: Handlers,
  interaction: Answerable,
): Promise<{ call: Call; answered: Answer } | null> {
  const thinking = announceThinking(interaction);
  let words = wordsFor(interaction.locale);
  try {
    const call = await callFor(app, interaction);
    words = call.words;
    const answered = await handle(handlers, interaction, call);
    await thinking.stop();
    await say(interaction, answered);
    return { call, answered };
  } catch (error) {
    await thinking.stop();
    // The first delivery of this interaction is answered already, or is about to be.
    if (error instanceof AlreadyHandled) return null;
    if (isTooLate(error)) throw error;
    await reply(interaction, failureMessage(app, words, interaction, error), { toAll: false });
    return null;
  }
}

async function complete(app: App, handlers: Handlers, interaction: AutocompleteInteraction): Promise<void> {
  const command = handlers.commands.get(interaction.commandName);
  const { name, value } = interaction.options.getFocused(true);
  const call = await callFor(app, interaction);
  const suggest = command !== undefined && isSlash(command) ? command.complete : undefined;
  const choices = await suggest?.({ ...call, typed: { option: name, text: value } });
  await interaction.respond([...(choices ?? [])]);
}

async function handle(handlers: Handlers, interaction: Answerable, call: Call): Promise<Answer> {
  const outdated = tell(outdatedView(call.words));
  if (interaction.isChatInputCommand()) {
    const command = handlers.commands.get(interaction.commandName);
    const isThere = command !== undefined && isSlash(command);
    return isThere ? command.execute({ ...call, options: interaction.options }) : outdated;
  }
  if (interaction.isMessageContextMenuCommand()) {
    const command = handlers.commands.get(interaction.commandName);
    const isThere = command !== undefined && !isSlash(command);
    return isThere ? command.pick({ ...call, picked: pickedMessage(interaction) }) : outdated;
  }
  const id = parseCustomId(interaction.customId);
  if (id === null) return outdated;
  if (interaction.isMessageComponent()) {
    const press = handlers.presses.get(id.action);
    const values = interaction.isAnySelectMenu() ? interaction.values : [];
    return press === undefined ? outdated : press({ ...call, interaction, args: id.args, values });
  }
  const form = handlers.forms.get(id.action);
  return form === undefined ? outdated : form({ ...call, args: id.args, fields: interaction.fields });
}

function pickedMessage(interaction: MessageContextMenuCommandInteraction): PickedMessage {
  const { id, author, content, attachments } = interaction.targetMessage;
  const url = `https://discord.com/channels/${interaction.guildId ?? '@me'}/${interaction.channelId}/${id}`;
  const files = [...attachments.values()].map(({ url: at, name, size }) => ({ url: at, name, size }));
  return { id, authorId: author.id, text: content, url, files };
}

/** Says that the bot is thinking if the answer takes long; `stop` waits until that is said, if it was begun. */
function announceThinking(interaction: Answerable): { stop: () => Promise<void> } {
  let begun: Promise<unknown> = Promise.resolve();
  const timer = setTimeout(() => {
    begun = interaction.isMessageComponent()
      ? interaction.deferUpdate()
      : interaction.deferReply({ flags: MessageFlags.Ephemeral });
    // Whoever awaits it meets the error; until then it is not an unhandled one.
    begun.catch(() => undefined);
  }, THINKING_AFTER);
  return {
    async stop() {
      clearTimeout(timer);
      await begun;
    },
  };
}

/** Below an answer, what an organiser has to know. The panel of `/setup` says it itself; nothing can follow a form. */
async function sayNotice(
  { notice }: Handlers,
  interaction: ChatInputCommandInteraction,
  call: Call,
  answered: Answer,
): Promise<void> {
  if (interaction.commandName === 'setup' || answered.kind === 'ask') return;
  const message = await notice(call);
  if (message !== null) await reply(interaction, message, { toAll: false });
}

function failureMessage(app: App, words: Words, interaction: Answerable, error: unknown): Message {
  if (error instanceof Refusal) return error.explain(words);
  if (isMadeUp(error)) return outdatedView(words);
  const reference = randomUUID().slice(0, 8);
  // The action alone: what else an id carries may be what somebody typed.
  const what = interaction.isCommand()
    ? interaction.commandName
    : parseCustomId(interaction.customId)?.action;
  app.log.error({ ...loggable(error), reference, what }, 'a handler failed');
  return failureView(words, reference);
}
