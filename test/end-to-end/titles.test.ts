import { expect, test } from 'vitest';
import { join } from '../../src/store/members/memberships.ts';
import { setUp, startWith } from '../attacks/group.ts';
import { commandLines, entered, useEverything } from '../attacks/walk.ts';
import { text } from '../roadmap/sketch.ts';
import { partOf } from '../size.ts';

/** Every title of it begins with `Written`, and with `Türkçe` in Turkish. */
const BILINGUAL = text`
  # Written plan <!-- tr: Türkçe plan -->
  ## Written direction <!-- kind: career --> <!-- tr: Türkçe yön -->
  - [ ] Written stage <!-- id: stage stage: track web --> <!-- tr: Türkçe aşama -->
  - [ ] Written thesis <!-- id: thesis stage: tez web --> <!-- tr: Türkçe tez -->
  - [ ] Written step <!-- id: step stage: free --> <!-- tr: Türkçe adım -->
  ## Written tools <!-- kind: toolset --> <!-- tr: Türkçe araçlar -->
  - [ ] Written tool: Go <!-- id: tool --> <!-- tr: Türkçe araç: Go -->
  ## Written web <!-- id: web kind: track methods: cheatcode feynman project track-methods: tez --> <!-- tr: Türkçe ağ -->
  - [ ] Written protocol <!-- id: protocol --> <!-- tr: Türkçe protokol -->
  - [ ] Written store <!-- id: store needs: protocol --> <!-- tr: Türkçe depo -->
    - [ ] Written query <!-- id: query --> <!-- tr: Türkçe sorgu -->
    - [ ] Written index <!-- id: index --> <!-- tr: Türkçe dizin -->
  ### Written depth <!-- id: depth --> <!-- tr: Türkçe derinlik -->
  - [ ] Written cache <!-- id: cache needs: store --> <!-- tr: Türkçe önbellek -->
  - [x] Written queue <!-- id: queue --> <!-- tr: Türkçe kuyruk -->
  ## Written theory <!-- id: theory kind: track methods: tez --> <!-- tr: Türkçe kuram -->
  - [ ] Written proof <!-- id: proof --> <!-- tr: Türkçe ispat -->
  ## Written apps <!-- kind: showcase --> <!-- tr: Türkçe uygulamalar -->
  - [ ] Written shop <!-- id: shop --> <!-- tr: Türkçe dükkân -->
`;

/** Commands that show the file as it is written, because they change or export it. */
const OF_THE_FILE = new Set(['roadmap import', 'roadmap edit', 'roadmap export', 'roadmap undo']);

test('a Turkish reader finds no title in another language, in any command, button or post', async () => {
  await using world = await startWith({ backend: BILINGUAL }, '2026-11-23T05:00:00Z');
  const guild = world.discord.addGuild({ name: 'Grup', locale: 'tr' });
  const person = guild.addMember({ name: 'Deniz', locale: 'tr', permissions: ['ManageGuild'] });
  const other = guild.addMember({ name: 'Ege', locale: 'tr' });
  await world.discord.quiet();
  await setUp(world, guild, { locale: 'tr' });
  await join(world.app.db, guild.id, person.id, 0);
  await join(world.app.db, guild.id, other.id, 0);
  const seen = new Set<string>();
  const enter = { text: () => 'Türkçe', topic: 'written query', person };
  for (const { line, options } of partOf(commandLines(), 1, 2)) {
    if (OF_THE_FILE.has(line)) continue;
    await useEverything(person, await person.slash(line, entered(options, enter)), enter, 2, seen);
    if (options.some(({ name }) => name === 'topic')) await person.type(line, { topic: 'writ' });
  }
  await person.type('progress', { section: 'web' });
  for (let day = 0; day < 7; day += 1) {
    world.clock.advance(24 * 60 * 60 * 1000);
    await world.tick();
    await world.discord.quiet();
  }
  for (const message of guild.channel().messages) await useEverything(other, message, enter, 2, seen);
  const sent = world.discord.requests.map(({ body }) => JSON.stringify(body ?? null)).join('\n');
  expect(sent).toContain('Türkçe önbellek');
  expect(sent.match(/.{0,60}Written.{0,30}/gu)).toBeNull();
});
