import { z } from 'zod';
import type { TopicNode } from '../../roadmap/outline.ts';
import type { Method } from '../../roadmap/roadmap.ts';
import { draftOf, dropDraft, keepDraft } from '../../store/proofs/drafts.ts';
import type { ProofFile } from '../../store/proofs/files.ts';
import { QuotaError } from '../../store/proofs/quota.ts';
import { changeProof, proofOf } from '../../store/proofs/proofs.ts';
import { isExtra } from '../../study/proofs/proof.ts';
import { lackOf, partProblem } from '../../study/proofs/problems.ts';
import { webAddress } from '../../text/web-address.ts';
import { outdatedView } from '../../view/failure.ts';
import { problemSentence } from '../../view/proofs/problem.ts';
import { refusedProofView } from '../../view/proofs/proof.ts';
import { partForm, PROOF_FIELD, proofForm, type ProofValues } from '../../view/proofs/form.ts';
import { type Answer, ask, show } from '../../discord/answer.ts';
import type { Call, FormCall } from '../../discord/command.ts';
import { customId } from '../../view/custom-id.ts';
import { withGoalReached } from '../goals/week.ts';
import { draftKey, keepProofDraft, keptProofDraft, type ProofDraft } from './drafts.ts';
import { isBlank, languageChoices, lines, problemsOf, type Problem, typedIn } from './fields.ts';
import { ownProof, ownProofPage } from './reading.ts';
import { demandFit } from './topics.ts';
import { Refusal } from '../../discord/refusal.ts';
import { takeUpload } from './uploads.ts';

const partDraft = z.object({ text: z.string() });

/**
 * Opens the form for a member's work, with the texts of a refused form, or with the present work.
 * @throws Refusal if the topic does not allow the method
 */
export async function openProofForm(call: Call, method: Method, node: TopicNode): Promise<Answer> {
  demandFit(call, node, method);
  const proof = await proofOf(call.app.db, call.userId, node.id, method);
  const kept = await keptProofDraft(call, method, node);
  const values: ProofValues = {
    text: proof?.parts[0] ?? '',
    link: proof?.url ?? '',
    language: proof?.language ?? '',
    ...kept,
    file: kept?.file?.name ?? proof?.file?.name ?? null,
  };
  return ask(proofForm(call.words, method, node, values, languageChoices(call)));
}

/** Opens the form for a part of the present text. A position after the last part adds one. */
export async function openPartForm(
  call: Call,
  method: Method,
  node: TopicNode,
  position: number,
): Promise<Answer> {
  const proof = await ownProof(call, method, node);
  if (position > proof.parts.length) throw new Refusal(outdatedView);
  const kept = await draftOf(call.app.db, call.userId, draftKey(method, node, position));
  const { text } = partDraft.catch({ text: proof.parts[position] ?? '' }).parse(kept);
  return ask(partForm(call.words, method, node, position, text));
}

/**
 * Stores a form's content in place of the present work.
 * @throws Refusal with everything that has to be corrected, and a button that opens the form with the typed texts
 * @throws AlreadyHandled if this interaction has had its effect
 */
export async function takeProofForm(call: FormCall, method: Method, node: TopicNode): Promise<Answer> {
  demandFit(call, node, method);
  const before = await proofOf(call.app.db, call.userId, node.id, method);
  const typed = typedIn(call, await keptProofDraft(call, method, node));
  const url = webAddress(typed.link);
  const problems = problemsOf(method, typed, url, before);
  // If the form has to be corrected anyway, its file is fetched only at the next try.
  const upload = typed.file === null || problems.length > 0 ? null : await takeUpload(call, typed.file);
  if (upload !== null && upload.problem !== null) problems.push(upload.problem);
  const refuse = (why: readonly Problem[], isFileAtFault: boolean): Promise<never> =>
    refuseKept(call, { method, node }, isFileAtFault ? { ...typed, file: null } : typed, why);
  if (problems.length > 0) return refuse(problems, upload?.problem != null);

  const quota = await keepWork(call, method, node, { typed, url, file: upload?.file ?? null });
  if (quota !== null) return refuse([quota], false);
  await dropDraft(call.app.db, call.userId, draftKey(method, node));
  const { kept, changed } = call.words.proof;
  const note = before === null && !isExtra(method, node) ? kept[method] : changed;
  return show(await withGoalReached(call, await ownProofPage(call, method, node, 0, note)));
}

