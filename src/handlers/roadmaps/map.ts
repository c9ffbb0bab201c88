import { type Answer, show } from '../../discord/answer.ts';
import type { Call } from '../../discord/command.ts';
import { hasJoined } from '../../store/members/memberships.ts';
import { studyingIn } from '../../store/sessions/now.ts';
import { studyOf } from '../../store/progress/studies.ts';
import { standings } from '../../study/topics/status.ts';
import { roadmapView, sectionView } from '../../view/roadmaps/roadmap.ts';

/** The whole roadmap, section by section, with the member's progress in each, and who of their group studies now. */
export async function showMap(call: Call): Promise<Answer> {
  const { app, userId, guildId, now, words, roadmap, followed } = call;
  const study = await studyOf(app.db, userId, roadmap);
  const joined = guildId !== null && (await hasJoined(app.db, guildId, userId));
  const studying = joined ? await studyingIn(app.db, guildId, now) : [];
  const isStudied = followed.includes(roadmap.id);
  return show(roadmapView(words, { outline: roadmap, ...study }, { studying, isStudied }));
}

/**
 * A page of a section. `index` and `page` count from 0. If one of them is no number, the overview or the page where
 * there is something to do is shown.
 */
export async function showSection(call: Call, index: number, asked: number): Promise<Answer> {
  const study = await studyOf(call.app.db, call.userId, call.roadmap);
  const all = standings(call.roadmap, study.progress);
  const page = Number.isNaN(asked) ? null : asked;
  return show(sectionView(call.words, { outline: call.roadmap, ...study }, all, { index, page }));
}
