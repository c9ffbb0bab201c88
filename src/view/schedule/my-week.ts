import type { Outline, TopicNode } from '../../roadmap/outline.ts';
import type { Days } from '../../study/progress/week.ts';
import type { Words } from '../../words/index.ts';
import { button, card, fitting, type Message, row, text } from '../components.ts';
import { customId } from '../custom-id.ts';
import { dayName, dayRange } from '../time.ts';
import { MARKS, roadmapName, title } from '../topics/topic-text.ts';

/** A member's study in the week of a weekly post. */
interface MyWeek extends Days {
  /** The roadmaps that the post is about. */
  readonly roadmaps: readonly Outline[];
  /** In the order in which they were finished. */
  readonly finished: readonly TopicNode[];
  /** How many topics they finished in the week before. */
  readonly before: number;
  /** The days (`YYYY-MM-DD`) of the week on which they studied. */
  readonly studied: readonly string[];
}

/** The most characters that the finished topics may take. */
const BUDGET = 1500;

/** What a member did in the week of a weekly post, for them only. */
export function myWeekView(words: Words, week: MyWeek): Message {
  const { weekly } = words;
  const topics = week.finished.map((node) =>
    [`${MARKS.done} ${title(node)}`, roadmapName(week.roadmaps, node)]
      .filter((part) => part !== null)
      .join(' · '),
  );
  return card(
    week.studied.length > 0 ? 'done' : 'neutral',
    text(weekly.ownHeading(dayRange(week.from, week.to, words.locale))),
    text(
      weekly.own(week.finished.length, week.before),
      topics.length === 0 ? null : fitting(topics, BUDGET, words.andMore),
    ),
    text(
      weekly.studied(week.studied.length),
      week.studied.length === 0
        ? null
        : words.list(week.studied.map((date) => dayName(date, words.locale, { weekday: 'short' }))),
    ),
    row(
      button(words.roadmap.whatNow, customId('today'), 'primary'),
      button(words.progress.mine, customId('progress')),
    ),
  );
}
