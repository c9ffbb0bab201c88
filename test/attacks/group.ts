import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join as path } from 'node:path';
import { sql } from 'kysely';
import { commands, postButtons } from '../../commands/index.ts';
import type { GuildHandle } from '../../playground/people/place.ts';
import { reschedule } from '../../src/schedule/reschedule.ts';
import { changeGuild, ensureGuild, guildOf } from '../../src/store/members/guilds.ts';
import { handlersOf } from '../../src/discord/handlers.ts';
import type { Db } from '../../src/store/schema.ts';
import { startWorld } from '../bot.ts';

export type World = Awaited<ReturnType<typeof startWorld>>;

const { presses, forms } = handlersOf(commands, postButtons, { burst: 1, perSecond: 1 }, () =>
  Promise.resolve(null),
);
/** Every action that a button, a select or a form of the bot can carry. */
export const ACTIONS = { presses: [...presses.keys()], forms: [...forms.keys()] };

/** Starts a bot with these files as its roadmaps, or with the bundled ones. */
export async function startWith(files: Readonly<Record<string, string>>, start?: string): Promise<World> {
  const folder = await mkdtemp(path(tmpdir(), 'roadmate-attack-'));
  for (const [name, source] of Object.entries(files)) await writeFile(path(folder, `${name}.md`), source);
  try {
    return await startWorld(start, { roadmaps: folder });
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Sets up a server that posts every day at nine, UTC, in its first channel, and pings no role. */
export async function setUp(
  { app }: World,
  guild: GuildHandle,
  settings: Parameters<typeof changeGuild>[2] = {},
): Promise<void> {
  await ensureGuild(app.db, guild.id, 'en-US', app.now());
  const channelId = guild.channel().id;
  await changeGuild(app.db, guild.id, {
    roadmapId: 'backend',
    channelId,
    timeZone: 'UTC',
    weeklyDay: 7,
    ...settings,
  });
  const stored = await guildOf(app.db, guild.id);
  if (stored !== null) await reschedule(app.db, stored, app.now());
}

/**
 * A text that is another one after each write, of rows or of the schema. It says much quicker than `everything` that
 * nothing was written. SQLite counts what this connection has changed, and no other connection writes.
 */
export async function writesTo(db: Db): Promise<string> {
  const counted =
    await sql`SELECT total_changes(), (SELECT schema_version FROM pragma_schema_version)`.execute(db);
  return JSON.stringify(counted.rows);
}

/** The whole database, as a list of rows for each table. The tables that only record seen interactions are left out. */
export async function everything(db: Db): Promise<Readonly<Record<string, readonly string[]>>> {
  const tables = await sql<{ name: string }>`select name from sqlite_master where type = 'table'`.execute(db);
  const dumped: Record<string, readonly string[]> = {};
  for (const { name } of tables.rows) {
    if (name === 'handled_interaction') continue;
    const { rows } = await sql`select * from ${sql.table(name)}`.execute(db);
    dumped[name] = rows.map((row) => JSON.stringify(row)).toSorted();
  }
  return dumped;
}
