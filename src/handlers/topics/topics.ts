import { type APIApplicationCommandStringOption, ApplicationCommandOptionType } from 'discord.js';
import type { TopicNode } from '../../roadmap/outline.ts';
import { hasJoined } from '../../store/members/memberships.ts';
import { type Change, progressOf, record } from '../../store/progress/progress.ts';
import { membersOn } from '../../store/progress/topic-members.ts';
import { studyOf } from '../../store/progress/studies.ts';
import { affected, isSaid } from '../../study/topics/actions.ts';
import type { Action, Progress } from '../../study/progress/progress.ts';
import { provenTopics } from '../../study/proofs/proof.ts';
import { leaves, type Standing, standings } from '../../study/topics/status.ts';
import { suggest } from '../../study/suggestions/suggest.ts';
import { type Message } from '../../view/components.ts';
import { confirmView, type WholeAction } from '../../view/topics/confirm.ts';
import { outdatedView } from '../../view/failure.ts';
import { topicCard } from '../../view/topics/topic-card.ts';
import { title } from '../../view/topics/topic-text.ts';
import { unknownTopicView } from '../../view/topics/unknown-topic.ts';
import { localised } from '../../words/localised.ts';
import { type Answer, ask, show } from '../../discord/answer.ts';
import { topicChoices } from '../../discord/choices.ts';
import type { Call, Choice, TypingCall } from '../../discord/command.ts';
import { openDeclaration } from '../career/declaring.ts';
import { Refusal } from '../../discord/refusal.ts';
import { memoryOf } from '../review/reviews.ts';

/** The option `topic:` of every command that has one. */
export const topicOption: APIApplicationCommandStringOption = {
  type: ApplicationCommandOptionType.String,
  name: 'topic',
  ...localised((words) => words.commands.topicOption),
  required: true,
  autocomplete: true,
  max_length: 200,
};

/** Topics that fit what was typed; one's own in progress come first. */
export async function completeTopic(call: TypingCall): Promise<readonly Choice[]> {
  const progress = await progressOf(call.app.db, call.userId, call.roadmap.id);
  const doing = [...progress].filter(([, entry]) => entry.state === 'doing').map(([id]) => id);
  return topicChoices(call.roadmap.finder.search(call.typed.text, { first: new Set(doing), limit: 25 }));
}

/**
 * The topic that a member named: chosen from the list, or typed freely.
 * @throws Refusal with the nearest ones if there is none, or if several have that title
 */
export function topicNamed(call: Call, typed: string): TopicNode {
  const node = call.roadmap.finder.resolve(typed);
  if (node !== null) return node;
  throw new Refusal((words) => unknownTopicView(words, typed, call.roadmap.finder.near(typed)));
}

/** @throws Refusal if the roadmap that is followed here has no such topic (any more) */
export function topicWithId(call: Call, id: string | undefined): TopicNode {
  const node = id === undefined ? undefined : call.roadmap.byId.get(id);
  if (node !== undefined) return node;
  throw new Refusal(outdatedView);
}

/** The card of a topic, as it stands now. `note`: what has just happened, which can be taken back if `undoable`. */
export async function cardOf(
  call: Call,
  node: TopicNode,
  note: string | null = null,
  undoable = false,
): Promise<Message> {
  const { app, roadmap, userId, guildId, now } = call;
  const { progress, proofs } = await studyOf(app.db, userId, roadmap);
  const all = standings(roadmap, progress);
  const joined = guildId !== null && (await hasJoined(app.db, guildId, userId));
  return topicCard(call.words, {
    node,
    standings: all,
    entry: progress.get(node.id) ?? null,
    now,
    needs: node.topic.needs.flatMap((key) => roadmap.byKey.get(key) ?? []),
    neighbours: siblingsOf(roadmap.nodes, node),
    others: joined ? await othersOn(call, node) : { doing: [], done: [] },
    next: nextAfter(call, progress, all, node),
    proofs,
    proven: provenTopics(roadmap, progress, proofs),
    ...(await memoryOf(call, node, progress)),
    note,
    undoable,
    offerJoin: !joined && call.guild?.channelId !== null && call.guild !== null,
  });
}

/**
 * Does something to a topic and answers with its card. A topic with others under it asks before it changes them.
 * @throws AlreadyHandled if this interaction has had its effect
 */
export async function changeTopic(call: Call, node: TopicNode, action: WholeAction): Promise<Answer> {
  const { stage } = node.topic;
  // A stage that is a track or a thesis is worked out from that, as a parent is from its children.
  if (stage !== null && !isSaid(node)) {
    const { topic, career } = call.words;
    return show(await cardOf(call, node, stage.kind === 'tez' ? career.followsThesis : topic.followsTrack));
  }
  if (stage?.kind === 'free' && action === 'done') return ask(await openDeclaration(call, node));
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
  return show(await cardOf(call, parent, call.words.topic.became[action], touched.length > 0));
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
  const whole = action === 'done' ? completed(node, standings(roadmap, progress)) : null;
  const note = words.topic.became[action];
  return cardOf(call, node, whole === null ? note : `${note} ${words.topic.wholeDone(title(whole))}`, true);
}

function alreadySo({ words, roadmap }: Call, node: TopicNode, progress: Progress): string {
  return words.topic.already(standings(roadmap, progress).get(node.id)?.state ?? 'todo');
}

/** The outermost topic around this one that is now done as a whole. */
function completed(node: TopicNode, all: ReadonlyMap<string, Standing>): TopicNode | null {
  const parent = node.parent;
  if (parent === null || all.get(parent.id)?.state !== 'done') return null;
  return completed(parent, all) ?? parent;
}

function siblingsOf(nodes: readonly TopicNode[], node: TopicNode): readonly TopicNode[] {
  const around =
    node.parent?.children ?? nodes.filter((other) => other.parent === null && other.section === node.section);
  return around.filter((other) => other !== node);
}

/** The next open topic beside this one, else what would be suggested. */
function nextAfter(
  call: Call,
  progress: Progress,
  all: ReadonlyMap<string, Standing>,
  node: TopicNode,
): TopicNode | null {
  const open = (other: TopicNode): boolean =>
    all.get(other.id)?.state === 'todo' && other.children.length === 0;
  const under = node.children.find(open);
  if (under !== undefined) return under;
  const beside = siblingsOf(call.roadmap.nodes, node).find(
    (other) => other.order > node.order && open(other),
  );
  if (beside !== undefined && node.parent !== null) return beside;
  const [suggestion] = suggest({
    outline: call.roadmap,
    progress,
    offers: [],
    now: call.now,
    count: 1,
    except: new Set(leaves(node).map((leaf) => leaf.id)),
  });
  return suggestion?.node ?? beside ?? null;
}

async function othersOn(
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
