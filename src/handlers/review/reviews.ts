import type { TopicNode } from '../../roadmap/outline.ts';
import { METHODS } from '../../roadmap/roadmap.ts';
import { effortSince } from '../../store/progress/activities.ts';
import { progressOf } from '../../store/progress/progress.ts';
import { fileOf } from '../../store/proofs/files.ts';
import { proofOf } from '../../store/proofs/proofs.ts';
import { cardsOf } from '../../store/review/cards.ts';
import { gradesSince } from '../../store/review/log.ts';
import { questionsOf } from '../../store/teach-back/teach-back.ts';
import { hasJoined } from '../../store/members/memberships.ts';
import type { Progress } from '../../study/progress/progress.ts';
import type { Grade } from '../../study/review/card.ts';
import { cuesOf } from '../../study/review/cues.ts';
import { READABLE_FILE } from '../../files/proof-file.ts';
import { textOf } from '../../files/proof-file.ts';
import { RETENTION_DAYS, retentionFor } from '../../study/review/retention.ts';
import { aheadOf, dueOf, fadingOf, hasOpen, type Review, reviewsOf } from '../../study/review/review.ts';
import { type Question, questionOf } from '../../study/review/question.ts';
import { leftOf, setAt } from '../../study/review/set.ts';
import { type Clock, dateOf, dayBounds, dayNumber, studyDay } from '../../time/study-day.ts';
import type { OwnNotes } from '../../view/review/review.ts';
import type { Call } from '../../discord/command.ts';

/** A member's reviews as they are now. */
export interface OwnReviews {
  /** The reviews of every done topic. */
  readonly all: readonly Review[];
  /** The most forgotten first. */
  readonly due: readonly Review[];
  /**
   * Reviews that can be done before their day, the most forgotten first. Empty while there is anything left to learn.
   */
  readonly ahead: readonly Review[];
  readonly clock: Clock;
  /** The member's study day. */
  readonly today: string;
}

/** Reads the reviews of the member who asks. */
export async function ownReviews({ app, roadmap, userId, member, timeZone, now }: Call): Promise<OwnReviews> {
  const progress = await progressOf(app.db, userId, roadmap.id);
  const cards = await cardsOf(app.db, userId, roadmap.id);
  const clock = { timeZone, dayStart: member.dayStart };
  const today = studyDay(now, timeZone, member.dayStart);
  const all = reviewsOf(roadmap, progress, cards, today);
  return { all, due: dueOf(all, today), ahead: aheadOf(roadmap, progress, all, today), clock, today };
}

/** The member's answers of today, oldest first. */
export function gradesToday({ app, userId, roadmap }: Call, reviews: OwnReviews): Promise<readonly Grade[]> {
  return gradesSince(app.db, userId, roadmap.id, beginningOf(reviews));
}

/** When the member's study day begins; epoch ms. */
export function beginningOf({ today, clock: { timeZone, dayStart } }: OwnReviews): number {
  return dayBounds(today, timeZone, dayStart).from;
}

/** How many due reviews are left in the present set: what each screen counts as waiting now. */
export async function dueNow(call: Call, reviews: OwnReviews): Promise<number> {
  return leftOf(setAt((await gradesToday(call, reviews)).length, reviews.due.length));
}

/**
 * The chance of remembering at which the member's topics should come back. It depends on how much of their recent
 * time reviews took.
 */
export async function retentionOf({ app, roadmap, userId }: Call, { today }: OwnReviews): Promise<number> {
  const since = dateOf(dayNumber(today) - RETENTION_DAYS + 1);
  const { reviews, finished } = await effortSince(app.db, userId, roadmap.id, since);
  const minutes = finished.map((id) => roadmap.byId.get(id)?.topic.minutes ?? null);
  const progress = await progressOf(app.db, userId, roadmap.id);
  return retentionFor({ reviews, finished: minutes }, hasOpen(roadmap, progress));
}

/**
 * Whether the member probably still remembers a topic, and whether its review is due. The chance is given only if it
 * has become low.
 */
export async function memoryOf(
  { app, roadmap, userId, member, timeZone, now }: Call,
  node: TopicNode,
  progress: Progress,
): Promise<{ readonly fading: number | null; readonly reviewDue: boolean }> {
  const entry = progress.get(node.id);
  if (entry?.state !== 'done') return { fading: null, reviewDue: false };
  const cards = await cardsOf(app.db, userId, roadmap.id);
  const today = studyDay(now, timeZone, member.dayStart);
  const reviews = reviewsOf(roadmap, new Map([[node.id, entry]]), cards, today);
  const [fading] = fadingOf(reviews, member.fadingBelow / 100);
  return { fading: fading?.retrievability ?? null, reviewDue: dueOf(reviews, today).length > 0 };
}

/** The member's own notes on a topic, in the order of the methods. Work that is only a link is left out. */
export async function ownNotes({ app, userId }: Call, node: TopicNode): Promise<readonly OwnNotes[]> {
  const proofs = await Promise.all(METHODS.map((method) => proofOf(app.db, userId, node.id, method)));
  const notes = proofs.map(async (proof) => {
    if (proof === null) return [];
    const isReadable = proof.file !== null && proof.file.kind === 'text' && proof.file.size <= READABLE_FILE;
    const file = isReadable ? await fileOf(app.db, proof.id) : null;
    const text = [...proof.parts, ...(file === null ? [] : [textOf(file.bytes)])].join('\n\n').trim();
    return text === '' ? [] : [{ method: proof.method, text }];
  });
  return (await Promise.all(notes)).flat();
}

/**
 * The question of a review: the member's own cheat code, a question of their group, or a request to explain the topic.
 */
export async function questionFor(
  call: Call,
  { node, card }: Review,
  notes: readonly OwnNotes[],
): Promise<Question> {
  const { userId } = call;
  const sheet = notes.find(({ method }) => method === 'cheatcode');
  const review = { userId, topicId: node.id, reps: card?.reps ?? 0 };
  return questionOf(review, sheet === undefined ? [] : cuesOf(sheet.text), await gapsOf(call, node));
}

/** Other members' questions about the topic in this guild. Only a person who studies with them sees them. */
async function gapsOf({ app, guildId, userId }: Call, node: TopicNode) {
  if (guildId === null || !(await hasJoined(app.db, guildId, userId))) return [];
  const questions = await questionsOf(app.db, guildId, node.id);
  return questions.filter(({ askerId }) => askerId !== userId);
}
