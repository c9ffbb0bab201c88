import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Offer,
  OFFER_DAYS,
  type Reason,
  suggest,
  whyStill,
} from '../../../src/study/suggestions/suggest.ts';
import type { Entry } from '../../../src/study/progress/progress.ts';
import { newEntry } from '../../../src/study/topics/actions.ts';
import { standings } from '../../../src/study/topics/status.ts';
import { utcDay } from '../../../src/time/study-day.ts';
import type { Outline } from '../../../src/roadmap/outline.ts';
import { anyCase, bundled, named, outlineOf, progress, small, titles } from '../roadmaps.ts';

const DAY = 24 * 60 * 60 * 1000;
const NOW = 100 * DAY;

/** The offers, each for the study day of its instant, and the present study day. */
function offeredBefore(offers: readonly Offer[], now: number) {
  return { today: utcDay(now), before: offers.map((offer) => ({ ...offer, date: utcDay(offer.at) })) };
}

/** The suggestions on `small`, as `Title: reason`. */
function offered(
  states: Parameters<typeof progress>[1],
  {
    plan = small,
    offers = {},
    ...rest
  }: { plan?: Outline; offers?: Record<string, number>; count?: number } = {},
): readonly string[] {
  return suggest({
    outline: plan,
    progress: progress(plan, states),
    offered: offeredBefore(
      Object.entries(offers).map(([title, at]) => ({ topicId: named(plan, title).id, at })),
      NOW,
    ),
    now: NOW,
    ...rest,
  }).map(({ node, reason }) => `${node.topic.title}: ${reason.kind}`);
}

const firstReason = (states: Parameters<typeof progress>[1], plan = small) =>
  suggest({ outline: plan, progress: progress(plan, states), now: NOW, count: 1 })[0]?.reason;

/** A number of days ago. */
const at = (days: number): number => NOW - days * DAY;

const WEB = { HTTP: 'done', SQL: 'done', Indexes: 'done', 'Normal Forms': 'done', Security: 'done' } as const;
const THEORY = { Algorithms: 'done', Networks: 'done' } as const;

describe('the order', () => {
  test('is that of the career direction, and of the roadmap within a track', () => {
    expect(offered({})).toEqual(['HTTP: stage', 'SQL: stage', 'Algorithms: variety']);
  });

  test('begins with topics in progress, the latest first', () => {
    expect(offered({ Algorithms: { state: 'doing', since: 1 }, SQL: { state: 'doing', since: 2 } })).toEqual([
      'SQL: in-progress',
      'Algorithms: in-progress',
      'HTTP: stage',
    ]);
  });

  test('ends with another section only if all others are of one section', () => {
    expect(offered({ HTTP: 'doing', SQL: 'doing' })[2]).toBe('Algorithms: variety');
    expect(offered({ HTTP: 'doing', Algorithms: 'doing' })[2]).toBe('SQL: stage');
  });

  test('skips topics with prerequisites that are neither done nor skipped', () => {
    expect(offered({}, { count: 9 }).join()).not.toContain('Indexes');
    expect(offered({ HTTP: 'done', SQL: 'done' })[0]).toBe('Indexes: prerequisites-done');
    expect(offered({ HTTP: 'skipped', SQL: 'done' })[0]).toBe('Indexes: section-begun');
  });

  test('lets a topic wait for what its parent needs', () => {
    const plan = outlineOf('# R\n## S\n- [ ] A <!-- needs: z -->\n  - [ ] B\n- [ ] Z <!-- id: z -->\n');
    expect(offered({}, { plan })).toEqual(['Z: next']);
    expect(offered({ Z: 'done' }, { plan })).toEqual(['B: prerequisites-done']);
  });

  test('treats a needed parent as done when its leaves are', () => {
    expect(offered({ ...WEB, Security: 'todo', SQL: 'todo' }, { count: 9 }).join()).not.toContain('Security');
    expect(offered({ ...WEB, Security: 'todo' })[0]).toBe('Security: prerequisites-done');
  });

  test('has a thesis once its stages are reached, tools after all tracks, and then ends', () => {
    expect(offered(WEB)[0]).toBe('Web Thesis: next-stage');
    const rest = { ...WEB, ...THEORY, 'Web Thesis': 'done', Startup: 'skipped' } as const;
    expect(offered(rest)).toEqual(['Drawing: next', 'Scripting: next']);
    expect(offered({ ...rest, Drawing: 'done', Scripting: 'done' })).toEqual([]);
  });
});

