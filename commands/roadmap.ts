import { ApplicationCommandOptionType } from 'discord.js';
import type { Command } from '../src/discord/command.ts';
import { forEverybody } from '../src/discord/contexts.ts';
import { askToJoin, joinRoadmap, leaveRoadmap } from '../src/handlers/roadmaps/joining.ts';
import { showMap, showSection } from '../src/handlers/roadmaps/map.ts';
import { showPictureMap, showPictureSection } from '../src/handlers/roadmaps/picture-map.ts';
import { localised } from '../src/words/localised.ts';

/** `/roadmap view`, `/roadmap map`, `/roadmap join`, `/roadmap leave` */
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
        name: 'map',
        ...localised((words) => words.commands.roadmapMap),
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
      case 'map':
        return showPictureMap(call);
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
    /** `map-view:<own|group>`, or `map-view:<own|group>:<page>` */
    'map-view': (call) => showPictureMap(call, call.args),
    /** `map-section:<own|group>:<section>:<page>`, or `map-section:<own|group>` with the section chosen from the list. */
    'map-section': (call) =>
      showPictureSection(call, [call.args[0], call.args[1] ?? call.values[0], call.args[2]]),
    /** `section:<index>:<page>`, or `section` with the index chosen from the list. */
    section: (call) => showSection(call, Number(call.args[0] ?? call.values[0]), Number(call.args[1])),
    /** `join`, `join:zero`, `join:ticks` */
    join(call) {
      const [from] = call.args;
      return from === undefined ? askToJoin(call) : joinRoadmap(call, from === 'ticks');
    },
  },
};
