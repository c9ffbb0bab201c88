import { type Answer, show } from '../../discord/answer.ts';
import type { Call, PressCall } from '../../discord/command.ts';
import { type PastAct, undoLast, type Undoing, undoneBy } from '../../store/progress/history.ts';
import { redo } from '../../store/progress/redo.ts';
import { progressOf } from '../../store/progress/progress.ts';
import { loadRoadmaps } from '../../store/roadmaps/library.ts';
import type { PastKind } from '../../study/progress/progress.ts';
import { standings } from '../../study/topics/status.ts';
import {
  nothingToUndoView,
  notRedoneView,
  oldUndoView,
  redoneView,
  type Told,
  undoneView,
  wouldUndoView,
} from '../../view/topics/undo.ts';

/**
 * Undoes the member's last act and says what it was. If that act cannot be undone, says so and offers the one before.
 * @param named the interaction that a button wants to undo
 */
export async function undoLastAct(call: Call, named?: string): Promise<Answer> {
  const { app, words, userId } = call;
  const { undoing, by } = await undo(call, named);
  switch (undoing.kind) {
    case 'nothing':
      return show(nothingToUndoView(words));
    case 'asks': {
      const stays = undoing.stays === null ? null : await toldOf(call, undoing.stays);
      const next = undoing.next === null ? null : await toldOf(call, undoing.next);
      return show(
        undoing.isOld && next !== null ? oldUndoView(words, next) : wouldUndoView(words, stays, next),
      );
    }
    case 'undone': {
      const told = await toldOf(call, undoing.undone);
      const progress = await progressOf(app.db, userId, told.outline.id);
      return show(undoneView(words, told, standings(told.outline, progress), by));
    }
  }
}

/** Reverses an undo, by the interaction that did it, unless the member has done something else since. */
export async function redoUndone(call: PressCall, undoing: string | undefined): Promise<Answer> {
  const { app, words, userId, actor } = call;
  const redone = await redo(app.db, actor, undoing ?? '');
  if (redone === null) return show(notRedoneView(words));
  const told = await toldOf(call, redone);
  const progress = await progressOf(app.db, userId, told.outline.id);
  return show(redoneView(words, told, standings(told.outline, progress)));
}

/** `by`: the interaction that undid the act. */
async function undo(
  { app, actor, userId, missed }: Call,
  named: string | undefined,
): Promise<{ readonly undoing: Undoing; readonly by: string }> {
  // If the answer to an undo was lost, a member who repeats the command wants to know what it did, and not to undo
  // one more act.
  const unseen = missed?.action === 'undo' ? await undoneBy(app.db, userId, missed.interactionId) : null;
  return unseen === null || missed === null
    ? { undoing: await undoLast(app.db, actor, named), by: actor.interactionId }
    : { undoing: { kind: 'undone', undone: unseen }, by: missed.interactionId };
}

async function toldOf<Kind extends PastKind>(call: Call, past: PastAct<Kind>): Promise<Told<Kind>> {
  // The act may be about another roadmap than the one of the call. Of those that only count the same topics, the
  // member need not know the ones that they do not follow.
  const [first, ...rest] = past.roadmapIds;
  const [outline = call.roadmap, ...others] = await loadRoadmaps(
    call.app,
    [first ?? call.roadmap.id, ...rest.filter((id) => call.followed.includes(id))],
    call.words.locale,
  );
  return { ...past, outline, others };
}
