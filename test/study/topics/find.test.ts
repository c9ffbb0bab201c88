import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold, makeFinder } from '../../../src/study/topics/find.ts';
import { letterSet, missing, typos, typosOf, words } from '../../../src/text/fold.ts';
import { bundled, named, outlineOf, titles } from '../roadmaps.ts';

const finder = makeFinder(bundled);
const found = (text: string, limit = 25) => titles(finder.search(text, { limit }));

describe('folding', () => {
  test.each([
    ['ISI', 'isi'],
    ['ısı', 'isi'],
    ['İSİ', 'isi'],
    ['Çığ Öğüt Şuur', 'cig ogut suur'],
    ['ÉCOLE naïve', 'ecole naive'],
    ['™', 'tm'],
  ])('%s is %s', (text, folded) => {
    expect(fold(text)).toBe(folded);
  });

  test('twice is the same as once', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(fold(fold(text))).toBe(fold(text));
      }),
    );
  });
});

test.each([
  ["API's & C++", ['apis', 'and', 'c++']],
  ['✨ Databases', ['databases']],
  ['N+1 (Problem)', ['n+1', 'problem']],
  ['🎉', ['🎉']],
  ['  ', []],
])('the words of %j are %j', (text, parts) => {
  expect(words(text)).toEqual(parts);
});

describe('a search', () => {
  test.each([
    // As people type, and by single words.
    ['aci', 'ACID'],
    ['prox', 'Reverse Proxy'],
    ['ACİD', 'ACID'],
    ['c', 'System: Golang, C'],
    ['networking', 'Networking Concepts'],
    ['n1', 'N+1 Problem'],
    ['loadbalancer', 'Load Balancer'],
    // Typos: a letter changed, left out, added, swapped, or not typed yet.
    ['databese normalisation', 'Database Normalization'],
    ['tmx', 'tmux'],
    ['revverse proxy', 'Reverse Proxy'],
    ['contianers', 'Containers vs Virtualization'],
    ['microservises', 'Microservices'],
    ['orchestart', 'Container Orchestration'],
    // Aliases, acronyms, breadcrumbs.
    ['isolation', 'ACID'],
    ['cd', 'CI/CD'],
    ['ssl', 'SSL/TLS'],
    ['iac', 'Infrastructure as Code'],
    ['devops containers', 'Containers'],
  ])('for %j finds %s first', (text, title) => {
    expect(found(text)[0]).toBe(title);
  });

  test('finds a name by its first letters, after topics that have these as a word', () => {
    const cooks = makeFinder(
      outlineOf('# R\n## One\n- [ ] Infrastructure as Code\n- [ ] Load Balancer\n- [ ] LB\n'),
    );
    expect(titles(cooks.search('iac'))).toEqual(['Infrastructure as Code']);
    expect(titles(cooks.search('lb'))).toEqual(['LB', 'Load Balancer']);
  });

  test('finds topics under a title after those with the title', () => {
    expect(found('caching')).toEqual(['Caching', 'Caching Server', 'CDN', 'Server Side', 'Client Side']);
  });

  test('finds nothing for nonsense', () => {
    expect(found('qqqqqq')).toEqual([]);
    expect(found('?!')).toEqual([]);
  });

  test('puts topics in progress first among equally good matches, but not before a named one', () => {
    const first = new Set([named(bundled, 'Containers vs Virtualization').id, named(bundled, 'tmux').id]);
    expect(titles(finder.search('virtu', { first }))[0]).toBe('Containers vs Virtualization');
    expect(titles(finder.search('virtualization', { first }))[0]).toBe('Virtualization');
    expect(titles(finder.search('ac', { first }))).not.toContain('tmux');
  });

  test('for an empty text gives the topics in progress in their order, then the file', () => {
    const first = new Set([named(bundled, 'tmux').id, 'gone', named(bundled, 'ACID').id]);
    expect(titles(finder.search(' ', { first, limit: 4 }))).toEqual([
      'tmux',
      'ACID',
      'Backend',
      'Backend Tez',
    ]);
    expect(finder.search('')).toHaveLength(25);
  });

  test('finds every topic by its title, even with one changed letter', () => {
    const letter = fc.constantFrom('a', 'e', 'k', 'q', 'x', 'z');
    fc.assert(
      fc.property(fc.nat(), fc.nat(), letter, (index, position, wrong) => {
        const node = bundled.nodes[index % bundled.nodes.length];
        const title = fold(node?.topic.title ?? '');
        expect(found(title)).toContain(node?.topic.title);
        const first = words(title).find((word) => word.length > 5) ?? '';
        const at = 1 + (position % Math.max(1, first.length - 1));
        const typed = title.replace(first, `${first.slice(0, at)}${wrong}${first.slice(at + 1)}`);
        expect(found(typed)).toContain(node?.topic.title);
      }),
    );
  });

  test('accepts any text, and gives each topic once', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
        const ids = finder.search(text).map(({ id }) => id);
        expect(ids.length).toBeLessThanOrEqual(25);
        expect(new Set(ids).size).toBe(ids.length);
      }),
    );
  });
});

