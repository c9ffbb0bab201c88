import type { Match } from '../../roadmap/matching/match.ts';
import type { Answers } from '../../roadmap/matching/settle.ts';
import type { Outline } from '../../roadmap/outline.ts';

/** A topic that left the roadmap although it may still be there. It is stored by ids, because keys may change. */
export interface Question {
  readonly topicId: string;
  /** The topics that it may have become, the likeliest first. */
  readonly offers: readonly string[];
}

/** The questions of a match that nobody has answered. */
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

/**
 * The questions that can still be asked about a version: those about topics that are not in it, with offers that are.
 */
export function stillOpen(questions: readonly Question[], { byId }: Outline): readonly Question[] {
  return questions
    .filter(({ topicId }) => !byId.has(topicId))
    .map(({ topicId, offers }) => ({ topicId, offers: offers.filter((id) => byId.has(id)) }))
    .filter(({ offers }) => offers.length > 0);
}
