import type { Command } from '../src/discord/command.ts';
import { forOrganisers } from '../src/discord/contexts.ts';
import { showStatus } from '../src/handlers/status.ts';
import { localised } from '../src/words/localised.ts';

/** `/status`: shows the operator how the bot is. Only one guild has it, see `OPERATOR_GUILD`. */
export const status: Command = {
  data: { name: 'status', ...localised((words) => words.commands.status), ...forOrganisers },
  execute: showStatus,
};
