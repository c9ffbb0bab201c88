/** A roadmap in a list of which some may be copies of others. */
export interface CopiedRoadmap {
  readonly id: string;
  readonly title: string;
  /** The roadmap that it is a copy of; null if it is none. */
  readonly baseId: string | null;
}
