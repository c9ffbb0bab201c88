import { describe, expect, test } from 'vitest';
import type { GuildHandle } from '../../playground/people/place.ts';
import type { Person } from '../../playground/people/person.ts';
import type { Method } from '../../src/roadmap/roadmap.ts';
import { writeProof } from '../../src/store/proofs/proofs.ts';
import { shareProof } from '../../src/store/proofs/shares.ts';
import { startWorld } from '../bot.ts';
import { follow, PLAIN } from './other-roadmap.ts';

type World = Awaited<ReturnType<typeof startWorld>>;

async function joined(guild: GuildHandle, name: string, locale = 'en-US'): Promise<Person> {
  const person = guild.addMember({ name, locale });
  await person.slash('roadmap join');
  return person;
}

async function group(locale = 'en-US') {
  const world = await startWorld();
  const guild = world.discord.addGuild({ name: 'Study', locale });
  return { world, guild, ana: await joined(guild, 'Ana', locale), ben: await joined(guild, 'Ben', locale) };
}

let written = 0;

/** Somebody writes a proof, and shares it with the named guilds. */
async function write(
  { app }: World,
  person: Person,
  title: string,
  text: string,
  guilds: readonly GuildHandle[] = [],
  { method = 'cheatcode', roadmapId = 'backend' }: { method?: Method; roadmapId?: string } = {},
): Promise<string> {
  written += 1;
  const roadmap = await app.library.roadmap(app.db, roadmapId);
  const node = roadmap?.finder.resolve(title);
  if (node === null || node === undefined) throw new Error(`there is no topic called ${title}`);
  const actor = { interactionId: `w${written}`, userId: person.id, guildId: null, at: app.now() };
  const work = { topicId: node.id, method, parts: [text], url: null, language: null, file: null };
  const proofId = await writeProof(app.db, actor, work);
  for (const { id: guildId } of guilds) {
    await shareProof(app.db, proofId, guildId, app.now());
  }
  return proofId;
}

test('finds own work and work shared here, with the found words in bold as they were written', async () => {
  const { world, guild, ana, ben } = await group();
  await using _ = world;
  await write(world, ana, 'ACID', 'Atomicity: a *Transaction* is all or nothing.');
  await write(world, ben, 'Transactions', 'Every transaction ends.', [guild]);
  const answer = await ana.slash('search', { words: 'TRANSACT' });
  expect(answer.ephemeral).toBe(true);
  expect(answer.text).toContain('“TRANSACT” · 2 found');
  expect(answer.text).toContain('**ACID**\n-# cheat code · yours');
  expect(answer.text).toContain('Atomicity\\: a **Transaction** is all or nothing.');
  expect(answer.text).toContain(`**Transactions**\n-# cheat code · ${ben.name}`);
  expect(answer.text).toContain('Every **transaction** ends.');

  await ana.press(answer, { label: 'Open', near: 'yours' });
  expect(answer.text).toContain('Atomicity');
  expect(answer.buttons).toContain('Edit…');
  const again = await ana.slash('search', { words: 'transact' });
  await ana.press(again, { label: 'Open', near: ben.name });
  expect(again.text).toContain('Every transaction ends.');
  expect(again.buttons).not.toContain('Edit…');
});

test('shows five on a page, and continues the same search on the next', async () => {
  const { world, ana } = await group();
  await using _ = world;
  const titles = ['ACID', 'Transactions', 'REST', 'tmux', 'Testing', 'Linux', 'CDN'];
  const roadmap = await world.app.library.roadmap(world.app.db, 'backend');
  const known = titles.filter((title) => roadmap?.finder.resolve(title) !== null);
  expect(known.length).toBeGreaterThan(5);
  for (const title of known) await write(world, ana, title, `ısı ve ışık, ${title}`);
  const answer = await ana.slash('search', { words: 'Işık ISI' });
  expect(answer.text).toContain(`“Işık ISI” · ${known.length} found`);
  expect(answer.text).toContain('**ısı** ve **ışık**');
  expect(answer.text).toContain('Page 1 of 2');
  const first = answer.text;
  await ana.press(answer, 'Next');
  expect(answer.text).toContain('“Işık ISI”');
  expect(answer.text).toContain('Page 2 of 2');
  await ana.press(answer, 'Previous');
  expect(answer.text).toBe(first);
});

