import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { AutocompleteInteraction, Interaction, MessageContextMenuCommandInteraction } from 'discord.js';
import type { App } from '../app.ts';
import { AlreadyHandled, wasHandled } from '../store/once.ts';
import { isPassing } from '../store/passing.ts';
import {
  awayView,
  type Effect,
  failureView,
  formReadyView,
  missedView,
  outdatedView,
  tooFastView,
} from '../view/failure.ts';
import type { AnswerOutcome } from '../meter.ts';
import type { Message } from '../view/components.ts';
import type { Words } from '../words/index.ts';
import { type Answer, tell } from './answer.ts';
import { about } from './about.ts';
import { callFor } from './call.ts';
import { type Call, isSlash, type PickedMessage } from './command.ts';
import { parseCustomId } from '../view/custom-id.ts';
import { AlreadyAnswered, AnswerRefused, deliver, type Undelivered } from './deliver.ts';
import { isAcknowledged, isMadeUp, loggable } from './discord-error.ts';
import type { Handlers } from './handlers.ts';
import type { MissedAnswer } from './missed.ts';
import { actionOf, askedOf, isMenu, namesOf, pressedId } from './interaction-name.ts';
import { messageUrl } from './posts.ts';
import { answerWithNames } from './answer-names.ts';
import { notePresent, noteSeen } from './person.ts';
import { Refusal } from './refusal.ts';
import type { Answerable } from './say.ts';
import { announceThinking } from './thinking.ts';

/**
 * Handles one interaction from its arrival to its answer. Never throws: this is the one error boundary, where a
 * failure of a handler is explained to the person who asked and logged for the operator.
 */
export async function dispatch(app: App, handlers: Handlers, interaction: Interaction): Promise<void> {
  const done = app.meter.asked();
  const reference = randomUUID().slice(0, 8);
  // The person sees this reference with a failure, so every logged line has it too.
  const log = app.log.child({ reference, interaction: interaction.id });
  const outcome = await handled({ ...app, log, reference }, handlers, interaction);
  done(() => askedOf(handlers, interaction), outcome);
}

/** The app, with the reference of the interaction that it handles. */
type Traced = App & { readonly reference: string };

async function handled(app: Traced, handlers: Handlers, interaction: Interaction): Promise<AnswerOutcome> {
  try {
    const { user, id } = interaction;
    if (interaction.isAutocomplete()) {
      if (handlers.typing.admit(user.id, id, app.now()) !== 'answer') return 'too-fast';
      await complete(app, handlers, interaction);
      return 'answered';
    }
    if (
      !interaction.isChatInputCommand() &&
      !interaction.isMessageContextMenuCommand() &&
      !interaction.isMessageComponent() &&
      !interaction.isModalSubmit()
    )
      return 'refused';
    const admission = handlers.acting.admit(user.id, id, app.now());
    if (admission === 'ignore') return 'too-fast';
    if (admission === 'say-so') {
      const words = app.wordsFor(interaction.locale);
      await deliver(interaction, tell(tooFastView(words)), words);
      return 'too-fast';
    }
    const outcome = await answer(app, handlers, interaction);
    app.rooms?.sign(interaction.user.id);
    return outcome;
  } catch (error) {
    if (error instanceof AlreadyAnswered || isAcknowledged(error)) return 'repeated';
    app.log.error(loggable(error), 'an answer could not be given');
    return 'failed';
  }
}

/** Runs the handler and gives its answer. */
async function answer(app: Traced, handlers: Handlers, interaction: Answerable): Promise<AnswerOutcome> {
  const missed = handlers.missed.of(interaction.user.id);
  const worked = await work(app, handlers, interaction, missed);
  const outcome = await give(app, handlers, interaction, worked, missed);
  await noteSeen(app, interaction, worked.call?.asking ?? null);
  return outcome;
}

/** Delivers an answer. Then adds an answer that the person missed earlier, and a notice. */
async function give(
  app: Traced,
  handlers: Handlers,
  interaction: Answerable,
  { answered, call, words, outcome }: Worked,
  missed: MissedAnswer | null,
): Promise<AnswerOutcome> {
  if (answered === null) return outcome;
  const { undelivered, isRefused } = await deliverOrExplain(app, words, interaction, answered);
  if (undelivered !== null) {
    await noteMissed(app, handlers, interaction, undelivered);
    return 'undelivered';
  }
  if (isRefused) return 'failed';
  // Discord allows no message after a form.
  if (answered.kind === 'ask') return outcome;
  if (missed !== null) {
    handlers.missed.told(interaction.user.id);
    await deliver(interaction, tell(missedView(words, missed.command)), words);
  }
  const notice = call !== null && interaction.isChatInputCommand() ? await noticeFor(handlers, call) : null;
  if (notice !== null) await deliver(interaction, tell(notice), words);
  return outcome;
}

/** How long another session has to give its answer, in milliseconds. Discord waits for three seconds. */
const GIVE_WAY = 500;

interface Worked {
  /** Null if the first delivery of the same interaction gives the answer. */
  readonly answered: Answer | null;
  /** Null if the handler failed. */
  readonly call: Call | null;
  readonly words: Words;
  readonly outcome: AnswerOutcome;
}

