import type { Place } from '../../roadmap/outline.ts';
import type { Method } from '../../roadmap/roadmap.ts';
import { proofsOf } from '../../store/proofs/proofs.ts';
import { progressOf } from '../../store/progress/progress.ts';
import { mayProve } from '../../study/proofs/proof.ts';
import { leaves } from '../../study/topics/status.ts';
import { unfitProofView } from '../../view/proofs/list.ts';
import { title } from '../../view/topics/topic-text.ts';
import { topicChoices } from '../../discord/choices.ts';
import type { Call, Choice, TypingCall } from '../../discord/command.ts';
import { Refusal } from '../../discord/refusal.ts';

/**
 * Topics that fit what was typed. To write, those that the method goes with, what one is on first; to read, one's own
 * work first, as others' can be read as well; to change it, only one's own.
 */
export async function completeProofTopic(
  call: TypingCall,
  method: Method,
  to: 'write' | 'show' | 'change',
): Promise<readonly Choice[]> {
  const { app, book, userId, typed } = call;
  const proofs = await proofsOf(app.db, userId, book.id);
  const progress = await progressOf(app.db, userId, book.id);
  const own = book.places.filter((place) => proofs.get(place.id)?.has(method) === true);
  const doing = book.places.filter((place) => progress.get(place.id)?.state === 'doing');
  const first = to === 'write' ? doing : own;
  const fits = (place: Place): boolean =>
    to === 'change' ? own.includes(place) : mayProve(place, method) || own.includes(place);
  const found = book.finder.search(typed.text, {
    first: new Set(first.map((place) => place.id)),
    limit: book.places.length,
  });
  return topicChoices(found.filter(fits));
}

/** @throws Refusal with what the method goes with, if work by it is not for this topic */
export function demandFit({ book }: Pick<Call, 'book'>, place: Place, method: Method): void {
  if (mayProve(place, method)) return;
  const isWhole = place.topic.stage === null && place.children.length > 0;
  const choices = isWhole
    ? leaves(place).filter((leaf) => mayProve(leaf, method))
    : method === 'tez'
      ? book.places.filter((other) => mayProve(other, method))
      : [];
  throw new Refusal((words) => {
    const { unfit } = words.proof;
    const said =
      method === 'tez'
        ? choices.length === 0
          ? unfit.noTez
          : unfit.tez(title(place))
        : isWhole
          ? unfit.whole(title(place))
          : unfit.stage(title(place));
    return unfitProofView(words, method, said, choices);
  });
}
