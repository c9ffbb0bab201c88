/** An answer that reached nobody, to something that was carried out all the same. */
export interface MissedAnswer {
  readonly interactionId: string;
  /** The name of the command; null for what was pressed or filled in. */
  readonly command: string | null;
  /** The action of the button or form, or the command's name. */
  readonly action: string;
}

/**
 * The answers that members have not received. They are kept while the program runs, because the next answer repeats
 * them.
 */
export interface MissedAnswers {
  note(userId: string, missed: MissedAnswer): void;
  /** The last answer that somebody missed, or null. */
  of(userId: string): MissedAnswer | null;
  /** It was told now. */
  told(userId: string): void;
}

/** More people than this at once have missed an answer only while Discord itself is down: the oldest are given up. */
const MOST = 10_000;

export function makeMissedAnswers(): MissedAnswers {
  const missed = new Map<string, MissedAnswer>();
  return {
    note(userId, answer) {
      missed.delete(userId);
      missed.set(userId, answer);
      const [oldest] = missed.keys();
      if (missed.size > MOST && oldest !== undefined) missed.delete(oldest);
    },
    of: (userId) => missed.get(userId) ?? null,
    told: (userId) => void missed.delete(userId),
  };
}
