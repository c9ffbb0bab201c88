import { ApplicationCommandOptionType } from 'discord.js';
import type { Command } from '../src/discord/command.ts';
import { forMembers } from '../src/discord/contexts.ts';
import { pausePosts, resumePosts } from '../src/handlers/schedule/pausing.ts';
import { showTimetable, tryPost } from '../src/handlers/schedule/preview.ts';
import { posts } from '../src/schedule/posts/index.ts';
import { localised, localisedName } from '../src/words/localised.ts';

/** `/schedule preview`, for everybody; `test`, `pause` and `resume`, for organisers. */
export const schedule: Command = {
  data: {
    name: 'schedule',
    ...localised((words) => words.commands.schedule),
    ...forMembers,
    options: [
      {
        type: ApplicationCommandOptionType.Subcommand,
        name: 'preview',
        ...localised((words) => words.commands.schedulePreview),
      },
      {
        type: ApplicationCommandOptionType.Subcommand,
        name: 'test',
        ...localised((words) => words.commands.scheduleTest),
        options: [
          {
            type: ApplicationCommandOptionType.String,
            name: 'kind',
            ...localised((words) => words.commands.scheduleKind),
            required: true,
            choices: posts.map(({ kind }) => ({
              ...localisedName((words) => words.schedule.kind[kind]),
              value: kind,
            })),
          },
        ],
      },
      {
        type: ApplicationCommandOptionType.Subcommand,
        name: 'pause',
        ...localised((words) => words.commands.schedulePause),
      },
      {
        type: ApplicationCommandOptionType.Subcommand,
        name: 'resume',
        ...localised((words) => words.commands.scheduleResume),
      },
    ],
  },
  execute(call) {
    switch (call.options.getSubcommand()) {
      case 'test':
        return tryPost(call, call.options.getString('kind', true));
      case 'pause':
        return pausePosts(call);
      case 'resume':
        return resumePosts(call);
      default:
        return showTimetable(call);
    }
  },
  presses: {
    'schedule-preview': showTimetable,
    /** `schedule-test:<kind>` */
    'schedule-test': (call) => tryPost(call, call.args[0]),
    'schedule-resume': resumePosts,
  },
};
