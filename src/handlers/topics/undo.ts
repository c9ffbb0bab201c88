import { type Answer, show } from '../../discord/answer.ts';
import type { Call } from '../../discord/command.ts';
import { progressOf, undoLast, undoneBy } from '../../store/progress/progress.ts';
import { standings } from '../../study/topics/status.ts';
import { undoView } from '../../view/topics/undo.ts';

/** Takes back the member's last action on this roadmap, and says what it was. */
export async function takeBack(call: Call): Promise<Answer> {
  const { app, roadmap, words, actor, userId, missed } = call;
  // Who repeats an undo that was not answered wants to know what it did, not to take back one more.
  const unseen = missed?.action === 'undo' ? await undoneBy(app.db, userId, missed.interactionId) : null;
  const undone = unseen ?? (await undoLast(app.db, actor, roadmap.id));
  const progress = await progressOf(app.db, userId, roadmap.id);
  return show(undoView(words, roadmap, standings(roadmap, progress), undone));
}
