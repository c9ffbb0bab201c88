import { ApplicationCommandOptionType, ChannelType } from 'discord.js';
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
  showBuddySettings,
  tellBuddies,
} from '../src/handlers/company/buddies.ts';
import { askHelpers, declineHelp, takeHelp, whoCanHelp, writeHelp } from '../src/handlers/company/help.ts';
import { cancelStudyPlan, keepStudyPlan, PLAN, planStudy, sayCame } from '../src/handlers/company/plans.ts';
import { chooseQuest, chooseWeeklyQuests, QUEST_TOPICS, showQuest } from '../src/handlers/goals/quest.ts';
import { completeTopic, topicNamed } from '../src/handlers/topics/named.ts';
import { roadmapOption, withRoadmaps } from './parts/roadmap-option.ts';
import { topicOption } from './parts/topic-option.ts';
import { localised, localisedName } from '../src/words/localised.ts';

/** `/group board`, `buddies`, `plan` and `quest`: what the members of a server do for each other. */
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
      {
        type: ApplicationCommandOptionType.Subcommand,
        name: 'plan',
        ...localised((words) => words.commands.groupPlan),
        options: [
          topicOption,
          {
            type: ApplicationCommandOptionType.String,
            name: 'when',
            ...localised((words) => words.commands.groupPlanWhen),
            required: true,
            max_length: PLAN.when,
          },
          {
            type: ApplicationCommandOptionType.Channel,
            name: 'channel',
            ...localised((words) => words.commands.groupPlanChannel),
            channel_types: [ChannelType.GuildVoice],
          },
          {
            type: ApplicationCommandOptionType.String,
            name: 'place',
            ...localised((words) => words.commands.groupPlanPlace),
            max_length: PLAN.place,
          },
          {
            type: ApplicationCommandOptionType.Integer,
            name: 'minutes',
            ...localised((words) => words.commands.groupPlanMinutes),
            min_value: PLAN.minutes.min,
            max_value: PLAN.minutes.max,
          },
          roadmapOption,
        ],
      },
      {
        type: ApplicationCommandOptionType.Subcommand,
        name: 'quest',
        ...localised((words) => words.commands.groupQuest),
        options: [
          {
            type: ApplicationCommandOptionType.Integer,
            name: 'topics',
            ...localised((words) => words.commands.groupQuestTopics),
            min_value: QUEST_TOPICS.min,
            max_value: QUEST_TOPICS.max,
          },
        ],
      },
    ],
  },
  execute: (call) => {
    const { options } = call;
    if (options.getSubcommand() === 'buddies') return showBuddies(call);
    if (options.getSubcommand() === 'quest') return showQuest(call, options.getInteger('topics'));
    if (options.getSubcommand() === 'plan')
      return planStudy(call, topicNamed(call, options.getString('topic', true)));
    return showBoard(
      call,
      argument(boardPeriod, options.getString('period') ?? 'week'),
      argument(boardMetric, options.getString('by') ?? 'topics'),
    );
  },
  complete: withRoadmaps(completeTopic),
  presses: {
    /** `board:<period>:<metric>`, or `board:<period>` with the metric from a list */
    board: chooseBoard,
    /** `board-on:<period>:<metric>`, `board-off:<period>:<metric>` */
    'board-on': (call) => changeOnBoard(call, true),
    'board-off': (call) => changeOnBoard(call, false),
    /** `quest-set:<topics>`, or `quest-set` of a list: for organisers */
    'quest-set': chooseQuest,
    /** `quest-weekly:<on|off>`: for organisers */
    'quest-weekly': chooseWeeklyQuests,
    /** `buddies:<id of the message>` */
    buddies: tellBuddies,
    'buddies-hours': chooseBuddyHours,
    'buddies-not': chooseBuddyNot,
    /** `buddies-open:<0|1>` */
    'buddies-open': chooseBuddyOpenly,
    /** `buddies-settings:<0|1>` */
    'buddies-settings': showBuddySettings,
    'buddies-leave': leaveBuddies,
    /** `help-who:<topic>`, or `help-who:<topic>:again` */
    'help-who': whoCanHelp,
    /** `help-write:<turn>`, `help-decline:<turn>` */
    'help-write': writeHelp,
    'help-decline': declineHelp,
    /** `plan-keep:<plan>:<position of the chosen meaning>` */
    'plan-keep': keepStudyPlan,
    'plan-cancel': cancelStudyPlan,
    /** `plan-came:<plan>:<date>:<id of the message>` */
    'plan-came': sayCame,
  },
  asks: ['help-who', 'help-write'],
  forms: {
    /** `help-ask:<topic>`, `help-say:<turn>` */
    'help-ask': askHelpers,
    'help-say': takeHelp,
  },
};
