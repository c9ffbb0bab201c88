import { type Answer, refresh, share, show, tell } from '../../discord/answer.ts';
import { groupRoadmap, groupWords } from '../../discord/call.ts';
import type { Call, PressCall } from '../../discord/command.ts';
import { memberGuild } from '../../discord/permissions.ts';
import { Refusal } from '../../discord/refusal.ts';
import { shownFiles } from '../../discord/shown-files.ts';
import type { TopicNode } from '../../roadmap/outline.ts';
import { buildWithId } from '../../store/showcase/builds.ts';
import { applaud, galleryOf, pictureOf, submissionOf, withdraw } from '../../store/showcase/submissions.ts';
import { mayApplaud } from '../../study/showcase.ts';
import type { Message } from '../../view/components.ts';
import {
  askWithdrawView,
  differentlyView,
  emptyGalleryView,
  type GalleryScope,
  galleryView,
  goneView,
  pictureName,
} from '../../view/showcase/gallery.ts';
import { aboutAppView, ownBuildView } from '../../view/showcase/showcase.ts';
import { title } from '../../view/topics/topic-text.ts';
import { appNamed } from './apps.ts';
import { buildPressed, calledIn, goneAnswer, isPublic, ownBuildPressed, showcaseGuild } from './builds.ts';

/** What to open the gallery at, and for whom. */
export interface GalleryAsked {
  readonly scope: GalleryScope;
  /** The build to begin with; else the newest. */
  readonly at?: string | undefined;
  readonly audience: 'group' | 'reader';
  readonly note?: string | null;
}

const ALL: GalleryScope = { kind: 'all' };

/**
 * A page of the gallery. Where the build that was asked for is not shown any more, it is the newest.
 * @param attached the names of the files that the message has already: they are not sent a second time
 */
export async function galleryPage(
  call: Call,
  { scope, at, audience, note = null }: GalleryAsked,
  attached: ReadonlySet<string> = new Set(),
): Promise<Message> {
  const { app } = call;
  const guildId = memberGuild(call);
  const words = audience === 'group' ? groupWords(call) : call.words;
  const roadmap = audience === 'group' ? await groupRoadmap(call) : call.roadmap;
  const topicId = scope.kind === 'app' ? scope.topicId : undefined;
  const all = await galleryOf(app.db, guildId, roadmap.id, topicId);
  const id = at !== undefined && all.includes(at) ? at : all[0];
  const stored = id === undefined ? null : await buildWithId(app.db, guildId, id);
  const build = stored === null ? null : await calledIn(app, stored, words);
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

/** The gallery in front of the group; if there is nothing in it, the member alone is told so. `typed`: an app's name. */
export async function openGallery(call: Call, typed: string | null): Promise<Answer> {
  const scope = scopeOf(typed === null ? null : appNamed(call, typed));
  const topicId = scope.kind === 'app' ? scope.topicId : undefined;
  const all = await galleryOf(call.app.db, memberGuild(call), call.roadmap.id, topicId);
  return all.length === 0
    ? show(await galleryPage(call, { scope, audience: 'reader' }))
    : share(await galleryPage(call, { scope, audience: 'group' }));
}

/** Turns to a page of the gallery. Turning a page that everybody sees shows the other one to the presser alone. */
export async function turnTo(
  call: PressCall,
  app: TopicNode | null,
  buildId: string | undefined,
): Promise<Answer> {
  return show(await galleryPage(call, { scope: scopeOf(app), at: buildId, audience: 'reader' }));
}

/** All of what a team would do differently, page by page, to the presser alone. */
export async function showDifferently(
  call: PressCall,
  buildId: string | undefined,
  page: number,
): Promise<Answer> {
  const build = await buildPressed(call, buildId);
  const submission = await submissionOf(call.app.db, build.id);
  if (submission === null) throw new Refusal(goneView);
  return tell(differentlyView(call.words, build, submission, page));
}

/** Shows the team's page of the gallery to everybody in the channel. */
export async function postBuild(call: PressCall, buildId: string | undefined): Promise<Answer> {
  const { id } = await ownBuildPressed(call, buildId);
  return share(await galleryPage(call, { scope: ALL, at: id, audience: 'group' }));
}

/** Takes what the team shows out of the gallery; asks for that first. */
export async function withdrawBuild(
  call: PressCall,
  buildId: string | undefined,
  isConfirmed: boolean,
): Promise<Answer> {
  const { app, actor, words } = call;
  const build = await ownBuildPressed(call, buildId);
  if (!isConfirmed) return show(askWithdrawView(words, build));
  await withdraw(app.db, actor, build.id);
  return show(aboutAppView(words, words.showcase.withdrawn, build.topicId));
}

/** Each person applauds once, and takes it back by pressing again. Nobody applauds their own team. */
export async function applaudBuild(
  call: PressCall,
  buildId: string | undefined,
  kind: GalleryScope['kind'],
): Promise<Answer> {
  const { app, actor, words, userId } = call;
  await showcaseGuild(call);
  const build = await buildPressed(call, buildId);
  if (!mayApplaud(build, userId)) return tell(ownBuildView(words));
  if (!build.isShown) return goneAnswer(call);
  await applaud(app.db, actor, build.id);
  const scope: GalleryScope = kind === 'all' ? ALL : { kind, topicId: build.topicId };
  return sameAgain(call, { scope, at: build.id });
}

/** The page that was pressed on, as it stands now; its picture is not sent a second time. */
async function sameAgain(call: PressCall, asked: Omit<GalleryAsked, 'audience'>): Promise<Answer> {
  const attached = new Set(shownFiles(call.interaction.message).map(({ name }) => name));
  const audience = isPublic(call) ? 'group' : 'reader';
  return refresh(await galleryPage(call, { ...asked, audience }, attached));
}

function scopeOf(app: TopicNode | null): GalleryScope {
  return app === null ? ALL : { kind: 'app', topicId: app.id };
}
