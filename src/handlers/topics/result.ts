import type { Call } from '../../discord/command.ts';
import type { TopicNode } from '../../roadmap/outline.ts';
import { studyOf } from '../../store/progress/studies.ts';
import type { Action } from '../../study/progress/progress.ts';
import { ladder, type Proofs, provenTopics } from '../../study/proofs/proof.ts';
import { nextTopic } from '../../study/suggestions/next-topic.ts';
import { isOpen, leaves, outermostDone, standings, tally } from '../../study/topics/status.ts';
import type { Message } from '../../view/components.ts';
import { resultView, type TopicResult } from '../../view/topics/result.ts';
import { title } from '../../view/topics/topic-text.ts';
import type { Words } from '../../words/index.ts';
import { withGoalReached } from '../goals/week.ts';
import { streakOf } from '../../store/sessions/streaks.ts';
import { othersOn } from './card.ts';
import { takeOffer } from '../skills.ts';

/** After each so many finished topics, the member is asked for a note. */
const NOTE_EVERY = 3;

/** What an action did, as a sentence. A stage is no topic that is studied. */
function became({ career, topic }: Words, node: TopicNode, action: Action): string {
  const isStageBegun = action === 'start' && node.topic.stage !== null;
  return isStageBegun ? career.started(title(node)) : topic.became[action](title(node));
}

/** Says briefly what an action did to a topic, and what to do next. `isChanged`: whether it changed anything. */
export async function resultOf(
  call: Call,
  node: TopicNode,
  action: Action,
  isChanged: boolean,
): Promise<Message> {
  const { app, roadmap, userId, words, now } = call;
  // On a server, each answer of the database is waited for. So all that does not depend on another is asked for at once.
  const [{ progress, proofs }, step] = await Promise.all([
    studyOf(app.db, userId, roadmap),
    isChanged && action === 'done' ? stepOf(call, node) : null,
  ]);
  const all = standings(roadmap, progress);
  const state = all.get(node.id)?.state ?? 'todo';
  // Something else may have changed it again.
  const isStep = step !== null && state === 'done';
  const needs = node.topic.needs.flatMap((key) => roadmap.byKey.get(key) ?? []);
  const { done, total } = tally(roadmap, progress, node.top);
  const same = isStep ? await offerOf(call, node) : null;
  const result = resultView(words, {
    node,
    state,
    standings: all,
    said: isChanged ? became(words, node, action) : words.topic.already[state](title(node)),
    snoozedUntil: progress.get(node.id)?.snoozedUntil ?? null,
    now,
    isProven: provenTopics(roadmap, progress, proofs).has(node.id),
    undo: isChanged ? call.actor.interactionId : null,
    completed: isStep ? outermostDone(node, all) : null,
    reached: isStep ? { ...step, done, total } : null,
    needs: needs.filter(({ id }) => isOpen(all.get(id)?.state ?? 'todo')),
    next: state === 'doing' ? null : nextTopic(roadmap, progress, now, { after: node }),
    same,
    asksForNote: isStep && same === null && done % NOTE_EVERY === 0 && asksForCheatCode(node, proofs),
  });
  return isStep ? withGoalReached(call, result) : result;
}

/**
 * The question whether a topic that was just done counts in other roadmaps, too. Of a topic with others under it, it is
 * the first of these for which there is such a question.
 */
async function offerOf(call: Call, done: TopicNode): Promise<TopicResult['same']> {
  for (const node of leaves(done)) {
    const places = await takeOffer(call, node);
    if (places.length > 0) return { node, places };
  }
  return null;
}

/** What a finished topic means for the member and their group, apart from the counts of the roadmap. */
async function stepOf(
  call: Call,
  node: TopicNode,
): Promise<Omit<NonNullable<TopicResult['reached']>, 'done' | 'total'>> {
  const { app, member, timeZone, now, asking } = call;
  const [{ streak }, others] = await Promise.all([
    streakOf(app.db, member, timeZone, now),
    asking.hasJoined ? othersOn(call, node) : null,
  ]);
  return { section: node.top.title, streak, others: others?.done.length ?? 0 };
}

/** Whether a cheat code would prove something that is not proven yet. */
function asksForCheatCode(node: TopicNode, proofs: Proofs): boolean {
  return ladder(node, proofs).some(({ method, state }) => method === 'cheatcode' && state === 'open');
}
