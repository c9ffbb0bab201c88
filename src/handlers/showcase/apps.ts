import { type Answer, show } from '../../discord/answer.ts';
import { resolveTopic, topicLabels } from '../../discord/choices.ts';
import type { Call, Choice, TypingCall } from '../../discord/command.ts';
import { memberGuild } from '../../discord/permissions.ts';
import { Refusal } from '../../discord/refusal.ts';
import type { TopicNode } from '../../roadmap/outline.ts';
import { type LoadedRoadmap, loadRoadmaps } from '../../store/roadmaps/library.ts';
import { buildsOf } from '../../store/showcase/builds.ts';
import { appsOfAll, isApp } from '../../study/showcase.ts';
import { aboutRoadmap } from '../../view/about-roadmap.ts';
import type { Message } from '../../view/components.ts';
import { outdatedView } from '../../view/failure.ts';
import { appView, showcaseView, unknownAppView } from '../../view/showcase/showcase.ts';
import { elsewhere, topicWithId } from '../topics/named.ts';

/**
 * Suggests apps that match the typed text. Apps of the other followed roadmaps are last. For a claim, apps that the
 * member already builds are left out.
 */
export async function completeApp(call: TypingCall): Promise<readonly Choice[]> {
  const { roadmap, typed } = call;
  const found = roadmap.finder.search(typed.text, { limit: roadmap.nodes.length }).filter(isApp);
  const own = await ownApps(call, roadmap.id);
  const choices = topicLabels(roadmap).choices(found.filter(({ id }) => !own.has(id)));
  const others = await elsewhere(call, choices.length, async ({ id: otherId }) => {
    const there = await ownApps(call, otherId);
    return (node) => isApp(node) && !there.has(node.id);
  });
  return [...choices, ...others];
}

/** The apps that a member builds here. Read only if they want to claim one. */
async function ownApps(
  { app, guildId, userId, interaction }: TypingCall,
  roadmapId: string,
): Promise<ReadonlySet<string>> {
  const isClaim = interaction.isAutocomplete() && interaction.options.getSubcommand() === 'claim';
  if (!isClaim || guildId === null) return new Set();
  const builds = await buildsOf(app.db, guildId, [roadmapId]);
  const own = builds.filter(({ team }) => team.includes(userId));
  return new Set(own.map(({ topicId }) => topicId));
}

/**
 * The app that a member chose from the list or typed.
 * @throws Refusal with all apps if there is no such app
 */
export async function appNamed(call: Call, typed: string): Promise<TopicNode> {
  const { roadmap } = call;
  const named = resolveTopic(roadmap, typed);
  if (named !== null && isApp(named)) return named;
  const [only, another] = roadmap.finder.search(typed, { limit: roadmap.nodes.length }).filter(isApp);
  if (only !== undefined && another === undefined) return only;
  const apps = appsOfAll(await roadmapsAround(call));
  throw new Refusal((words) => unknownAppView(words, typed, apps));
}

/** @throws Refusal if the roadmap has no such app (any more) */
export function appWithId(call: Call, id: string | undefined): TopicNode {
  const node = topicWithId(call, id);
  if (isApp(node)) return node;
  throw new Refusal(outdatedView);
}

/** All apps of the followed roadmaps, with how many people build each. `page`: counted from 0. */
export async function listApps(call: Call, page: number): Promise<Answer> {
  const roadmaps = await roadmapsAround(call);
  const ids = roadmaps.map(({ id }) => id);
  const builds = await buildsOf(call.app.db, memberGuild(call), ids);
  return show(showcaseView(call.words, roadmaps, builds, page));
}

/** The roadmap of a call and the others that are followed. */
function roadmapsAround({ app, roadmap, followed, words }: Call): Promise<readonly LoadedRoadmap[]> {
  return loadRoadmaps(app, [...new Set([roadmap.id, ...followed])], words.locale);
}

/**
 * Shows an app that was chosen from the list of all followed roadmaps. The buttons of the answer are about the
 * roadmap of this app.
 */
export async function showChosenApp(call: Call, id: string | undefined): Promise<Answer> {
  const roadmap = (await roadmapsAround(call)).find(({ byId }) => byId.has(id ?? '')) ?? call.roadmap;
  const about = { ...call, roadmap };
  const message = await appPage(about, appWithId(about, id));
  return show({ ...message, components: aboutRoadmap(message.components, roadmap.id) });
}

/** One app: who builds it here, and what the member can do. */
async function appPage(call: Call, app: TopicNode): Promise<Message> {
  const builds = await buildsOf(call.app.db, memberGuild(call), [call.roadmap.id]);
  const here = builds.filter((build) => build.topicId === app.id);
  return appView(call.words, app, here, call.userId, null);
}