async function work(
  app: Traced,
  handlers: Handlers,
  interaction: Answerable,
  missed: MissedAnswer | null,
): Promise<Worked> {
  const thinking = announceThinking(interaction, handlers);
  let words = app.wordsFor(interaction.locale);
  let hasBegun = false;
  try {
    const call = await callFor(app, interaction, missed);
    await notePresent(call);
    words = call.words;
    hasBegun = true;
    const answered = about(call, await handle(handlers, interaction, call));
    await thinking.stop();
    return {
      answered: inTime(interaction, handlers.asks, words, answered),
      call,
      words,
      outcome: 'answered',
    };
  } catch (error) {
    await thinking.stop();
    // The first delivery of this interaction has been answered, or is just being answered.
    if (error instanceof AlreadyHandled) return { answered: null, call: null, words, outcome: 'repeated' };
    // While a new version is deployed, two sessions of this shard run for a while, and the other one may have saved this
    // effect. The refusal is then about the state after it, and the answer of the other session has to come first.
    if (error instanceof Refusal && (await effectOf(app, interaction)) === 'saved') await sleep(GIVE_WAY);
    return {
      answered: tell(await failureMessage(app, words, interaction, error, hasBegun)),
      call: null,
      words,
      outcome: error instanceof Refusal || isMadeUp(error) ? 'refused' : 'failed',
    };
  }
}

/**
 * A form can only be the first answer. If the bot has already said that it is thinking, the answer becomes a button
 * that opens the form.
 * @throws Error for a form that is not declared in `Buttons.asks`, which is a mistake in the program
 */
function inTime(interaction: Answerable, asks: ReadonlySet<string>, words: Words, answered: Answer): Answer {
  if (answered.kind !== 'ask') return answered;
  const isToldOf = namesOf(interaction).some((name) => asks.has(name));
  if (!isToldOf && answered.again === null) throw new Error(`${actionOf(interaction)} opens a form`);
  if (!interaction.deferred) return answered;
  const again = answered.again ?? (interaction.isMessageComponent() ? pressedId(interaction) : null);
  return tell(formReadyView(words, again));
}

/**
 * Delivers the answer, or a message of failure if Discord refuses the answer.
 * @returns `undelivered`: why nothing reached the person, null if something did; `isRefused`: whether Discord refused
 * the answer
 */
async function deliverOrExplain(
  app: Traced,
  words: Words,
  interaction: Answerable,
  answered: Answer,
): Promise<{ readonly undelivered: Undelivered | null; readonly isRefused: boolean }> {
  try {
    const named = await answerWithNames(app, interaction, answered);
    return { undelivered: await deliver(interaction, named, words), isRefused: false };
  } catch (error) {
    if (!(error instanceof AnswerRefused)) throw error;
    const failure = tell(await failureMessage(app, words, interaction, error.cause));
    return { undelivered: await deliver(interaction, failure, words), isRefused: true };
  }
}

/**
 * Remembers an answer that could not be delivered, if something was carried out. The next answer then mentions it.
 */
async function noteMissed(
  app: App,
  { missed }: Handlers,
  interaction: Answerable,
  { cause }: Undelivered,
): Promise<void> {
  const effect = await effectOf(app, interaction);
  app.log.warn({ ...loggable(cause), effect, what: actionOf(interaction) }, 'an answer reached nobody');
  if (effect !== 'saved') return;
  missed.note(interaction.user.id, {
    interactionId: interaction.id,
    command: interaction.isCommand() ? interaction.commandName : null,
    action: actionOf(interaction) ?? '',
  });
}

/** What an interaction has changed, as far as the store can tell. */
async function effectOf({ db }: App, { id }: Answerable): Promise<Effect> {
  try {
    return (await wasHandled(db, id)) ? 'saved' : 'unchanged';
  } catch {
    return 'unknown';
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
  const id = parseCustomId(pressedId(interaction));
  if (id === null) return outdated;
  if (interaction.isMessageComponent()) {
    const press = handlers.presses.get(id.action);
    const values = interaction.isAnySelectMenu() && !isMenu(interaction) ? interaction.values : [];
    return press === undefined ? outdated : press({ ...call, interaction, args: id.args, values });
  }
  const form = handlers.forms.get(id.action);
  return form === undefined ? outdated : form({ ...call, args: id.args, fields: interaction.fields });
}

function pickedMessage(interaction: MessageContextMenuCommandInteraction): PickedMessage {
  const { id, author, content, attachments } = interaction.targetMessage;
  const url = messageUrl(interaction.guildId, { channelId: interaction.channelId, messageId: id });
  const files = [...attachments.values()].map(({ url: at, name, size }) => ({ url: at, name, size }));
  return { id, authorId: author.id, text: content, url, files };
}

/** The notice below an answer. The panel of `/setup` already contains it. */
function noticeFor({ notice }: Handlers, call: Call): Promise<Message | null> {
  const { interaction } = call;
  const isPanel = interaction.isChatInputCommand() && interaction.commandName === 'setup';
  return isPanel ? Promise.resolve(null) : notice(call);
}

/** @param hasBegun whether its handler has begun. Before that, nothing of it can have been saved */
async function failureMessage(
  app: Traced,
  words: Words,
  interaction: Answerable,
  error: unknown,
  hasBegun = true,
): Promise<Message> {
  if (error instanceof Refusal) return error.explain(words);
  if (isMadeUp(error)) return outdatedView(words);
  app.log.error({ ...loggable(error), what: actionOf(interaction) }, 'a handler failed');
  if (!hasBegun && isPassing(error)) return awayView(words, app.reference);
  return failureView(words, await effectOf(app, interaction), app.reference);
}
