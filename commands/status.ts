import type { Command } from '../src/discord/command.ts';
import { forOrganisers } from '../src/discord/contexts.ts';
import { showStatus } from '../src/handlers/status.ts';
import { localised } from '../src/words/localised.ts';

/** `/status`: how the bot is, for those who run it. Only one server has it, see `OPERATOR_GUILD`. */
export const status: Command = {
  data: { name: 'status', ...localised((words) => words.commands.status), ...forOrganisers },
  execute: showStatus,
};
