/** How many interactions of one person are answered: so many at once, and so many more each second. */
export interface Pace {
  readonly burst: number;
  readonly perSecond: number;
}

/** What to do with an interaction: answer it, say that it was too fast, or ignore it. */
export type Admission = 'answer' | 'say-so' | 'ignore';

export interface FloodGate {
  /**
   * @param interactionId Discord may deliver an interaction again under the same id. It then counts only once.
   * @param now epoch ms
   */
  admit(userId: string, interactionId: string, now: number): Admission;
}

interface Bucket {
  left: number;
  at: number;
  told: boolean;
  /** The ids of the last few interactions that were admitted. */
  recent: readonly string[];
}

/** How many of a person's last interactions are remembered. */
const RECENT = 10;

/** Full buckets are thrown away when there are more than this. */
const MANY = 1000;

/**
 * A token bucket for each person, so that somebody who sends hundreds of interactions a second does not keep the bot
 * from the others. A person who is too fast is told once. Further interactions are ignored until they slow down, and
 * cost nothing.
 */
export function makeFloodGate({ burst, perSecond }: Pace): FloodGate {
  const buckets = new Map<string, Bucket>();
  const refilled = ({ left, at }: Bucket, now: number): number =>
    Math.min(burst, left + (Math.max(0, now - at) / 1000) * perSecond);

  return {
    admit(userId, interactionId, now) {
      if (buckets.size > MANY) {
        for (const [id, bucket] of buckets) if (refilled(bucket, now) >= burst) buckets.delete(id);
      }
      const bucket = buckets.get(userId) ?? { left: burst, at: now, told: false, recent: [] };
      buckets.set(userId, bucket);
      if (bucket.recent.includes(interactionId)) return 'answer';
      bucket.left = refilled(bucket, now);
      bucket.at = now;
      if (bucket.left >= 1) {
        bucket.left -= 1;
        bucket.told = false;
        bucket.recent = [...bucket.recent, interactionId].slice(-RECENT);
        return 'answer';
      }
      if (bucket.told) return 'ignore';
      bucket.told = true;
      return 'say-so';
    },
  };
}
