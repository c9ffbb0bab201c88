import { describe, expect, test } from 'vitest';
import type { Commission } from '../../src/view/pictures/easel.ts';
import { startWorld } from '../bot.ts';
import { hugeRoadmap } from '../end-to-end/huge-roadmap.ts';
import { picturesOf, sketchStudio } from '../pictures.ts';
import { follow, PLAIN } from './other-roadmap.ts';

async function group(locale = 'en-US') {
  const studio = sketchStudio();
  const world = await startWorld('2026-11-23T09:00:00Z', { pictures: studio });
  const guild = world.discord.addGuild({ name: 'Study', locale });
  return { studio, world, guild };
}

const last = (asked: readonly Commission[]) => asked.at(-1)?.picture;

/** The states on the last map that was drawn, by title of the island or topic. */
function marksOf(asked: readonly Commission[]): Record<string, string> {
  const picture = last(asked);
  if (picture?.kind === 'overview') {
    return Object.fromEntries(
      picture.islands.map(({ title, nodes }) => [title, nodes.map(({ mark }) => mark).join(' ')]),
    );
  }
  if (picture?.kind === 'section') {
    return Object.fromEntries(
      picture.topics.map(({ title, mark, note }) => [title, note === null ? mark : `${mark} ${note}`]),
    );
  }
  return {};
}

