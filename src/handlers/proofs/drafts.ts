import { z } from 'zod';
import type { TopicNode } from '../../roadmap/outline.ts';
import type { Method } from '../../roadmap/roadmap.ts';
import { draftOf, keepDraft } from '../../store/proofs/drafts.ts';
import type { Call } from '../../discord/command.ts';

/** A form that was refused: the typed texts, and the address of the chosen file at Discord. */
const draft = z.object({
  text: z.string(),
  link: z.string(),
  language: z.string(),
  file: z.object({ url: z.string(), name: z.string(), size: z.number() }).nullable(),
});
export type ProofDraft = z.infer<typeof draft>;

const NOTHING: ProofDraft = { text: '', link: '', language: '', file: null };

/** Stores the typed texts of a form, so that the next form shows them. `file` is the file as Discord has it. */
export async function keepProofDraft(
  call: Call,
  method: Method,
  node: TopicNode,
  typed: ProofDraft,
): Promise<void> {
  await keepDraft(call.app.db, call.userId, draftKey(method, node), typed, call.now);
}

/** @returns what was typed into a refused form before, or null */
export async function keptProofDraft(
  call: Call,
  method: Method,
  node: TopicNode,
): Promise<ProofDraft | null> {
  const kept = await draftOf(call.app.db, call.userId, draftKey(method, node));
  return kept === null ? null : draft.catch(NOTHING).parse(kept);
}

/** The key of a draft. `position`: of the part, counted from 0. */
export function draftKey(method: Method, node: TopicNode, position = 0): string {
  return position === 0 ? `${method}:${node.id}` : `${method}:${node.id}:${position}`;
}
