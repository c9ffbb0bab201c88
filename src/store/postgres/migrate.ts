import { Kysely, PostgresDialect, sql } from 'kysely';
import { Migrator } from 'kysely/migration';
import { Pool } from 'pg';
import type { Migration } from '../migrations/index.ts';
import { StoreError } from '../store-error.ts';
import { isAway, placeOf } from './faults.ts';
import { forPostgres } from './migrations.ts';
import { connectionTo } from './pool.ts';

/**
 * Brings the database to the newest version: all pending migrations, or none of them. Of several processes, one
 * migrates and the others wait. It uses a connection of its own, on which a step may take any time.
 * @throws StoreError if a newer Roadmate has written here, or a migration fails.
 */
export async function migrate(url: string, migrations: Readonly<Record<string, Migration>>): Promise<void> {
  const pool = new Pool({ ...connectionTo(url), max: 1, connectionTimeoutMillis: 5000 });
  pool.on('error', () => undefined);
  const db = new Kysely<never>({ dialect: new PostgresDialect({ pool }) });
  try {
    const known = new Set(Object.keys(migrations));
    const unknown = (await appliedMigrations(db)).find((name) => !known.has(name));
    if (unknown !== undefined) {
      throw new StoreError(
        'newer',
        `${placeOf(url)} was written by a newer Roadmate (it knows the step "${unknown}"). Update Roadmate, or set DATABASE_URL to another database.`,
      );
    }
    const provider = { getMigrations: () => Promise.resolve(forPostgres(migrations)) };
    const { error } = await new Migrator({ db, provider }).migrateToLatest();
    if (error === undefined) return;
    if (isAway(error)) throw error;
    throw new StoreError(
      'migration-failed',
      `${placeOf(url)} could not be brought to this version; it is as it was before. Please report this with the lines below.`,
      { cause: error },
    );
  } finally {
    await db.destroy();
  }
}

async function appliedMigrations(db: Kysely<never>): Promise<readonly string[]> {
  const table = await sql<{ id: unknown }>`SELECT to_regclass('kysely_migration') AS id`.execute(db);
  if (table.rows[0]?.id === null) return [];
  const { rows } = await sql<{ name: string }>`SELECT name FROM kysely_migration`.execute(db);
  return rows.map((row) => row.name);
}
