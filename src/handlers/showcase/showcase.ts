import {
  type APIApplicationCommandStringOption,
  ApplicationCommandOptionType,
  MessageFlags,
} from 'discord.js';
import type { TopicNode } from '../../roadmap/outline.ts';
import { hasJoined } from '../../store/members/memberships.ts';
import { type Build, buildsOf, buildWithId } from '../../store/showcase/builds.ts';
import { galleryOf, pictureOf, submissionOf } from '../../store/showcase/submissions.ts';
import { appsOf, isApp } from '../../study/showcase.ts';
import { card, type Message, text } from '../../view/components.ts';
import { outdatedView } from '../../view/failure.ts';
import { appView, mustJoinView, unknownAppView } from '../../view/showcase/showcase.ts';
import {
  emptyGalleryView,
  type GalleryScope,
  galleryView,
  goneView,
  pictureName,
} from '../../view/showcase/gallery.ts';
import { title } from '../../view/topics/topic-text.ts';
import type { Words } from '../../words/index.ts';
import { localised } from '../../words/localised.ts';
import { type Answer, refresh, show } from '../../discord/answer.ts';
import { topicChoices } from '../../discord/choices.ts';
import { groupWords } from '../../discord/call.ts';
import type { Call, Choice, PressCall, TypingCall } from '../../discord/command.ts';
import { memberGuild } from '../../discord/permissions.ts';
import { Refusal } from '../../discord/refusal.ts';
import { topicWithId } from '../topics/named.ts';

/** The option `app:`. */
export const appOption: APIApplicationCommandStringOption = {
  type: ApplicationCommandOptionType.String,
  name: 'app',
  ...localised((words) => words.commands.showcaseApp),
  autocomplete: true,
  max_length: 100,
};

/** Apps that fit what was typed. */
export function completeApp({ roadmap, typed }: TypingCall): readonly Choice[] {
  return topicChoices(roadmap.finder.search(typed.text, { limit: roadmap.nodes.length }).filter(isApp));
}

/**
 * The app that a member named: chosen from the list, or typed freely.
 * @throws Refusal with all of them if there is none
 */
export function appNamed({ roadmap }: Call, typed: string): TopicNode {
  const named = roadmap.finder.resolve(typed);
  if (named !== null && isApp(named)) return named;
  const [only, another] = roadmap.finder.search(typed, { limit: roadmap.nodes.length }).filter(isApp);
  if (only !== undefined && another === undefined) return only;
  throw new Refusal((words) => unknownAppView(words, typed, appsOf(roadmap)));
}

/** @throws Refusal if the roadmap that is followed here has no such app (any more) */
export function appWithId(call: Call, id: string | undefined): TopicNode {
  const node = topicWithId(call, id);
  if (isApp(node)) return node;
  throw new Refusal(outdatedView);
}

/**
 * The guild in whose showcase somebody does something: only those who study with it do.
 * @throws Refusal outside of servers, and for whoever has not joined
 */
export async function showcaseGuild(call: Call): Promise<string> {
  const guildId = memberGuild(call);
  if (await hasJoined(call.app.db, guildId, call.userId)) return guildId;
  throw new Refusal(mustJoinView);
}

/** @throws Refusal if the guild has no such build (any more) */
export async function buildPressed(call: Call, id: string | undefined): Promise<Build> {
  const build = await buildWithId(call.app.db, memberGuild(call), id ?? '');
  if (build !== null) return build;
  throw new Refusal(goneView);
}

/** @throws Refusal for whoever is not in its team */
export async function ownBuildPressed(call: Call, id: string | undefined): Promise<Build> {
  await showcaseGuild(call);
  const build = await buildPressed(call, id);
  if (build.team.includes(call.userId)) return build;
  throw new Refusal((words) => card('problem', text(words.showcase.onlyTeam)));
}

/** The app as it stands for whoever asks. `note`: what has just happened. */
export async function appPage(call: Call, app: TopicNode, note: string | null = null): Promise<Message> {
  const builds = await buildsOf(call.app.db, memberGuild(call), call.roadmap.id);
  const here = builds.filter((build) => build.topicId === app.id);
  return appView(call.words, app, here, call.userId, note);
}

/** What to open the gallery at, and for whom. */
export interface GalleryAsked {
  readonly scope: GalleryScope;
  /** The build to begin with; else the newest. */
  readonly at?: string | undefined;
  readonly audience: 'group' | 'reader';
  readonly note?: string | null;
}

/** A page of the gallery; whatever is not shown any more gives way to the newest. */
export async function galleryPage(
  call: Call,
  { scope, at, audience, note = null }: GalleryAsked,
  /** What the message has already. */
  attached: ReadonlySet<string> = new Set(),
): Promise<Message> {
  const { app, roadmap } = call;
  const guildId = memberGuild(call);
  const words = audience === 'group' ? groupWords(call) : call.words;
  const topicId = scope.kind === 'app' ? scope.topicId : undefined;
  const all = await galleryOf(app.db, guildId, roadmap.id, topicId);
  const id = at !== undefined && all.includes(at) ? at : all[0];
  const build = id === undefined ? null : await buildWithId(app.db, guildId, id);
  const submission = build === null ? null : await submissionOf(app.db, build.id);
  if (build === null || submission === null) {
    const node = topicId === undefined ? undefined : roadmap.byId.get(topicId);
    return emptyGalleryView(words, node === undefined ? null : { id: node.id, name: title(node) });
  }
  const name = pictureName(submission);
  const picture = name !== null && attached.has(name) ? 'kept' : await pictureOf(app.db, build.id);
  const reader = audience === 'group' ? null : call.userId;
  return galleryView(words, { build, submission, scope, all, reader, picture, note });
}

/**
 * Turns to a page of the gallery, or shows anew the one that was pressed on. Turning a page that all see shows the other
 * to the presser alone.
 */
export async function turnTo(call: PressCall, asked: Omit<GalleryAsked, 'audience'>): Promise<Answer> {
  return show(await galleryPage(call, { ...asked, audience: 'reader' }));
}

/** The page that was pressed on, as it stands now; its picture is not sent a second time. */
export async function sameAgain(call: PressCall, asked: Omit<GalleryAsked, 'audience'>): Promise<Answer> {
  const attached = new Set(call.interaction.message.attachments.map(({ name }) => name));
  const audience = isPublic(call) ? 'group' : 'reader';
  return refresh(await galleryPage(call, { ...asked, audience }, attached));
}

/** Instead of a message that tells of something that is not shown any more. `also`: to the presser alone. */
export function gone(call: PressCall, also: Message | null = null): Answer {
  return refresh(goneView(wordsOf(call)), also);
}

/** Whether everybody sees the message that was pressed on. */
export function isPublic({ interaction }: PressCall): boolean {
  return !interaction.message.flags.has(MessageFlags.Ephemeral);
}

/** In the language of whoever sees the message that was pressed on: the group's, or the presser's own. */
export function wordsOf(call: PressCall): Words {
  return isPublic(call) ? groupWords(call) : call.words;
}
