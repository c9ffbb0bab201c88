import { describe, expect, test } from 'vitest';
import { decodeText } from '../../src/roadmap/encoding.ts';
import { readRoadmap } from '../../src/roadmap/read.ts';
import { LIMITS, RoadmapError } from '../../src/roadmap/roadmap-error.ts';
import { topicsOf } from './sketch.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const nested = (depth: number): string =>
  Array.from({ length: depth }, (_, at) => `${'  '.repeat(at)}- [ ] a`).join('\n');

describe('a file within the limits is read', () => {
  test.each([
    ['topics', `# T\n${'- [ ] a\n'.repeat(LIMITS.topics)}`, LIMITS.topics],
    ['lines', `# T\n- [ ] a${'\n'.repeat(LIMITS.lines - 1)}`, 1],
    ['depth', nested(LIMITS.depth), LIMITS.depth],
    ['a title in emoji', `- [ ] ${'🚀'.repeat(LIMITS.title)}`, 1],
    ['a paragraph', `- [ ] a\n\n${'b'.repeat(LIMITS.text)}`, 1],
  ])('%s', (_, markdown, count) => {
    expect(topicsOf(readRoadmap(markdown).roadmap)).toHaveLength(count);
  });

  test('a file of exactly so many bytes', () => {
    const code = `- [ ] a\n\n\`\`\`\n${`${'ş'.repeat(499)}\n`.repeat(1000)}`;
    const file = bytes(code.padEnd(code.length + LIMITS.bytes - bytes(code).length, 'b'));
    expect(file).toHaveLength(LIMITS.bytes);
    expect(topicsOf(readRoadmap(decodeText(file).text).roadmap)).toHaveLength(1);
  });
});

describe('a file beyond the limits is refused with its line', () => {
  test.each([
    ['topics', `# T\n${'- [ ] a\n'.repeat(LIMITS.topics + 1)}`, LIMITS.topics + 2, 'too-many-topics'],
    ['lines', `# T\n- [ ] a${'\n'.repeat(LIMITS.lines)}`, LIMITS.lines + 1, 'too-many-lines'],
    ['depth', nested(LIMITS.depth + 1), LIMITS.depth + 1, 'too-deep'],
    ['depth in one line', `# T\n- [ ] a\n\n${'- '.repeat(400_000)}a`, 4, 'too-deep'],
    ['quotes', `# T\n- [ ] a\n\n${'> '.repeat(400_000)}`, 4, 'too-deep'],
    ['a null character', '# T\n- [ ] a\n- [ ] \0', 3, 'not-text'],
    ['tags of HTML', `# T\n- [ ] a\n\n<ul>${'<li>b'.repeat(LIMITS.tags)}`, 4, 'too-many-tags'],
    ['lists of HTML', `# T\n- [ ] a\n\n${'<ul><li>b'.repeat(LIMITS.depth + 1)}`, 4, 'too-deep'],
    ['half a character', '# T\n- [ ] a\n- [ ] \uD83D', 3, 'not-text'],
  ])('%s', (_, markdown, line, code) => {
    expect(() => readRoadmap(markdown).roadmap).toThrow(
      expect.objectContaining({ line, problem: expect.objectContaining({ code }) }),
    );
  });

  test.each([
    ['bytes', bytes('ş\n'.repeat(333_334)), 333_334, 'too-large'],
    ['a great many bytes', new Uint8Array(LIMITS.bytes * 20), 1, 'too-large'],
  ])('%s', (_, file, line, code) => {
    expect(() => decodeText(file)).toThrow(
      expect.objectContaining({ line, problem: expect.objectContaining({ code }) }),
    );
  });

  test('a text is limited like bytes', () => {
    expect(() => readRoadmap('ş\n'.repeat(333_334)).roadmap).toThrow(
      expect.objectContaining({ line: 333_334, problem: { code: 'too-large', limit: LIMITS.bytes } }),
    );
  });
});

describe('a part that is too long is read up to its limit', () => {
  test.each([
    ['nested brackets', `# T\n- [ ] a\n- [ ] b ${'['.repeat(900_000)}`, 3],
    ['a paragraph', `# T\n- [ ] a\n\n${'b '.repeat(LIMITS.text)}`, 4],
    ['HTML', `# T\n- [ ] a\n\n<p>${'b '.repeat(LIMITS.text)}</p>`, 4],
  ])('%s', (_, markdown, line) => {
    expect(readRoadmap(markdown).remarks).toEqual([{ line, code: 'paragraph-cut', limit: LIMITS.text }]);
  });

  test.each([
    ['between words', 'word '.repeat(50), `${'word '.repeat(39)}word…`],
    ['in a long word', 'ş'.repeat(300), `${'ş'.repeat(199)}…`],
    ['not in an emoji', `${'a'.repeat(196)}👩‍👩‍👧‍👦 and more`, `${'a'.repeat(196)}…`],
    ['not before it is too long', 'ş'.repeat(200), 'ş'.repeat(200)],
  ])('titles are cut %s', (_, words, title) => {
    const { roadmap, remarks } = readRoadmap(`# T\n## S\n- [ ] ${words}`);
    const [topic] = topicsOf(roadmap);
    expect(topic?.title).toBe(title);
    expect(topic?.notes).toEqual(title.endsWith('…') ? [words.trim()] : []);
    expect(remarks).toEqual([]);
  });
});

test('the message is a sentence for operators', () => {
  expect(new RoadmapError(7, { code: 'too-deep', limit: 10 })).toMatchObject({
    name: 'RoadmapError',
    message: 'line 7: lists are nested more than 10 deep',
  });
});
