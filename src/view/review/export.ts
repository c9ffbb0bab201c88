import type { ReviewData } from '../../store/review/personal-data.ts';

/** A member's reviews for the export, with full names and units. `time`: writes an instant (epoch ms). */
export function exportedReviews(
  { cards, answers, reminder }: ReviewData,
  time: (at: number | null) => string | null,
) {
  return {
    reviews: cards.map(
      ({ roadmap, key, title, due_date, review_date, last_review, put_off_to, ...card }) => ({
        roadmap,
        key,
        title,
        due: due_date,
        lastReview: time(last_review),
        lastReviewDate: review_date,
        putOffTo: put_off_to,
        stabilityInDays: card.stability,
        difficulty: card.difficulty,
        scheduledDays: card.scheduled_days,
        learningSteps: card.learning_steps,
        reviews: card.reps,
        lapses: card.lapses,
        state: card.state,
      }),
    ),
    reviewAnswers: answers.map(({ id, roadmap, key, title, rating, at, before, undoes, mirrors }) => ({
      id,
      at: time(at),
      roadmap,
      key,
      title,
      rating,
      before: before === null ? null : (JSON.parse(before) as unknown),
      undoes,
      repeats: mirrors,
    })),
    reminder:
      reminder === null
        ? null
        : {
            way: reminder.way,
            guildId: reminder.guildId,
            hour: reminder.hour,
            timeZone: reminder.timeZone,
            locale: reminder.locale,
            next: time(reminder.next?.at ?? null),
            lastDate: reminder.lastDate,
            stopped: reminder.stopped,
          },
  };
}
