/** The reason why an option of a command cannot be sent. */
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
  /** The limit of its value or length. */
  readonly limit?: number;
}

/** The reason why a field of a modal cannot be sent. */
export interface FieldProblem {
  readonly kind: 'required' | 'too short' | 'too long' | 'too few' | 'too many';
  /** The limit of its length or number. */
  readonly limit?: number;
}
