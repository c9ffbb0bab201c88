import { ApplicationCommandOptionType } from 'discord.js';
import type { Command } from '../src/discord/command.ts';
import { forMembers } from '../src/discord/contexts.ts';
import { argument } from '../src/discord/refusal.ts';
import {
  boardMetric,
  boardPeriod,
  changeOnBoard,
  chooseBoard,
  showBoard,
} from '../src/handlers/company/board.ts';
import {
  chooseBuddyHours,
  chooseBuddyNot,
  chooseBuddyOpenly,
  leaveBuddies,
  showBuddies,
  tellBuddies,
} from '../src/handlers/company/buddies.ts';
import {
  askHelpers,
  declineHelp,
  offerHelp,
  takeHelp,
  whoCanHelp,
  writeHelp,
} from '../src/handlers/company/help.ts';
import { localised, localisedName } from '../src/words/localised.ts';

/** `/group board` and `buddies`: what the members of a server do for each other. */
export const group: Command = {
  data: {
    name: 'group',
    ...localised((words) => words.commands.group),
    ...forMembers,
    options: [
      {
        type: ApplicationCommandOptionType.Subcommand,
        name: 'board',
        ...localised((words) => words.commands.groupBoard),
        options: [
          {
            type: ApplicationCommandOptionType.String,
            name: 'period',
            ...localised((words) => words.commands.groupPeriod),
            choices: boardPeriod.options.map((value) => ({
              ...localisedName((words) => words.board[value]),
              value,
            })),
          },
          {
            type: ApplicationCommandOptionType.String,
            name: 'by',
            ...localised((words) => words.commands.groupBy),
            choices: boardMetric.options.map((value) => ({
              ...localisedName((words) => words.board.metric[value]),
              value,
            })),
          },
        ],
      },
      {
        type: ApplicationCommandOptionType.Subcommand,
        name: 'buddies',
        ...localised((words) => words.commands.groupBuddies),
      },
    ],
  },
  execute: (call) => {
    const { options } = call;
    if (options.getSubcommand() === 'buddies') return showBuddies(call);
    return showBoard(
      call,
      argument(boardPeriod, options.getString('period') ?? 'week'),
      argument(boardMetric, options.getString('by') ?? 'topics'),
    );
  },
  presses: {
    /** `board:<period>:<metric>`, or `board:<period>` with the metric from a list */
    board: chooseBoard,
    /** `board-on:<period>:<metric>`, `board-off:<period>:<metric>` */
    'board-on': (call) => changeOnBoard(call, true),
    'board-off': (call) => changeOnBoard(call, false),
    /** `buddies:<id of the message>` */
    buddies: tellBuddies,
    'buddies-hours': chooseBuddyHours,
    'buddies-not': chooseBuddyNot,
    /** `buddies-open:<0|1>` */
    'buddies-open': chooseBuddyOpenly,
    'buddies-leave': leaveBuddies,
    /** `help-who:<topic>`, or `help-who:<topic>:again` */
    'help-who': whoCanHelp,
    /** `help-offer:<0|1>:<topic>` */
    'help-offer': offerHelp,
    /** `help-write:<turn>`, `help-decline:<turn>` */
    'help-write': writeHelp,
    'help-decline': declineHelp,
  },
  asks: ['help-who', 'help-write'],
  forms: {
    /** `help-ask:<topic>`, `help-say:<turn>` */
    'help-ask': askHelpers,
    'help-say': takeHelp,
  },
};
