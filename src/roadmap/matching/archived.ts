import type { Roadmap, Section, Topic } from '../roadmap.ts';

/** A topic that has left the roadmap, as it was at the end. */
export interface ArchivedTopic {
  readonly id: string;
  readonly key: string;
  readonly title: string;
  /** The title of the section or topic that held it, or null if it is unknown. */
  readonly holder: string | null;
  /** The addresses of its links. */
  readonly links: readonly string[];
}

/** Makes a roadmap of archived topics, in their order, so that the same steps can match them. */
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