describe('the reason', () => {
  test.each<[string, Parameters<typeof progress>[1], object]>([
    ['in progress', { SQL: { state: 'doing', since: 7 } }, { kind: 'in-progress', since: 7 }],
    ['a stage', {}, { kind: 'stage', stage: 'Web', track: 'Web' }],
    [
      'started',
      { HTTP: 'skipped', SQL: 'done' },
      { kind: 'section-begun', section: 'Databases', done: 1, total: 3 },
    ],
    ['prerequisites', { HTTP: 'done', SQL: 'done' }, { kind: 'prerequisites-done', topic: 'HTTP' }],
    ['a thesis', WEB, { kind: 'next-stage', track: 'Web' }],
    ['a step of one’s own', { ...WEB, ...THEORY, 'Web Thesis': 'done' }, { kind: 'next-stage', track: null }],
  ])('%s', (_, states, reason) => {
    expect(firstReason(states)).toEqual(reason);
  });

  test('with several prerequisites names the one that was done last', () => {
    const plan = outlineOf(
      '# R\n## S\n- [ ] A <!-- id: a -->\n- [ ] B <!-- id: b -->\n- [ ] C <!-- needs: a b -->\n',
    );
    const states = { A: { state: 'done', since: 2 }, B: { state: 'done', since: 1 } } as const;
    expect(firstReason(states, plan)).toEqual({ kind: 'prerequisites-done', topic: 'A' });
  });

  test('of a track that is no stage is simply that it is next', () => {
    expect(firstReason({}, outlineOf('# R\n## S\n- [ ] A\n'))).toEqual({ kind: 'next', section: 'S' });
  });
});

describe('an offered topic', () => {
  test('is not offered again within three study days, however many hours these have', () => {
    expect(offered({}, { offers: { HTTP: at(2), Algorithms: at(1) } })).toEqual([
      'SQL: stage',
      'Normal Forms: stage',
      'Drawing: variety',
    ]);
    // It was offered late on the evening of the day before these.
    expect(offered({}, { offers: { HTTP: at(2.01) } })[0]).toBe('HTTP: stage');
  });

  test('stays if it was begun', () => {
    expect(offered({ HTTP: 'doing' }, { offers: { HTTP: at(0) } })[0]).toBe('HTTP: in-progress');
  });

  test('comes back if a place would stay empty, the longest ago first', () => {
    const plan = outlineOf('# R\n## S\n- [ ] A\n- [ ] B\n- [ ] C\n');
    expect(offered({}, { plan, offers: { A: at(1), B: at(2) } })).toEqual([
      'C: next',
      'B: asked-again',
      'A: asked-again',
    ]);
  });

  test('decides which section brings variety: the one that was offered longest ago', () => {
    expect(offered({}, { offers: { Algorithms: at(5) } })[2]).toBe('Drawing: variety');
    expect(offered({}, { offers: { Algorithms: at(5), Drawing: at(4) } })[2]).toBe('Algorithms: variety');
  });
});

test('lets a single track bring variety from its subsections', () => {
  const plan = outlineOf('# R\n## S\n### One\n- [ ] A\n- [ ] B\n- [ ] C\n### Two\n- [ ] D\n');
  expect(offered({}, { plan })).toEqual(['A: next', 'B: next', 'D: variety']);
});

test('that is shown already counts for the variety, and is not suggested', () => {
  const beside = [named(small, 'HTTP'), named(small, 'SQL')];
  const picks = suggest({ outline: small, progress: new Map(), now: NOW, count: 1, beside });
  expect(picks.map(({ node }) => node.topic.title)).toEqual(['Algorithms']);
});

test('that is snoozed stays away until its instant, even in progress', () => {
  expect(offered({ HTTP: { state: 'doing', snoozedUntil: NOW + 1 } }).join()).not.toContain('HTTP');
  expect(offered({ HTTP: { state: 'doing', snoozedUntil: NOW } })[0]).toBe('HTTP: in-progress');
});

