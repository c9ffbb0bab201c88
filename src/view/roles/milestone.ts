import { headingsOf } from '../../roadmap/headings.ts';
import type { Outline } from '../../roadmap/outline.ts';
import type { Milestone } from '../../study/roles.ts';
import type { Words } from '../../words/index.ts';
import { clip, inline, plain } from '../escape.ts';

/** The most characters of a section's or stage's title. */
const TITLE = 60;

/**
 * What a milestone asks for, in one line.
 * @param roadmaps those that milestones are about, in the reader's language
 * @param escape `plain` for places where Discord reads no Markdown
 */
export function milestoneText(
  words: Words,
  milestone: Milestone,
  roadmaps: readonly Outline[],
  escape: (title: string) => string = inline,
): string {
  const { roles: say } = words;
  if (milestone.kind === 'streak') return say.streak(milestone.days);
  const outline = roadmaps.find(({ id }) => id === milestone.roadmapId);
  const title =
    milestone.kind === 'stage'
      ? outline?.byId.get(milestone.topicId)?.topic.title
      : outline === undefined
        ? undefined
        : headingsOf(outline).find(({ id }) => id === milestone.sectionId)?.section.title;
  if (title === undefined) return say.lost;
  const shown = escape(clip(plain(title), TITLE));
  return milestone.kind === 'stage'
    ? say.stage(shown)
    : say[milestone.kind](words.percent(milestone.percent), shown);
}
