import { ApplicationCommandOptionType } from 'discord.js';
import { z } from 'zod';
import type { Command, SlashCall } from '../src/discord/command.ts';
import { forEverybody } from '../src/discord/contexts.ts';
import type { Answer } from '../src/discord/answer.ts';
import { argument } from '../src/discord/refusal.ts';
import { LOG_MINUTES, logChosen, logFocus, WHEN_LENGTH } from '../src/handlers/sessions/log.ts';
import {
  chooseFocusTopic,
  choosePing,
  finishFocus,
  FOCUS_MINUTES,
  goOnFocus,
  startFocus,
  switchFocus,
} from '../src/handlers/sessions/own.ts';
import {
  chooseTogetherCalls,
  chooseTogetherTopic,
  joinTogether,
  leaveTogether,
  startTogether,
  TOGETHER,
} from '../src/handlers/sessions/together.ts';
import { showOwnProgress } from '../src/handlers/progress/progress.ts';
import { completeTopic, topicNamed, topicWithId } from '../src/handlers/topics/named.ts';
import { localised } from '../src/words/localised.ts';
import { roadmapOption, withRoadmaps } from './parts/roadmap-option.ts';
import { topicOption } from './parts/topic-option.ts';

/** `/focus start`, `together` and `log`: time for study, alone, with others, or elsewhere. */
export const focus: Command = {
  data: {
    name: 'focus',
    ...localised((words) => words.commands.focus),
    ...forEverybody,
    options: [
      {
        type: ApplicationCommandOptionType.Subcommand,
        name: 'start',
        ...localised((words) => words.commands.focusStart),
        options: [
          { ...topicOption, ...localised((words) => words.commands.focusTopic), required: false },
          numberOption('minutes', FOCUS_MINUTES, (words) => words.commands.focusMinutes),
          roadmapOption,
        ],
      },
      {
        type: ApplicationCommandOptionType.Subcommand,
        name: 'together',
        ...localised((words) => words.commands.focusTogether),
        options: [
          numberOption('work', TOGETHER.work, (words) => words.commands.focusWork),
          numberOption('break', TOGETHER.break, (words) => words.commands.focusBreak),
          numberOption('rounds', TOGETHER.rounds, (words) => words.commands.focusRounds),
        ],
      },
      {
        type: ApplicationCommandOptionType.Subcommand,
        name: 'log',
        ...localised((words) => words.commands.focusLog),
        options: [
          topicOption,
          {
            ...numberOption('minutes', LOG_MINUTES, (words) => words.commands.focusLogMinutes),
            required: true,
          },
          {
            type: ApplicationCommandOptionType.String,
            name: 'when',
            ...localised((words) => words.commands.focusLogWhen),
            max_length: WHEN_LENGTH,
          },
          roadmapOption,
        ],
      },
    ],
  },
  execute,
  complete: withRoadmaps(completeTopic),
  presses: {
    /** `focus:<topic>` */
    focus: (call) => startFocus(call, topicWithId(call, call.args[0])),
    /** `focus-end:<session>` */
    'focus-end': finishFocus,
    /** `focus-on:<session>:<minutes>` */
    'focus-on': goOnFocus,
    /** `focus-about:<session>`, with a topic chosen. */
    'focus-about': chooseFocusTopic,
    /** `focus-switch:<session>:<topic>` */
    'focus-switch': switchFocus,
    /** `focus-ping:<session>:<0|1>` */
    'focus-ping': choosePing,
    /** `focus-log:<topic>:<minutes>:<start in seconds>` */
    'focus-log': logChosen,
    /** `focus-join:<session together>` */
    'focus-join': joinTogether,
    /** `focus-leave:<session>`, `focus-topic:<session>` with a topic, `focus-call:<session>:<0|1>` */
    'focus-leave': leaveTogether,
    'focus-topic': chooseTogetherTopic,
    'focus-call': chooseTogetherCalls,
    /** `focus-mine:<session together>` */
    'focus-mine': (call) => showOwnProgress(call, undefined),
  },
};

function execute(call: SlashCall): Promise<Answer> {
  const { options } = call;
  const typed = options.getString('topic');
  switch (options.getSubcommand()) {
    case 'log':
      return logFocus(call, {
        node: topicNamed(call, typed ?? ''),
        minutes: numberIn(LOG_MINUTES, options.getInteger('minutes', true)),
        said: options.getString('when'),
      });
    case 'together':
      return startTogether(call, {
        workMinutes: numberIn(TOGETHER.work, options.getInteger('work') ?? TOGETHER.work.usual),
        breakMinutes: numberIn(TOGETHER.break, options.getInteger('break') ?? TOGETHER.break.usual),
        rounds: numberIn(TOGETHER.rounds, options.getInteger('rounds') ?? TOGETHER.rounds.usual),
      });
    default:
      return startFocus(
        call,
        typed === null ? null : topicNamed(call, typed),
        numberIn(FOCUS_MINUTES, options.getInteger('minutes') ?? FOCUS_MINUTES.usual),
      );
  }
}

interface Range {
  readonly min: number;
  readonly max: number;
}

/** Discord checks the range, but anybody can send any number. */
function numberIn({ min, max }: Range, value: number): number {
  return argument(z.int().min(min).max(max), value);
}

function numberOption(name: string, { min, max }: Range, say: Parameters<typeof localised>[0]) {
  return {
    type: ApplicationCommandOptionType.Integer as const,
    name,
    ...localised(say),
    min_value: min,
    max_value: max,
  };
}
