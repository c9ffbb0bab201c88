import { type Answer, show, tell } from '../../../discord/answer.ts';
import type { Call, PressCall } from '../../../discord/command.ts';
import { argument, Refusal } from '../../../discord/refusal.ts';
import { mayOrganise } from '../../../discord/permissions.ts';
import { keepImport, type NewImport, type WaitingImport } from '../../../store/roadmaps/imports.ts';
import { hashOf, type RoadmapLink, linkOfRoadmap, watchLink } from '../../../store/roadmaps/links.ts';
import { concernedBy } from '../../../store/roadmaps/settling.ts';
import { baseOf, isBundled, type Owner, ownRoadmaps } from '../../../store/roadmaps/owners.ts';
import { roadmapRevision, storedRoadmap } from '../../../store/roadmaps/roadmaps.ts';
import type { Db } from '../../../store/schema.ts';
import { steadyId } from '../../../store/steady-id.ts';
import { carriedNumber } from '../../../view/custom-id.ts';
import { outdatedView } from '../../../view/failure.ts';
import {
  linkLostView,
  newerView,
  openQuestionsView,
  watchedView,
} from '../../../view/roadmaps/importing/newer.ts';
import type { Message } from '../../../view/components.ts';
import { ownRoadmap } from '../own.ts';
import { applyWaiting } from './applying.ts';
import { meanwhile, showImport } from './preview.ts';
import { mergedWithBase } from './merging.ts';
import { proposalFor } from './proposal.ts';
import { leaveWaiting } from './waiting.ts';
import { WEEK } from '../../../time/units.ts';

/** After so long without a successful reading, a link counts as lost; ms. */
const LOST_AFTER = WEEK;

/** News about a roadmap. The message is made only when it is shown, because comparing two versions takes a moment. */
export interface RoadmapNews {
  /** Distinguishes this from earlier news. */
  readonly id: string;
  readonly message: () => Promise<Message>;
}

/** The news about the roadmaps that a person looks after here: newer versions and lost links. */
export async function roadmapNews(call: Call): Promise<readonly RoadmapNews[]> {
  const { app, guildId, userId, now, words } = call;
  if (guildId !== null && !mayOrganise(call)) return [];
  const owner: Owner = guildId === null ? { userId } : { guildId };
  const news: RoadmapNews[] = [...(await openQuestions(call, owner))];
  for (const { id, title } of await ownRoadmaps(app.db, owner)) {
    const link = await linkOfRoadmap(app.db, id);
    const mark = await markOfNewer(app.db, id, link);
    if (mark !== null) news.push({ id: `newer ${id} ${mark}`, message: () => newerMessage(call, id, owner) });
    const since = link?.failingSince ?? null;
    if (since !== null && link?.watched === true && now - since >= LOST_AFTER) {
      news.push({
        id: `lost ${id}`,
        message: () => Promise.resolve(linkLostView(words, id, title, link.link, since)),
      });
    }
  }
  return news;
}

/** Shows a newer version as an import, which can be looked through, corrected and applied: `newer-see:<roadmap>`. */
export async function seeNewer(call: PressCall): Promise<Answer> {
  const { id, owner } = await ownRoadmap(call, call.args[0] ?? '');
  return showImport(
    call,
    await keepImport(call.app.db, call.actor, asImport(owner, id, await newerOrRefuse(call, id))),
  );
}

/**
 * Applies a newer version as its notice described it: `newer-apply:<roadmap>:<version in use>:<hash>`. Topics without
 * a certain match stay open. If anything has changed since the notice, the present comparison is shown instead.
 */
export async function applyNewer(call: PressCall): Promise<Answer> {
  const [roadmapId = '', shown, hash] = call.args;
  const { id, owner } = await ownRoadmap(call, roadmapId);
  const newer = await newerOrRefuse(call, id);
  const waiting = waitingFor(call, owner, id, newer);
  const proposal = await proposalFor(call, waiting);
  const isAsTold =
    hashOf(newer.source) === hash && proposal.version?.plan.shown === argument(carriedNumber, shown);
  if (isAsTold) return applyWaiting(call, proposal);
  return showImport(call, await keepImport(call.app.db, call.actor, asImport(owner, id, newer)), meanwhile);
}

