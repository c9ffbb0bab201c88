import { describe, expect, test } from 'vitest';
import { readRoadmap, readRoadmapBytes } from '../../src/roadmap/read.ts';
import { LIMITS, RoadmapError } from '../../src/roadmap/roadmap-error.ts';
import { topicsOf } from './sketch.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const nested = (depth: number): string =>
  Array.from({ length: depth }, (_, at) => `${'  '.repeat(at)}- [ ] a`).join('\n');

describe('what is within the limits is read', () => {
  test.each([
    ['topics', `# T\n${'- [ ] a\n'.repeat(LIMITS.topics)}`, LIMITS.topics],
    ['lines', `# T\n- [ ] a${'\n'.repeat(LIMITS.lines - 1)}`, 1],
    ['depth', nested(LIMITS.depth), LIMITS.depth],
    ['a title in emoji', `- [ ] ${'🚀'.repeat(LIMITS.title)}`, 1],
    ['a paragraph', `- [ ] a\n\n${'b'.repeat(LIMITS.text)}`, 1],
  ])('%s', (_, markdown, count) => {
    expect(topicsOf(readRoadmap(markdown))).toHaveLength(count);
  });

  test('a file of exactly so many bytes', () => {
    const code = `- [ ] a\n\n\`\`\`\n${`${'ş'.repeat(499)}\n`.repeat(1000)}`;
    const file = bytes(code.padEnd(code.length + LIMITS.bytes - bytes(code).length, 'b'));
    expect(file).toHaveLength(LIMITS.bytes);
    expect(topicsOf(readRoadmapBytes(file).roadmap)).toHaveLength(1);
  });

  test('bytes come back as the text that they are', () => {
    expect(readRoadmapBytes(bytes('\uFEFF- [ ] ş\r\n')).source).toBe('\uFEFF- [ ] ş\r\n');
  });
});

describe('what is beyond them is refused with its line', () => {
  test.each([
    ['topics', `# T\n${'- [ ] a\n'.repeat(LIMITS.topics + 1)}`, LIMITS.topics + 2, 'too-many-topics'],
    ['lines', `# T\n- [ ] a${'\n'.repeat(LIMITS.lines)}`, LIMITS.lines + 1, 'too-many-lines'],
    ['depth', nested(LIMITS.depth + 1), LIMITS.depth + 1, 'too-deep'],
    ['depth in one line', `# T\n- [ ] a\n\n${'- '.repeat(400_000)}a`, 4, 'too-deep'],
    ['quotes', `# T\n- [ ] a\n\n${'> '.repeat(400_000)}`, 4, 'too-deep'],
    ['nested brackets', `# T\n- [ ] a\n- [ ] ${'['.repeat(900_000)}`, 3, 'text-too-long'],
    ['a paragraph', `# T\n- [ ] a\n\n${'b'.repeat(LIMITS.text + 1)}`, 4, 'text-too-long'],
    ['a title', `# T\n- [ ] a\n- [ ] ${'ş'.repeat(LIMITS.title + 1)}`, 3, 'title-too-long'],
    ['a section', `# T\n## ${'ş'.repeat(LIMITS.title + 1)}\n- [ ] a`, 2, 'title-too-long'],
    ['the title', `# ${'ş'.repeat(LIMITS.title + 1)}\n- [ ] a`, 1, 'title-too-long'],
    ['no title', '# T\n- [ ] a\n- [ ]', 3, 'empty-title'],
    ['an invisible title', '# T\n- [ ] a\n- [ ] \u200B\u202E', 3, 'empty-title'],
    ['an invisible section', '# T\n##\n- [ ] a', 2, 'empty-title'],
    ['no topics', '# T\n\n- a', 1, 'no-topics'],
    ['nothing', '', 1, 'no-topics'],
    ['a null character', '# T\n- [ ] a\n- [ ] \0', 3, 'not-text'],
    ['half a character', '# T\n- [ ] a\n- [ ] \uD83D', 3, 'not-text'],
  ])('%s', (_, markdown, line, code) => {
    expect(() => readRoadmap(markdown)).toThrow(
      expect.objectContaining({ line, problem: expect.objectContaining({ code }) }),
    );
  });

  test.each([
    ['bytes', bytes('ş\n'.repeat(333_334)), 333_334, 'too-large'],
    ['a great many bytes', new Uint8Array(LIMITS.bytes * 20), 1, 'too-large'],
    [
      'a picture',
      Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d),
      1,
      'not-text',
    ],
    ['UTF-16', Uint8Array.of(0xff, 0xfe, 0x2d, 0x00), 1, 'not-text'],
    [
      'Latin-1',
      Uint8Array.of(...bytes('# T\n- [ ] a\n- [ ] '), 0xfe, 0x0a, ...bytes('- [ ] b')),
      3,
      'not-text',
    ],
    ['a character cut off', bytes('# T\n- [ ] ş').slice(0, -1), 2, 'not-text'],
    ['an overlong form', Uint8Array.of(...bytes('# T\n'), 0xc0, 0xaf), 2, 'not-text'],
  ])('%s', (_, file, line, code) => {
    expect(() => readRoadmapBytes(file)).toThrow(
      expect.objectContaining({ line, problem: expect.objectContaining({ code }) }),
    );
  });

  test('as text just as in bytes', () => {
    expect(() => readRoadmap('ş\n'.repeat(333_334))).toThrow(
      expect.objectContaining({ line: 333_334, problem: { code: 'too-large', limit: LIMITS.bytes } }),
    );
  });
});

test('the message is a sentence for operators', () => {
  expect(new RoadmapError(7, { code: 'unknown-topic', key: 'x' })).toMatchObject({
    name: 'RoadmapError',
    message: 'line 7: there is no topic with the key "x"',
  });
});