test('suggestions are open leaves of the roadmap, each once, and as many as possible', () => {
  // Topics are given by their position, so that a failure is readable.
  const anyInput = fc.record({
    now: fc.nat({ max: 1000 }),
    count: fc.integer({ min: 0, max: 6 }),
    offered: fc.array(
      fc.record({ at: fc.integer({ min: -2 * OFFER_DAYS * DAY, max: 1000 }), position: fc.nat(40) }),
    ),
    excepted: fc.array(fc.nat(40)),
  });
  fc.assert(
    fc.property(anyCase, anyInput, ({ plan, entries: said }, { now, count, offered: before, excepted }) => {
      const idsAt = (position: number): readonly string[] =>
        plan.nodes.slice(position, position + 1).map(({ id }) => id);
      const offers = before.flatMap(({ at: when, position }) =>
        idsAt(position).map((topicId) => ({ topicId, at: when })),
      );
      const except = new Set(excepted.flatMap(idsAt));
      const picks = suggest({
        outline: plan,
        progress: said,
        offered: offeredBefore(offers, now),
        now,
        count,
        except,
      });
      const possible = plan.nodes.filter((node) => {
        const { state = 'todo', snoozedUntil = null } = said.get(node.id) ?? {};
        const isOpen = state === 'todo' || state === 'doing';
        return node.children.length === 0 && isOpen && (snoozedUntil ?? 0) <= now && !except.has(node.id);
      });
      expect(new Set(picks.map(({ node }) => node)).size).toBe(picks.length);
      expect(titles(possible)).toEqual(expect.arrayContaining([...titles(picks.map(({ node }) => node))]));
      expect(picks).toHaveLength(Math.min(count, possible.length));
      for (const { reason } of picks) expect(JSON.parse(JSON.stringify(reason))).toEqual(reason);
    }),
  );
});

test('a member who studies now and then for a year sees every topic, and none twice within three days', () => {
  const said = new Map<string, Entry>();
  const offers: Offer[] = [];
  const tracks = bundled.nodes.filter((node) => node.top.kind === 'track' && node.children.length === 0);
  for (let day = 0; day < 365; day += 1) {
    const now = day * DAY;
    const picks = suggest({
      outline: bundled,
      progress: new Map(said),
      offered: offeredBefore(offers, now),
      now,
    });
    const again = picks.filter(({ reason }) => reason.kind === 'asked-again').map(({ node }) => node.id);
    const lately = new Set(
      offers.filter(({ at: when }) => now - when < OFFER_DAYS * DAY).map(({ topicId }) => topicId),
    );
    // A topic that comes again within three days says so, and that happens only near the end.
    expect(picks.map(({ node }) => node.id).filter((id) => lately.has(id))).toEqual(again);
    expect(tracks.length - said.size > 20 ? again : []).toEqual([]);
    for (const { node } of picks) {
      offers.push({ topicId: node.id, at: now });
    }
    // Every other day they do one of the three, rarely the same one.
    const chosen = picks[(day * 7) % 3];
    if (day % 2 === 0 && chosen !== undefined) {
      said.set(chosen.node.id, newEntry('done', { at: now, date: utcDay(now) }));
    }
  }
  const shown = new Set(offers.map(({ topicId }) => topicId));
  expect(titles(tracks.filter((node) => !shown.has(node.id)))).toEqual([]);
  expect(titles(tracks.filter((node) => !said.has(node.id)))).toEqual([]);
});

describe('a reason that was given in the morning', () => {
  const doing: Reason = { kind: 'in-progress', since: 1 };
  const begun: Reason = { kind: 'section-begun', section: 'Databases', done: 1, total: 3 };
  const led: Reason = { kind: 'prerequisites-done', topic: 'SQL' };
  const variety: Reason = { kind: 'variety', section: 'Theory' };
  test.each<[string, Parameters<typeof progress>[1], Reason, Reason | null]>([
    ['goes with what is done', { Indexes: 'done' }, led, null],
    [
      'gives way to what is begun',
      { Indexes: { state: 'doing', since: 5 } },
      variety,
      { ...doing, since: 5 },
    ],
    ['is not that it is begun once it is not', { SQL: 'done' }, doing, begun],
    ['does not speak of what is done no more', {}, led, { kind: 'stage', stage: 'Web', track: 'Web' }],
    // Its section has another name for who reads another language now.
    ['stays where nothing speaks against it', {}, variety, { kind: 'variety', section: 'Web' }],
  ])('%s', (_name, states, told, now) => {
    const why = whyStill(small, standings(small, progress(small, states)), named(small, 'Indexes'), told);
    expect(why).toEqual(now);
  });
});
