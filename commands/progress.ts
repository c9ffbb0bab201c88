import { ApplicationCommandOptionType } from 'discord.js';
import type { Command } from '../src/discord/command.ts';
import { forEverybody } from '../src/discord/contexts.ts';
import { dropGoal, openGoalForm, showGoal, takeGoalForm } from '../src/handlers/goals/goal.ts';
import { showPace } from '../src/handlers/pace/pace.ts';
import { openTargetForm, takeTargetForm } from '../src/handlers/pace/target.ts';
import {
  postProgress,
  previewProgress,
  showOwnProgress,
  showProgress,
  showProgressInWords,
} from '../src/handlers/progress/progress.ts';
import { completeSection, SECTION_LENGTH } from '../src/handlers/progress/sections.ts';
import { showWhyStreak } from '../src/handlers/progress/why-streak.ts';
import { localised } from '../src/words/localised.ts';
import { roadmapOption, withRoadmaps } from './parts/roadmap-option.ts';

/** `/progress member: section:`: how far the member is, or another member who lets it be seen. */
export const progress: Command = {
  data: {
    name: 'progress',
    ...localised((words) => words.commands.progress),
    ...forEverybody,
    options: [
      {
        type: ApplicationCommandOptionType.User,
        name: 'member',
        ...localised((words) => words.commands.progressMember),
      },
      {
        type: ApplicationCommandOptionType.String,
        name: 'section',
        ...localised((words) => words.commands.progressSection),
        autocomplete: true,
        max_length: SECTION_LENGTH,
      },
      roadmapOption,
    ],
  },
  execute: showProgress,
  complete: withRoadmaps(completeSection),
  asks: ['goal-form', 'pace-target'],
  presses: {
    /** `progress`, or `progress:<section>` */
    progress: (call) => showOwnProgress(call, call.args[0]),
    /** `progress-back`: the same from a preview. The preview already has a button `progress`, and ids must differ. */
    'progress-back': (call) => showOwnProgress(call, call.args[0]),
    'progress-words': showProgressInWords,
    /** `progress-share`, or `progress-share:<section>`: a preview of what everybody would see. */
    'progress-share': (call) => previewProgress(call, call.args[0]),
    /** `progress-post`, or `progress-post:<section>`: posts the preview for everybody. */
    'progress-post': (call) => postProgress(call, call.args[0]),
    /** `streak-why:<page>` */
    'streak-why': showWhyStreak,
    pace: (call) => showPace(call),
    /** `pace-target`, or `pace-target:<what was typed before>`: for organisers */
    'pace-target': openTargetForm,
    goal: (call) => showGoal(call),
    /** `goal-form`, or `goal-form:<kind>:<what was typed before>` */
    'goal-form': openGoalForm,
    'goal-remove': dropGoal,
  },
  forms: {
    'goal-form': takeGoalForm,
    'pace-target': takeTargetForm,
  },
};
