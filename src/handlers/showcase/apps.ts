import { type Answer, show } from '../../discord/answer.ts';
import { resolveTopic, topicLabels } from '../../discord/choices.ts';
import type { Call, Choice, TypingCall } from '../../discord/command.ts';
import { memberGuild } from '../../discord/permissions.ts';
import { Refusal } from '../../discord/refusal.ts';
import type { TopicNode } from '../../roadmap/outline.ts';
import { buildsOf } from '../../store/showcase/builds.ts';
import { appsOf, isApp } from '../../study/showcase.ts';
import { outdatedView } from '../../view/failure.ts';
import { appView, showcaseView, unknownAppView } from '../../view/showcase/showcase.ts';
import { topicWithId } from '../topics/named.ts';

/** Apps that match what was typed. For a claim, apps that the member already builds are left out. */
export async function completeApp(call: TypingCall): Promise<readonly Choice[]> {
  const { roadmap, typed } = call;
  const found = roadmap.finder.search(typed.text, { limit: roadmap.nodes.length }).filter(isApp);
  const own = await ownApps(call);
  return topicLabels(roadmap).choices(found.filter(({ id }) => !own.has(id)));
}

/** The apps that a member builds here. Read only if they want to claim one. */
async function ownApps({
  app,
  guildId,
  roadmap,
  userId,
  interaction,
}: TypingCall): Promise<ReadonlySet<string>> {
  const isClaim = interaction.isAutocomplete() && interaction.options.getSubcommand() === 'claim';
  if (!isClaim || guildId === null) return new Set();
  const builds = await buildsOf(app.db, guildId, roadmap.id);
  const own = builds.filter(({ team }) => team.includes(userId));
  return new Set(own.map(({ topicId }) => topicId));
}

/**
 * The app that a member chose from the list or typed.
 * @throws Refusal with all apps if there is no such app
 */
export function appNamed(call: Call, typed: string): TopicNode {
  const { roadmap } = call;
  const named = resolveTopic(roadmap, typed);
  if (named !== null && isApp(named)) return named;
  const [only, another] = roadmap.finder.search(typed, { limit: roadmap.nodes.length }).filter(isApp);
  if (only !== undefined && another === undefined) return only;
  throw new Refusal((words) => unknownAppView(words, typed, appsOf(roadmap)));
}

/** @throws Refusal if the roadmap has no such app (any more) */
export function appWithId(call: Call, id: string | undefined): TopicNode {
  const node = topicWithId(call, id);
  if (isApp(node)) return node;
  throw new Refusal(outdatedView);
}

/** All apps of the roadmap, with how many people build each. `page`: counted from 0. */
export async function listApps(call: Call, page: number): Promise<Answer> {
  const apps = appsOf(call.roadmap);
  const builds = await buildsOf(call.app.db, memberGuild(call), call.roadmap.id);
  return show(showcaseView(call.words, apps, builds, page));
}

/** One app: who builds it here, and what the member can do. */
export async function showApp(call: Call, app: TopicNode): Promise<Answer> {
  const builds = await buildsOf(call.app.db, memberGuild(call), call.roadmap.id);
  const here = builds.filter((build) => build.topicId === app.id);
  return show(appView(call.words, app, here, call.userId, null));
}
