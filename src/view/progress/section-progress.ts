import { customId } from '../custom-id.ts';
import type { Heading } from '../../roadmap/headings.ts';
import { provenTopics } from '../../study/proofs/proof.ts';
import { type Standing, standings } from '../../study/topics/status.ts';
import type { Words } from '../../words/index.ts';
import { button, card, fitting, type Message, rows, separator, text } from '../components.ts';
import { clip, inline, plain } from '../escape.ts';
import { heading, progressButtons } from './progress.ts';
import { sectionLine } from './progress-line.ts';
import type { ProgressReport } from './report.ts';
import { marked } from '../topics/topic-text.ts';

/** The most characters that each part may take. Together they stay below the 4,000 of a message. */
const BUDGET = { path: 300, sections: 1200, topics: 1800 };

/** One section in detail: its subsections, and its own topics. */
export function sectionProgressView(words: Words, report: ProgressReport, shown: Heading): Message {
  const { outline, progress, proofs, visible, audience } = report;
  const { section, path, id, topIndex } = shown;
  const all = standings(outline, progress);
  const topics = outline.nodes.filter((node) => node.section === section && node.parent === null);
  const proven = provenTopics(outline, progress, proofs);
  const topicLines = visible.topics
    ? topics.map((node) => topicLine(words, marked(node, all, proven), all.get(node.id), visible.progress))
    : [];
  const sectionLines = visible.progress
    ? section.sections.map((child) => sectionLine(words, report, child))
    : [];
  const where = path.slice(0, -1).map((step) => inline(clip(plain(step), 80)));
  const parts = [
    fitting(sectionLines, BUDGET.sections, words.andMore),
    fitting(topicLines, BUDGET.topics, words.andMore),
  ].filter((part) => part !== '');
  const own = [
    button(words.progress.open, customId('section', topIndex)),
    button(words.progress.whole, customId('progress')),
  ];

  return card(
    'doing',
    text(
      heading(words, report),
      clip(where.join(' › '), BUDGET.path),
      visible.progress
        ? sectionLine(words, report, section)
        : `**${inline(clip(plain(section.title), 80))}**`,
    ),
    ...parts.flatMap((part) => [separator(), text(part)]),
    separator(),
    ...rows([...progressButtons(words, report, id), ...(audience === 'own' ? own : [])]),
  );
}

/** `◐ Caching · 1 of 3 done`. Only topics with others under them have a count, and only if the reader may see it. */
function topicLine(words: Words, line: string, standing: Standing | undefined, withCount: boolean): string {
  if (!withCount || standing === undefined || standing.total < 2) return line;
  return `${line} · ${words.topic.part(standing.done, standing.total)}`;
}
