import { readRoadmap } from './read.ts';
import type { Section, Topic } from './roadmap.ts';
import { splitLines } from './source.ts';

/**
 * Writes ticks into a roadmap file: exactly the topics whose keys are given are ticked afterwards. Nothing else
 * changes, and a tick that stays is kept as it is written.
 * @throws RoadmapError if the file cannot be read
 */
export function writeTicks(markdown: string, ticked: ReadonlySet<string>): string {
  const lines = splitLines(markdown);
  const write = (topic: Topic): void => {
    if (ticked.has(topic.key) !== topic.ticked) {
      const at = topic.line - 1;
      const line = lines[at] ?? '';
      // Before a task's mark stand only indentation, quote marks and bullets.
      const mark = line.indexOf('[') + 1;
      lines[at] = line.slice(0, mark) + (topic.ticked ? ' ' : 'x') + line.slice(mark + 1);
    }
    topic.children.forEach(write);
  };
  const writeSection = (section: Section): void => {
    section.topics.forEach(write);
    section.sections.forEach(writeSection);
  };
  readRoadmap(markdown).sections.forEach(writeSection);
  return lines.join('');
}
