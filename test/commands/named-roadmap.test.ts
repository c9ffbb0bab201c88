import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Answer } from '../../playground/people/answer.ts';
import type { GuildHandle } from '../../playground/people/place.ts';
import type { Person } from '../../playground/people/person.ts';
import { topicId } from '../../src/roadmap/outline.ts';
import { join } from '../../src/store/members/memberships.ts';
import { writeProof } from '../../src/store/proofs/proofs.ts';
import { shareProof } from '../../src/store/proofs/shares.ts';
import { follow } from '../../src/store/roadmaps/followed.ts';
import { roadmapMark } from '../../src/view/about-roadmap.ts';
import { carriedText, withMark } from '../../src/view/custom-id.ts';
import { setUp, startWith, type World } from '../attacks/group.ts';
import { text } from '../roadmap/sketch.ts';

const BACKEND = text`
  # Backend
  ## Servers <!-- methods: cheatcode feynman -->
  - [ ] HTTP <!-- id: http -->
  - [ ] Caching <!-- id: caching --> <!-- tr: Önbellekleme -->
`;
const FRONTEND = text`
  # Frontend <!-- tr: Ön uç -->
  ## Pages <!-- methods: cheatcode -->
  - [ ] Styles <!-- id: styles --> <!-- tr: Biçimler -->
  - [ ] Forms <!-- id: forms -->
`;
/** A roadmap that nobody here follows. */
const DATA = text`
  # Data
  ## Tables
  - [ ] Charts <!-- id: charts --> <!-- tr: Çizelgeler -->
`;

let world: World;
let here: GuildHandle;
let ana: Person;
let ece: Person;

/** A server that follows two roadmaps. Ana has written about a topic of each, and about one of a third. */
beforeAll(async () => {
  world = await startWith({ backend: BACKEND, frontend: FRONTEND, data: DATA });
  here = world.discord.addGuild({ name: 'Here' });
  ana = here.addMember({ name: 'Ana' });
  ece = here.addMember({ name: 'Ece', locale: 'tr' });
  await world.discord.quiet();
  await setUp(world, here);
  const { db } = world.app;
  await join(db, here.id, ana.id, 0);
  await follow(db, { guildId: here.id }, 'frontend', 1);
  for (const topic_id of [topicId('backend', 'http'), topicId('frontend', 'forms')]) {
    const long = { since: 0, since_date: '2026-01-01', snoozed_until: null };
    await db
      .insertInto('progress')
      .values({ user_id: ana.id, topic_id, state: 'done', ...long })
      .execute();
  }
  await writes('backend', 'caching', 'Keep what was answered.');
  await writes('frontend', 'styles', 'Rules that cascade, kept in one place.');
  await writes('data', 'charts', 'Bars, kept short.');
});
afterAll(() => world[Symbol.asyncDispose]());

async function writes(roadmapId: string, key: string, written: string): Promise<void> {
  const actor = { interactionId: `n-${key}`, userId: ana.id, guildId: null, at: world.app.now() };
  const id = topicId(roadmapId, key);
  const work = { topicId: id, method: 'cheatcode', parts: [written], url: null, language: null } as const;
  await shareProof(world.app.db, await writeProof(world.app.db, actor, work), here.id, world.app.now());
}

const names = async (typing: Promise<readonly { readonly name: string }[]>): Promise<readonly string[]> =>
  (await typing).map(({ name }) => name);
const titlesIn = ({ text: shown }: Answer): readonly string[] =>
  ['Caching', 'Styles', 'Charts'].filter((title) => shown.includes(`**${title}**`));

/** A button that leads to a page of a search in Frontend. */
const pageOf = (scope: string): string =>
  withMark(`v1:${scope}:0:${carriedText('kept')}`, roadmapMark('frontend'));

