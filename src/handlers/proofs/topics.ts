import type { TopicNode } from '../../roadmap/outline.ts';
import type { Method } from '../../roadmap/roadmap.ts';
import { proofsOf } from '../../store/proofs/roadmap-proofs.ts';
import { progressOf } from '../../store/progress/progress.ts';
import { mayProve } from '../../study/proofs/proof.ts';
import { leaves } from '../../study/topics/status.ts';
import { unfitProofView } from '../../view/proofs/list.ts';
import { title } from '../../view/topics/topic-text.ts';
import type { LoadedRoadmap } from '../../store/roadmaps/library.ts';
import { elsewhere } from '../topics/named.ts';
import { topicLabels } from '../../discord/choices.ts';
import type { Call, Choice, TypingCall } from '../../discord/command.ts';
import { Refusal } from '../../discord/refusal.ts';

/**
 * Topics that fit the typed text. For writing: topics that the method allows, those in progress first. For reading:
 * all topics, those with the member's own work first, because others' work can be read too. For changing: only topics
 * with the member's own work. Topics of other followed roadmaps come last.
 */
export async function completeProofTopic(
  call: TypingCall,
  method: Method,
  to: 'write' | 'show' | 'change',
): Promise<readonly Choice[]> {
  const { app, roadmap, userId, typed } = call;
  const proven = await provenBy(call, method, roadmap);
  const progress = await progressOf(app.db, userId, roadmap.id);
  const own = roadmap.nodes.filter(({ id }) => proven.has(id));
  const doing = roadmap.nodes.filter((node) => progress.get(node.id)?.state === 'doing');
  const first = to === 'write' ? doing : own;
  const fits = (node: TopicNode, written: ReadonlySet<string>): boolean =>
    written.has(node.id) || (to !== 'change' && mayProve(node, method));
  const found = roadmap.finder.search(typed.text, {
    first: new Set(first.map((node) => node.id)),
    limit: roadmap.nodes.length,
  });
  const offered = topicLabels(roadmap).choices(found.filter((node) => fits(node, proven)));
  // Only own work can be changed, and that is little, so all roadmaps are listed. All topics of all roadmaps would be
  // too many.
  if (typed.text.trim() === '' && to !== 'change') return offered;
  const others = await elsewhere(call, offered.length, async (other) => {
    const written = await provenBy(call, method, other);
    return (node) => fits(node, written);
  });
  return [...offered, ...others];
}

/** The ids of the topics of a roadmap on which a member has work by a method. */
async function provenBy(
  { app, userId }: TypingCall,
  method: Method,
  { id }: LoadedRoadmap,
): Promise<ReadonlySet<string>> {
  const proofs = await proofsOf(app.db, userId, id);
  return new Set([...proofs].flatMap(([topicId, methods]) => (methods.has(method) ? [topicId] : [])));
}

/** @throws Refusal if a topic does not allow a method; it says what the method is for */
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