/** Stores a part of a text. An empty part is removed. */
export async function takePartForm(
  call: FormCall,
  method: Method,
  node: TopicNode,
  position: number,
): Promise<Answer> {
  const text = lines(call.fields.getTextInputValue(PROOF_FIELD.text));
  const key = draftKey(method, node, position);
  const again = customId(method, 'part', node.id, position);
  const refuse = async (why: Problem): Promise<never> => {
    await keepDraft(call.app.db, call.userId, key, { text }, call.now);
    throw new Refusal((words) => refusedProofView(words, [why(words)], again));
  };
  const before = await ownProof(call, method, node);
  const whole = withPart(before.parts, position, text).join('\n');
  const found = partProblem(method, text, whole, before.url !== null || before.file !== null);
  if (found !== null) return refuse((words) => problemSentence(words, found));
  const problem = await withinQuota(async () => {
    const id = await changeProof(call.app.db, call.actor, { topicId: node.id, method }, (now) => {
      if (now === null || position > now.parts.length) return null;
      const { parts, url, language } = now;
      return { parts: withPart(parts, position, text), url, language };
    });
    if (id === null) throw new Refusal(outdatedView);
  });
  if (problem !== null) return refuse(problem);
  await dropDraft(call.app.db, call.userId, key);
  return show(await ownProofPage(call, method, node, 0, call.words.proof.changed));
}

/** The parts, with one of them changed or one added at the end. Empty parts are removed. */
function withPart(parts: readonly string[], position: number, text: string): readonly string[] {
  return [...parts.slice(0, position), text, ...parts.slice(position + 1)].filter((part) => !isBlank(part));
}

/** Removes the file from the member's work. The rest stays. */
export async function dropProofFile(call: Call, method: Method, node: TopicNode): Promise<Answer> {
  const { words, app, actor } = call;
  const before = await ownProof(call, method, node);
  const lack = lackOf(method, before.parts.join('\n'), before.url !== null);
  if (lack !== null) {
    const again = customId(method, 'write', node.id);
    throw new Refusal((own) => refusedProofView(own, [own.proof.problem[lack]], again));
  }
  await changeProof(app.db, actor, { topicId: node.id, method }, (now) => {
    if (now === null) return null;
    const { parts, url, language } = now;
    return { parts, url, language, file: null };
  });
  return show(await ownProofPage(call, method, node, 0, words.proof.fileGone));
}

function keepWork(
  { app, actor }: Call,
  method: Method,
  node: TopicNode,
  {
    typed,
    url,
    file,
  }: { readonly typed: ProofDraft; readonly url: string | null; readonly file: ProofFile | null },
): Promise<Problem | null> {
  return withinQuota(() =>
    changeProof(app.db, actor, { topicId: node.id, method }, (now) => ({
      parts: withPart(now?.parts ?? [], 0, typed.text),
      url,
      language: typed.language === '' ? null : typed.language,
      ...(file !== null && { file }),
    })),
  );
}

/** @returns the quota that a member would exceed by writing, or null if it was written */
export async function withinQuota(write: () => Promise<unknown>): Promise<Problem | null> {
  try {
    await write();
    return null;
  } catch (error) {
    if (!(error instanceof QuotaError)) throw error;
    return (words) => words.proof.problem.quota[error.quota];
  }
}

async function refuseKept(
  call: Call,
  { method, node }: { readonly method: Method; readonly node: TopicNode },
  typed: ProofDraft,
  problems: readonly Problem[],
): Promise<never> {
  await keepProofDraft(call, method, node, typed);
  throw new Refusal((words) =>
    refusedProofView(
      words,
      problems.map((problem) => problem(words)),
      customId(method, 'write', node.id),
    ),
  );
}