describe('a search without results', () => {
  test('says where it looked, and offers similar topics', async () => {
    const { world, ana } = await group();
    await using _ = world;
    const answer = await ana.slash('search', { words: 'transactoins' });
    expect(answer.text).toContain('No notes mention “transactoins”.');
    expect(answer.text).toContain('what this group shares');
    expect(answer.buttons[0]).toContain('Transactions');
    await ana.press(answer, answer.buttons[0] ?? '');
    expect(answer.text).toContain('○ Transactions');
  });

  test.each(['***', '"', ' \u202E ', '@everyone [x](https://evil.example)', '🏳️‍🌈', 'x'.repeat(60)])(
    '%j',
    async (typed) => {
      const { world, ana } = await group();
      await using _ = world;
      const answer = await ana.slash('search', { words: typed });
      expect(answer.failed).toBeNull();
      expect(answer.text).toMatch(/Nothing found for|No notes mention/);
      expect(answer.text).not.toContain('[x](');
      expect(answer.text).not.toMatch(/(?<!\\)@everyone/);
    },
  );
});

test('in Turkish, with Turkish letters either way', async () => {
  const { world, ana } = await group('tr');
  await using _ = world;
  await write(world, ana, 'ACID', 'Çığ gibi büyüyen işlemler');
  const answer = await ana.slash('search', { words: 'cig isl' });
  expect(answer.text).toContain('1 sonuç');
  expect(answer.text).toContain('**Çığ** gibi büyüyen **işlemler**');
  expect((await ana.slash('search', { words: 'yok' })).text).toContain('geçen bir not yok');
});

test('in direct messages, one’s own alone', async () => {
  const { world, guild, ana, ben } = await group();
  await using _ = world;
  await write(world, ana, 'ACID', 'canary, mine');
  await write(world, ben, 'ACID', 'canary, theirs', [guild]);
  const answer = await ana.dm.slash('search', { words: 'canary' });
  expect(answer.text).toContain('1 found');
  expect(answer.text).toContain('**canary**, mine');
  expect(answer.text).toContain('I search what you wrote');
  expect((await ana.dm.slash('search', { words: 'nothing' })).text).toContain('what you wrote');
});

test('canaries: work that is not shared here is never seen here, by command or by button', async () => {
  const { world, guild, ana, ben } = await group();
  await using _ = world;
  const elsewhere = world.discord.addGuild({ name: 'Elsewhere', locale: 'en-US' });
  const eve = await joined(elsewhere, 'Eve');
  elsewhere.addMember(ana);
  await write(world, ben, 'ACID', 'canary unshared');
  await write(world, ben, 'REST', 'canary shared here', [guild]);
  await write(world, eve, 'ACID', 'canary shared elsewhere', [elsewhere]);
  await write(world, ana, 'tmux', 'canary of my own');

  const here = await ana.slash('search', { words: 'canary' });
  expect(here.text).toContain('2 found');
  expect(here.text).toContain('shared here');
  expect(here.text).toContain('of my own');
  const there = await ana.slash('search', { words: 'canary' }, { channel: elsewhere.channel() });
  expect(there.text).toContain('2 found');
  expect(there.text).toContain('shared elsewhere');
  // A page's button, as somebody would make it up.
  const carried = Buffer.from('canary').toString('base64url');
  for (const page of ['0', '1', '999']) {
    const turned = await eve.press(await eve.slash('help'), { customId: `v1:search:${page}:${carried}` });
    expect(turned.text).toContain('1 found');
  }
  await ben.slash('roadmap leave');
  const after = await ana.slash('search', { words: 'canary' });
  expect(after.text).toContain('1 found');
  expect(after.text).not.toContain('shared here');
});

test('made-up buttons can only search', async () => {
  const { world, ana } = await group();
  await using _ = world;
  const answer = await ana.slash('help');
  for (const customId of [
    'v1:search',
    'v1:search:0',
    'v1:search:-1:abc',
    'v1:search:1e3:abc',
    `v1:search:0:${'_'.repeat(80)}`,
    `v1:search:0:${Buffer.from('"* OR title:x').toString('base64url')}`,
  ]) {
    const pressed = await ana.press(answer, { customId });
    expect({ customId, failed: pressed.failed }).toEqual({ customId, failed: null });
  }
});

test('a proof on a roadmap that is not followed here is listed without a button', async () => {
  const { world, ana } = await group();
  await using _ = world;
  await follow(world, world.discord.addGuild({ name: 'Cooks' }), 'cooking', PLAIN);
  await write(world, ana, 'Rice', 'canary', [], { roadmapId: 'cooking' });
  const answer = await ana.slash('search', { words: 'canary' });
  expect(answer.text).toContain('From another roadmap');
  expect(answer.buttons).toEqual([]);
});

test('a team’s app is found as the project of each member', async () => {
  const { world, ana, ben } = await group();
  await using _ = world;
  const form = await ana.slash('showcase submit', { app: 'Twitter clone' });
  await ana.fill(form, {
    Repository: 'https://github.com/ana/birds',
    'What would you do differently?': 'Shard the canary.',
  });
  const found = await ben.slash('search', { words: 'shard' });
  expect(found.text).toContain(`**Twitter clone**\n-# project · ${ana.name}`);
  const list = await ana.slash('showcase gallery');
  expect(list.failed).toBeNull();
});
