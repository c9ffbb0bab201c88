import type { Command } from '../src/discord/command.ts';
import { forEverybody } from '../src/discord/contexts.ts';
import { changeTopic, completeTopic, topicNamed, topicOption } from '../src/handlers/topics/topics.ts';
import { localised } from '../src/words/localised.ts';

/** `/skip topic:` */
export const skip: Command = {
  data: {
    name: 'skip',
    ...localised((words) => words.commands.skip),
    ...forEverybody,
    options: [topicOption],
  },
  execute: (call) => changeTopic(call, topicNamed(call, call.options.getString('topic', true)), 'skip'),
  complete: completeTopic,
};
