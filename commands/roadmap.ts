import { ApplicationCommandOptionType } from 'discord.js';
import type { Command } from '../src/discord/command.ts';
import { forEverybody } from '../src/discord/contexts.ts';
import { askToJoin, joinRoadmap, leaveRoadmap } from '../src/handlers/roadmaps/joining.ts';
import { showMap, showSection } from '../src/handlers/roadmaps/map.ts';
import { localised } from '../src/words/localised.ts';

/** `/roadmap view`, `/roadmap join`, `/roadmap leave` */
export const roadmapCommand: Command = {
  data: {
    name: 'roadmap',
    ...localised((words) => words.commands.roadmap),
    ...forEverybody,
    options: [
      {
        type: ApplicationCommandOptionType.Subcommand,
        name: 'view',
        ...localised((words) => words.commands.roadmapView),
      },
      {
        type: ApplicationCommandOptionType.Subcommand,
        name: 'join',
        ...localised((words) => words.commands.roadmapJoin),
      },
      {
        type: ApplicationCommandOptionType.Subcommand,
        name: 'leave',
        ...localised((words) => words.commands.roadmapLeave),
      },
    ],
  },
  execute(call) {
    switch (call.options.getSubcommand()) {
      case 'join':
        return askToJoin(call);
      case 'leave':
        return leaveRoadmap(call);
      default:
        return showMap(call);
    }
  },
  presses: {
    /** `map`: all sections. */
    map: showMap,
    /** `section:<index>:<page>`, or `section` with the index chosen from the list. */
    section: (call) => showSection(call, Number(call.args[0] ?? call.values[0]), Number(call.args[1])),
    /** `join`, `join:zero`, `join:ticks` */
    join(call) {
      const [from] = call.args;
      return from === undefined ? askToJoin(call) : joinRoadmap(call, from === 'ticks');
    },
  },
};
