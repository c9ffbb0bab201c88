import type { Carry } from '../../roadmap/matching/carries.ts';
import { outline, type TopicNode } from '../../roadmap/outline.ts';
import { leaves } from '../../study/topics/status.ts';
import { joinedIn } from '../members/memberships.ts';
import type { Db } from '../schema.ts';
import { carryProgress } from './carried.ts';
import { changing, type Doer, type Outcome } from './changing.ts';
import { currentVersion } from './current.ts';
import { membersByTopic } from './plan.ts';
import type { Owner } from './owners.ts';
import { type Question, stillOpen } from './questions.ts';
import { archivedTopics } from './topics.ts';
import { keptVersion, writeVersion } from './version.ts';

/** The answer to an open question about a topic. */
export interface Settlement {
  readonly roadmapId: string;
  /** The number of the version that was shown with the question. */
  readonly shown: number;
  /** The topic that left the roadmap. */
  readonly topicId: string;
  /** The topics of the version in use that it became, by id, the main one first; empty if it is gone. */
  readonly becomes: readonly string[];
}

/**
 * Answers what became of an archived topic. If it is one or several topics of the version in use, its progress comes
 * back, and what members said about those in the meantime stays. If it is none, the question is closed.
 * @throws AlreadyHandled if this interaction has had its effect
 */
export function settleQuestion(
  db: Db,
  { roadmapId, shown, topicId, becomes }: Settlement,
  doer: Doer,
): Promise<Outcome> {
  return changing(db, roadmapId, shown, doer, async (trx, number) => {
    const current = await currentVersion(trx, roadmapId);
    const last = await keptVersion(trx, roadmapId, shown);
    if (current === null || last === null) return { kind: 'not-kept' };
    const { nodes, byId, tree } = current.outline;
    const [place, ...others] = becomes.flatMap((id) => byId.get(id) ?? []);
    const ids = new Map(nodes.map((node) => [node.topic.key, node.id]));
    if (place !== undefined) ids.set(place.topic.key, topicId);
    const after = outline(roadmapId, tree, ids);
    const carries = place === undefined ? [] : carriesTo(topicId, place, others);
    await writeVersion(trx, {
      number,
      source: current.source,
      readAs: current.readAs,
      outline: after,
      carries,
      inForce: carries.length > 0 ? [...last.inForce, number] : last.inForce,
      questions: stillOpen(
        last.questions.filter((question) => question.topicId !== topicId),
        after,
      ),
      restores: null,
      madeBy: doer.userId,
      at: doer.at,
    });
    await carryProgress(trx, { roadmapId, version: number, carries, inForce: [] });
    return { kind: 'applied', number };
  });
}

/**
 * The returning topic takes over what was said about the topic in its place, and its own progress goes to the topics
 * that it became.
 */
function carriesTo(topicId: string, place: TopicNode, others: readonly TopicNode[]): readonly Carry[] {
  const parts = place.children.flatMap(leaves);
  return [
    { kind: 'copy', from: place.id, to: [topicId], begun: true },
    { kind: 'copy', from: topicId, to: parts.map(({ id }) => id), begun: true },
    { kind: 'copy', from: topicId, to: others.map(({ id }) => id), begun: false },
  ];
}

/** An archived topic, for which nobody has said whether it is still there. */
export interface Unsettled {
  readonly topicId: string;
  /** Its last key in the roadmap. An `id:` with this key in the file settles it. */
  readonly key: string;
  readonly title: string;
  /** The topics of the version in use that it may have become, the likeliest first. */
  readonly offers: readonly TopicNode[];
  /** How many members, of a guild or of all, were on it or through with it. */
  readonly members: number;
}

/** The open questions of a roadmap. `guildId`: the guild whose members are counted; null for everybody. */
export async function unsettledOf(
  db: Db,
  roadmapId: string,
  guildId: string | null,
): Promise<readonly Unsettled[]> {
  const current = await currentVersion(db, roadmapId);
  const last = current && (await keptVersion(db, roadmapId, current.number));
  if (current === null || last === null || last.questions.length === 0) return [];
  const members = await membersByTopic(db, roadmapId, guildId);
  const archived = new Map((await archivedTopics(db, roadmapId)).map((topic) => [topic.id, topic]));
  return last.questions.flatMap(({ topicId, offers }) => {
    const topic = archived.get(topicId);
    if (topic === undefined) return [];
    const nodes = offers.flatMap((id) => current.outline.byId.get(id) ?? []);
    const { key, title } = topic;
    return [{ topicId, key, title, offers: nodes, members: members.get(topicId) ?? 0 }];
  });
}

/**
 * Counts the members of an owner who have progress on topics that a bundled roadmap lost and that nobody has decided
 * about, by topic. A topic without such members is left out, because its question does not concern this owner. It is
 * asked at each command, so it reads no roadmap.
 */
export async function concernedBy(
  db: Db,
  roadmapId: string,
  owner: Owner,
): Promise<ReadonlyMap<string, number>> {
  const last = await db
    .selectFrom('roadmap_version')
    .innerJoin('roadmap', (join) =>
      join
        .onRef('roadmap.id', '=', 'roadmap_version.roadmap_id')
        .onRef('roadmap.revision', '=', 'roadmap_version.number'),
    )
    .select('questions')
    .where('roadmap.id', '=', roadmapId)
    .executeTakeFirst();
  // Only `writeVersion` writes them.
  const questions: readonly Question[] = last === undefined ? [] : JSON.parse(last.questions);
  if (questions.length === 0) return new Map();
  const rows = await db
    .selectFrom('progress')
    .select((eb) => ['topic_id', eb.fn.countAll<number>().as('members')])
    .where(
      'topic_id',
      'in',
      questions.map(({ topicId }) => topicId),
    )
    .where('state', '!=', 'todo')
    .where('user_id', 'in', 'guildId' in owner ? joinedIn(db, owner.guildId) : [owner.userId])
    .groupBy('topic_id')
    .execute();
  return new Map(rows.map(({ topic_id, members }) => [topic_id, members]));
}
