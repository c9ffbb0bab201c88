import { show } from '../src/discord/answer.ts';
import type { Call, Command } from '../src/discord/command.ts';
import { forEverybody } from '../src/discord/contexts.ts';
import { progressOf, undoLast } from '../src/store/progress/progress.ts';
import { standings } from '../src/study/topics/status.ts';
import { undoView } from '../src/view/topics/undo.ts';
import { localised } from '../src/words/localised.ts';

/** `/undo`: takes back one's last action, and says what it was. */
export const undo: Command = {
  data: { name: 'undo', ...localised((words) => words.commands.undo), ...forEverybody },
  execute: takeBack,
  presses: { undo: takeBack },
};

async function takeBack(call: Call) {
  const { app, roadmap, words } = call;
  const undone = await undoLast(app.db, call.actor, roadmap.id);
  const progress = await progressOf(app.db, call.userId, roadmap.id);
  return show(undoView(words, roadmap, standings(roadmap, progress), undone));
}
