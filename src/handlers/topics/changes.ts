import { type Answer, ask, show } from '../../discord/answer.ts';
import type { Call } from '../../discord/command.ts';
import type { TopicNode } from '../../roadmap/outline.ts';
import { type Change, progressOf, record } from '../../store/progress/progress.ts';
import { affected, isTickable } from '../../study/topics/actions.ts';
import { leaves, standings } from '../../study/topics/status.ts';
import type { Message } from '../../view/components.ts';
import { customId } from '../../view/custom-id.ts';
import { confirmView, type WholeAction } from '../../view/topics/confirm.ts';
import { followsView } from '../../view/topics/result.ts';
import { openDeclaration } from '../progress/declaring.ts';
import { resultOf } from './result.ts';

/**
 * Changes a topic and says what happened. A topic with others under it asks for a confirmation first.
 * @throws AlreadyHandled if this interaction has had its effect
 */
export async function changeTopic(call: Call, node: TopicNode, action: WholeAction): Promise<Answer> {
  const { stage } = node.topic;
  // A stage that is a track or a thesis follows from that, as a parent follows from its children.
  if (stage !== null && !isTickable(node)) {
    return show(followsView(call.words, node, stage.kind));
  }
  if (stage?.kind === 'free' && action === 'done') {
    return ask(await openDeclaration(call, node), customId('declare', node.id));
  }
  if (node.children.length === 0) return show(await changeOne(call, node, { topicId: node.id, action }));
  const progress = await progressOf(call.app.db, call.userId, call.roadmap.id);
  const all = standings(call.roadmap, progress);
  const touched = affected(node, all, action);
  if (touched.length === 0) return show(await resultOf(call, node, action, false));
  const startable = leaves(node).filter((leaf) => all.get(leaf.id)?.state === 'todo');
  return show(confirmView(call.words, action, node, touched, action === 'start' ? startable : touched));
}

/** Changes every topic under one, after the member has confirmed it. */
export async function changeAllParts(call: Call, parent: TopicNode, action: WholeAction): Promise<Answer> {
  const progress = await progressOf(call.app.db, call.userId, call.roadmap.id);
  const touched = affected(parent, standings(call.roadmap, progress), action);
  const changed = await record(
    call.app.db,
    call.actor,
    touched.map((node) => ({ topicId: node.id, action })),
  );
  return show(await resultOf(call, parent, action, changed.length > 0));
}

/** Changes a topic that has no others under it, and says what happened. */
export async function changeOne(call: Call, node: TopicNode, change: Change): Promise<Message> {
  const changed = await record(call.app.db, call.actor, [change]);
  return resultOf(call, node, change.action, changed.length > 0);
}
