import type { BaseInteraction } from 'discord.js';
import type { App } from '../app.ts';
import type { Message } from '../view/components.ts';
import { naming } from '../view/naming.ts';
import type { Answer } from './answer.ts';
import { loggable } from './discord-error.ts';
import { withNames } from './names.ts';
import { personsIn } from './person.ts';

/**
 * Replaces mentions in an answer by names: those that came with the interaction, and those under which members were
 * last seen. If the names cannot be read, the mentions stay, because the member still has to learn what was done.
 */
export async function answerWithNames(
  { db, log }: Pick<App, 'db' | 'log'>,
  interaction: BaseInteraction,
  answer: Answer,
): Promise<Answer> {
  const { guildId } = interaction;
  if (guildId === null || answer.kind === 'ask') return answer;
  const here = personsIn(interaction);
  const named = async (message: Message): Promise<Message> => {
    const known = naming(message, here);
    try {
      return await withNames({ db }, guildId, known);
    } catch (error) {
      log.error(loggable(error), 'names could not be read');
      return known;
    }
  };
  switch (answer.kind) {
    case 'publish':
      return { ...answer, message: await named(answer.message), instead: await named(answer.instead) };
    case 'refresh':
      return {
        ...answer,
        message: await named(answer.message),
        tell: answer.tell === null ? null : await named(answer.tell),
      };
    default:
      return { ...answer, message: await named(answer.message) };
  }
}
