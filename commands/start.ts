import type { Command } from '../src/discord/command.ts';
import { forEverybody } from '../src/discord/contexts.ts';
import { changeTopic, completeTopic, topicNamed, topicOption } from '../src/handlers/topics/topics.ts';
import { localised } from '../src/words/localised.ts';

/** `/start topic:` */
export const start: Command = {
  data: {
    name: 'start',
    ...localised((words) => words.commands.start),
    ...forEverybody,
    options: [topicOption],
  },
  execute: (call) => changeTopic(call, topicNamed(call, call.options.getString('topic', true)), 'start'),
  complete: completeTopic,
};
