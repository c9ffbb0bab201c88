import { type APIApplicationCommandStringOption, ApplicationCommandOptionType } from 'discord.js';
import type { Command } from '../../src/discord/command.ts';
import { completeRoadmap } from '../../src/handlers/roadmaps/choosing.ts';
import { localised } from '../../src/words/localised.ts';

/** The option `roadmap:`, which every command about a roadmap has. `src/discord/roadmap-of.ts` reads it. */
export const roadmapOption: APIApplicationCommandStringOption = {
  type: ApplicationCommandOptionType.String,
  name: 'roadmap',
  ...localised((words) => words.commands.roadmapOption),
  autocomplete: true,
  max_length: 200,
};

/** Suggestions for `roadmap:`, together with those of the command for its other options. */
export function withRoadmaps(complete?: Command['complete']): NonNullable<Command['complete']> {
  return (call) =>
    call.typed.option === 'roadmap' ? completeRoadmap(call) : (complete?.(call) ?? Promise.resolve([]));
}
