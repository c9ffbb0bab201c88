import { z } from 'zod';
import type { TopicNode } from '../../roadmap/outline.ts';
import { METHODS, type Method } from '../../roadmap/roadmap.ts';
import { draftOf, dropDraft, keepDraft } from '../../store/proofs/drafts.ts';
import type { ProofFile } from '../../store/proofs/files.ts';
import { progressOf } from '../../store/progress/progress.ts';
import { changeProof, type Proof, proofOf } from '../../store/proofs/proofs.ts';
import { kindByName } from '../../files/proof-file.ts';
import { likelyTopics } from '../../study/proofs/choosing.ts';
import { PROOF_LENGTH } from '../../study/proofs/problems.ts';
import { mayProve } from '../../study/proofs/proof.ts';
import { saysAnything, saysEnough } from '../../text/substance.ts';
import { firstWebAddress } from '../../text/web-address.ts';
import { ATTACH_FIELD, attachForm, needsMoreView, notAttachedView } from '../../view/proofs/attach-form.ts';
import { clip, inline, plain } from '../../view/escape.ts';
import { refusedProofView } from '../../view/proofs/proof.ts';
import { title } from '../../view/topics/topic-text.ts';
import { type Answer, ask, show } from '../../discord/answer.ts';
import type { Call, FormCall, MessageCall } from '../../discord/command.ts';
import { customId } from '../../view/custom-id.ts';
import { keepProofDraft } from './drafts.ts';
import type { Problem } from './fields.ts';
import { withinQuota } from './writing.ts';
import { ownProofPage } from './reading.ts';
import { argument, Refusal } from '../../discord/refusal.ts';
import { refreshShared } from './sharing.ts';
import { withGoalReached } from '../goals/week.ts';
import { topicWithId } from '../topics/named.ts';
import { takeUpload } from './uploads.ts';

const methods = z.enum(METHODS);

/** A message that its author has chosen. It is stored until they have said what it proves. */
const draft = z.object({
  text: z.string(),
  url: z.string(),
  file: z.object({ url: z.string(), name: z.string(), size: z.number() }).nullable(),
  topicId: z.string(),
  other: z.string(),
  method: methods,
});
type Draft = z.infer<typeof draft>;

const TOPICS_OFFERED = 25;

/**
 * Asks what a message proves. The message is stored, because the form does not return it.
 * @throws Refusal if somebody else wrote it, or it has nothing to store
 */
export async function pickMessage(call: MessageCall): Promise<Answer> {
  const { picked, userId } = call;
  if (picked.authorId !== userId) throw new Refusal((words) => notAttachedView(words.attach.notOwn));
  const file = picked.files.find(({ name }) => kindByName(name) !== null) ?? null;
  const text = picked.text.trim();
  if (file === null && !saysEnough(text)) {
    const why = saysAnything(text) ? 'thin' : 'nothing';
    throw new Refusal((words) => notAttachedView(words.attach[why]));
  }
  const kept: Draft = { text, url: picked.url, file, topicId: '', other: '', method: 'cheatcode' };
  await keepDraft(call.app.db, userId, draftKey(picked.id), kept, call.now);
  return ask(await formFor(call, picked.id, kept));
}

/** Opens the form again, with everything that was chosen and typed before. */
export async function reopenForm(call: Call, messageId: string | undefined): Promise<Answer> {
  const id = messageId ?? '';
  return ask(await formFor(call, id, await keptMessage(call, id)));
}

/**
 * Makes a message the proof of a topic, as its whole text or as a further part of the present text.
 * @throws Refusal with everything that has to be corrected; AlreadyHandled if this interaction has had its effect
 */
export async function attachMessage(call: FormCall, messageId: string | undefined): Promise<Answer> {
  const id = messageId ?? '';
  const kept = withChoices(call, await keptMessage(call, id));
  const refuse = async (problem: Problem): Promise<never> => {
    await keepDraft(call.app.db, call.userId, draftKey(id), kept, call.now);
    const again = customId('attach', id);
    throw new Refusal((words) => refusedProofView(words, [problem(words)], again));
  };
  const { method } = kept;
  const node = topicIn(call, kept);
  if (node === null) return refuse(missingTopic(call, kept));
  if (!mayProve(node, method)) return refuse(unfit(node, method));
  const before = await proofOf(call.app.db, call.userId, node.id, method);
  if (method === 'project' && before === null) return askForTheRest(call, id, node, kept);

  const upload = kept.file === null ? null : await takeUpload(call, kept.file);
  if (upload !== null && upload.problem !== null) return refuse(upload.problem);
  const problem = await writeMessage(call, node, kept, upload?.file ?? null);
  if (problem !== null) return refuse(problem);
  await dropDraft(call.app.db, call.userId, draftKey(id));
  return attached(call, method, node, before);
}

