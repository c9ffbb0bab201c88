/** How an interaction ended. */
export type AnswerOutcome =
  | 'answered'
  /** The bot told the person what to do differently. */
  | 'refused'
  /** The bot made a mistake. It told the person so, with a reference. */
  | 'failed'
  /** The answer reached nobody. */
  | 'undelivered'
  /** Discord delivered the interaction again, and the first delivery was answered. */
  | 'repeated'
  /** The person used the bot faster than anybody can by hand. */
  | 'too-fast';

/** The kind and name of an interaction. It has only names that the bot knows, because anybody can send others. */
export interface Asked {
  readonly kind: 'command' | 'typing' | 'press' | 'form';
  readonly name: string;
}

/** Counts what the bot does. By default nothing is counted. */
export interface Meter {
  /**
   * Call it when an interaction arrives.
   * @returns a function to call once, when the interaction was handled
   */
  asked(): (what: () => Asked, outcome: AnswerOutcome) => void;
  /**
   * Call it when a scheduled post was handled, or has to wait.
   * @param late how long after it was due, in milliseconds
   */
  posted(kind: string, outcome: string, late: number): void;
}

const nothing = (): void => undefined;

/** Counts nothing. */
export const NO_METER: Meter = { asked: () => nothing, posted: nothing };

/** A meter that passes everything on to both meters. */
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
