import { InteractionResponseType as Response } from 'discord-api-types/v10';

import type { ChoiceJson, MessageJson, ModalJson } from '../state/json.ts';
import { messageJson } from '../state/messages.ts';
import type { Interaction, World } from '../state/world.ts';
import { buttonsOf, faceOf, filesOf, textOf, textOfModal, type ShownFile } from './reading.ts';

/** The reason why a person sees that the app has failed. */
export type Failure = 'no answer' | 'too late' | 'refused' | 'never finished';

/** How long a person waits for an edit after a deferral, in real milliseconds. */
export interface Patience {
  readonly answerWithin: number;
  readonly finishWithin: number;
}

/** The result of an act of a person. It is live: later edits appear in it. */
export class Answer {
  readonly interaction: Interaction;
  readonly #world: World;
  readonly #patience: Patience;
  readonly #quiet: () => Promise<void>;
  #abandoned = false;

  constructor(world: World, interaction: Interaction, patience: Patience, quiet: () => Promise<void>) {
    this.#world = world;
    this.interaction = interaction;
    this.#patience = patience;
    this.#quiet = quiet;
  }

  /**
   * The message of the answer: the reply, or the message that was updated. Null if there is none (a modal, a deleted
   * message).
   */
  get message(): MessageJson | null {
    const { original } = this.interaction;
    return original && !original.deleted ? messageJson(this.#world, original) : null;
  }

  get modal(): ModalJson | null {
    return this.interaction.modal;
  }

  get choices(): ChoiceJson[] {
    return this.interaction.choices ?? [];
  }

  get followUps(): MessageJson[] {
    return this.interaction.followUps
      .filter((message) => !message.deleted)
      .map((message) => messageJson(this.#world, message));
  }

  /** Whether only the person sees the answer's message. */
  get ephemeral(): boolean {
    return this.interaction.original?.seenBy === this.interaction.user.json.id;
  }

  /** Whether the answer changed the message whose component was used. Otherwise it sent another message. */
  get isUpdate(): boolean {
    const { response } = this.interaction;
    return response === Response.UpdateMessage || response === Response.DeferredMessageUpdate;
  }

  /** Everything that the person reads in the answer's message or modal, in reading order. */
  get text(): string {
    const { message, modal } = this;
    if (message) return textOf(message);
    return modal ? textOfModal(modal) : '';
  }

  /** The files of the answer's message. */
  get files(): ShownFile[] {
    return this.message ? filesOf(this.message) : [];
  }

  /** The labels of the buttons, in reading order. */
  get buttons(): string[] {
    return this.message ? buttonsOf(this.message).map(faceOf) : [];
  }

  get failed(): Failure | null {
    const { late, response, expired, refused } = this.interaction;
    if (late) return 'too late';
    if (response === null && expired) return refused > 0 ? 'refused' : 'no answer';
    return this.#abandoned ? 'never finished' : null;
  }

  /** Resolves when the first response has come, or its time is over. */
  async responded(): Promise<this> {
    const { interaction } = this;
    const isOver = (): true | undefined =>
      interaction.response !== null || interaction.expired ? true : undefined;
    await this.#world.feed.until(isOver, this.#patience.answerWithin + 1000);
    return this;
  }

  /** Resolves when the answer is complete: the bot has responded and, after a deferral, has edited or followed up. */
  async whole(): Promise<this> {
    await this.responded();
    const { interaction } = this;
    if (interaction.deferred !== 'owed') return this;
    const isGiven = (): true | undefined =>
      interaction.deferred === 'given' || interaction.followUps.length > 0 ? true : undefined;
    const given = await this.#world.feed.until(isGiven, this.#patience.finishWithin);
    // A deferred update promises nothing visible. A deferred reply says "is thinking" until it is edited.
    this.#abandoned =
      given === undefined && interaction.response === Response.DeferredChannelMessageWithSource;
    return this;
  }

  /** Resolves when the answer is complete and the bot is quiet. */
  async settled(): Promise<this> {
    await this.whole();
    await this.#quiet();
    return this;
  }

  /**
   * Resolves when this many follow-ups have come.
   * @throws Error if they do not come
   */
  async followedUp(count = 1): Promise<this> {
    const { followUps } = this.interaction;
    const done = await this.#world.feed.until(
      () => (followUps.length >= count ? true : undefined),
      this.#patience.finishWithin,
    );
    if (!done) throw new Error(`${followUps.length} follow-ups came, not ${count}.`);
    return this;
  }
}