describe('/search', () => {
  test('finds work on any roadmap, and opens it if the roadmap is followed', async () => {
    const found = await ana.slash('search', { words: 'kept' });
    expect(titlesIn(found)).toEqual(['Styles', 'Charts']);
    expect(found.text).toContain('yours · Frontend');
    const opened = await ana.press(found, { label: 'Open', near: 'Styles' });
    expect(opened.text).toContain('Rules that cascade');
  });

  test('searches only the roadmap that is named', async () => {
    for (const roadmap of ['Frontend', 'frontend'])
      expect(titlesIn(await ana.slash('search', { words: 'kept', roadmap }))).toEqual(['Styles']);
    expect(titlesIn(await ana.slash('search', { words: 'kept', roadmap: 'Data' }))).toEqual(['Charts']);
    expect((await ana.slash('search', { words: 'kept', roadmap: 'Backend' })).text).toContain('Nothing');
    expect((await ana.slash('search', { words: 'kept', roadmap: 'Nowhere' })).text).toContain('no roadmap');
  });

  test('stays with that roadmap on every page, but not for the next search', async () => {
    const shown = await ana.slash('search', { words: 'kept', roadmap: 'Frontend' });
    expect(titlesIn(await ana.press(shown, { customId: pageOf('within') }))).toEqual(['Styles']);
    expect(titlesIn(await ana.press(shown, { customId: pageOf('search') }))).toEqual(['Styles', 'Charts']);
    const longest = withMark(`v1:within:9999:${carriedText('ğ'.repeat(60))}`, roadmapMark('frontend'));
    expect(longest.length).toBeLessThanOrEqual(100);
  });

  test.each([
    ['önbellek', 'Caching'],
    ['ONBELLEKLEME', 'Caching'],
    ['biçim', 'Styles'],
    ['caching', 'Caching'],
  ])('finds work by the translated title of its topic: %s', async (typed, title) => {
    expect(titlesIn(await ana.slash('search', { words: typed }))).toEqual([title]);
  });

  test('finds by a translated title only work that the person may see', async () => {
    const shown = await ece.slash('search', { words: 'önbellek' });
    expect(shown.text).toContain('**Önbellekleme**');
    await world.app.db.updateTable('proof_share').set({ withdrawn_at: 1 }).execute();
    const hidden = await ece.slash('search', { words: 'önbellek' });
    await world.app.db.updateTable('proof_share').set({ withdrawn_at: null }).execute();
    expect(hidden.text).not.toContain('Keep what');
    expect(hidden.text).not.toContain('**Önbellekleme**');
  });
});

describe('work on another roadmap', () => {
  test('is suggested for changing before anything is typed, and for writing afterwards', async () => {
    expect(await names(ana.type('cheatcode edit', { topic: '' }))).toEqual([
      'Caching · Servers',
      'Styles · Pages · Frontend',
    ]);
    expect(await names(ana.type('cheatcode write', { topic: 'form' }))).toEqual(['Forms · Pages · Frontend']);
    expect(
      await names(ana.type('cheatcode edit', { topic: '', roadmap: 'Backend' }, { focused: 'topic' })),
    ).toEqual(['Caching · Servers']);
  });

  test('is shown and listed', async () => {
    expect((await ana.slash('cheatcode show', { topic: 'Styles · Pages · Frontend' })).text).toContain(
      'Rules that cascade',
    );
    expect((await ana.slash('cheatcode list', { roadmap: 'Frontend' })).text).toContain('Styles');
    expect((await ana.slash('cheatcode list')).text).not.toContain('Styles');
  });

  test('is reviewed and exported with the roadmap named', async () => {
    expect((await ana.slash('review', { roadmap: 'Frontend' })).text).toContain('Forms');
    expect((await ana.slash('review')).text).toContain('HTTP');
    const exported = await ana.slash('notebook export', { roadmap: 'Frontend' });
    expect(exported.text).not.toContain('nothing');
    expect(exported.failed).toBeNull();
  });
});

test('/setup shows which roadmaps the server follows, and leads to the list of all', async () => {
  const panel = await here.owner.slash('setup');
  expect(panel.text).toContain('**Roadmap** · Backend\n-# Also: Frontend');
  const list = await here.owner.press(panel, 'All roadmaps');
  expect(list.text).toMatch(/\*\*Frontend\*\* · .*\n-# ● You’re studying this/);
  const choices = await here.owner.press(await here.owner.slash('setup'), 'Change…');
  expect(choices.text).toContain('-# Also: Frontend');
  expect(list.text).toMatch(/\*\*Backend\*\* · .*\n-# ★ The main roadmap here/);
  expect((await here.owner.press(list, 'Back to setup')).text).toContain('## Roadmate on this server');
});
