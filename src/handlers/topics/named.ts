import { topicLabels } from '../../discord/choices.ts';
import type { Call, Choice, TypingCall } from '../../discord/command.ts';
import { Refusal } from '../../discord/refusal.ts';
import type { TopicNode } from '../../roadmap/outline.ts';
import { progressOf } from '../../store/progress/progress.ts';
import { affected } from '../../study/topics/actions.ts';
import { type Standing, standings } from '../../study/topics/status.ts';
import { LIMITS } from '../../view/components.ts';
import { outdatedView } from '../../view/failure.ts';
import { unknownTopicView } from '../../view/topics/unknown-topic.ts';

/** Topics that fit what was typed; those that the member has in progress come first. */
export function completeTopic(call: TypingCall): Promise<readonly Choice[]> {
  return completeFitting(call, () => true);
}

/** Those of them that an action would change something about. */
export function completeTopicTo(
  action: 'start' | 'done' | 'skip',
): (call: TypingCall) => Promise<readonly Choice[]> {
  return (call) => completeFitting(call, (node, all) => affected(node, all, action).length > 0);
}

async function completeFitting(
  { app, userId, roadmap, typed }: TypingCall,
  fits: (node: TopicNode, all: ReadonlyMap<string, Standing>) => boolean,
): Promise<readonly Choice[]> {
  const progress = await progressOf(app.db, userId, roadmap.id);
  const all = standings(roadmap, progress);
  const doing = [...progress].filter(([, entry]) => entry.state === 'doing').map(([id]) => id);
  const found = roadmap.finder.search(typed.text, { first: new Set(doing), limit: roadmap.nodes.length });
  return topicLabels(roadmap).choices(firstFitting(found, (node) => fits(node, all)));
}

/** As many as can be offered: with thousands of topics most need not be looked at. */
function firstFitting(found: readonly TopicNode[], fits: (node: TopicNode) => boolean): readonly TopicNode[] {
  const fitting: TopicNode[] = [];
  for (const node of found) {
    if (fitting.length === LIMITS.optionsPerSelect) break;
    if (fits(node)) fitting.push(node);
  }
  return fitting;
}

/**
 * The topic that a member named: chosen from the list, or typed freely.
 * @throws Refusal with the nearest ones if there is none, or if several have that title
 */
export function topicNamed(call: Call, typed: string): TopicNode {
  const node = resolveTopic(call, typed);
  if (node !== null) return node;
  throw new Refusal((words) => unknownTopicView(words, typed, call.roadmap.finder.near(typed)));
}

/** The topic that a text names, by its id, by the label that it was suggested with, or otherwise; null if it is not plain. */
export function resolveTopic({ roadmap }: Pick<Call, 'roadmap'>, typed: string): TopicNode | null {
  return topicLabels(roadmap).labelled(typed) ?? roadmap.finder.resolve(typed);
}

/** @throws Refusal if the roadmap that is followed here has no such topic (any more) */
export function topicWithId(call: Call, id: string | undefined): TopicNode {
  const node = id === undefined ? undefined : call.roadmap.byId.get(id);
  if (node !== undefined) return node;
  throw new Refusal(outdatedView);
}
