import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readRoadmap } from '../../src/roadmap/read.ts';
import type { Section, Topic } from '../../src/roadmap/roadmap.ts';
import { topicsOf } from './sketch.ts';

const folder = new URL('../../data/roadmaps/', import.meta.url);
const files = readdirSync(folder).filter((file) => file.endsWith('.md'));
const roadmaps = files.map((file) => {
  const source = readFileSync(new URL(file, folder), 'utf8');
  return { id: file.slice(0, -'.md'.length), lines: source.split('\n'), ...readRoadmap(source) };
});
/** Every topic of every file, as `same:` names it. */
const everywhere = new Map<string, Topic>(
  roadmaps.flatMap(({ id, roadmap }) =>
    topicsOf(roadmap).map((topic) => [`${id}/${topic.key}`, topic] as const),
  ),
);

test('these are bundled', () => {
  expect(roadmaps.map(({ id, roadmap }) => `${id}: ${roadmap.title}`)).toEqual([
    'backend: Backend TODO',
    'computer-science: Computer science',
    'data: Data',
    'devops: DevOps',
    'frontend: Frontend',
  ]);
});

describe.each(roadmaps)('$id', ({ id, lines, roadmap, remarks }) => {
  const topics = topicsOf(roadmap);
  const studied = roadmap.sections.filter(({ kind }) => kind !== 'career').flatMap(leavesOf);

  test('is read without a remark', () => {
    expect(remarks).toEqual([]);
  });

  test('has 40 to 120 topics', () => {
    expect(topics.length).toBeGreaterThanOrEqual(40);
    expect(topics.length).toBeLessThanOrEqual(120);
  });

  test('names the id of every topic, so that none loses its progress when its title or its place changes', () => {
    const unnamed = topics.filter(({ key, line }) => !lines[line - 1]?.includes(`<!-- id: ${key} `));
    expect(unnamed.map(({ title }) => title)).toEqual([]);
  });

  test('has a Turkish title for everything that has a title', () => {
    const untranslated = [roadmap, ...sectionsOf(roadmap), ...topics].filter(({ titles }) => !titles.tr);
    expect(untranslated.map(({ title }) => title)).toEqual([]);
  });

  test('names the same languages behind the purpose of a tool, whoever reads it', () => {
    const tools = roadmap.sections.filter(({ kind }) => kind === 'toolset').flatMap(leavesOf);
    expect(tools.map(({ titles }) => behindColon(titles.tr))).toEqual(
      tools.map(({ title }) => behindColon(title)),
    );
  });

  test('calls the same what is the same skill: a topic without parts, elsewhere, that takes as long', () => {
    const named = topics.flatMap((topic) => topic.same.map((same) => ({ topic, same })));
    const wrong = named.filter(({ topic, same }) => {
      const other = everywhere.get(same);
      const isWhole = other?.children.length === 0 && topic.children.length === 0;
      return same.startsWith(`${id}/`) || !isWhole || other.minutes !== topic.minutes;
    });
    expect(wrong.map(({ topic, same }) => `${topic.key} as ${same}`)).toEqual([]);
  });

  test('links to what is served over https', () => {
    const links = [roadmap, ...topics].flatMap(({ resources }) => resources.map(({ url }) => url));
    expect(links.filter((url) => !url.startsWith('https://'))).toEqual([]);
  });

  test('has a way through it: stages for its tracks, in their order, and a free one at the end', () => {
    const tracks = roadmap.sections.filter(({ kind }) => kind === 'track').map(({ key }) => key);
    const stages = roadmap.sections
      .filter(({ kind }) => kind === 'career')
      .flatMap(leavesOf)
      .map(({ stage }) => stage);
    expect(stages.flatMap((stage) => (stage?.kind === 'track' ? [stage.track] : []))).toEqual(tracks);
    expect(stages.at(-1)).toEqual({ kind: 'free' });
  });

  test('has tools, and apps to show', () => {
    expect(roadmap.sections.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['toolset', 'showcase']));
  });

  test('says how each topic of a track is proven', () => {
    const bare = roadmap.sections.filter(({ kind, methods }) => kind === 'track' && methods.length === 0);
    expect(bare.map(({ title }) => title)).toEqual([]);
  });

  test('says how long a topic takes, unless it is a whole subject', () => {
    const untimed = studied.filter(({ minutes, title }) => minutes === null && !title.startsWith('✨'));
    expect(untimed.map(({ title }) => title)).toEqual([]);
  });
});

describe.each(roadmaps.filter(({ id }) => id !== 'backend'))('$id, which is ours to order', ({ roadmap }) => {
  const topics = topicsOf(roadmap);

  test('puts what a topic needs before it', () => {
    const order = new Map(topics.map(({ key }, at) => [key, at]));
    const early = topics.filter(({ key, needs }) =>
      needs.some((need) => Number(order.get(need)) > Number(order.get(key))),
    );
    expect(early.map(({ key }) => key)).toEqual([]);
  });

  test('cuts its topics to what fits in a sitting: 20 to 240 minutes', () => {
    const odd = topics.filter(({ minutes }) => minutes !== null && (minutes < 20 || minutes > 240));
    expect(odd.map(({ key }) => key)).toEqual([]);
  });

  test('gives every topic of a track something to read, or says what to do', () => {
    const bare = roadmap.sections
      .filter(({ kind }) => kind === 'track')
      .flatMap(leavesOf)
      .filter(({ resources, notes }) => resources.length + notes.length === 0);
    expect(bare.map(({ key }) => key)).toEqual([]);
  });

  test.each([
    ['English', ({ title }: Topic) => title.toLowerCase()],
    ['Turkish', ({ titles }: Topic) => titles.tr?.toLocaleLowerCase('tr')],
  ])('calls no two topics by one name in %s', (_language, nameOf) => {
    const names = topics.map(nameOf);
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
  });
});

test('topics with one title in two files are one skill, and say so', () => {
  const twins = Map.groupBy(everywhere, ([, { title }]) => title.toLowerCase());
  const strangers = [...twins.values()].filter(
    (twin) => twin.filter(([, { same, stage }]) => same.length === 0 && stage === null).length > 1,
  );
  expect(strangers.map((twin) => twin.map(([name]) => name).join(', '))).toEqual([]);
});

function sectionsOf({ sections }: Pick<Section, 'sections'>): readonly Section[] {
  return sections.flatMap((section) => [section, ...sectionsOf(section)]);
}

function leavesOf(section: Section): readonly Topic[] {
  return topicsOf({ sections: [section] }).filter(({ children }) => children.length === 0);
}

/** What a tool's title says behind the purpose: `Go, C` of `System: Go, C`. */
function behindColon(title = ''): string {
  return title.slice(title.indexOf(':') + 1).trim();
}
