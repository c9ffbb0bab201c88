import type { Match } from '../../roadmap/matching/match.ts';
import type { Answers } from '../../roadmap/matching/settle.ts';
import type { Outline } from '../../roadmap/outline.ts';

/** A topic that left the roadmap although it may still be there. By ids, which outlive keys. */
export interface Question {
  readonly topicId: string;
  /** The topics that it may be, the likeliest first. */
  readonly offers: readonly string[];
}

/** What nobody has answered of a match. */
export function questionsOf(
  { likely, replaced }: Match,
  answers: Answers,
  before: Outline,
  after: Outline,
): readonly Question[] {
  return [...likely].flatMap(([key, offers]) => {
    const node = before.byKey.get(key);
    if (node === undefined || answers.has(key) || replaced.has(key)) return [];
    return [{ topicId: node.id, offers: offers.flatMap((offer) => after.byKey.get(offer)?.id ?? []) }];
  });
}

/** The questions that can still be asked of a version: of topics that are not in it, and may be some that are. */
export function stillOpen(questions: readonly Question[], { byId }: Outline): readonly Question[] {
  return questions
    .filter(({ topicId }) => !byId.has(topicId))
    .map(({ topicId, offers }) => ({ topicId, offers: offers.filter((id) => byId.has(id)) }))
    .filter(({ offers }) => offers.length > 0);
}
