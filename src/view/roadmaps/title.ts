import type { CopiedRoadmap } from '../../store/roadmaps/copied-roadmap.ts';
import { originalsIn } from '../../study/originals.ts';
import type { Words } from '../../words/index.ts';
import { clip, inline, plain } from '../escape.ts';

/**
 * A roadmap's title within text. Anybody's files can have long titles, so it is cut.
 * @param most how many characters it has at most: fewer among other titles, more where it stands alone
 */
export function roadmapTitle(title: string, most = 80): string {
  return inline(clip(plain(title), most));
}

/** Gives originals a title that differs from that of their copy, where both are in a list. */
export function tellApart<Each extends CopiedRoadmap>(
  { roadmaps: say }: Words,
  listed: readonly Each[],
): readonly Each[] {
  const originals = originalsIn(listed);
  return listed.map((each) => (originals.has(each.id) ? { ...each, title: say.original(each.title) } : each));
}
