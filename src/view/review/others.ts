import type { TopicNode } from '../../roadmap/outline.ts';
import type { Words } from '../../words/index.ts';
import { button, card, type Message, row, separator, text } from '../components.ts';
import { customId } from '../custom-id.ts';
import { clip, inline, plain } from '../escape.ts';
import { calm, pagesOf, prose } from '../prose.ts';
import { mention, title } from '../topics/topic-text.ts';

/** A cheat code of another member that is asked. */
export interface OtherAsked {
  readonly node: TopicNode;
  readonly authorId: string;
  readonly proofId: string;
  /** Empty if the sheet is too short for cues. */
  readonly cues: readonly string[];
  /** The sheet itself once it is shown; null before. */
  readonly sheet: string | null;
  /** Its place among all, from 0, and how many there are. */
  readonly place: number;
  readonly count: number;
}

/** The most characters that a cue and a sheet may take. Together they stay below the 4,000 of a message. */
const BUDGET = { cue: 120, sheet: 2400 };

/** Asks a question from another member's work, or shows the work. It changes nothing about the member's own reviews. */
export function otherView(words: Words, asked: OtherAsked): Message {
  const say = words.reviewOthers;
  const { node, cues, sheet, place, count, proofId } = asked;
  const isLast = place + 1 >= count;
  const [shown = '', ...rest] =
    sheet === null ? [] : pagesOf(calm(prose(sheet.slice(0, 2 * BUDGET.sheet))), BUDGET.sheet);
  return card(
    'doing',
    text(say.heading(place + 1, count), `## ${title(node)}`, `-# ${say.by(mention(asked.authorId))}`),
    separator(),
    text(
      ...(cues.length === 0
        ? [`### ${words.review.explain}`]
        : [`### ${words.review.cues}`, ...cues.map((cue) => `- ${inline(clip(plain(cue), BUDGET.cue))}`)]),
    ),
    ...(sheet === null ? [] : [separator(), text(rest.length > 0 ? `${shown}\n…` : shown)]),
    row(
      ...(sheet === null ? [button(say.show, customId('review-other-show', place, proofId), 'primary')] : []),
      ...(isLast
        ? []
        : [button(say.next, customId('review-other', place + 1), sheet === null ? 'secondary' : 'primary')]),
      button(words.review.begin, customId('review')),
    ),
  );
}

/** There is nothing (more) of others to review with. The member can lend their own work. */
export function othersRestView(words: Words, lends: boolean, isEmpty: boolean): Message {
  const say = words.reviewOthers;
  return card(
    'neutral',
    text(isEmpty ? say.nothing : say.about, lends ? say.lent : say.notLent),
    row(
      ...(isEmpty ? [] : [button(say.begin, customId('review-other', 0), 'primary')]),
      button(lends ? say.stopLending : say.lend, customId('review-lend', lends ? 0 : 1)),
      button(words.review.begin, customId('review')),
    ),
  );
}