async function attached(call: Call, method: Method, node: TopicNode, before: Proof | null): Promise<Answer> {
  const { attach, proof } = call.words;
  const say = before === null ? attach.kept : attach.added;
  const page = await ownProofPage(call, method, node, 0, say(proof.name[method], title(node)));
  if (before !== null) await refreshShared(call, before.id);
  return show(await withGoalReached(call, page));
}

function writeMessage(
  call: Call,
  node: TopicNode,
  kept: Draft,
  file: ProofFile | null,
): Promise<Problem | null> {
  const { app, actor } = call;
  const own = kept.text === '' ? [] : [kept.text.slice(0, PROOF_LENGTH.text)];
  return withinQuota(() =>
    changeProof(app.db, actor, { topicId: node.id, method: kept.method }, (now) => ({
      parts: [...(now?.parts ?? []), ...own],
      url: now?.url ?? kept.url,
      language: now?.language ?? null,
      ...(file !== null && { file }),
    })),
  );
}

/**
 * Opens the form for the rest of a project. The message's text, and the first address in it, are filled in already.
 */
async function askForTheRest(call: Call, id: string, node: TopicNode, kept: Draft): Promise<Answer> {
  const { text } = kept;
  await keepProofDraft(call, 'project', node, {
    text: text.slice(0, PROOF_LENGTH.text),
    link: firstWebAddress(text) ?? '',
    language: '',
    file: null,
  });
  await dropDraft(call.app.db, call.userId, draftKey(id));
  return show(needsMoreView(call.words, node));
}

async function formFor(call: Call, messageId: string, { topicId, other, method }: Draft) {
  const { app, roadmap, userId, words } = call;
  const likely = likelyTopics(roadmap, await progressOf(app.db, userId, roadmap.id));
  return attachForm(words, messageId, likely.slice(0, TOPICS_OFFERED), { topicId, other, method });
}

function withChoices({ fields }: FormCall, kept: Draft): Draft {
  const has = (id: string): boolean => fields.fields.has(id);
  return {
    ...kept,
    topicId: has(ATTACH_FIELD.topic) ? (fields.getStringSelectValues(ATTACH_FIELD.topic)[0] ?? '') : '',
    other: has(ATTACH_FIELD.other) ? fields.getTextInputValue(ATTACH_FIELD.other).trim() : '',
    method: argument(methods, fields.getStringSelectValues(ATTACH_FIELD.method)[0]),
  };
}

/** If a topic was typed and another one chosen, the typed one counts. */
function topicIn(call: Call, { topicId, other }: Draft): TopicNode | null {
  if (other !== '') return call.roadmap.finder.resolve(other);
  return topicId === '' ? null : topicWithId(call, topicId);
}

function missingTopic({ roadmap }: Call, { other }: Draft): Problem {
  if (other === '') return ({ attach: said }) => said.noTopic;
  const near = roadmap.finder.near(other).map(title);
  return ({ attach: said }) =>
    [
      said.unknown(inline(clip(plain(other), 100))),
      ...(near.length === 0 ? [] : [said.near(near.join(', '))]),
    ].join('\n');
}

function unfit(node: TopicNode, method: Method): Problem {
  return ({ attach: said }) =>
    method === 'tez' ? said.unfit.tez(title(node)) : said.unfit.leaf(title(node));
}

async function keptMessage({ app, userId }: Call, messageId: string): Promise<Draft> {
  const read = draft.safeParse(await draftOf(app.db, userId, draftKey(messageId)));
  if (read.success) return read.data;
  throw new Refusal((words) => notAttachedView(words.attach.gone));
}

function draftKey(messageId: string): string {
  return `attach:${messageId}`;
}
