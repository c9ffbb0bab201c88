/** Why an option of a command cannot be sent as it is. */
export interface Problem {
  readonly kind:
    | 'required'
    | 'not a choice'
    | 'not a number'
    | 'not whole'
    | 'too small'
    | 'too large'
    | 'too short'
    | 'too long';
  /** Which number it is too small, large, short or long for. */
  readonly limit?: number;
}

/** Why a field of a modal cannot be sent as it is. */
export interface FieldProblem {
  readonly kind: 'required' | 'too short' | 'too long' | 'too few' | 'too many';
  /** Which number it is too short, long, few or many for. */
  readonly limit?: number;
}
