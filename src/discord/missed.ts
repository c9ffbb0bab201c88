/** An answer that could not be delivered, although something was carried out. */
export interface MissedAnswer {
  readonly interactionId: string;
  /** The name of the command; null for a button or form. */
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
  /** The person was told about it, so it is forgotten. */
  told(userId: string): void;
}

/**
 * So many people miss an answer only while Discord itself is down. Beyond this number the oldest entries are dropped.
 */
const MOST = 10_000;

/** Makes an empty list of missed answers. */
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
