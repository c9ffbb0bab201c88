import { type Answer, refresh, share, show, tell } from '../../discord/answer.ts';
import { groupRoadmap, groupWords } from '../../discord/call.ts';
import type { Call, PressCall } from '../../discord/command.ts';
import { mayOrganise, memberGuild } from '../../discord/permissions.ts';
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

/** Which page of the gallery is wanted, and for whom. */
export interface GalleryAsked {
  readonly scope: GalleryScope;
  /** The build to begin with; by default the newest. */
  readonly at?: string | undefined;
  readonly audience: 'group' | 'reader';
  readonly note?: string | null;
  /** Whether an organiser decides on it, because it was reported. */
  readonly isReported?: boolean;
}

const ALL: GalleryScope = { kind: 'all' };

/**
 * A page of the gallery. If the wanted build is no longer shown, it is the newest.
 * @param attached the names of the files that the message already has: they are not sent again
 */
export async function galleryPage(
  call: Call,
  { scope, at, audience, note = null, isReported = false }: GalleryAsked,
  attached: ReadonlySet<string> = new Set(),
): Promise<Message> {
  const { app } = call;
  const guildId = memberGuild(call);
  const words = audience === 'group' ? groupWords(call) : call.words;
  const roadmap = audience === 'group' ? await groupRoadmap(call) : call.roadmap;
  const topicId = scope.kind === 'app' ? scope.topicId : undefined;
  const all = await galleryOf(app.db, guildId, roadmapsIn(call, scope), topicId);
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
  return galleryView(words, {
    build,
    submission,
    scope,
    all,
    reader,
    picture,
    note,
    now: call.now,
    // If the wanted one is gone, another is shown, which nobody has to decide on.
    isReported: isReported && build.id === at,
  });
}

/** The ids of the roadmaps whose apps the gallery shows: all that are followed, or only the one of the chosen app. */
function roadmapsIn({ roadmap, followed }: Call, scope: GalleryScope): readonly string[] {
  return scope.kind === 'app' ? [roadmap.id] : [...new Set([roadmap.id, ...followed])];
}

/** Shows the gallery to the member, who can share a page with the group. `typed`: an app's name. */
export async function openGallery(call: Call, typed: string | null): Promise<Answer> {
  const scope = scopeOf(typed === null ? null : await appNamed(call, typed));
  return show(await galleryPage(call, { scope, audience: 'reader' }));
}

/**
 * Turns to a page of the gallery. If everybody sees the message, only the presser sees the new page.
 * @param from the list of reports, where organisers decide on it; null if it was opened elsewhere
 */
export async function turnTo(
  call: PressCall,
  app: TopicNode | null,
  buildId: string | undefined,
  from: 'reported' | null = null,
): Promise<Answer> {
  const isReported = from === 'reported' && mayOrganise(call);
  return show(await galleryPage(call, { scope: scopeOf(app), at: buildId, audience: 'reader', isReported }));
}

/** The whole text on what a team would do differently, page by page, for the presser only. */
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

/** Shows a page of the gallery to everybody in the channel. */
export async function postBuild(call: PressCall, buildId: string | undefined): Promise<Answer> {
  await showcaseGuild(call);
  const { id, isShown } = await buildPressed(call, buildId);
  if (!isShown) return goneAnswer(call);
  return share(await galleryPage(call, { scope: ALL, at: id, audience: 'group' }));
}

/** Removes a team's app from the gallery, after a confirmation. */
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

/** Applauds a build, or takes the applause back at a second press. Nobody applauds their own team. */
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

/** The same page as it is now. Its picture is not sent again. */
async function sameAgain(call: PressCall, asked: Omit<GalleryAsked, 'audience'>): Promise<Answer> {
  const attached = new Set(shownFiles(call.interaction.message).map(({ name }) => name));
  const audience = isPublic(call) ? 'group' : 'reader';
  return refresh(await galleryPage(call, { ...asked, audience }, attached));
}

function scopeOf(app: TopicNode | null): GalleryScope {
  return app === null ? ALL : { kind: 'app', topicId: app.id };
}
