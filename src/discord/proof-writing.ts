import { z } from 'zod';
import type { Place } from '../roadmap/outline.ts';
import type { Method } from '../roadmap/roadmap.ts';
import { draftOf, dropDraft, keepDraft } from '../store/drafts.ts';
import type { ProofFile } from '../store/proof-files.ts';
import { changeProof, type Proof, proofOf, QuotaError } from '../store/proofs.ts';
import { languagesOf } from '../study/languages.ts';
import { webAddress } from '../study/web-address.ts';
import { clip, inline, plain } from '../view/escape.ts';
import { outdatedView } from '../view/failure.ts';
import { refusedProofView } from '../view/proof.ts';
import {
  OTHER_LANGUAGE,
  partForm,
  PROOF_FIELD,
  PROOF_LENGTH,
  proofForm,
  type ProofValues,
} from '../view/proof-form.ts';
import type { Words } from '../words/index.ts';
import { type Answer, ask, show } from './answer.ts';
import type { Call, FormCall } from './command.ts';
import { customId } from './custom-id.ts';
import { ownProof, ownProofPage } from './proofs.ts';
import { demandFit } from './proof-topics.ts';
import { Refusal } from './refusal.ts';
import { takeUpload } from './uploads.ts';

/** What is kept of a form that could not be taken: what was typed, and where Discord has the file that was chosen. */
const draft = z.object({
  text: z.string(),
  link: z.string(),
  language: z.string(),
  file: z.object({ url: z.string(), name: z.string(), size: z.number() }).nullable(),
});
export type ProofDraft = z.infer<typeof draft>;
const partDraft = z.object({ text: z.string() });

const NOTHING: ProofDraft = { text: '', link: '', language: '', file: null };
const LANGUAGES_SHOWN = 24;

/** A sentence on what has to be put right. */
export type Problem = (words: Words) => string;

/**
 * The form for a member's work: with what was typed before and could not be taken, or with what is there already.
 * @throws Refusal if the method does not go with the topic
 */
export async function openProofForm(call: Call, method: Method, place: Place): Promise<Answer> {
  demandFit(call, place, method);
  const proof = await proofOf(call.app.db, call.userId, place.id, method);
  const kept = await keptDraft(call, method, place);
  const values: ProofValues = {
    text: proof?.parts[0] ?? '',
    link: proof?.url ?? '',
    language: proof?.language ?? '',
    ...kept,
    file: kept?.file?.name ?? proof?.file?.name ?? null,
  };
  return ask(proofForm(call.words, method, place, values, languageChoices(call)));
}

/** The form for one part of what is there; the one after the last adds one. */
export async function openPartForm(
  call: Call,
  method: Method,
  place: Place,
  position: number,
): Promise<Answer> {
  const proof = await ownProof(call, method, place);
  if (position > proof.parts.length) throw new Refusal(outdatedView);
  const kept = await draftOf(call.app.db, call.userId, draftKey(method, place, position));
  const { text } = partDraft.catch({ text: proof.parts[position] ?? '' }).parse(kept);
  return ask(partForm(call.words, method, place, position, text));
}

/**
 * Keeps what was filled in, in place of what was there.
 * @throws Refusal with all that has to be put right, and the way back into the form with what was typed
 * @throws AlreadyHandled if this interaction has had its effect
 */
export async function takeProofForm(call: FormCall, method: Method, place: Place): Promise<Answer> {
  demandFit(call, place, method);
  const before = await proofOf(call.app.db, call.userId, place.id, method);
  const typed = await typedIn(call, method, place);
  const url = webAddress(typed.link);
  const problems = problemsOf(method, typed, url, before);
  // Nothing is fetched for a form that cannot be taken anyway; what was chosen is taken at the next try.
  const upload = typed.file === null || problems.length > 0 ? null : await takeUpload(call, typed.file);
  if (upload !== null && upload.problem !== null) problems.push(upload.problem);
  const refuse = (why: readonly Problem[], isFileAtFault: boolean): Promise<never> =>
    refuseKept(call, { method, place }, isFileAtFault ? { ...typed, file: null } : typed, why);
  if (problems.length > 0) return refuse(problems, upload?.problem != null);

  const quota = await keeping(call, method, place, { typed, url, file: upload?.file ?? null });
  if (quota !== null) return refuse([quota], false);
  await dropDraft(call.app.db, call.userId, draftKey(method, place));
  const note = before === null ? call.words.proof.kept[method] : call.words.proof.changed;
  return show(await ownProofPage(call, method, place, 0, note));
}

/** Keeps one part of a text; an empty one goes. */
export async function takePartForm(
  call: FormCall,
  method: Method,
  place: Place,
  position: number,
): Promise<Answer> {
  const text = lines(call.fields.getTextInputValue(PROOF_FIELD.text));
  const key = draftKey(method, place, position);
  const again = customId(method, 'part', place.id, position);
  const refuse = async (why: Problem): Promise<never> => {
    await keepDraft(call.app.db, call.userId, key, { text }, call.now);
    throw new Refusal((words) => refusedProofView(words, [why(words)], again));
  };
  if (text.length > PROOF_LENGTH.text) return refuse(tooLong);
  const before = await ownProof(call, method, place);
  const parts = [...before.parts.slice(0, position), text, ...before.parts.slice(position + 1)].filter(
    (part) => !isBlank(part),
  );
  if (parts.length === 0 && before.url === null && before.file === null) {
    return refuse((words) => words.proof.problem.nothing);
  }
  const problem = await withinQuota(() =>
    changeProof(call.app.db, call.cause, { topicId: place.id, method }, (now) => {
      if (now === null || position > now.parts.length) return null;
      const { url, language } = now;
      return { parts, url, language };
    }),
  );
  if (problem !== null) return refuse(problem);
  await dropDraft(call.app.db, call.userId, key);
  return show(await ownProofPage(call, method, place, 0, call.words.proof.changed));
}

