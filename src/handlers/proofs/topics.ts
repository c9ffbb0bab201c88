import type { TopicNode } from '../../roadmap/outline.ts';
import type { Method } from '../../roadmap/roadmap.ts';
import { proofsOf } from '../../store/proofs/proofs.ts';
import { progressOf } from '../../store/progress/progress.ts';
import { mayProve } from '../../study/proofs/proof.ts';
import { leaves } from '../../study/topics/status.ts';
import { unfitProofView } from '../../view/proofs/list.ts';
import { title } from '../../view/topics/topic-text.ts';
import { topicLabels } from '../../discord/choices.ts';
import type { Call, Choice, TypingCall } from '../../discord/command.ts';
import { Refusal } from '../../discord/refusal.ts';

/**
 * Topics that fit the typed text. To write, these are the topics that the method allows, those in progress first. To
 * read, they are all topics, those with one's own work first, because others' work can be read as well. To change, they
 * are only topics with one's own work.
 */
export async function completeProofTopic(
  call: TypingCall,
  method: Method,
  to: 'write' | 'show' | 'change',
): Promise<readonly Choice[]> {
  const { app, roadmap, userId, typed } = call;
  const proofs = await proofsOf(app.db, userId, roadmap.id);
  const progress = await progressOf(app.db, userId, roadmap.id);
  const own = roadmap.nodes.filter((node) => proofs.get(node.id)?.has(method) === true);
  const doing = roadmap.nodes.filter((node) => progress.get(node.id)?.state === 'doing');
  const first = to === 'write' ? doing : own;
  const fits = (node: TopicNode): boolean =>
    to === 'change' ? own.includes(node) : mayProve(node, method) || own.includes(node);
  const found = roadmap.finder.search(typed.text, {
    first: new Set(first.map((node) => node.id)),
    limit: roadmap.nodes.length,
  });
  return topicLabels(roadmap).choices(found.filter(fits));
}

/** @throws Refusal with what the method goes with, if work by it is not for this topic */
export function demandFit({ roadmap }: Pick<Call, 'roadmap'>, node: TopicNode, method: Method): void {
  if (mayProve(node, method)) return;
  const isWhole = node.topic.stage === null && node.children.length > 0;
  const choices = isWhole
    ? leaves(node).filter((leaf) => mayProve(leaf, method))
    : method === 'tez'
      ? roadmap.nodes.filter((other) => mayProve(other, method))
      : [];
  throw new Refusal((words) => {
    const { unfit } = words.proof;
    const said =
      method === 'tez'
        ? choices.length === 0
          ? unfit.noTez
          : unfit.tez(title(node))
        : isWhole
          ? unfit.whole(title(node))
          : unfit.stage(title(node));
    return unfitProofView(words, method, said, choices);
  });
}