describe('a name', () => {
  const twins = makeFinder(
    outlineOf(
      '# R\n## One\n- [ ] Containers <!-- id: one -->\n- [ ] Images <!-- aliases: layers -->\n## Two\n- [ ] Containers\n',
    ),
  );

  test.each([
    ['acid', 'ACID'],
    ['  Acİd ', 'ACID'],
    ['apis', 'APIs'],
    ['algorithms and data structures', '✨ Algorithms & Data Structures'],
    ['Caching › CDN', 'CDN'],
    ['jwt', 'Authentication'],
    ['career-backend', 'Backend'],
  ])('%j is resolved to %s', (text, title) => {
    expect(finder.resolve(text)?.topic.title).toBe(title);
  });

  test('is first of all an id', () => {
    for (const node of bundled.nodes) expect(finder.resolve(node.id)).toBe(node);
  });

  test('of several topics is resolved by the titles above it', () => {
    expect(twins.resolve('containers')).toBeNull();
    expect(twins.near('containers').map(({ path }) => path)).toEqual([['One'], ['Two']]);
    expect(twins.resolve('Two > Containers')?.path).toEqual(['Two']);
    expect(twins.resolve('one')?.path).toEqual(['One']);
    expect(twins.resolve('layers')?.topic.title).toBe('Images');
  });

  test('that does not exist is not guessed', () => {
    expect(finder.resolve('acd')).toBeNull();
    expect(finder.resolve('')).toBeNull();
    expect(finder.resolve('proxy')).toBeNull();
  });

  test('that does not exist has at most three topics that may be meant', () => {
    expect(titles(finder.near('acd'))[0]).toBe('ACID');
    expect(finder.near('database')).toHaveLength(3);
    expect(titles(finder.near('rvrs prxy'))).toContain('Reverse Proxy');
    expect(finder.near('')).toEqual([]);
  });
});

describe('nonsense', () => {
  test.each(['zzz', 'ışık hızı', 'speed of light', 'asdf', 'xyzzy', 'lorem ipsum', 'foo bar', 'merhaba'])(
    '%s finds nothing, and nothing similar',
    (typed) => {
      expect(titles(finder.search(typed))).toEqual([]);
      expect(titles(finder.near(typed))).toEqual([]);
    },
  );
});

/** Optimal string alignment exactly as it is defined, cell by cell. */
function distance(a: string, b: string): number {
  if (a === '' || b === '') return a.length + b.length;
  const swapped =
    a.length > 1 && b.length > 1 && a.at(-1) === b.at(-2) && a.at(-2) === b.at(-1)
      ? distance(a.slice(0, -2), b.slice(0, -2)) + 1
      : Infinity;
  return Math.min(
    swapped,
    distance(a.slice(0, -1), b) + 1,
    distance(a, b.slice(0, -1)) + 1,
    distance(a.slice(0, -1), b.slice(0, -1)) + (a.at(-1) === b.at(-1) ? 0 : 1),
  );
}

describe('typos', () => {
  const anyWord = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 6 });

  test('are counted as they are defined, for one word after the other', () => {
    fc.assert(
      fc.property(anyWord, fc.array(anyWord, { maxLength: 4 }), fc.nat({ max: 4 }), (typed, list, limit) => {
        const count = typosOf(typed, limit);
        for (const word of list) {
          const beginnings = Array.from({ length: word.length + 1 }, (_, end) =>
            distance(typed, word.slice(0, end)),
          );
          expect(count(word)).toEqual({
            whole: Math.min(limit + 1, distance(typed, word)),
            beginning: Math.min(limit + 1, ...beginnings),
          });
          expect(typos(typed, word).whole).toBe(distance(typed, word));
        }
      }),
    );
  });

  test('are at least as many as the letters that a word lacks', () => {
    fc.assert(
      fc.property(anyWord, anyWord, (typed, word) => {
        expect(missing(letterSet(typed), letterSet(word))).toBeLessThanOrEqual(distance(typed, word));
      }),
    );
  });
});
