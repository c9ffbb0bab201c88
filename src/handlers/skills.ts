import { type Answer, show } from '../discord/answer.ts';
import type { Call, PressCall } from '../discord/command.ts';
import { Refusal } from '../discord/refusal.ts';
import type { TopicNode } from '../roadmap/outline.ts';
import { ensureMember } from '../store/members/members.ts';
import { studyOf } from '../store/progress/studies.ts';
import { type LoadedRoadmap, loadRoadmaps } from '../store/roadmaps/library.ts';
import { sharedSkills } from '../store/skills/mates.ts';
import {
  choicesOf,
  joinable,
  joinTopics,
  keepApart,
  noteAsked,
  topicsOfFile,
} from '../store/skills/own-skills.ts';
import { nextTopic } from '../study/suggestions/next-topic.ts';
import { namesake, namesakes } from '../study/topics/namesakes.ts';
import { standings } from '../study/topics/status.ts';
import { outdatedView } from '../view/failure.ts';
import { MOST_OFFERED, skillView, type TopicPlace } from '../view/skills.ts';
import { topicWithId } from './topics/named.ts';

/**
 * The topics of a member's other roadmaps that count as one with a topic. `mayChange`: whether the member can join
 * the topic with others, or keep it apart.
 */
export async function skillOf(
  call: Call,
  node: TopicNode,
): Promise<{ readonly mates: readonly TopicPlace[]; readonly mayChange: boolean }> {
  const others = await otherRoadmaps(call);
  const mates = await matesIn(call, node, others);
  const mayChange = mates.length > 0 || (await candidatesIn(call, node, others)).length > 0;
  return { mates, mayChange };
}

/**
 * The topics to offer as the same skill after a topic was done. Each topic is offered only once, so this stores that
 * the member was asked.
 */
export async function takeOffer(call: Call, node: TopicNode): Promise<readonly TopicPlace[]> {
  const { app, roadmap, userId, now } = call;
  const others = await otherRoadmaps(call);
  const found = others.flatMap((other) => {
    const same = namesake(roadmap, node, other);
    return same === null ? [] : [{ roadmap: other, node: same }];
  });
  if (found.length === 0) return [];
  const choices = await choicesOf(app.db, userId, [node.id, ...found.map((place) => place.node.id)]);
  const own = choices.get(node.id);
  if (own !== undefined && (own.wasAsked || own.isApart)) return [];
  const free = found.filter((place) => choices.get(place.node.id)?.isApart !== true);
  const offered = (await joinablePlaces(call, node, free)).slice(0, MOST_OFFERED);
  if (offered.length === 0) return [];
  const ids = [node.id, ...offered.map((place) => place.node.id)];
  await ensureMember(app.db, userId, now);
  await noteAsked(app.db, userId, ids, now);
  return offered;
}

/** `same:<topic>`: shows where a topic counts. */
export async function showSkill(call: PressCall): Promise<Answer> {
  return skillScreen(call, topicWithId(call, call.args[0]), null);
}

/** `same-join:<topic>:<others>`, or with a topic chosen from the list: makes them count as one. */
export async function joinSkill(call: PressCall): Promise<Answer> {
  const [topicId, ...named] = call.args;
  const node = topicWithId(call, topicId);
  const wanted = new Set([...named, ...call.values]);
  const others = await otherRoadmaps(call);
  const known = others.flatMap(({ nodes }) => nodes).filter(({ id }) => wanted.has(id) && id !== node.id);
  if (known.length === 0) throw new Refusal(outdatedView);
  const ids = [...new Set(known.map(({ id }) => id))];
  const outcome = await joinTopics(call.app.db, call.actor, node.id, ids);
  return skillScreen(call, node, outcome === 'clash' ? call.words.skills.clash : call.words.skills.joined);
}

/** `same-part:<topic>`: makes a topic count by itself. */
export async function partSkill(call: PressCall): Promise<Answer> {
  const node = topicWithId(call, call.args[0]);
  await keepApart(call.app.db, call.actor, node.id);
  return skillScreen(call, node, call.words.skills.parted);
}

/** `same-leave:<topic>`: declines an offer. Nothing changes. */
export async function leaveSkill(call: PressCall): Promise<Answer> {
  return skillScreen(call, topicWithId(call, call.args[0]), call.words.skills.left);
}

async function skillScreen(call: Call, node: TopicNode, note: string | null): Promise<Answer> {
  const { app, roadmap, userId, now, words } = call;
  const others = await otherRoadmaps(call);
  const mates = await matesIn(call, node, others);
  const candidates = await candidatesIn(call, node, others);
  const { progress } = await studyOf(app.db, userId, roadmap);
  const all = standings(roadmap, progress);
  const isDone = all.get(node.id)?.state === 'done';
  const next = note !== null && isDone ? nextTopic(roadmap, progress, now, { after: node }) : null;
  return show(skillView(words, { node, roadmap, mates, candidates, note, next }));
}

async function otherRoadmaps({ app, followed, roadmap, words }: Call): Promise<readonly LoadedRoadmap[]> {
  const ids = followed.filter((id) => id !== roadmap.id);
  return ids.length === 0 ? [] : loadRoadmaps(app, ids, words.locale);
}

async function matesIn(
  { app, userId }: Call,
  node: TopicNode,
  others: readonly LoadedRoadmap[],
): Promise<readonly TopicPlace[]> {
  if (others.length === 0) return [];
  const skill = (await sharedSkills(app.db, userId, [node.id])).get(node.id);
  return placesOf(others, node, skill?.topicIds ?? []);
}

/**
 * The topics that the member could join with a topic: those with the same title, and those that a file declares to be
 * the same.
 */
async function candidatesIn(
  call: Call,
  node: TopicNode,
  others: readonly LoadedRoadmap[],
): Promise<readonly TopicPlace[]> {
  if (others.length === 0) return [];
  const byFile = placesOf(others, node, await topicsOfFile(call.app.db, node.id));
  const byTitle = others.flatMap((roadmap) =>
    namesakes(node, roadmap).map((each): TopicPlace => ({ roadmap, node: each })),
  );
  const all = new Map([...byTitle, ...byFile].map((place) => [place.node.id, place]));
  return joinablePlaces(call, node, [...all.values()]);
}

async function joinablePlaces(
  { app, userId }: Call,
  node: TopicNode,
  places: readonly TopicPlace[],
): Promise<readonly TopicPlace[]> {
  const fitting = await joinable(
    app.db,
    userId,
    node.id,
    places.map((place) => place.node.id),
  );
  return places.filter((place) => fitting.has(place.node.id));
}

function placesOf(
  roadmaps: readonly LoadedRoadmap[],
  node: TopicNode,
  topicIds: readonly string[],
): readonly TopicPlace[] {
  return roadmaps.flatMap((roadmap) =>
    topicIds.flatMap((id): readonly TopicPlace[] => {
      const there = roadmap.byId.get(id);
      return there === undefined || id === node.id ? [] : [{ roadmap, node: there }];
    }),
  );
}
