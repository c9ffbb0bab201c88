// Makes a small database with this version of the bot: three days of a study group with two members, played over the local
// Discord. The next version's tests migrate it. Run it before a release:
//   node src/launch.mjs test/store/upgrades/make.ts
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { gzipSync } from 'node:zlib';
import Database from 'better-sqlite3';
import type { Answer } from '../../../playground/people/answer.ts';
import { reschedule } from '../../../src/schedule/reschedule.ts';
import { changeGuild, ensureGuild, guildOf } from '../../../src/store/members/guilds.ts';
import { startWorld } from '../../bot.ts';

const copy = join(import.meta.dirname, 'copy.sqlite');
{
  await using world = await startWorld('2026-11-20T05:00:00Z');
  await play(world);
  // The file is copied here, because the world deletes its own at its end.
  const sqlite = new Database(world.databasePath, { readonly: true });
  sqlite.prepare('VACUUM INTO ?').run(copy);
  sqlite.close();
}
const made = new Database(copy);
const newest = String(made.prepare('SELECT max(name) FROM kysely_migration').pluck().get());
made.close();
const file = join(import.meta.dirname, `${newest.slice(0, 3)}.sqlite.gz`);
await writeFile(file, gzipSync(await readFile(copy), { level: 9 }));
await rm(copy);
console.log(`${file} holds a database of this version.`);
process.exit();

async function play({ app, clock, discord, tick }: Awaited<ReturnType<typeof startWorld>>): Promise<void> {
  const guild = discord.addGuild({ name: 'Study group', locale: 'en-US', channels: ['general', 'study'] });
  await discord.quiet();
  const [, study] = guild.channels;
  const [ana, ben] = ['Ana', 'Ben'].map((name) => guild.addMember({ name, locale: 'en-US' }));
  if (study === undefined || ana === undefined || ben === undefined) throw new Error('they are there');
  const settings = { roadmapId: 'backend', channelId: study.id, timeZone: 'Europe/Istanbul' };
  await ensureGuild(app.db, guild.id, 'en-US', clock.now());
  await changeGuild(app.db, guild.id, settings);
  const stored = await guildOf(app.db, guild.id);
  if (stored !== null) await reschedule(app.db, stored, clock.now());

  for (const person of [ana, ben]) await person.slash('roadmap join');
  await ana.slash('done', { topic: 'ACID' });
  await ana.slash('start', { topic: 'Transactions' });
  await ben.slash('skip', { topic: 'ACID' });
  const text = 'BEGIN … COMMIT: all or nothing. Işık.';
  await ana.fill(await ana.slash('cheatcode write', { topic: 'ACID' }), { text });
  const told = { text: 'A transaction is a promise between neighbours.' };
  const kept = await ana.fill(await ana.slash('feynman write', { topic: 'Transactions' }), told);
  await ana.press(kept, { customId: idIn(kept.message, 'feynman:share') });
  const shared = study.lastMessage();
  if (shared === undefined) throw new Error('it is shared');
  await ben.press(shared, { customId: idIn(shared, 'clear') }, { until: 'settled' });

  clock.set('2026-11-20T06:00:30Z');
  await tick();
  clock.set('2026-11-21T08:00:00Z');
  await ben.slash('done', { topic: 'Transactions' });
  await ben.slash('done', { topic: 'CQRS' });
  await ben.slash('undo');
  clock.set('2026-11-23T08:00:00Z');
  let review: Answer = await ana.slash('review');
  for (const part of ['review-show', 'review-rate:good'])
    review = await ana.press(review, { customId: idIn(review.message, part) }, { until: 'settled' });
  await ana.slash('today');
  await discord.quiet();
}

/** The first custom id of a message that has a part. */
function idIn(message: unknown, part: string): string {
  const ids = [...JSON.stringify(message).matchAll(/"custom_id":"([^"]+)"/g)].map(([, id]) => id ?? '');
  return ids.find((id) => id.includes(part)) ?? part;
}
