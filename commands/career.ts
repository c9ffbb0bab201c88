import type { Command } from '../src/discord/command.ts';
import { forEverybody } from '../src/discord/contexts.ts';
import { declare, openDeclarationOf, showCareer } from '../src/handlers/progress/career.ts';
import { localised } from '../src/words/localised.ts';
import { roadmapOption, withRoadmaps } from './parts/roadmap-option.ts';

/** `/career`: the stages of the career direction, and where the member stands in them. */
export const career: Command = {
  data: {
    name: 'career',
    ...localised((words) => words.commands.career),
    ...forEverybody,
    options: [roadmapOption],
  },
  complete: withRoadmaps(),
  execute: showCareer,
  asks: ['declare'],
  presses: {
    career: showCareer,
    /** `declare:<topic>`: a stage that only the member can say they have reached. */
    declare: (call) => openDeclarationOf(call, call.args[0]),
  },
  forms: {
    declare: (call) => declare(call, call.args[0]),
  },
};
