import { type Answer, ask, show } from '../../discord/answer.ts';
import type { Call, FormCall } from '../../discord/command.ts';
import { Refusal } from '../../discord/refusal.ts';
import type { TopicNode } from '../../roadmap/outline.ts';
import { declareStage, stageNotesOf } from '../../store/progress/stage-notes.ts';
import { studyOf } from '../../store/progress/studies.ts';
import { career } from '../../study/progress/career.ts';
import { nextTopic } from '../../study/suggestions/next-topic.ts';
import { trackOf } from '../../study/topics/status.ts';
import type { Message } from '../../view/components.ts';
import { outdatedView } from '../../view/failure.ts';
import { careerView, DECLARATION } from '../../view/progress/career.ts';
import { title } from '../../view/topics/topic-text.ts';
import { topicWithId } from '../topics/named.ts';
import { openDeclaration } from './declaring.ts';

/** The stages of the career direction, and how far the member is in each. */
export async function showCareer(call: Call): Promise<Answer> {
  return show(await direction(call, null));
}

/** @throws Refusal if no member can declare this stage */
export async function openDeclarationOf(call: Call, topicId: string | undefined): Promise<Answer> {
  return ask(await openDeclaration(call, stageWithId(call, topicId)));
}

/** Stores a member's note about a stage that they have reached. */
export async function declare(call: FormCall, topicId: string | undefined): Promise<Answer> {
  const node = stageWithId(call, topicId);
  const note = call.fields.getTextInputValue(DECLARATION.note).slice(0, DECLARATION.length).trim();
  await declareStage(call.app.db, call.actor, node.id, note);
  return show(await direction(call, call.words.career.declared(title(node))));
}

/** @throws Refusal if the topic is no stage that members declare; other stages follow from a track or a thesis */
function stageWithId(call: Call, id: string | undefined): TopicNode {
  const node = topicWithId(call, id);
  if (node.topic.stage?.kind === 'free') return node;
  throw new Refusal(outdatedView);
}

async function direction(call: Call, note: string | null): Promise<Message> {
  const { app, roadmap, userId, words, now } = call;
  const { progress, proofs } = await studyOf(app.db, userId, roadmap);
  const steps = career(roadmap, progress, proofs);
  const current = steps.find(({ state }) => state === 'current');
  const track = trackOf(roadmap, current?.stage ?? null);
  const next = track === null ? null : nextTopic(roadmap, progress, now, { within: track });
  const state = next === null ? 'todo' : (progress.get(next.id)?.state ?? 'todo');
  const notes = await stageNotesOf(app.db, userId, roadmap.id);
  return careerView(words, { steps, next: next && { node: next, state }, notes, note });
}
