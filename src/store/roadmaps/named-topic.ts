/** A topic with names that make sense outside of Roadmate. */
export interface NamedTopic {
  readonly roadmap: string;
  readonly key: string;
  readonly title: string;
}

/** The columns of `topic` for these names. */
export const NAMED_TOPIC = ['topic.roadmap_id as roadmap', 'topic.key', 'topic.title'] as const;
