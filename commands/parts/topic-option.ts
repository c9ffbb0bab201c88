import { type APIApplicationCommandStringOption, ApplicationCommandOptionType } from 'discord.js';
import { localised } from '../../src/words/localised.ts';

/** The option `topic:` of every command that has one. */
export const topicOption: APIApplicationCommandStringOption = {
  type: ApplicationCommandOptionType.String,
  name: 'topic',
  ...localised((words) => words.commands.topicOption),
  required: true,
  autocomplete: true,
  max_length: 200,
};
