import type { Command } from '../src/discord/command.ts';
import { forEverybody } from '../src/discord/contexts.ts';
import { showHelp, showHelpPart } from '../src/handlers/help.ts';
import { localised } from '../src/words/localised.ts';

/** `/help`: what the bot offers for the member's role, and the next step. */
export const help: Command = {
  data: { name: 'help', ...localised((words) => words.commands.help), ...forEverybody },
  execute: (call) => showHelp(call),
  presses: {
    /** `help`, with a part chosen from the list. */
    help: (call) => showHelpPart(call, call.values[0]),
  },
};
