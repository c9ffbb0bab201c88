import { ApplicationCommandType } from 'discord.js';
import { attachMessage, pickMessage, reopenForm } from '../src/handlers/proofs/attaching.ts';
import type { MessageCommand } from '../src/discord/command.ts';
import { forEverybody } from '../src/discord/contexts.ts';
import { localisedName } from '../src/words/localised.ts';

/** *Attach as proof*, in the menu of a message: a message that a member wrote becomes proof of a topic. */
export const attachProof: MessageCommand = {
  data: {
    type: ApplicationCommandType.Message,
    ...localisedName((words) => words.attach.command),
    ...forEverybody,
  },
  pick: pickMessage,
  asks: ['Attach as proof', 'attach'],
  presses: {
    /** `attach:<message>`: opens the form again. */
    attach: (call) => reopenForm(call, call.args[0]),
  },
  forms: {
    attach: (call) => attachMessage(call, call.args[0]),
  },
};
