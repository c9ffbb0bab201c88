import type { APIButtonComponent } from 'discord.js';
import { customId } from './custom-id.ts';
import type { TopicNode } from '../roadmap/outline.ts';
import type { Standing, Standings } from '../study/topics/status.ts';
import type { Words } from '../words/index.ts';
import { button, card, LIMITS, type Message, row, section, select, separator, text } from './components.ts';
import { clip, inline, plain } from './escape.ts';
import { label, MARKS, title } from './topics/topic-text.ts';

/** How many tools fit in a message, each with a button. Further ones are in a select. */
const TOOLS_SHOWN = 8;

/** The tools of a roadmap, each with its use, its languages and its state. */
export function toolsetView(words: Words, tools: readonly TopicNode[], standings: Standings): Message {
  const [first] = tools;
  if (first === undefined) return noToolsetView(words);
  const all = tools.map((node) => ({ node, state: standings.get(node.id)?.state ?? 'todo' }));
  const done = all.filter(({ state }) => state === 'done').length;
  const options = tools
    .slice(TOOLS_SHOWN)
    .map((node) => ({ label: label(node, LIMITS.optionText), value: node.id }));
  return card(
    done === tools.length ? 'done' : 'neutral',
    text(
      `## ${inline(clip(plain(first.section.title), 80))}`,
      `-# ${words.toolset.explained} ${words.topic.part(done, tools.length)}`,
    ),
    separator(),
    ...all
      .slice(0, TOOLS_SHOWN)
      .map(({ node, state }) => section(toolLine(words, node, state), toolButton(words, node, state))),
    ...(options.length > 0 ? [select(customId('topic'), words.toolset.others(options.length), options)] : []),
    separator(),
    row(button(words.progress.mine, customId('progress'))),
  );
}

/** `○ System: Golang, C` has a use and languages. A tool without a colon has only its title. */
function toolLine(words: Words, node: TopicNode, state: Standing['state']): string {
  const [purpose = '', ...languages] = plain(node.topic.title).split(':');
  const named = languages.join(':').trim();
  const name = named === '' ? title(node) : inline(clip(purpose, 80));
  // The button beside a tool to do says so.
  const said = state === 'todo' ? '' : ` · ${words.state[state]}`;
  const first = `${MARKS[state]} **${name}**${said}`;
  return named === '' ? first : `${first}\n${inline(clip(named, 120))}`;
}

function toolButton(words: Words, { id }: TopicNode, state: Standing['state']): APIButtonComponent {
  switch (state) {
    case 'todo':
      return button(words.act.start, customId('do', 'start', id));
    case 'doing':
      return button(words.act.done, customId('do', 'done', id), 'success');
    case 'done':
    case 'skipped':
      return button(words.today.open, customId('topic', id));
  }
}

/** Says that the roadmap has no tool set. */
function noToolsetView(words: Words): Message {
  return card(
    'neutral',
    text(words.toolset.none),
    row(
      button(words.roadmap.whatNow, customId('today'), 'primary'),
      button(words.roadmap.lookThrough, customId('map')),
    ),
  );
}
