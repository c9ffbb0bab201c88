import type { Feedback } from '../../store/teach-back/feedback.ts';

/** A member's comments on the work of others, for their export. `time`: writes an instant (epoch ms). */
export function exportedFeedback(feedback: Feedback, time: (at: number | null) => string | null) {
  return {
    clearToYou: feedback.clear.map(({ at: when, ...said }) => ({ ...said, at: time(when) })),
    questions: feedback.questions.map(({ askedAt, answeredAt, ...said }) => ({
      ...said,
      asked: time(askedAt),
      answered: time(answeredAt),
    })),
    readings: feedback.readings.map(({ offeredAt, saidAt, remindAt, remindedAt, ...said }) => ({
      ...said,
      offered: time(offeredAt),
      said: time(saidAt),
      toBeReminded: time(remindAt),
      reminded: time(remindedAt),
    })),
  };
}
