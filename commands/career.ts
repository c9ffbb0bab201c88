import { show } from '../src/discord/answer.ts';
import type { Command } from '../src/discord/command.ts';
import { forEverybody } from '../src/discord/contexts.ts';
import { progressOf } from '../src/store/progress.ts';
import { career as careerOf } from '../src/study/career.ts';
import { nextInTrack } from '../src/study/next-in-track.ts';
import { trackOf } from '../src/study/status.ts';
import { careerView } from '../src/view/career.ts';
import { localised } from '../src/words/localised.ts';

/** `/career`: the stages of the career direction, and where one stands in them. */
export const career: Command = {
  data: { name: 'career', ...localised((words) => words.commands.career), ...forEverybody },
  async execute(call) {
    const progress = await progressOf(call.app.db, call.userId, call.book.id);
    const steps = careerOf(call.book, progress);
    const current = steps.find(({ state }) => state === 'current');
    const track = trackOf(call.book, current?.stage ?? null);
    const next = track === null ? null : nextInTrack(call.book, progress, track, call.now);
    const state = next === null ? 'todo' : (progress.get(next.id)?.state ?? 'todo');
    return show(careerView(call.words, { steps, next: next && { place: next, state } }));
  },
};