/** Ignores a newer version until there is another one: `newer-leave:<roadmap>`. */
export async function leaveNewer(call: PressCall): Promise<Answer> {
  const { id } = await ownRoadmap(call, call.args[0] ?? '');
  const newer = await newerOrRefuse(call, id);
  await leaveWaiting(call.app.db, { target: id, ...newer });
  return show(watchedView(call.words, 'left'));
}

/** Turns the daily reading of a roadmap's link on or off: `watch:<roadmap>:<yes|no>`. */
export async function watch(call: PressCall): Promise<Answer> {
  const { id } = await ownRoadmap(call, call.args[0] ?? '');
  if ((await linkOfRoadmap(call.app.db, id)) === null) throw new Refusal(outdatedView);
  const isWatched = call.args[1] === 'yes';
  await watchLink(call.app.db, id, isWatched);
  return tell(watchedView(call.words, isWatched ? 'watched' : 'unwatched'));
}

/** The text of a newer version. */
type Newer = Pick<NewImport, 'source' | 'readAs' | 'link' | 'baseRevision' | 'known'>;

/**
 * Identifies a newer version; null if there is none. Every command asks for it, so it does not read the texts of
 * versions.
 */
async function markOfNewer(db: Db, roadmapId: string, link: RoadmapLink | null): Promise<string | null> {
  if (link?.found != null) return hashOf(link.found.source);
  const base = await baseOf(db, roadmapId);
  const revision = base === null ? null : await roadmapRevision(db, base.id);
  return base === null || revision === null || revision <= base.revision ? null : String(revision);
}

async function newerOf({ db, library }: Call['app'], roadmapId: string): Promise<Newer | null> {
  const stored = await storedRoadmap(db, roadmapId);
  const link = await linkOfRoadmap(db, roadmapId);
  if (stored === null || (await markOfNewer(db, roadmapId, link)) === null) return null;
  if (link?.found != null) {
    const { source, base } = link.found;
    const readAs = { untitled: stored.title, ...stored.readAs, base };
    return { source, readAs, link: link.link, baseRevision: null, known: null };
  }
  const merged = await mergedWithBase({ db, library }, roadmapId);
  if (merged !== null) return { ...merged, link: null };
  // The common ancestor is not stored any more, so the new version can only be offered as a whole.
  const base = await baseOf(db, roadmapId);
  const current = base === null ? null : await library.version(db, base.id);
  if (current === null) return null;
  const readAs = { untitled: current.outline.tree.title, ...current.readAs };
  return { source: current.source, readAs, link: null, baseRevision: current.number, known: null };
}

async function newerOrRefuse(call: Call, roadmapId: string): Promise<Newer> {
  const newer = await newerOf(call.app, roadmapId);
  if (newer === null) throw new Refusal(outdatedView);
  return newer;
}

/** Bundled roadmaps that lost topics which may still be there, with progress of members here. */
async function openQuestions(
  { app, words, followed, roadmap }: Call,
  owner: Owner,
): Promise<readonly RoadmapNews[]> {
  const news: RoadmapNews[] = [];
  for (const id of new Set([...followed, roadmap.id])) {
    const { size } = await concernedBy(app.db, id, owner);
    if (size === 0 || !(await isBundled(app.db, id))) continue;
    const stored = await storedRoadmap(app.db, id);
    const title = stored?.title ?? '';
    news.push({
      id: `open ${id} ${stored?.revision ?? 0}`,
      message: () => Promise.resolve(openQuestionsView(words, { roadmapId: id, title, count: size })),
    });
  }
  return news;
}

async function newerMessage(call: Call, roadmapId: string, owner: Owner): Promise<Message> {
  const newer = await newerOrRefuse(call, roadmapId);
  const { version, after, merge } = await proposalFor(call, waitingFor(call, owner, roadmapId, newer));
  return newerView(call.words, {
    roadmapId,
    title: after.tree.title,
    shown: version?.plan.shown ?? 0,
    hash: hashOf(newer.source),
    difference: version?.difference ?? null,
    isBundled: newer.baseRevision !== null,
    conflicts: merge?.conflicts.length ?? 0,
  });
}

function asImport(owner: Owner, target: string, newer: Newer): NewImport {
  return { ...newer, target, guildId: 'guildId' in owner ? owner.guildId : null };
}

/** The import that `keepImport` would store. */
function waitingFor({ userId, actor }: Call, owner: Owner, target: string, newer: Newer): WaitingImport {
  const id = steadyId('import', actor.interactionId);
  return { ...asImport(owner, target, newer), id, userId, answers: new Map(), step: 0 };
}
