import { type Answer, show } from '../../discord/answer.ts';
import type { Call, PressCall } from '../../discord/command.ts';
import { argument, Refusal } from '../../discord/refusal.ts';
import { MOST_ROADMAPS } from '../../store/roadmaps/accepting.ts';
import { settleInCopy } from '../../store/roadmaps/copying.ts';
import { isBundled, isOwnedBy, type Owner, ownRoadmaps } from '../../store/roadmaps/owners.ts';
import { roadmapRevision } from '../../store/roadmaps/roadmaps.ts';
import {
  concernedBy,
  type Settlement,
  settleQuestion,
  type Unsettled,
  unsettledOf,
} from '../../store/roadmaps/settling.ts';
import { steadyId } from '../../store/steady-id.ts';
import { write } from '../../store/write.ts';
import { aboutRoadmap } from '../../view/about-roadmap.ts';
import { carriedNumber, customId } from '../../view/custom-id.ts';
import { outdatedView } from '../../view/failure.ts';
import { ASKED_AT_ONCE, GONE, matchesView } from '../../view/roadmaps/importing/matches.ts';
import { tooManyRoadmapsView } from '../../view/roadmaps/importing/answers.ts';
import { ensureOwner, useCopy } from './editing/copy.ts';
import { editable } from './editing/editable.ts';
import { ownRoadmap } from './own.ts';

/** A roadmap with open questions, and the owner who may answer them. */
interface Asked {
  readonly id: string;
  readonly owner: Owner;
  /** Whether it is the owner's. The first answer about a bundled roadmap makes their copy of it. */
  readonly isOwn: boolean;
}

/** Shows the removed topics that nobody has decided about: `roadmap-settle:<roadmap>:<page>`. */
export async function showUnsettled(call: PressCall): Promise<Answer> {
  const [roadmapId = '', page] = call.args;
  return unsettledPage(call, await askedOf(call, roadmapId), argument(carriedNumber, page));
}

/** Takes the decision about one of them: `settle:<roadmap>:<version>:<topic>:<page>`. */
export async function settle(call: PressCall): Promise<Answer> {
  const [roadmapId = '', shown, topicId = '', page] = call.args;
  const asked = await askedOf(call, roadmapId);
  const [value = ''] = call.values;
  const question = (await questionsFor(call, asked)).find((one) => one.topicId === topicId);
  const isOffered = value === GONE || question?.offers.some((node) => node.id === value) === true;
  if (question === undefined || !isOffered) throw new Refusal(outdatedView);
  const becomes = value === GONE ? [] : [value];
  const settlement = { roadmapId: asked.id, shown: argument(carriedNumber, shown), topicId, becomes };
  if (asked.isOwn) await settleQuestion(call.app.db, settlement, call.actor);
  const answered = asked.isOwn ? asked : await settleInOwnCopy(call, asked, settlement);
  return unsettledPage(call, answered, argument(carriedNumber, page));
}

/** @returns the copy; the bundled roadmap itself if somebody else came first, and nothing was changed */
async function settleInOwnCopy(call: Call, asked: Asked, settlement: Settlement): Promise<Asked> {
  const { app, actor, userId, now } = call;
  const { id, owner } = asked;
  const current = await app.library.version(app.db, id);
  if (current === null) throw new Refusal(outdatedView);
  if ((await ownRoadmaps(app.db, owner)).length >= MOST_ROADMAPS) {
    throw new Refusal((words) => tooManyRoadmapsView(words, MOST_ROADMAPS));
  }
  const copyId = steadyId('roadmap', actor.interactionId);
  const copy = { id: copyId, owner, madeBy: userId, at: now };
  const outcome = await write(app.db, async (trx) => {
    await ensureOwner(trx, call, owner);
    const made = await settleInCopy(trx, current.outline, settlement, copy, actor);
    if (made.kind === 'applied') await useCopy(trx, call, { of: id, owner, copyId });
    return made;
  });
  return outcome.kind === 'applied' ? { id: copyId, owner, isOwn: true } : asked;
}

/**
 * The roadmap that a button names: one that the person may change, or a bundled one that is followed here. If there is
 * a copy of the bundled one by now, it is that copy.
 * @throws Refusal for any other
 */
async function askedOf(call: Call, roadmapId: string): Promise<Asked> {
  if (!(await isBundled(call.app.db, roadmapId))) {
    return { ...(await ownRoadmap(call, roadmapId)), isOwn: true };
  }
  if (!call.followed.includes(roadmapId) && call.roadmap.id !== roadmapId) throw new Refusal(outdatedView);
  const roadmap = await call.app.library.roadmap(call.app.db, roadmapId);
  if (roadmap === null) throw new Refusal(outdatedView);
  const { owner, isOwn, roadmap: inUse } = await editable({ ...call, roadmap });
  return { id: inUse.id, owner, isOwn };
}

/** The open questions of an owner's roadmap. Of a bundled one, those about topics that their members have progress on. */
async function questionsFor(
  { app, guildId }: Call,
  { id, owner, isOwn }: Asked,
): Promise<readonly Unsettled[]> {
  if (isOwn) return unsettledOf(app.db, id, guildId);
  const members = await concernedBy(app.db, id, owner);
  if (members.size === 0) return [];
  return (await unsettledOf(app.db, id, guildId)).flatMap((question) => {
    const count = members.get(question.topicId);
    return count === undefined ? [] : [{ ...question, members: count }];
  });
}

/** The page of open questions about a bundled roadmap, for `/roadmap undo`; null if there are none. */
export async function bundledQuestions(call: Call): Promise<Answer | null> {
  const { app, userId, guildId, roadmap } = call;
  if (!(await isBundled(app.db, roadmap.id))) return null;
  const owner = guildId === null ? { userId } : { guildId };
  if (await isOwnedBy(app.db, owner, roadmap.id)) return null;
  const asked = { id: roadmap.id, owner, isOwn: false };
  return (await questionsFor(call, asked)).length === 0 ? null : unsettledPage(call, asked, 0);
}

async function unsettledPage(call: Call, asked: Asked, page: number): Promise<Answer> {
  const { app, words } = call;
  const { id, isOwn } = asked;
  const shown = (await roadmapRevision(app.db, id)) ?? 0;
  const all = await questionsFor(call, asked);
  const pages = Math.max(1, Math.ceil(all.length / ASKED_AT_ONCE));
  const at = Math.min(page, pages - 1);
  const topics = all
    .slice(at * ASKED_AT_ONCE, (at + 1) * ASKED_AT_ONCE)
    .map(({ topicId, title, offers, members }) => ({
      title,
      holder: null,
      members,
      offers: offers.map((node) => ({ node, value: node.id })),
      chosen: null,
      parts: [],
      isSplittable: false,
      chooseId: customId('settle', id, shown, topicId, at),
      anotherId: null,
    }));
  const message = matchesView(words, topics, {
    page: at,
    pages,
    pageId: (to) => customId('roadmap-settle', id, Math.max(0, to)),
    back: { label: words.roadmap.lookThrough, id: customId('map') },
    note: isOwn ? null : words.editing.copyFirst[call.guildId === null ? 'own' : 'server'],
  });
  return show({ ...message, components: aboutRoadmap(message.components, id) });
}
