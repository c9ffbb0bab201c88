import {
  type MarkState,
  OWN_SECTION,
  type Roadmap,
  type Section,
  type Topic,
} from '../../src/roadmap/roadmap.ts';

const SIGNS: Readonly<Record<MarkState, string>> = {
  todo: '☐',
  doing: '◐',
  done: '☑',
  skipped: '☒',
  'put-off': '☐',
};

/** Draws a roadmap for people: sections, topics with their marks, notes and links. */
export function drawn({ title, sections }: Roadmap): string {
  const topic = ({ state, title: name, notes, resources, children }: Topic, indent: string): string[] => [
    `${indent}${SIGNS[state]} ${name}`,
    ...notes.map((note) => `${indent}  “${note}”`),
    ...resources.map(({ url }) => `${indent}  → ${url}`),
    ...children.flatMap((child) => topic(child, `${indent}  `)),
  ];
  const section = ({ key, title: name, topics, sections: inner }: Section, indent: string): string[] => {
    // The section right under the title has no heading of its own.
    const isOwn = key === OWN_SECTION;
    return [
      ...(isOwn ? [] : [`${indent}${name}`]),
      ...topics.flatMap((each) => topic(each, isOwn ? indent : `${indent}  `)),
      ...inner.flatMap((each) => section(each, `${indent}  `)),
    ];
  };
  return [title, ...sections.flatMap((each) => section(each, '  '))].join('\n');
}
