import type { Roadmap, Section, Topic } from '../../src/roadmap/roadmap.ts';

/** Draws a roadmap as text, a line for each section or topic, so that a test shows the tree that it expects. */
export function sketch({ title, sections }: Roadmap, line: (topic: Topic) => string = tickAndTitle): string {
  const inTopic = (topic: Topic, indent: string): string[] => [
    `${indent}${line(topic)}`,
    ...topic.children.flatMap((child) => inTopic(child, `${indent}  `)),
  ];
  const inSection = (section: Section, indent: string): string[] => [
    `${indent}${section.title} (${section.kind})`,
    ...section.topics.flatMap((topic) => inTopic(topic, `${indent}  `)),
    ...section.sections.flatMap((inner) => inSection(inner, `${indent}  `)),
  ];
  return [`= ${title}`, ...sections.flatMap((section) => inSection(section, ''))].join('\n');
}

/** Every topic of a roadmap, in file order. */
export function topicsOf({ sections }: Pick<Roadmap, 'sections'>): readonly Topic[] {
  const withChildren = (topic: Topic): Topic[] => [topic, ...topic.children.flatMap(withChildren)];
  return sections.flatMap((section) => [...section.topics.flatMap(withChildren), ...topicsOf(section)]);
}

/** Markdown or a sketch that stands inside a test, without the indentation of the test. */
export function text(parts: TemplateStringsArray): string {
  const lines = (parts.raw[0] ?? '').replace(/^\n/u, '').replace(/\n *$/u, '').split('\n');
  const indents = lines.filter((line) => line.trim() !== '').map((line) => line.search(/\S/u));
  return lines.map((line) => line.slice(Math.min(...indents))).join('\n');
}

function tickAndTitle({ ticked, title }: Topic): string {
  return `${ticked ? 'x' : '-'} ${title}`;
}
