import { type Answer, tell } from '../../discord/answer.ts';
import type { SlashCall } from '../../discord/command.ts';
import { Refusal } from '../../discord/refusal.ts';
import { exportInSteps, exportJson } from '../../roadmap/export.ts';
import { inTurns } from '../../roadmap/in-turns.ts';
import { progressOf } from '../../store/progress/progress.ts';
import { storedRoadmap } from '../../store/roadmaps/roadmaps.ts';
import { standings } from '../../study/topics/status.ts';
import { outdatedView } from '../../view/failure.ts';
import { exportedRoadmapView } from '../../view/roadmaps/exported.ts';

/** The roadmap as a file, with the member's own ticks unless they want it without. */
export async function exportRoadmap(call: SlashCall): Promise<Answer> {
  const { app, roadmap, userId, words } = call;
  const isMine = call.options.getBoolean('mine') ?? true;
  const stored = await storedRoadmap(app.db, roadmap.id);
  if (stored === null) throw new Refusal(outdatedView);
  const { source, title } = stored;
  const readAs = { untitled: title, ...stored.readAs };
  const all = standings(roadmap, await progressOf(app.db, userId, roadmap.id));
  const stateOf = (id: string): string => all.get(id)?.state ?? 'todo';
  const done = roadmap.nodes.filter(({ id }) => stateOf(id) === 'done').map(({ topic }) => topic.key);
  const topics = roadmap.nodes.map(({ id, topic, path }) => ({
    id,
    key: topic.key,
    title: topic.title,
    path,
    state: isMine ? stateOf(id) : topic.state,
  }));
  return tell(
    exportedRoadmapView(words, roadmap.tree.title, {
      markdown: await inTurns(exportInSteps({ source, readAs }, isMine ? new Set(done) : null)),
      json: exportJson({ source, readAs }, title, topics),
      done: isMine ? done.length : null,
    }),
  );
}
