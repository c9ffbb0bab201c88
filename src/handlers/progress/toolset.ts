import { type Answer, show } from '../../discord/answer.ts';
import type { Call } from '../../discord/command.ts';
import { progressOf } from '../../store/progress/progress.ts';
import { standings } from '../../study/topics/status.ts';
import { toolsetView } from '../../view/toolset.ts';

/** The languages and tools of the roadmap, with the member's progress in each. */
export async function showToolset({ app, roadmap, userId, words }: Call): Promise<Answer> {
  const progress = await progressOf(app.db, userId, roadmap.id);
  const tools = roadmap.nodes.filter(({ top, parent }) => top.kind === 'toolset' && parent === null);
  return show(toolsetView(words, tools, standings(roadmap, progress)));
}
