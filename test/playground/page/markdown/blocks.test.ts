import { array, assert, constantFrom, property } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readBlocks, type Block } from '../../../../playground/page/markdown/blocks.ts';
import type { TextNode } from '../../../../playground/page/markdown/inline.ts';

const inline = (nodes: TextNode['content']): string =>
  typeof nodes === 'string'
    ? nodes
    : (nodes ?? []).map((node) => (node.type === 'text' ? inline(node.content) : `<${node.type}>`)).join('');

/** Written as `[a [b] c]` for lists, and `> a` for quotes. */
const shape = (blocks: readonly Block[]): string =>
  blocks
    .map((block) => {
      if (block.kind === 'text') return inline(block.nodes);
      if (block.kind === 'quote') return `> ${shape(block.content)}`;
      const items = block.items.map((item) => shape(item.content)).join(' | ');
      return block.start === null ? `[${items}]` : `[${block.start}. ${items}]`;
    })
    .join(' / ');

describe('the blocks of a chat text', () => {
  test.each([
    ['plain', 'plain'],
    ['- a\n- b', '[a | b]'],
    ['* a\n* b', '[a | b]'],
    ['- a\n  - b\n    - c\n- d', '[a / [b / [c]] | d]'],
    ['3. a\n4. b', '[3. a | b]'],
    ['- a\n1. b', '[a] / [1. b]'],
    ['- a\n  goes on', '[a<br>goes on]'],
    ['before\n- a\nafter', 'before / [a] / after'],
    ['-no item', '-no item'],
    ['-# small', '<subtext>'],
    ['> a\n> b\nafter', '> a<br>b / after'],
    ['> - a\n> - b', '> [a | b]'],
    ['>>> a\n- b', '> a / [b]'],
    ['```\n- code\n```', '<codeBlock>'],
    ['# Title\n- a', '<heading> / [a]'],
    ['', ''],
  ])('%j', (text, expected) => {
    expect(shape(readBlocks(text))).toBe(expected);
  });

  test('any text is read, however it is nested', () => {
    const piece = constantFrom('- ', '  ', '> ', '>>> ', '1. ', '\n', '```', 'a', '**', '||', '<t:1:R>', '`');
    assert(property(array(piece, { maxLength: 60 }), (pieces) => readBlocks(pieces.join('')).length >= 0));
  });

  test('a thousand levels of quotes and lists end', () => {
    expect(readBlocks('> '.repeat(1000)).length).toBe(1);
    expect(
      readBlocks(Array.from({ length: 200 }, (_, depth) => `${' '.repeat(depth * 2)}- x`).join('\n')),
    ).toHaveLength(1);
  });
});