describe('the map of a roadmap', () => {
  test('shows every section with the member’s states and present topic, and the same in words', async () => {
    const { studio, world, guild } = await group();
    await using _ = world;
    const ada = guild.addMember({ name: 'Ada' });
    await follow(world, guild, 'cooking', PLAIN);
    await ada.slash('done', { topic: 'Stock' });
    await ada.slash('start', { topic: 'Rice' });

    const map = await ada.slash('roadmap map');
    expect(map.ephemeral).toBe(true);
    expect(last(studio.asked)).toMatchObject({
      kind: 'overview',
      count: '1\u00A0of\u00A04 done',
      here: { title: 'Rice' },
    });
    expect(Object.values(marksOf(studio.asked)).join(' ')).toMatch(/done.*doing|doing.*done/);
    expect(picturesOf(map.message)).toHaveLength(1);
    expect(picturesOf(map.message)[0]?.alt).toMatch(/^Cooking, 1\sof\s4 done\. You’re here: Rice\./);
    expect(map.text).toContain('**Rice**\n-# You’re here · ');
    expect(map.text).not.toContain('1 of 4 done');
  });

  test('leads from a finished topic to the next one to start', async () => {
    const { studio, world, guild } = await group();
    await using _ = world;
    const ada = guild.addMember({ name: 'Ada' });
    await follow(world, guild, 'cooking', PLAIN);
    const next = async (): Promise<string> => {
      const map = await ada.slash('roadmap map');
      expect(map.buttons[0]).toBe('Start');
      const picture = last(studio.asked);
      const here = picture?.kind === 'overview' ? picture.here : null;
      expect(here?.label).toBe('Next');
      expect(map.text).toContain(`**${here?.title}**\n-# Next · `);
      return here?.title ?? '';
    };
    const first = await next();
    await ada.slash('done', { topic: first });
    expect(await next()).not.toBe(first);
  });

  test('shows a chosen section with its titles, pages, and the way back', async () => {
    const { studio, world, guild } = await group('tr');
    await using _ = world;
    const ada = guild.addMember({ name: 'Ada', locale: 'tr' });
    await ada.slash('start', { topic: 'ACID' });
    const map = await ada.slash('roadmap map');
    expect(map.buttons).toEqual(['Konuyu gör', 'Liste olarak']);

    const main = (await sectionsOffered(map)).find(({ label }) => /Main|Ana/.test(label));
    await ada.choose(map, 'Bir bölüme yakından bak', [main?.label ?? '']);
    expect(last(studio.asked)).toMatchObject({ kind: 'section', here: { label: 'burada' } });
    expect(picturesOf(map.message)[0]?.alt).toMatch(/ACID: sürüyor, burada/);
    const first = studio.asked.length;
    expect(map.buttons.slice(0, 2)).toEqual(['Önceki', 'Sonraki']);
    await ada.press(map, 'Sonraki');
    expect(studio.asked[first]?.page).toBe(1);
    await ada.press(map, 'Bütün harita');
    expect(last(studio.asked)?.kind).toBe('overview');
  });

  test('of the group shows what some and all members have done, of those who let it be seen', async () => {
    const { studio, world, guild } = await group();
    await using _ = world;
    const [ada, ben, eve] = ['Ada', 'Ben', 'Eve'].map((name) => guild.addMember({ name }));
    if (ada === undefined || ben === undefined || eve === undefined) throw new Error('there are three');
    await follow(world, guild, 'cooking', PLAIN);
    for (const person of [ada, ben, eve]) await person.slash('roadmap join');
    await eve.choose(await eve.slash('settings'), 'Pick what they see', ['progress']);
    for (const person of [ada, ben, eve]) await person.slash('done', { topic: 'Stock' });
    await ada.slash('done', { topic: 'Rice' });
    await eve.slash('done', { topic: 'Bread' });

    const map = await ada.press(await ada.slash('roadmap map'), 'The group’s map');
    expect(last(studio.asked)).toMatchObject({ count: '38% done · 2 people' });
    const offered = await sectionsOffered(map);
    for (const { label } of offered) await ada.choose(map, 'Zoom into a section', [label]);
    const told = studio.asked.flatMap(({ picture }) =>
      picture.kind === 'section'
        ? picture.topics.map(({ title, mark, note }) => `${title} ${mark} ${note}`)
        : [],
    );
    expect(told).toEqual(expect.arrayContaining(['Stock done 2/2', 'Rice some 1/2', 'Bread todo 0/2']));
    await ada.press(map, 'Whole map');
    await ada.press(map, 'My map');
    expect(last(studio.asked)).toMatchObject({ count: '2\u00A0of\u00A04 done' });
  });

  test('of the group is shown to its members only', async () => {
    const { world, guild } = await group();
    await using _ = world;
    const [ada, eve] = ['Ada', 'Eve'].map((name) => guild.addMember({ name }));
    if (ada === undefined || eve === undefined) throw new Error('there are two');
    await ada.slash('roadmap join');
    const map = await eve.slash('roadmap map');
    expect(map.buttons).not.toContain('The group’s map');
    for (const customId of [
      'v1:map-view:group',
      'v1:map-view:everybody',
      'v1:map-section:own:nowhere',
      'v1:map-view:own:x',
    ])
      expect((await eve.press(map, { customId })).text).toContain('out of date');
  });

  test('is given in words if it cannot be drawn', async () => {
    await using world = await startWorld();
    const guild = world.discord.addGuild({ name: 'Study' });
    const ada = guild.addMember({ name: 'Ada' });
    await follow(world, guild, 'cooking', PLAIN);
    await ada.slash('done', { topic: 'Stock' });
    const map = await ada.slash('roadmap map');
    expect(picturesOf(map.message)).toEqual([]);
    const [section] = await sectionsOffered(map);
    expect(map.text).toContain('**Cooking** · 1 of 4 done');
    await ada.choose(map, 'Zoom into a section', [section?.label ?? '']);
    expect(map.text).toMatch(/\*\*(done|to do)\*\*/);
  });

  test('of a roadmap at the limits fits in a message, on every page', async () => {
    const { studio, world, guild } = await group('tr');
    await using _ = world;
    const ada = guild.addMember({ name: 'Ada', locale: 'tr' });
    await follow(world, guild, 'huge', hugeRoadmap());
    await ada.slash('roadmap join');
    const map = await ada.slash('roadmap map');
    for (let turns = 0; turns < 3; turns += 1) {
      expect(map.failed).toBeNull();
      await ada.press(map, 'Sonraki');
    }
    const [section] = await sectionsOffered(map);
    await ada.choose(map, 'Bir bölüme yakından bak', [section?.label ?? '']);
    expect(map.failed).toBeNull();
    expect(studio.asked.length).toBeGreaterThan(3);
  });
});

/** The options of the list of sections. */
async function sectionsOffered(answer: { message: { components?: unknown } | null }) {
  const found: { label: string; value: string }[] = [];
  JSON.stringify(answer.message?.components, (_, part: unknown) => {
    if (typeof part === 'object' && part !== null && 'options' in part && Array.isArray(part.options))
      found.push(...part.options);
    return part;
  });
  return Promise.resolve(found);
}
