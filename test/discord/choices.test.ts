import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { commands } from '../../commands/index.ts';
import { topicLabels } from '../../src/discord/choices.ts';
import { isSlash } from '../../src/discord/command.ts';
import { studyGroup } from '../commands/study-group.ts';
import { partOf } from '../size.ts';
import { outlineOf } from '../study/roadmaps.ts';

const LONG =
  'A title that is long enough to be cut where it is suggested, as those of courses and books often are, one';

/**
 * The titles that are hardest to tell apart: equal ones in one place and in several, long ones, one that is another's
 * label.
 */
const HARD = `# Hard
## Databases
- [ ] Caching
- [ ] Caching
- [ ] Caching · Web
- [ ] ${LONG} of two
- [ ] ${LONG} of three
### Caching
- [ ] Redis
## Web
- [ ] Caching
  - [ ] Redis
  - [ ] CDN
### Caching
- [ ] Redis
### ${LONG}
- [ ] Edge
### ${LONG}
- [ ] Edge
`;

describe('the label of a topic', () => {
  test('identifies that topic and no other', () => {
    const outline = outlineOf(HARD);
    const labels = topicLabels(outline);
    const shown = outline.nodes.flatMap((node) => labels.choices([node]));
    expect(new Set(shown.map(({ name }) => name)).size).toBe(outline.nodes.length);
    expect(shown.map(({ name }) => labels.labelled(name)?.id)).toEqual(shown.map(({ value }) => value));
    expect(shown.every(({ name }) => name.length <= 100)).toBe(true);
  });

  test('does so whatever the titles are', () => {
    const word = fc.constantFrom('A', 'A (2)', 'A · B', 'B', LONG);
    fc.assert(
      fc.property(fc.array(fc.tuple(word, word), { minLength: 1, maxLength: 12 }), (lines) => {
        const outline = outlineOf(
          `# T\n${lines.map(([section, title]) => `## ${section}\n- [ ] ${title}`).join('\n')}`,
        );
        const labels = topicLabels(outline);
        for (const node of outline.nodes) {
          expect(labels.labelled(labels.choices([node])[0]?.name ?? '')).toBe(node);
        }
      }),
      { numRuns: 40 },
    );
  });
});

/** Every option with suggestions, by its path: `done topic`, `tez write topic`. */
const SUGGESTING = commands.filter(isSlash).flatMap(({ data }) =>
  ('options' in data ? (data.options ?? []) : []).flatMap((option) => {
    const own = 'options' in option ? (option.options ?? []) : [];
    const under = own.filter((each) => 'autocomplete' in each && each.autocomplete);
    if (under.length > 0) return under.map((each) => [`${data.name} ${option.name}`, each.name] as const);
    return 'autocomplete' in option && option.autocomplete ? [[data.name, option.name] as const] : [];
  }),
);

test('there are commands with suggestions', () => {
  expect(SUGGESTING).toContainEqual(['done', 'topic']);
  expect(SUGGESTING).toContainEqual(['tez write', 'topic']);
  expect(SUGGESTING.length).toBeGreaterThan(15);
});

/** Every other option in `npm test`, all in the full size. */
const TRIED = partOf(SUGGESTING, 0, 2);

test('a label does the same as its value, in every option', async () => {
  const { world, guild } = await studyGroup([]);
  await using _ = world;
  const [val, lab] = ['Val', 'Lab'].map((name) => guild.addMember({ name, locale: 'en-US' }));
  const org = guild.addMember({ name: 'Org', locale: 'en-US', permissions: ['ManageGuild'] });
  if (val === undefined || lab === undefined) throw new Error('there are two');
  for (const [line, option] of TRIED) {
    const [byValue, byLabel] = line === 'setup' ? [org, org] : [val, lab];
    const offered = await byValue.type(line, { [option]: option === 'time-zone' ? 'argentina' : '' });
    const longest = offered.toSorted((a, b) => b.name.length - a.name.length).slice(0, 1);
    for (const { name, value } of [...offered.slice(0, 1), ...longest]) {
      const isAboutTopic = SUGGESTING.some(([other, each]) => other === line && each === 'topic');
      const topic = option === 'roadmap' && isAboutTopic ? { topic: 'ACID' } : {};
      const needed: Readonly<Record<string, object>> = {
        search: { words: 'ACID' },
        'focus log': { minutes: 30 },
        'group plan': { when: 'tomorrow 18:30' },
      };
      const also = { ...topic, ...needed[line] };
      const right = await byValue.slash(line, { ...also, [option]: value });
      const said = await byLabel.slash(line, { ...also, [option]: name });
      const asVal = said.text.replaceAll(/\bLab\b/g, 'Val');
      expect.soft(asVal, `/${line} ${option}: ${name}`).toBe(right.text);
    }
  }
});
