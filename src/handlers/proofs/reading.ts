import type { TopicNode } from '../../roadmap/outline.ts';
import { type Method, METHODS } from '../../roadmap/roadmap.ts';
import { fileOf } from '../../store/proofs/files.ts';
import { type Proof, proofOf } from '../../store/proofs/proofs.ts';
import { openingsOf, proofsBy } from '../../store/proofs/roadmap-proofs.ts';
import { sharedProof } from '../../store/proofs/shares.ts';
import { type ShownWork, shownWork } from '../../store/proofs/shown-work.ts';
import { readingsOf } from '../../store/teach-back/readings.ts';
import { clearCounts, teachBackOf } from '../../store/teach-back/teach-back.ts';
import { studyOf } from '../../store/progress/studies.ts';
import { toProveNext } from '../../study/proofs/choosing.ts';
import { mayProve, methodsOf, tickAfterProof } from '../../study/proofs/proof.ts';
import { voicesNeeded } from '../../study/teach-back.ts';
import { groupSize } from '../../store/members/memberships.ts';
import type { Message } from '../../view/components.ts';
import { noProofOfView, noProofView, proofView, type Standing } from '../../view/proofs/proof.ts';
import { proofListView } from '../../view/proofs/list.ts';
import { workPage } from '../../view/proofs/shared-work.ts';
import { type Answer, show, tell } from '../../discord/answer.ts';
import type { Call, PressCall } from '../../discord/command.ts';
import { messageUrl } from '../../discord/posts.ts';
import { mayOrganise } from '../../discord/permissions.ts';
import { Refusal } from '../../discord/refusal.ts';
import { shownFiles } from '../../discord/shown-files.ts';
import { forReader, shownHere } from './shared-work.ts';

/** @throws Refusal if the member has no such work (any more); it says how to write it */
export async function ownProof(call: Call, method: Method, node: TopicNode): Promise<Proof> {
  const proof = await proofOf(call.app.db, call.userId, node.id, method);
  if (proof !== null) return proof;
  throw new Refusal((words) => noProofView(words, method, node, mayProve(node, method)));
}

/** A page of the member's own work. `note`: what has just happened. */
export async function ownProofPage(
  call: Call,
  method: Method,
  node: TopicNode,
  page = 0,
  note: string | null = null,
): Promise<Message> {
  const { app, roadmap, userId, words } = call;
  const proof = await ownProof(call, method, node);
  const standing = await standingHere(call, proof);
  const { progress, proofs } = await studyOf(app.db, userId, roadmap);
  return proofView(words, {
    proof,
    node,
    file: await fileOf(app.db, proof.id),
    page,
    note,
    tick: tickAfterProof(node, progress, proofs),
    canShare: call.guildId !== null && standing === null,
    standing,
    now: call.now,
  });
}

/** How the group of this server answers a piece of work; null if it is not shared with it. */
async function standingHere({ app, guildId }: Call, { id }: Proof): Promise<Standing | null> {
  const shared = guildId === null ? null : await sharedProof(app.db, id, guildId);
  if (guildId === null || shared === null) return null;
  const { clear, gaps } = await teachBackOf(app.db, id, guildId);
  const verdicts = (await readingsOf(app.db, id, guildId)).map(({ opinion }) => opinion?.verdict);
  const { post } = shared.share;
  return {
    clear: clear.length,
    questions: gaps.filter(({ answeredAt }) => answeredAt === null).length,
    accepted: verdicts.filter((verdict) => verdict === 'accept').length,
    needsWork: verdicts.filter((verdict) => verdict === 'work').length,
    needed: voicesNeeded(await groupSize(app.db, guildId)),
    url: post === null ? null : messageUrl(guildId, post),
  };
}

/**
 * Another member's work on a topic, if they share it with this guild and are still there.
 * @param isHere whether they are in the server
 * @throws Refusal always the same one, whether there is no such work or it is not shared
 */
export async function othersProofPage(
  call: Call,
  method: Method,
  node: TopicNode,
  userId: string,
  isHere: boolean,
): Promise<Message> {
  const { app, guildId, words } = call;
  const proof = await proofOf(app.db, userId, node.id, method);
  const isAsked = proof !== null && guildId !== null && isHere;
  const shown = isAsked ? await shownWork(app, proof.id, guildId) : null;
  if (shown === null) throw new Refusal((own) => noProofOfView(own, method, node, userId));
  return workPage(
    words,
    await forReader(call, shown),
    postUrl(shown),
    0,
    await fileOf(app.db, shown.proof.id),
  );
}

/** Where the group reads it and answers; null if it is posted nowhere. */
function postUrl({ guild, share }: ShownWork): string | null {
  return share.post === null ? null : messageUrl(guild.id, share.post);
}

/**
 * A page of work that is shared here, for the presser only. A press on the group's post opens a new message, and
 * turning pages changes that message.
 * @param from the list of reports, where organisers decide on it; null if it was opened elsewhere
 * @throws Refusal if the work is not shared here (any more)
 */
export async function showWork(
  call: PressCall,
  proofId: string | undefined,
  page: number,
  from: 'reported' | null = null,
): Promise<Answer> {
  const shown = await forReader(call, await shownHere(call, proofId, ...METHODS));
  const { message: pressed } = call.interaction;
  const file = await fileOf(call.app.db, shown.proof.id);
  const isThere = shownFiles(pressed).some(({ name }) => name === file?.name);
  const isFromPost = pressed.id === shown.share.post?.messageId;
  const message = workPage(call.words, shown, isFromPost ? null : postUrl(shown), page, file, {
    isThere,
    isReported: from === 'reported' && mayOrganise(call),
  });
  return isFromPost ? tell(message) : show(message);
}

/** All of the member's own work by a method on this roadmap, and suggestions for the next. */
export async function ownProofs(call: Call, method: Method, page: number): Promise<Message> {
  const { app, guildId, roadmap, userId, words } = call;
  const { progress, proofs } = await studyOf(app.db, userId, roadmap);
  const listed = await proofsBy(app.db, userId, roadmap.id, method);
  const openings = await openingsOf(
    app.db,
    listed.map(({ id }) => id),
  );
  const waiting = listed.filter(({ provenAt }) => provenAt === null).map(({ id }) => id);
  const clear = guildId === null ? null : await clearCounts(app.db, waiting, guildId);
  const needed = guildId === null ? 0 : voicesNeeded(await groupSize(app.db, guildId));
  const asking = roadmap.nodes.filter((node) => methodsOf(node).includes(method));
  return proofListView(words, {
    method,
    // Work on a topic that is no longer in the roadmap is kept, but cannot be listed here.
    proofs: listed.flatMap((proof) => {
      const node = roadmap.byId.get(proof.topicId);
      if (node === undefined) return [];
      const people = clear?.get(proof.id) ?? 0;
      return [{ proof, node, opening: openings.get(proof.id) ?? '', clear: people }];
    }),
    needed,
    next: toProveNext(roadmap, progress, proofs, method),
    tally: {
      proven: asking.filter((node) => proofs.get(node.id)?.get(method) === 'proven').length,
      total: asking.length,
    },
    page,
    now: call.now,
  });
}
