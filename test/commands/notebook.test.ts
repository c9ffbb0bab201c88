import { expect, test } from 'vitest';
import type { Answer } from '../../playground/people/answer.ts';
import type { Person } from '../../playground/people/person.ts';
import type { Method } from '../../src/roadmap/roadmap.ts';
import { writeProof } from '../../src/store/proofs/proofs.ts';
import { startWorld } from '../bot.ts';
import { readCsv } from '../text/rfc4180.ts';

type World = Awaited<ReturnType<typeof startWorld>>;

/** The files of an answer, by name. */
async function filesOf({ files }: Answer): Promise<Record<string, string>> {
  const all = files.map(async ({ filename, url }) => {
    return [filename, await (await fetch(url)).text()] as const;
  });
  return Object.fromEntries(await Promise.all(all));
}

async function writes(
  world: World,
  person: Person,
  title: string,
  method: Method,
  text: string,
): Promise<void> {
  const roadmap = await world.app.library.roadmap(world.app.db, 'backend');
  const node = roadmap?.nodes.find((each) => each.topic.title === title);
  await writeProof(
    world.app.db,
    {
      interactionId: `${title}${method}${person.id}`,
      userId: person.id,
      guildId: null,
      at: world.clock.now(),
    },
    { topicId: node?.id ?? '', method, parts: [text], url: null, language: null },
  );
}

test('a notebook, and cards that a strict reader of CSV accepts', async () => {
  await using world = await startWorld('2026-11-23T23:30:00Z');
  const guild = world.discord.addGuild({ name: 'Study', locale: 'en-US' });
  const [ada, ben] = ['Ada', 'Ben'].map((name) => guild.addMember({ name, locale: 'en-US' }));
  if (ada === undefined || ben === undefined) throw new Error('two people');
  expect((await ada.slash('notebook export')).text).toContain('Your notebook is empty');

  await writes(world, ada, '✨ Operating Systems', 'feynman', '=1+1, they say, is what it comes to');
  await writes(world, ada, 'ACID', 'cheatcode', '# A\n- atomic: all or nothing\n\n```\nunclosed');
  await writes(world, ben, 'ACID', 'cheatcode', 'of Ben’s');
  const answer = await ada.slash('notebook export');
  expect(answer.ephemeral).toBe(true);
  expect(answer.text).toContain('2 texts');
  expect(answer.text).toContain('2 Anki cards');
  const files = await filesOf(answer);
  const markdown = files['notebook.md'] ?? '';
  expect(markdown).toMatch(
    /### ACID[\s\S]*##### A\n[\s\S]*unclosed\n```\n\n## Theory\n\n### ✨ Operating Systems/,
  );
  expect(markdown).toContain('Written: 23 November 2026');
  expect(JSON.stringify(files)).not.toContain('of Ben');
  const rows = readCsv(files['anki.csv'] ?? '');
  expect(rows.map((row) => row.length)).toEqual([4, 4, 4, 4, 4, 4]);
  expect(rows[4]).toEqual([
    expect.stringMatching(/^roadmate-/),
    'ACID: recall before you look.<br>Main Roadmap › More on Databases<br>• atomic',
    expect.stringContaining('<b>Cheat code</b><br># A<br>- atomic: all or nothing<br>'),
    'main-roadmap more-on-databases',
  ]);
  expect(rows[5]?.[2]).toBe('<b>Explanation</b><br>=1+1, they say, is what it comes to');

  // The second export has a changed text. For Anki the cards are the same.
  await writes(world, ada, 'ACID', 'feynman', 'later');
  const again = readCsv((await filesOf(await ada.slash('notebook export')))['anki.csv'] ?? '');
  expect(again.slice(4).map(([guid]) => guid)).toEqual(rows.slice(4).map(([guid]) => guid));
  expect(again[4]?.[2]).toContain('later');
});

test('in direct messages and in Turkish, with the member’s own dates', async () => {
  await using world = await startWorld('2026-11-23T23:30:00Z');
  const deniz = world.discord.addPerson({ name: 'Deniz', locale: 'tr' }).install();
  await deniz.dm.slash('settings', { 'time-zone': 'İstanbul' });
  await writes(world, deniz, 'ACID', 'feynman', 'Ya hep ya hiç.');
  const files = await filesOf(await deniz.dm.slash('notebook export'));
  expect(files['notebook.md']).toContain('# Defter: ');
  expect(files['notebook.md']).toContain('Yazıldı: 24 Kasım 2026 · henüz sayılmadı');
  expect(files['anki.csv']).toContain(
    '"ACID konusunu üç cümleyle anlat.<br>Ana konular › Veritabanlarında derinleşmek"',
  );
});