/** Takes the file away from one's own work; the rest stays. */
export async function dropProofFile(call: Call, method: Method, place: Place): Promise<Answer> {
  const { words, app, cause } = call;
  const before = await ownProof(call, method, place);
  if (before.parts.length === 0 && before.url === null) {
    const again = customId(method, 'write', place.id);
    throw new Refusal((own) => refusedProofView(own, [own.proof.problem.nothing], again));
  }
  await changeProof(app.db, cause, { topicId: place.id, method }, (now) => {
    if (now === null) return null;
    const { parts, url, language } = now;
    return { parts, url, language, file: null };
  });
  return show(await ownProofPage(call, method, place, 0, words.proof.fileGone));
}

/** What was typed into the form, so that it comes back with the next one; `file`: as Discord has it. */
export async function keepProofDraft(
  call: Call,
  method: Method,
  place: Place,
  typed: ProofDraft,
): Promise<void> {
  await keepDraft(call.app.db, call.userId, draftKey(method, place), typed, call.now);
}

/** The languages to choose from, as they can stand in a list. */
function languageChoices({ book }: Call): readonly string[] {
  const names = languagesOf(book).map((name) => clip(plain(name), PROOF_LENGTH.language));
  return [...new Set(names)].filter((name) => name !== '').slice(0, LANGUAGES_SHOWN);
}

async function typedIn(call: FormCall, method: Method, place: Place): Promise<ProofDraft> {
  const { fields } = call;
  const valueOf = (id: string): string => (fields.fields.has(id) ? fields.getTextInputValue(id) : '');
  const uploaded = fields.fields.has(PROOF_FIELD.file)
    ? fields.getUploadedFiles(PROOF_FIELD.file)?.first()
    : undefined;
  const file =
    uploaded === undefined
      ? ((await keptDraft(call, method, place))?.file ?? null)
      : { url: uploaded.url, name: uploaded.name, size: uploaded.size };
  return {
    text: lines(valueOf(PROOF_FIELD.text)),
    link: valueOf(PROOF_FIELD.link).trim(),
    language: languageIn(call, plain(valueOf(PROOF_FIELD.other))),
    file,
  };
}

/** What was typed goes before what was chosen. */
function languageIn(call: FormCall, typed: string): string {
  const { fields } = call;
  if (typed !== '' || !fields.fields.has(PROOF_FIELD.language)) return typed;
  const [chosen] = fields.getStringSelectValues(PROOF_FIELD.language);
  return chosen !== undefined && chosen !== OTHER_LANGUAGE && languageChoices(call).includes(chosen)
    ? chosen
    : '';
}

function problemsOf(method: Method, typed: ProofDraft, url: string | null, before: Proof | null): Problem[] {
  const { text, link, language, file } = typed;
  const isProject = method === 'project';
  const hasMore = file !== null || before?.file != null || (before?.parts.length ?? 0) > 1;
  return [
    ...(text.length > PROOF_LENGTH.text ? [tooLong] : []),
    ...(link !== '' && url === null
      ? [(words: Words) => words.proof.problem.link(inline(clip(plain(link), 100)))]
      : []),
    ...(isProject && link === '' ? [(words: Words) => words.proof.problem.repository] : []),
    ...(isProject && (language === '' || language.length > PROOF_LENGTH.language)
      ? [(words: Words) => words.proof.problem.language]
      : []),
    ...(isProject && isBlank(text) ? [(words: Words) => words.proof.problem.learned] : []),
    ...(!isProject && isBlank(text) && link === '' && !hasMore
      ? [(words: Words) => words.proof.problem.nothing]
      : []),
  ];
}

function keeping(
  { app, cause }: Call,
  method: Method,
  place: Place,
  {
    typed,
    url,
    file,
  }: { readonly typed: ProofDraft; readonly url: string | null; readonly file: ProofFile | null },
): Promise<Problem | null> {
  return withinQuota(() =>
    changeProof(app.db, cause, { topicId: place.id, method }, (now) => ({
      parts: [typed.text, ...(now?.parts.slice(1) ?? [])].filter((part) => !isBlank(part)),
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
  { method, place }: { readonly method: Method; readonly place: Place },
  typed: ProofDraft,
  problems: readonly Problem[],
): Promise<never> {
  await keepProofDraft(call, method, place, typed);
  throw new Refusal((words) =>
    refusedProofView(
      words,
      problems.map((problem) => problem(words)),
      customId(method, 'write', place.id),
    ),
  );
}

async function keptDraft(call: Call, method: Method, place: Place): Promise<ProofDraft | null> {
  const kept = await draftOf(call.app.db, call.userId, draftKey(method, place));
  return kept === null ? null : draft.catch(NOTHING).parse(kept);
}

function draftKey(method: Method, place: Place, position = 0): string {
  return position === 0 ? `${method}:${place.id}` : `${method}:${place.id}:${position}`;
}

const tooLong: Problem = (words) =>
  words.proof.problem.tooLong(new Intl.NumberFormat(words.locale).format(PROOF_LENGTH.text));

/** Discord's clients end lines in their own ways. */
function lines(text: string): string {
  return text.replaceAll(/\r\n?/g, '\n').trim();
}

/** Whether nothing of a text can be seen. */
function isBlank(text: string): boolean {
  return plain(text) === '';
}
