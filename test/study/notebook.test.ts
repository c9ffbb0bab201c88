import * as fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { describe, expect, test } from 'vitest';
import {
  notebookCard,
  notebookHead,
  notebookPart,
  type NotebookPiece,
  type NotebookTopic,
  notebookTopics,
  type NotebookWords,
} from '../../src/study/notebook.ts';
import { outlineOf } from './roadmaps.ts';
import { isFull } from '../size.ts';

const trail = outlineOf(`
# Trail

## Track [1]
- [ ] Walk
- [ ] Climb
  - [ ] Rope

## More
- [ ] Swim
`);
const idOf = (title: string): string =>
  trail.nodes.find((node) => node.topic.title === title)?.id ?? 'no-longer-there';

const words: NotebookWords = {
  title: 'Notebook: Trail',
  elsewhere: 'Elsewhere',
  method: { cheatcode: 'Cheat sheet', feynman: 'Explanation', project: 'Project', tez: 'Thesis' },
  about: ({ language }) => [
    'Written on 1 November 2026',
    ...(language === null ? [] : [`Language: ${language}`]),
  ],
  recall: (title) => `${title}: recall`,
  explain: (title) => `Explain ${title}`,
};

const notebookMarkdown = (topics: readonly NotebookTopic[]): string =>
  notebookHead(words) + topics.map((topic, index) => notebookPart(topic, topics[index - 1], words)).join('');

const piece = (title: string, method: NotebookPiece['method'], text: string): NotebookPiece => ({
  topicId: idOf(title),
  title,
  holder: null,
  method,
  text,
  url: null,
  language: null,
  fileName: null,
  writtenAt: 0,
  provenAt: null,
});

test('a notebook is in the order of the roadmap, by sections, topics and methods', () => {
  const topics = notebookTopics(trail.byId, [
    piece('Fly', 'cheatcode', 'with wings'),
    piece('Swim', 'feynman', '# Arms\nround and round'),
    { ...piece('Swim', 'project', ''), url: 'https://example.org/a b', language: 'Go' },
    piece('Swim', 'cheatcode', 'arms, legs'),
    piece('Rope', 'cheatcode', '- knots hold it'),
    piece('Walk', 'tez', 'One foot, then the other.'),
  ]);
  expect(notebookMarkdown(topics)).toBe(`# Notebook: Trail

## Track \\[1\\]

### Walk

#### Thesis

Written on 1 November 2026

One foot, then the other.

### Rope

Track \\[1\\] › Climb

#### Cheat sheet

Written on 1 November 2026

- knots hold it

## More

### Swim

#### Cheat sheet

Written on 1 November 2026

arms, legs

#### Explanation

Written on 1 November 2026

##### Arms
round and round

#### Project

Written on 1 November 2026

Language: Go

<https://example.org/a%20b>

## Elsewhere

### Fly

#### Cheat sheet

Written on 1 November 2026

with wings
`);
});

test('its headings stay its own, whatever was written and whatever the titles are', () => {
  const mark = fc.constantFrom(
    '# ',
    '===\n',
    '---\n',
    '```\n',
    '~~~\n',
    '<!--',
    '<pre>',
    '> ',
    '- ',
    '\n',
    '1. ',
    'a',
    ']',
  );
  const text = fc.array(mark, { maxLength: 15 }).map((marks) => marks.join(''));
  const reader = new MarkdownIt('commonmark', { html: true });
  fc.assert(
    fc.property(fc.array(text, { minLength: 1, maxLength: 5 }), text, (texts, title) => {
      const pieces = texts.map((own, index) => ({
        ...piece('Fly', 'cheatcode', own),
        topicId: `gone-${index}`,
        title: `t${title}`,
      }));
      const tokens = reader.parse(notebookMarkdown(notebookTopics(trail.byId, pieces)), {});
      const levels = tokens
        .filter(({ type }) => type === 'heading_open')
        .map(({ tag }) => Number(tag.slice(1)));
      expect(levels.filter((level) => level <= 4)).toEqual([1, 2, ...texts.flatMap(() => [3, 4])]);
    }),
    { numRuns: isFull ? 500 : 100 },
  );
});

describe('the cards', () => {
  test('ask by the cues of the cheat code, otherwise for an explanation, and are tagged by section', () => {
    const topics = notebookTopics(trail.byId, [
      piece('Rope', 'feynman', 'It holds.'),
      piece('Rope', 'cheatcode', '- knots hold it all\n- harness: round the hips'),
      piece('Swim', 'feynman', 'Arms and legs.'),
      { ...piece('Walk', 'project', ' '), url: 'https://example.org' },
    ]);
    expect(topics.map((topic) => notebookCard(topic, words))).toEqual([
      null,
      {
        topicId: idOf('Rope'),
        question: 'Rope: recall',
        place: ['Track [1]', 'Climb'],
        cues: ['knots', 'harness'],
        answers: [
          { heading: 'Cheat sheet', text: '- knots hold it all\n- harness: round the hips' },
          { heading: 'Explanation', text: 'It holds.' },
        ],
        tags: ['track-1', 'climb'],
      },
      {
        topicId: idOf('Swim'),
        question: 'Explain Swim',
        place: ['More'],
        cues: [],
        answers: [{ heading: 'Explanation', text: 'Arms and legs.' }],
        tags: ['more'],
      },
    ]);
  });

  test('of topics with equal titles are told apart by their place, in the roadmap or at the end', () => {
    const topics = notebookTopics(trail.byId, [
      { ...piece('Basics', 'feynman', 'One.'), topicId: 'gone-1', holder: 'Git' },
      { ...piece('Basics', 'feynman', 'Two.'), topicId: 'gone-2', holder: 'SQL' },
    ]);
    const cards = topics.map((topic) => notebookCard(topic, words));
    expect(cards.map((card) => card?.place)).toEqual([['Git'], ['SQL']]);
    expect(cards.map((card) => card?.topicId)).toEqual(['gone-1', 'gone-2']);
  });
});
