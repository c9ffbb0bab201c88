import { z } from 'zod';
import type { Command } from '../src/discord/command.ts';
import { forEverybody } from '../src/discord/contexts.ts';
import { argument } from '../src/discord/refusal.ts';
import { showTopic } from '../src/handlers/topics/card.ts';
import { changeAllParts, changeTopic } from '../src/handlers/topics/changes.ts';
import { completeTopic, topicNamed, topicWithId } from '../src/handlers/topics/named.ts';
import { askUntilWhen, putOff } from '../src/handlers/topics/putting-off.ts';
import { joinSkill, leaveSkill, partSkill, showSkill } from '../src/handlers/skills.ts';
import { localised } from '../src/words/localised.ts';
import { topicOption } from './parts/topic-option.ts';
import { roadmapOption, withRoadmaps } from './parts/roadmap-option.ts';

const wholeAction = z.enum(['start', 'done', 'skip', 'pause', 'reset']);

/** `/topic topic:`: the card of one topic, and what its buttons do. */
export const topic: Command = {
  data: {
    name: 'topic',
    ...localised((words) => words.commands.topic),
    ...forEverybody,
    options: [topicOption, roadmapOption],
  },
  execute: (call) => showTopic(call, topicNamed(call, call.options.getString('topic', true))),
  complete: withRoadmaps(completeTopic),
  asks: ['later'],
  presses: {
    /** `topic:<topic>`, or `topic` with the topic chosen from a list. */
    topic: async (call) => showTopic(call, topicWithId(call, call.args[0] ?? call.values[0])),
    /** `do:<action>:<topic>` */
    do: (call) => changeTopic(call, topicWithId(call, call.args[1]), argument(wholeAction, call.args[0])),
    /** `all:<action>:<parent>`, confirmed. */
    all: (call) => changeAllParts(call, topicWithId(call, call.args[1]), argument(wholeAction, call.args[0])),
    /** `one:<action>`, with the topic chosen from the list. */
    one: (call) => changeTopic(call, topicWithId(call, call.values[0]), argument(wholeAction, call.args[0])),
    /** `later:<topic>`, or `later:<topic>:<what was typed before>` */
    later: (call) => askUntilWhen(call, topicWithId(call, call.args[0]), call.args[1]),
    /**
     * `same:<topic>`, `same-part:<topic>`, `same-leave:<topic>`, `same-join:<topic>:<others>`. For the last, the
     * other topic may also be chosen from a list.
     */
    same: showSkill,
    'same-part': partSkill,
    'same-leave': leaveSkill,
    'same-join': joinSkill,
  },
  forms: {
    /** `later:<topic>` */
    later: (call) => putOff(call, topicWithId(call, call.args[0])),
  },
};
