import { labelsElsewhere, resolveTopic, topicLabels } from '../../discord/choices.ts';
import type { Call, Choice, TypingCall } from '../../discord/command.ts';
import { Refusal } from '../../discord/refusal.ts';
import type { TopicNode } from '../../roadmap/outline.ts';
import type { LoadedRoadmap } from '../../store/roadmaps/library.ts';
import { progressOf } from '../../store/progress/progress.ts';
import type { Progress } from '../../study/progress/progress.ts';
import { affected } from '../../study/topics/actions.ts';
import { standings } from '../../study/topics/status.ts';
import { LIMITS } from '../../view/components.ts';
import { outdatedView } from '../../view/failure.ts';
import { unknownTopicView } from '../../view/topics/unknown-topic.ts';

/** Topics that match what was typed. Those in progress come first. */
export function completeTopic(call: TypingCall): Promise<readonly Choice[]> {
  return completeFitting(call, () => () => true);
}

/** The same, but only topics that an action would change. */
export function completeTopicTo(
  action: 'start' | 'done' | 'skip',
): (call: TypingCall) => Promise<readonly Choice[]> {
  return (call) =>
    completeFitting(call, (roadmap, progress) => {
      const all = standings(roadmap, progress);
      return (node) => affected(node, all, action).length > 0;
    });
}

/** @param fitsIn makes the test for the topics of a roadmap */
async function completeFitting(
  call: TypingCall,
  fitsIn: (roadmap: LoadedRoadmap, progress: Progress) => (node: TopicNode) => boolean,
): Promise<readonly Choice[]> {
  const { app, userId, roadmap, typed } = call;
  const progress = await progressOf(app.db, userId, roadmap.id);
  const doing = [...progress].filter(([, entry]) => entry.state === 'doing').map(([id]) => id);
  const found = roadmap.finder.search(typed.text, { first: new Set(doing), limit: roadmap.nodes.length });
  const own = topicLabels(roadmap).choices(firstFitting(found, fitsIn(roadmap, progress)));
  if (typed.text.trim() === '') return own;
  const others = await elsewhere(call, own.length, async (other) =>
    fitsIn(other, await progressOf(app.db, userId, other.id)),
  );
  return [...own, ...others];
}

/**
 * Suggests topics of the member's other roadmaps, if the default one leaves room and no roadmap was named.
 * @param taken how many topics of the default roadmap are suggested
 * @param fitsIn makes the test for the topics of another roadmap
 */
export async function elsewhere(
  { app, interaction, roadmap, followed, typed, words }: TypingCall,
  taken: number,
  fitsIn: (other: LoadedRoadmap) => Promise<(node: TopicNode) => boolean>,
): Promise<readonly Choice[]> {
  const choices: Choice[] = [];
  const named = interaction.isAutocomplete() ? interaction.options.getString('roadmap') : null;
  if (named !== null && named.trim() !== '') return choices;
  for (const id of followed.slice(1)) {
    const room = LIMITS.optionsPerSelect - taken - choices.length;
    const other = room > 0 ? await app.library.roadmap(app.db, id, words.locale) : null;
    if (other === null) continue;
    const fits = await fitsIn(other);
    const found = other.finder.search(typed.text, { limit: other.nodes.length });
    const fitting = firstFitting(found, (node) => !roadmap.byId.has(node.id) && fits(node));
    choices.push(...labelsElsewhere(other, fitting.slice(0, room)));
  }
  return choices;
}

/** Stops when enough topics are found, because a roadmap may have thousands. */
function firstFitting(found: readonly TopicNode[], fits: (node: TopicNode) => boolean): readonly TopicNode[] {
  const fitting: TopicNode[] = [];
  for (const node of found) {
    if (fitting.length === LIMITS.optionsPerSelect) break;
    if (fits(node)) fitting.push(node);
  }
  return fitting;
}

/**
 * The topic that a member chose from the list or typed.
 * @throws Refusal with the nearest topics if none or several have that title
 */
export function topicNamed(call: Call, typed: string): TopicNode {
  const node = resolveTopic(call.roadmap, typed);
  if (node !== null) return node;
  throw new Refusal((words) => unknownTopicView(words, typed, call.roadmap.finder.near(typed)));
}

/** @throws Refusal if the roadmap has no such topic (any more) */
export function topicWithId(call: Call, id: string | undefined): TopicNode {
  const node = id === undefined ? undefined : call.roadmap.byId.get(id);
  if (node !== undefined) return node;
  throw new Refusal(outdatedView);
}
