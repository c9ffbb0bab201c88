import { show } from '../src/discord/answer.ts';
import type { Command } from '../src/discord/command.ts';
import { forEverybody } from '../src/discord/contexts.ts';
import { progressOf } from '../src/store/progress/progress.ts';
import { standings } from '../src/study/topics/status.ts';
import { toolsetView } from '../src/view/toolset.ts';
import { localised } from '../src/words/localised.ts';

/** `/toolset`: the languages of the roadmap by what they are for, and how one stands with them. */
export const toolset: Command = {
  data: { name: 'toolset', ...localised((words) => words.commands.toolset), ...forEverybody },
  async execute({ app, roadmap, userId, words }) {
    const progress = await progressOf(app.db, userId, roadmap.id);
    const tools = roadmap.nodes.filter(({ top, parent }) => top.kind === 'toolset' && parent === null);
    return show(toolsetView(words, tools, standings(roadmap, progress)));
  },
};
