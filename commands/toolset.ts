import type { Command } from '../src/discord/command.ts';
import { forEverybody } from '../src/discord/contexts.ts';
import { showToolset } from '../src/handlers/progress/toolset.ts';
import { localised } from '../src/words/localised.ts';
import { roadmapOption, withRoadmaps } from './parts/roadmap-option.ts';

/** `/toolset`: the roadmap's languages by their use, and the member's progress in each. */
export const toolset: Command = {
  data: {
    name: 'toolset',
    ...localised((words) => words.commands.toolset),
    ...forEverybody,
    options: [roadmapOption],
  },
  complete: withRoadmaps(),
  execute: showToolset,
};
