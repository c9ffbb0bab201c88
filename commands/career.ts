import { ask, show } from '../src/discord/answer.ts';
import type { Call, Command } from '../src/discord/command.ts';
import { forEverybody } from '../src/discord/contexts.ts';
import { openDeclaration } from '../src/handlers/career/declaring.ts';
import { Refusal } from '../src/discord/refusal.ts';
import { topicWithId } from '../src/handlers/topics/topics.ts';
import type { TopicNode } from '../src/roadmap/outline.ts';
import { declareStage, stageNotesOf } from '../src/store/progress/stage-notes.ts';
import { studyOf } from '../src/store/progress/studies.ts';
import { career as careerOf } from '../src/study/progress/career.ts';
import { nextInTrack } from '../src/study/suggestions/next-in-track.ts';
import { trackOf } from '../src/study/topics/status.ts';
import { careerView, DECLARATION } from '../src/view/progress/career.ts';
import { outdatedView } from '../src/view/failure.ts';
import { title } from '../src/view/topics/topic-text.ts';
import { localised } from '../src/words/localised.ts';

/** `/career`: the stages of the career direction, and where one stands in them. */
export const career: Command = {
  data: { name: 'career', ...localised((words) => words.commands.career), ...forEverybody },
  execute: async (call) => show(await direction(call)),
  presses: {
    career: async (call) => show(await direction(call)),
    /** `declare:<topic>`: a stage of one's own. */
    declare: async (call) => ask(await openDeclaration(call, stageWithId(call, call.args[0]))),
  },
  forms: {
    declare: async (call) => {
      const node = stageWithId(call, call.args[0]);
      const note = call.fields.getTextInputValue(DECLARATION.note).slice(0, DECLARATION.length).trim();
      await declareStage(call.app.db, call.actor, node.id, note);
      return show(await direction(call, call.words.career.declared(title(node))));
    },
  },
};

/** @throws Refusal if it is no stage that one declares */
function stageWithId(call: Call, id: string | undefined): TopicNode {
  const node = topicWithId(call, id);
  if (node.topic.stage?.kind === 'free') return node;
  throw new Refusal(outdatedView);
}

async function direction(call: Call, note: string | null = null) {
  const { app, roadmap, userId, words, now } = call;
  const { progress, proofs } = await studyOf(app.db, userId, roadmap);
  const steps = careerOf(roadmap, progress, proofs);
  const current = steps.find(({ state }) => state === 'current');
  const track = trackOf(roadmap, current?.stage ?? null);
  const next = track === null ? null : nextInTrack(roadmap, progress, track, now);
  const state = next === null ? 'todo' : (progress.get(next.id)?.state ?? 'todo');
  const notes = await stageNotesOf(app.db, userId, roadmap.id);
  return careerView(words, { steps, next: next && { node: next, state }, notes, note });
}
