import { type Answer, ask, show } from '../../discord/answer.ts';
import type { Call } from '../../discord/command.ts';
import type { TopicNode } from '../../roadmap/outline.ts';
import { type Change, progressOf, record } from '../../store/progress/progress.ts';
import type { Action, Progress } from '../../study/progress/progress.ts';
import { affected, isTickable } from '../../study/topics/actions.ts';
import { leaves, outermostDone, standings } from '../../study/topics/status.ts';
import type { Message } from '../../view/components.ts';
import { customId } from '../../view/custom-id.ts';
import { confirmView, type WholeAction } from '../../view/topics/confirm.ts';
import { title } from '../../view/topics/topic-text.ts';
import { openDeclaration } from '../progress/declaring.ts';
import { cardOf } from './card.ts';

/**
 * Does something to a topic and answers with its card. A topic with others under it asks before it changes them.
 * @throws AlreadyHandled if this interaction has had its effect
 */
export async function changeTopic(call: Call, node: TopicNode, action: WholeAction): Promise<Answer> {
  const { stage } = node.topic;
  // A stage that is a track or a thesis is worked out from that, as a parent is from its children.
  if (stage !== null && !isTickable(node)) {
    const { topic, career } = call.words;
    return show(await cardOf(call, node, stage.kind === 'tez' ? career.followsThesis : topic.followsTrack));
  }
  if (stage?.kind === 'free' && action === 'done') {
    return ask(await openDeclaration(call, node), customId('declare', node.id));
  }
  if (node.children.length === 0) return show(await changeOne(call, node, { topicId: node.id, action }));
  const progress = await progressOf(call.app.db, call.userId, call.roadmap.id);
  const all = standings(call.roadmap, progress);
  const touched = affected(node, all, action);
  if (touched.length === 0) return show(await cardOf(call, node, alreadySo(call, node, progress)));
  const startable = leaves(node).filter((leaf) => all.get(leaf.id)?.state === 'todo');
  return show(confirmView(call.words, action, node, touched, action === 'start' ? startable : touched));
}

/** Does something to every topic under one, as its member has confirmed. */
export async function changeAllParts(call: Call, parent: TopicNode, action: WholeAction): Promise<Answer> {
  const progress = await progressOf(call.app.db, call.userId, call.roadmap.id);
  const touched = affected(parent, standings(call.roadmap, progress), action);
  await record(
    call.app.db,
    call.actor,
    touched.map((node) => ({ topicId: node.id, action })),
  );
  const undo = touched.length > 0 ? call.actor.interactionId : null;
  return show(await cardOf(call, parent, call.words.topic.became[action], undo));
}

/** Changes one topic without others under it; the card says what came of it. */
export async function changeOne(call: Call, node: TopicNode, change: Change): Promise<Message> {
  const changed = await record(call.app.db, call.actor, [change]);
  return cardAfter(call, node, change.action, changed.length > 0);
}

/** The card of a topic that something was done to; it says what came of it. */
export async function cardAfter(
  call: Call,
  node: TopicNode,
  action: Action,
  isChanged: boolean,
): Promise<Message> {
  const { app, roadmap, userId, words } = call;
  const progress = await progressOf(app.db, userId, roadmap.id);
  if (!isChanged) return cardOf(call, node, alreadySo(call, node, progress));
  const whole = action === 'done' ? outermostDone(node, standings(roadmap, progress)) : null;
  const note = words.topic.became[action];
  const said = whole === null ? note : `${note} ${words.topic.wholeDone(title(whole))}`;
  return cardOf(call, node, said, call.actor.interactionId);
}

function alreadySo({ words, roadmap }: Call, node: TopicNode, progress: Progress): string {
  return words.topic.already(standings(roadmap, progress).get(node.id)?.state ?? 'todo');
}
