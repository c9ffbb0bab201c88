import type { Command } from '../src/discord/command.ts';
import { forEverybody } from '../src/discord/contexts.ts';
import { changeTopic } from '../src/handlers/topics/changes.ts';
import { completeTopicTo, topicNamed } from '../src/handlers/topics/named.ts';
import { localised } from '../src/words/localised.ts';
import { topicOption } from './parts/topic-option.ts';
import { roadmapOption, withRoadmaps } from './parts/roadmap-option.ts';

/** `/done topic:` */
export const done: Command = {
  data: {
    name: 'done',
    ...localised((words) => words.commands.done),
    ...forEverybody,
    options: [topicOption, roadmapOption],
  },
  execute: (call) => changeTopic(call, topicNamed(call, call.options.getString('topic', true)), 'done'),
  complete: withRoadmaps(completeTopicTo('done')),
};
