import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { character } from '../../characters.ts';
import { cuesOf } from '../../../src/study/review/cues.ts';
import { questionOf } from '../../../src/study/review/question.ts';

describe('the cues of a cheat code', () => {
  test.each([
    ['its headings', '# Atomicity\nall or nothing\n# Isolation\nas if alone', ['Atomicity', 'Isolation']],
    ['only headings with something under them', '# A\n## B\nx\n## C\n\n```\ny\n```\n# D', ['B', 'C']],
    ['first words, if there is one heading', '# ACID\n- Atomicity: all or nothing\n- x', ['Atomicity']],
    ['first words of lines', 'WAL is a log of changes\nB-tree keeps its keys sorted', ['WAL', 'B-tree']],
    ['two words of a long line', 'Write ahead means that the log goes first, always', ['Write ahead']],
    ['code that is explained', '- `git rebase -i` rewrites\n- `git log`', ['git rebase -i']],
    ['nothing of code', '```\nselect a from b where c\n```\n\n    more code of this kind', []],
    ['one word of a short line', 'all or nothing', ['all']],
    ['nothing of a word', 'Nothing', []],
    ['nothing of nothing', '', []],
    ['each once', '- WAL is a log\n- WAL: is fast, too', ['WAL']],
    ['six at most', 'a b c\nd e f\ng h i\nj k l\nm n o\np q r\ns t u', ['a', 'd', 'g', 'j', 'm', 'p']],
    ['no marks of Markdown', '- **ACID** is _four_ things', ['ACID']],
    ['whole words, also where a letter of them is bold', '**A**tomicity is all or nothing', ['Atomicity']],
    ['no HTML that acts', '<b>Bold</b> is a tag', ['<b>Bold</b>']],
  ])('are %s', (_, sheet, cues) => {
    expect(cuesOf(sheet)).toEqual(cues);
  });

  test('never say a whole line', () => {
    const word = fc.stringMatching(/^[a-z]{1,8}$/);
    const line = fc.array(word, { minLength: 1, maxLength: 12 }).map((words) => words.join(' '));
    fc.assert(
      fc.property(fc.array(line, { maxLength: 10 }), (lines) => {
        const cues = cuesOf(lines.join('\n'));
        for (const cue of cues) {
          expect(lines.some((each) => each.startsWith(`${cue} `))).toBe(true);
          expect(cue.split(' ').length).toBeLessThanOrEqual(2);
        }
      }),
    );
  });

  test('can be made of any text', () => {
    fc.assert(fc.property(fc.string({ unit: character }), (sheet) => Array.isArray(cuesOf(sheet))));
  });
});

const named = (ids: readonly string[]) => ids.map((id) => ({ id, text: id }));

describe('the question of a review', () => {
  const review = { userId: '1', topicId: 'walk', reps: 0 };
  const gaps = [
    { id: 'a', text: 'Why?' },
    { id: 'b', text: 'How?' },
  ];

  test('is the same at each look, and not always of the same kind', () => {
    const kinds = Array.from({ length: 40 }, (_, reps) => {
      const question = questionOf({ ...review, reps }, ['WAL'], gaps);
      expect(questionOf({ ...review, reps }, ['WAL'], gaps)).toEqual(question);
      return question.kind;
    });
    expect(new Set(kinds)).toEqual(new Set(['cues', 'gap', 'explain']));
  });

  test('without cues and questions is a request to explain the topic', () => {
    expect(questionOf(review, [], [])).toEqual({ kind: 'explain' });
  });

  test('changes after a new question only to that question', () => {
    const id = fc.stringMatching(/^[a-z0-9]{1,6}$/);
    fc.assert(
      fc.property(fc.nat(), fc.uniqueArray(id, { minLength: 1, maxLength: 6 }), id, (reps, ids, extra) => {
        const before = questionOf({ ...review, reps }, ['WAL'], named(ids));
        const after = questionOf({ ...review, reps }, ['WAL'], named([...ids, extra]));
        expect([before, { kind: 'gap', text: extra }]).toContainEqual(after);
      }),
    );
  });
});
