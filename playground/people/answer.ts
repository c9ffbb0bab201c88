import { InteractionResponseType as Response } from 'discord-api-types/v10';

import type { ChoiceJson, MessageJson, ModalJson } from '../state/json.ts';
import { messageJson } from '../state/messages.ts';
import type { Interaction, World } from '../state/world.ts';
import { buttonsOf, faceOf, filesOf, textOf, textOfModal, type ShownFile } from './reading.ts';

/** Why a person sees that the app has failed them. */
export type Failure = 'no answer' | 'too late' | 'refused' | 'never finished';

/** How long, in real milliseconds, a person waits for what was promised: an edit after a deferral. */
export interface Patience {
  readonly answerWithin: number;
  readonly finishWithin: number;
}

/** What came of something that a person did. It shows the present: edits that come later are seen here. */
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

  /** The message of the answer: the reply, or the message that was updated. Null if there is none (a modal, a deleted message). */
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

  /** Whether the answer changed the message whose component was used, instead of sending another. */
  get isUpdate(): boolean {
    const { response } = this.interaction;
    return response === Response.UpdateMessage || response === Response.DeferredMessageUpdate;
  }

  /** All that the person reads in the answer's message or modal, in reading order. */
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

  /** Resolves when the first response has come, or its time has passed. */
  async responded(): Promise<this> {
    const { interaction } = this;
    const isOver = (): true | undefined =>
      interaction.response !== null || interaction.expired ? true : undefined;
    await this.#world.feed.until(isOver, this.#patience.answerWithin + 1000);
    return this;
  }

  /** Resolves when the answer is whole: responded and, if the bot deferred, edited or followed up. */
  async whole(): Promise<this> {
    await this.responded();
    const { interaction } = this;
    if (interaction.deferred !== 'owed') return this;
    const isGiven = (): true | undefined =>
      interaction.deferred === 'given' || interaction.followUps.length > 0 ? true : undefined;
    const given = await this.#world.feed.until(isGiven, this.#patience.finishWithin);
    // A deferred update promises nothing that can be seen; a deferred reply says "is thinking" until it is edited.
    this.#abandoned =
      given === undefined && interaction.response === Response.DeferredChannelMessageWithSource;
    return this;
  }

  /** Resolves when the answer is whole and the bot has fallen silent. */
  async settled(): Promise<this> {
    await this.whole();
    await this.#quiet();
    return this;
  }

  /** Resolves when that many follow-ups have come; throws if they do not. */
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
