/** A topic, as somebody outside of Roadmate can tell which one it is. */
export interface NamedTopic {
  readonly roadmap: string;
  readonly key: string;
  readonly title: string;
}

/** What a query over `topic` selects to name it. */
export const NAMED_TOPIC = ['topic.roadmap_id as roadmap', 'topic.key', 'topic.title'] as const;
