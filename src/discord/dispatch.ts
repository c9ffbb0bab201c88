import { randomUUID } from 'node:crypto';
import {
  type AutocompleteInteraction,
  type ChatInputCommandInteraction,
  type Interaction,
  type InteractionReplyOptions,
  type InteractionUpdateOptions,
  type MessageComponentInteraction,
  MessageFlags,
  type ModalSubmitInteraction,
} from 'discord.js';
import type { App } from '../app.ts';
import { AlreadyHandled } from '../store/once.ts';
import { failureView, outdatedView, tooFastView } from '../view/failure.ts';
import type { Message } from '../view/components.ts';
import { type Words, wordsFor } from '../words/index.ts';
import { type Answer, tell } from './answer.ts';
import { callFor } from './call.ts';
import type { Buttons, Call, Command } from './command.ts';
import { parseCustomId } from './custom-id.ts';
import { isMadeUp, isTooLate, loggable } from './discord-error.ts';
import { type FloodGate, makeFloodGate, type Pace } from './flood-gate.ts';
import { makeOrganiserNotice, type OrganiserNotice } from './organiser-notice.ts';
import { Refusal } from './refusal.ts';

/** An interaction that a message can be said in answer to. */
type Answerable = ChatInputCommandInteraction | MessageComponentInteraction | ModalSubmitInteraction;

/** What handles which interaction: made once from the list of commands. */
export interface Handlers {
  readonly commands: ReadonlyMap<string, Command>;
  readonly presses: ReadonlyMap<string, NonNullable<Buttons['presses']>[string]>;
  readonly forms: ReadonlyMap<string, NonNullable<Buttons['forms']>[string]>;
  readonly notice: OrganiserNotice;
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
 * @throws Error if two claim the same name or action: a mistake in the program
 */
export function handlersOf(commands: readonly Command[], others: readonly Buttons[], pace: Pace): Handlers {
  const buttons = [...commands, ...others];
  return {
    commands: unique(commands.map((command) => [command.data.name, command])),
    presses: unique(buttons.flatMap(({ presses }) => Object.entries(presses ?? {}))),
    forms: unique(buttons.flatMap(({ forms }) => Object.entries(forms ?? {}))),
    notice: makeOrganiserNotice(),
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
  const choices = await command?.complete?.({ ...call, typed: { option: name, text: value } });
  await interaction.respond([...(choices ?? [])]);
}

async function handle(handlers: Handlers, interaction: Answerable, call: Call): Promise<Answer> {
  const outdated = tell(outdatedView(call.words));
  if (interaction.isChatInputCommand()) {
    const command = handlers.commands.get(interaction.commandName);
    return command === undefined ? outdated : command.execute({ ...call, options: interaction.options });
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

async function say(interaction: Answerable, answer: Answer): Promise<void> {
  switch (answer.kind) {
    case 'ask':
      if (interaction.isModalSubmit()) throw new Error('a form cannot answer a form');
      await interaction.showModal(answer.form);
      return;
    case 'show':
      if (pressedOnPrivate(interaction)) await update(interaction, answer.message);
      else await reply(interaction, answer.message, { toAll: false });
      return;
    case 'tell':
      await reply(interaction, answer.message, { toAll: false });
      return;
    case 'share':
      await reply(interaction, answer.message, { toAll: true });
      return;
    case 'refresh':
      if (interaction.isChatInputCommand()) throw new Error('there is no message to refresh');
      await update(interaction, answer.message);
      if (answer.tell !== null) await reply(interaction, answer.tell, { toAll: false });
      return;
  }
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

async function reply(interaction: Answerable, message: Message, to: { toAll: boolean }): Promise<void> {
  const body = {
    components: [...message.components],
    files: filesOf(message),
    flags: to.toAll ? MessageFlags.IsComponentsV2 : MessageFlags.IsComponentsV2 | MessageFlags.Ephemeral,
    allowedMentions: { parse: [] },
  } satisfies InteractionReplyOptions;
  if (interaction.deferred && !interaction.isMessageComponent() && !interaction.replied && !to.toAll) {
    await interaction.editReply({ ...body, flags: MessageFlags.IsComponentsV2 });
  } else if (interaction.deferred || interaction.replied) {
    await interaction.followUp(body);
  } else {
    await interaction.reply(body);
  }
}

/** Changes the message that was pressed on, or that the form was opened from. */
async function update(
  interaction: MessageComponentInteraction | ModalSubmitInteraction,
  message: Message,
): Promise<void> {
  const attachments = [...(interaction.message?.attachments.keys() ?? [])].map((id) => ({ id }));
  const body = {
    components: [...message.components],
    ...(message.keepsFiles === true ? { attachments } : { files: filesOf(message) }),
    flags: MessageFlags.IsComponentsV2,
    allowedMentions: { parse: [] },
  } satisfies InteractionUpdateOptions;
  if (interaction.deferred || interaction.replied) await interaction.editReply(body);
  else if (interaction.isMessageComponent() || interaction.isFromMessage()) await interaction.update(body);
  else await reply(interaction, message, { toAll: false });
}

function filesOf({ files = [] }: Message) {
  return files.map(({ name, content }) => ({
    name,
    // discord.js takes a string for the path of a file.
    attachment:
      typeof content === 'string'
        ? Buffer.from(content)
        : Buffer.from(content.buffer, content.byteOffset, content.byteLength),
  }));
}

function pressedOnPrivate(
  interaction: Answerable,
): interaction is MessageComponentInteraction | ModalSubmitInteraction {
  if (interaction.isChatInputCommand() || interaction.message === null) return false;
  // In direct messages nobody else is there, whatever the flag says.
  return interaction.message.flags.has(MessageFlags.Ephemeral) || interaction.guildId === null;
}

function failureMessage(app: App, words: Words, interaction: Answerable, error: unknown): Message {
  if (error instanceof Refusal) return error.explain(words);
  if (isMadeUp(error)) return outdatedView(words);
  const reference = randomUUID().slice(0, 8);
  const what = interaction.isChatInputCommand() ? interaction.commandName : interaction.customId.slice(0, 40);
  app.log.error({ ...loggable(error), reference, what }, 'a handler failed');
  return failureView(words, reference);
}
