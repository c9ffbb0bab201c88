import { describe, expect, test } from 'vitest';
import type { Outline } from '../../../src/roadmap/outline.ts';
import { apply } from '../../../src/study/topics/actions.ts';
import { chooseGroupTopic, GROUP_WINDOW } from '../../../src/study/suggestions/group-topic.ts';
import { utcDay } from '../../../src/time/study-day.ts';
import type { Entry } from '../../../src/study/progress/progress.ts';
import type { Offer } from '../../../src/study/suggestions/suggest.ts';
import { bundled, named, outlineOf, progress, seeded, small, titles } from '../roadmaps.ts';

const DAY = 24 * 60 * 60 * 1000;
const NOW = 100 * DAY;

function choose(
  people: readonly Parameters<typeof progress>[1][],
  past: Readonly<Record<string, number>> = {},
  plan: Outline = small,
) {
  const members = new Map(people.map((states, index) => [`${index}`, progress(plan, states)]));
  const offers = Object.entries(past).map(([title, at]) => ({ topicId: named(plan, title).id, at }));
  return chooseGroupTopic({ outline: plan, members, past: offers, now: NOW });
}
const mainOf = (...given: Parameters<typeof choose>) => choose(...given)?.main.node.topic.title;
const at = (days: number): number => NOW - days * DAY;

describe('the topic of the day', () => {
  test('is the first in the order of study for a group of nobody', () => {
    const chosen = choose([]);
    expect(chosen?.main).toMatchObject({ reason: { kind: 'stage', stage: 'Web' } });
    expect(titles([chosen?.main, ...(chosen?.others ?? [])].flatMap((each) => each?.node ?? []))).toEqual([
      'HTTP',
      'Algorithms',
      'Drawing',
    ]);
  });

  test('is what is next for most members', () => {
    const done = { HTTP: 'done', SQL: 'done' } as const;
    expect(choose([done, done, {}])?.main).toMatchObject({
      node: { topic: { title: 'Indexes' } },
      reason: { kind: 'next-for-most', open: 3, members: 3 },
    });
    expect(mainOf([done, {}, {}])).toBe('HTTP');
  });

  test('is never what more than half have done or skipped', () => {
    expect(mainOf([{ HTTP: 'done' }, { HTTP: 'skipped' }, {}])).toBe('SQL');
    expect(mainOf([{ HTTP: 'done' }, {}])).toBe('HTTP');
  });

  test('waits for what it needs, which the group has done or was shown', () => {
    const past = { HTTP: at(30), SQL: at(29), 'Normal Forms': at(28) };
    expect(mainOf([{}], { SQL: at(29), 'Normal Forms': at(28), Algorithms: at(27), Drawing: at(26) })).toBe(
      'HTTP',
    );
    expect(mainOf([{}], { ...past, Algorithms: at(27), Drawing: at(26) })).toBe('Indexes');
  });

  test('holds nobody up for what the group was shown and did not do', () => {
    const plan = outlineOf('# R\n## S\n- [ ] A <!-- id: a -->\n- [ ] B <!-- needs: a -->\n- [ ] C\n');
    expect(mainOf([{}], { A: at(1) }, plan)).toBe('B');
  });

  test('is not voted for by those who have put it off', () => {
    expect(mainOf([{ HTTP: { snoozedUntil: NOW + 1 } }])).toBe('SQL');
    expect(mainOf([{ HTTP: { snoozedUntil: NOW } }])).toBe('HTTP');
  });

  test('goes from section to section', () => {
    const past = { HTTP: at(3), Algorithms: at(2) };
    expect(mainOf([{}], past)).toBe('Drawing');
    expect(mainOf([{}], { ...past, Drawing: at(1) })).toBe('SQL');
  });

  test('gives every topic its day before any has its second', () => {
    expect(mainOf([{}], { HTTP: at(50), Algorithms: at(49), Drawing: at(48), Networks: at(47) })).toBe('SQL');
    // Theory has waited longest, but has nothing left that was not posted.
    const past = { Algorithms: at(50), Networks: at(49), Drawing: at(48), HTTP: at(47) };
    expect(mainOf([{}], past)).toBe('SQL');
  });

  test('is none when most have finished everything', () => {
    const plan = outlineOf('# R\n## S\n- [ ] A\n- [ ] B\n');
    expect(choose([{ A: 'done', B: 'skipped' }], {}, plan)).toBeNull();
  });

  test('comes back within the window only where all that is left was posted in it, the longest ago first', () => {
    const plan = outlineOf('# R\n## S\n- [ ] A\n- [ ] B\n');
    expect(choose([{}], { A: at(1), B: at(2) }, plan)?.main).toMatchObject({
      node: { topic: { title: 'B' } },
      reason: { kind: 'asked-again', offered: at(2) },
    });
  });
});

