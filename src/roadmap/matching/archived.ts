import type { Roadmap, Section, Topic } from '../roadmap.ts';

/** A topic that has left the roadmap, as it stood in it last. */
export interface ArchivedTopic {
  readonly id: string;
  readonly key: string;
  readonly title: string;
  /** The title of what it stood in; null if that is not known. */
  readonly holder: string | null;
  /** Addresses. */
  readonly links: readonly string[];
}

/** Archived topics as a roadmap, in their order, so that the same steps find them that find the topics of a version. */
export function asRoadmap(archived: readonly ArchivedTopic[]): Roadmap {
  const sections = archived.map((topic): Section => ({
    key: '',
    title: topic.holder ?? '',
    titles: {},
    kind: 'track',
    notes: [],
    resources: [],
    methods: [],
    trackMethods: [],
    topics: [asTopic(topic)],
    sections: [],
    line: 0,
  }));
  return { title: '', titles: {}, notes: [], resources: [], sections };
}

function asTopic({ key, title, links }: ArchivedTopic): Topic {
  return {
    key,
    title,
    declared: false,
    titles: {},
    ticked: false,
    state: 'todo',
    same: [],
    aliases: [],
    notes: [],
    resources: links.map((url) => ({ label: '', url })),
    needs: [],
    minutes: null,
    stage: null,
    children: [],
    line: 0,
  };
}
