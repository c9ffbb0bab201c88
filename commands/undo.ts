import type { Command } from '../src/discord/command.ts';
import { forEverybody } from '../src/discord/contexts.ts';
import { redoUndone, undoLastAct } from '../src/handlers/topics/undo.ts';
import { localised } from '../src/words/localised.ts';

/** `/undo`: undoes the member's last act, and says what it was. */
export const undo: Command = {
  data: { name: 'undo', ...localised((words) => words.commands.undo), ...forEverybody },
  execute: (call) => undoLastAct(call),
  presses: {
    undo: (call) => undoLastAct(call, call.args[0]),
    /** `redo:<interaction of the undo>` */
    redo: (call) => redoUndone(call, call.args[0]),
  },
};
