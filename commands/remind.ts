import { ApplicationCommandOptionType } from 'discord.js';
import type { Command } from '../src/discord/command.ts';
import { forEverybody } from '../src/discord/contexts.ts';
import {
  askForMemo,
  completeMemo,
  dropMemo,
  endMemo,
  keep,
  listMemos,
  MEMO_LENGTH,
  openMemoForm,
  removeChosen,
  removeTyped,
  snooze,
  takeMemoForm,
} from '../src/handlers/memos.ts';
import { localised, localisedName } from '../src/words/localised.ts';

/** `/remind me`, `list` and `remove`: reminds a member of anything, at a time that they say. */
export const remind: Command = {
  data: {
    name: 'remind',
    ...localised((words) => words.commands.remind),
    ...forEverybody,
    options: [
      {
        type: ApplicationCommandOptionType.Subcommand,
        name: 'me',
        ...localised((words) => words.commands.remindMe),
        options: [
          {
            type: ApplicationCommandOptionType.String,
            name: 'what',
            ...localised((words) => words.commands.remindWhat),
            required: true,
            max_length: MEMO_LENGTH.what,
          },
          {
            type: ApplicationCommandOptionType.String,
            name: 'when',
            ...localised((words) => words.commands.remindWhen),
            required: true,
            max_length: MEMO_LENGTH.when,
          },
          {
            type: ApplicationCommandOptionType.String,
            name: 'where',
            ...localised((words) => words.commands.remindWhere),
            choices: [
              { ...localisedName((words) => words.commands.remindDirectly), value: 'direct' },
              { ...localisedName((words) => words.commands.remindHere), value: 'here' },
            ],
          },
        ],
      },
      {
        type: ApplicationCommandOptionType.Subcommand,
        name: 'list',
        ...localised((words) => words.commands.remindList),
      },
      {
        type: ApplicationCommandOptionType.Subcommand,
        name: 'remove',
        ...localised((words) => words.commands.remindRemove),
        options: [
          {
            type: ApplicationCommandOptionType.String,
            name: 'reminder',
            ...localised((words) => words.commands.remindWhich),
            required: true,
            autocomplete: true,
          },
        ],
      },
    ],
  },
  execute: (call) => {
    const { options } = call;
    switch (options.getSubcommand()) {
      case 'me': {
        const here = options.getString('where') === 'here';
        return askForMemo(call, options.getString('what', true), options.getString('when', true), here);
      }
      case 'remove':
        return removeTyped(call, options.getString('reminder', true));
      default:
        return listMemos(call);
    }
  },
  complete: completeMemo,
  asks: ['memo-form'],
  presses: {
    /** `memo-keep:<memo>:<position of the chosen meaning>` */
    'memo-keep': keep,
    'memo-form': openMemoForm,
    'memo-drop': dropMemo,
    'memo-remove': removeChosen,
    'memo-end': endMemo,
    /** `memo-snooze:<hour|day>:<memo>`, and the claim of the message after it */
    'memo-snooze': snooze,
  },
  forms: { 'memo-form': takeMemoForm },
};
