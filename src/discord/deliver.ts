import { setTimeout as sleep } from 'node:timers/promises';
import { DiscordAPIError } from 'discord.js';
import { type Answer, PostInDoubt, tell } from './answer.ts';
import type { Words } from '../words/index.ts';
import { isAcknowledged, isForbidden, isTooLate } from './discord-error.ts';
import { type Answerable, say } from './say.ts';
import { inWokenThread } from './waking.ts';

/** Discord refuses the message itself, so sending the same message again would not help. */
export class AnswerRefused extends Error {
  constructor(cause: unknown) {
    super('Discord refused an answer', { cause });
    this.name = 'AnswerRefused';
  }
}

/** This interaction was answered before: Discord has delivered it a second time. */
export class AlreadyAnswered extends Error {
  constructor() {
    super('the interaction was answered by its first delivery');
    this.name = 'AlreadyAnswered';
  }
}

/** An answer that reached nobody. */
export interface Undelivered {
  readonly cause: unknown;
}

/** How long to wait before each further try, in milliseconds. All of them together stay within Discord's 3 s. */
const PAUSES = [50, 250, 700];

/**
 * Sends an answer, and tries again if the connection breaks, because the handler's work is done by then. Discord
 * takes only one first answer to an interaction, so the answer cannot appear twice.
 * @returns null if it was delivered, else the error that kept it from everybody
 * @throws AlreadyAnswered, AnswerRefused
 */
export async function deliver(
  interaction: Answerable,
  answer: Answer,
  words: Words,
): Promise<Undelivered | null> {
  let said = answer;
  for (let tries = 0; ; tries += 1) {
    try {
      await inWokenThread(interaction.client, interaction.channelId, () => say(interaction, said, words));
      return null;
    } catch (error) {
      if (isAcknowledged(error)) {
        // The previous try reached Discord, and only its confirmation was lost.
        if (tries > 0) return null;
        throw new AlreadyAnswered();
      }
      if (error instanceof PostInDoubt) throw new AnswerRefused(error.cause);
      if (isTooLate(error)) return { cause: error };
      if (isForbidden(error) && said.kind === 'refresh' && said.tell !== null) {
        // The post stands in a thread that the bot may not change. The person who pressed still gets their part.
        said = tell(said.tell);
        continue;
      }
      if (error instanceof DiscordAPIError && error.status < SERVER_ERRORS) throw new AnswerRefused(error);
      const pause = PAUSES[tries];
      if (pause === undefined) return { cause: error };
      await sleep(pause);
    }
  }
}

const SERVER_ERRORS = 500;
