import { type Answer, show } from '../../discord/answer.ts';
import type { Call, FormCall, SlashCall } from '../../discord/command.ts';
import type { TopicNode } from '../../roadmap/outline.ts';
import type { Method } from '../../roadmap/roadmap.ts';
import { sharesOf } from '../../store/proofs/shares.ts';
import { removedProofView, removeProofView } from '../../view/proofs/proof.ts';
import { othersProofPage, ownProof, ownProofPage, ownProofs } from './reading.ts';
import { refreshShared, removeWork, shareWork } from './sharing.ts';
import { dropProofFile, openProofForm, takePartForm, takeProofForm } from './writing.ts';

/** All of the member's own work by a method. */
export async function listOwnProofs(call: Call, method: Method, page: number): Promise<Answer> {
  return show(await ownProofs(call, method, page));
}

/**
 * The member's own work on a topic, or that of the person in the option `member:` if they share it here.
 * @throws Refusal if there is nothing to see
 */
export async function showProof(call: SlashCall, method: Method, node: TopicNode): Promise<Answer> {
  const asked = call.options.getUser('member');
  if (asked === null || asked.id === call.userId) return showOwnProof(call, method, node);
  const isHere = call.options.getMember('member') !== null;
  return show(await othersProofPage(call, method, node, asked.id, isHere));
}

/** A page of the member's own work. */
export async function showOwnProof(call: Call, method: Method, node: TopicNode, page = 0): Promise<Answer> {
  return show(await ownProofPage(call, method, node, page));
}

/** Opens the form for existing work. `openProofForm` also opens it for new work. */
export async function editProof(call: Call, method: Method, node: TopicNode): Promise<Answer> {
  await ownProof(call, method, node);
  return openProofForm(call, method, node);
}

/** Stores the content of the form, and updates the posts of the work. */
export async function takeProof(call: FormCall, method: Method, node: TopicNode): Promise<Answer> {
  return changed(call, await takeProofForm(call, method, node), method, node);
}

/** Stores a part of a text. `position` counts from 0. */
export async function takePart(
  call: FormCall,
  method: Method,
  node: TopicNode,
  position: number,
): Promise<Answer> {
  return changed(call, await takePartForm(call, method, node, position), method, node);
}

/** Removes the file from the member's work. */
export async function dropFile(call: Call, method: Method, node: TopicNode): Promise<Answer> {
  return changed(call, await dropProofFile(call, method, node), method, node);
}

/** Asks whether to delete the member's work, and says so if others can read it. */
export async function askToRemove(call: Call, method: Method, node: TopicNode): Promise<Answer> {
  const proof = await ownProof(call, method, node);
  const shares = await sharesOf(call.app.db, proof.id);
  return show(removeProofView(call.words, method, node, shares.length > 0));
}

/** @throws AlreadyHandled if this interaction has had its effect */
export async function removeOwnProof(call: Call, method: Method, node: TopicNode): Promise<Answer> {
  await removeWork(call, await ownProof(call, method, node));
  return show(removedProofView(call.words, method, node));
}

/** Shares the member's work with the group of the channel. */
export async function shareOwnProof(call: Call, method: Method, node: TopicNode): Promise<Answer> {
  return shareWork(call, await ownProof(call, method, node));
}

/** Updates the posts of the work for the group. */
async function changed(call: Call, answer: Answer, method: Method, node: TopicNode): Promise<Answer> {
  const proof = await ownProof(call, method, node);
  await refreshShared(call, proof.id);
  return answer;
}
