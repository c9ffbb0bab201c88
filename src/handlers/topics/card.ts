import { type Answer, show } from '../../discord/answer.ts';
import type { Call } from '../../discord/command.ts';
import type { TopicNode } from '../../roadmap/outline.ts';
import { mayOrganise } from '../../discord/permissions.ts';
import { studyOf } from '../../store/progress/studies.ts';
import { membersOn } from '../../store/progress/topic-members.ts';
import { sessionsOn } from '../../store/sessions/sessions.ts';
import { minutesIn, piecesOf } from '../../study/sessions/pieces.ts';
import { provenTopics } from '../../study/proofs/proof.ts';
import { nextTopic } from '../../study/suggestions/next-topic.ts';
import { siblingsOf } from '../../study/topics/siblings.ts';
import { leaves, standings } from '../../study/topics/status.ts';
import { topicCard } from '../../view/topics/topic-card.ts';
import { skillOf } from '../skills.ts';
import { memoryOf } from '../review/reviews.ts';

/** The card of a topic as it is now, for the member only. */
export async function showTopic(call: Call, node: TopicNode): Promise<Answer> {
  const { app, roadmap, userId, now } = call;
  const joined = call.asking.hasJoined;
  // On a server, each answer of the database is waited for. So all that does not depend on another is asked for at once.
  const [{ progress, proofs }, others, minutes, skill] = await Promise.all([
    studyOf(app.db, userId, roadmap),
    joined ? othersOn(call, node) : { doing: [], done: [] },
    minutesOn(call, node),
    skillOf(call, node),
  ]);
  const all = standings(roadmap, progress);
  return show(
    topicCard(call.words, {
      node,
      standings: all,
      entry: progress.get(node.id) ?? null,
      now,
      needs: node.topic.needs.flatMap((key) => roadmap.byKey.get(key) ?? []),
      neighbours: siblingsOf(roadmap, node),
      others,
      next: nextTopic(roadmap, progress, now, { after: node }),
      proofs,
      proven: provenTopics(roadmap, progress, proofs),
      ...(await memoryOf(call, node, progress)),
      minutes,
      mayPropose: joined && !mayOrganise(call),
      mayAsk: joined && node.children.length === 0 && node.topic.stage === null,
      skill,
      offerJoin: !joined && call.guild?.channelId !== null && call.guild !== null,
    }),
  );
}

/** How many minutes the member has studied a topic and its parts. */
async function minutesOn({ app, userId, now }: Call, node: TopicNode): Promise<number> {
  const ids = [node.id, ...leaves(node).map(({ id }) => id)];
  return minutesIn(piecesOf(await sessionsOn(app.db, userId, ids), now));
}

/** The ids of other members of the group who are on a topic, or have done it, and let others see that. */
export async function othersOn(
  call: Call,
  node: TopicNode,
): Promise<{ doing: readonly string[]; done: readonly string[] }> {
  if (call.guildId === null) return { doing: [], done: [] };
  const parts = leaves(node).map((leaf) => leaf.id);
  const rows = await membersOn(call.app.db, call.guildId, parts);
  const others = Map.groupBy(
    rows.filter((row) => row.userId !== call.userId),
    (row) => row.userId,
  );
  const isDone = (id: string): boolean =>
    (others.get(id) ?? []).filter((row) => row.state === 'done').length === parts.length;
  const ids = [...others.keys()];
  return { doing: ids.filter((id) => !isDone(id)), done: ids.filter(isDone) };
}
