/** How an interaction ended. */
export type AnswerOutcome =
  | 'answered'
  /** The person was told what they have to do otherwise. */
  | 'refused'
  /** The bot made a mistake; the person was told so, with a reference. */
  | 'failed'
  /** The answer reached nobody. */
  | 'undelivered'
  /** An earlier delivery of the same interaction was answered. */
  | 'repeated'
  /** The person uses the bot faster than anybody can. */
  | 'too-fast';

/** What an interaction was. Only names that the bot has itself: anybody can send any other. */
export interface Asked {
  readonly kind: 'command' | 'typing' | 'press' | 'form';
  readonly name: string;
}

/** Counts what the bot does. What it makes of it is up to the operator: by default nothing. */
export interface Meter {
  /** An interaction has arrived. @returns to be called once, when it has been dealt with */
  asked(): (what: () => Asked, outcome: AnswerOutcome) => void;
  /**
   * A scheduled post has come to an end, or has to wait.
   * @param late how long after it was due, in milliseconds
   */
  posted(kind: string, outcome: string, late: number): void;
}

const nothing = (): void => undefined;

/** Counts nothing. */
export const NO_METER: Meter = { asked: () => nothing, posted: nothing };

/** Counts by both. */
export function bothMeters(one: Meter, other: Meter): Meter {
  return {
    asked() {
      const [first, second] = [one.asked(), other.asked()];
      return (what, outcome) => {
        first(what, outcome);
        second(what, outcome);
      };
    },
    posted(kind, outcome, late) {
      one.posted(kind, outcome, late);
      other.posted(kind, outcome, late);
    },
  };
}