describe('the others', () => {
  test('are from further sections, which say so', () => {
    const others = choose([{}])?.others ?? [];
    expect(others.map(({ node, reason }) => [node.topic.title, reason])).toEqual([
      ['Algorithms', { kind: 'variety', section: 'Theory' }],
      ['Drawing', { kind: 'variety', section: 'Extra' }],
    ]);
  });

  test('are from those further sections that were posted least lately', () => {
    const plan = outlineOf(
      ['# R', ...'ABCDE'.split('').map((name) => `## ${name}\n- [ ] ${name}1\n- [ ] ${name}2`)].join('\n'),
    );
    const past = { A1: at(9), B1: at(4), C1: at(6), D1: at(8), E1: at(5) };
    const { main, others } = choose([{}], past, plan) ?? {};
    expect(titles([main, ...(others ?? [])].flatMap((each) => each?.node ?? []))).toEqual(['A2', 'D2', 'C2']);
  });

  test('are from the same section where there is no other', () => {
    const plan = outlineOf('# R\n## S\n- [ ] A\n- [ ] B\n- [ ] C\n');
    expect(titles(choose([{}], {}, plan)?.others.map(({ node }) => node) ?? [])).toEqual(['B', 'C']);
  });
});

const tracks = bundled.nodes.filter((node) => node.top.kind === 'track' && node.children.length === 0);

interface Day {
  readonly post: readonly Offer[];
  /** What might have been posted: what most had still to do, and of that what was not posted within the window. */
  readonly open: ReadonlySet<string>;
  readonly rested: ReadonlySet<string>;
}

/** A year of daily posts, on each of which some members finish or start one of its topics. */
function simulate(people: number, diligence: number): readonly Day[] {
  const random = seeded(people);
  const group = Array.from({ length: people }, () => new Map<string, Entry>());
  const members = new Map(group.entries().map(([index, own]) => [`${index}`, own]));
  const days: Day[] = [];
  for (let day = 0; day < 365; day += 1) {
    const now = NOW + day * DAY;
    const past = days.flatMap(({ post }) => post);
    const chosen = chooseGroupTopic({ outline: bundled, members, past, now });
    if (chosen === null) break;
    const picks = [chosen.main, ...chosen.others].map(({ node }) => node.id);
    const open = tracks
      .map(({ id }) => id)
      .filter((id) => group.filter((own) => own.get(id)?.state === 'done').length <= people / 2);
    const lately = new Set(
      past.filter(({ at: when }) => now - when < GROUP_WINDOW).map(({ topicId }) => topicId),
    );
    days.push({
      post: picks.map((topicId) => ({ topicId, at: now })),
      open: new Set(open),
      rested: new Set(open.filter((id) => !lately.has(id))),
    });
    for (const own of group) {
      const id = picks[Math.floor(random() * picks.length)];
      if (id === undefined || random() > diligence) continue;
      const after = apply(own.get(id), random() < 0.8 ? 'done' : 'start', { at: now, date: utcDay(now) });
      if (after !== null) own.set(id, after);
    }
  }
  return days;
}

describe.each([0, 1, 5, 50])('a year of a group of %i', (people) => {
  test.each([0, 0.3, 0.9])('of which a share of %f does something each day', (diligence) => {
    const days = simulate(people, diligence);
    const last = new Map<string, number>();
    for (const [index, { post, open, rested }] of days.entries()) {
      const ids = post.map(({ topicId }) => topicId);
      expect(new Set(ids).size).toBe(ids.length);
      // Nothing that most have done, and no repeat inside the window while anything else is left.
      for (const id of ids) expect(rested.size > 0 ? rested : open).toContain(id);
      for (const id of ids) last.set(id, index);
      // None starves: a round of all topics takes less than 30 days, and nothing waits longer than two.
      const waiting = [...open].filter((id) => index - (last.get(id) ?? 0) >= 60);
      expect(waiting).toEqual([]);
    }
    expect(titles(tracks.filter((node) => !last.has(node.id)))).toEqual([]);
  });
});

test('sections take turns while all have topics that were not posted', () => {
  const days = simulate(5, 0.3).slice(0, 6);
  const mains = days.map(({ post }) => bundled.byId.get(post[0]?.topicId ?? '')?.top.title);
  expect(mains).toEqual(['Main Roadmap', 'Theory', 'Devops', 'Main Roadmap', 'Theory', 'Devops']);
});
