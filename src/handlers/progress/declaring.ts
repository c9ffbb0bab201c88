import type { APIModalInteractionResponseCallbackData } from 'discord.js';
import type { TopicNode } from '../../roadmap/outline.ts';
import { stageNotesOf } from '../../store/progress/stage-notes.ts';
import { declareForm } from '../../view/progress/career.ts';
import type { Call } from '../../discord/command.ts';

/** Opens the form in which a member declares a free stage. It contains the note that they wrote before. */
export async function openDeclaration(
  { app, roadmap, userId, words }: Call,
  node: TopicNode,
): Promise<APIModalInteractionResponseCallbackData> {
  const notes = await stageNotesOf(app.db, userId, roadmap.id);
  return declareForm(words, node, notes.get(node.id) ?? '');
}
