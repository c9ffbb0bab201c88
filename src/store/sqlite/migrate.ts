import type Database from 'better-sqlite3';
import { Kysely, SqliteAdapter, SqliteDialect, sql } from 'kysely';
import { Migrator } from 'kysely/migration';
import type { Migration } from '../migrations/index.ts';
import { StoreError } from '../store-error.ts';

/**
 * SQLite can roll back changes of the schema. kysely has to be told so, and then runs migrations in a transaction.
 */
class TransactionalAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

class MigrationDialect extends SqliteDialect {
  override createAdapter(): TransactionalAdapter {
    return new TransactionalAdapter();
  }
}

/**
 * Brings the database to the newest version: all pending migrations, or none of them. Foreign keys are turned off
 * before, so that a table can be rebuilt to which others refer; inside a transaction this would have no effect. Each
 * migration counts as done only after all foreign keys were checked.
 * @throws StoreError if a newer Roadmate has written here, or a migration fails.
 */
export async function migrate(
  sqlite: Database.Database,
  migrations: Readonly<Record<string, Migration>>,
  file: string,
): Promise<void> {
  const known = new Set(Object.keys(migrations));
  const applied = appliedMigrations(sqlite);
  const unknown = applied.find((name) => !known.has(name));
  if (unknown !== undefined) {
    throw new StoreError(
      'newer',
      `${file} was written by a newer Roadmate (it knows the step "${unknown}"). Update Roadmate, or set DATABASE_PATH to another file.`,
    );
  }
  // At most starts there is nothing to migrate. Then this avoids Kysely's look at the whole schema.
  if (applied.length === known.size) return;

  // This kysely is never destroyed, because `destroy` would close the connection, which is used afterwards. Nothing
  // else of it stays open.
  const db = new Kysely<never>({ dialect: new MigrationDialect({ database: sqlite }) });
  const guarded = Object.entries(migrations).map(([name, migration]) => [
    name,
    {
      up: async (trx: Kysely<never>) => {
        await migration.up(trx);
        const broken = await sql`PRAGMA foreign_key_check`.execute(trx);
        if (broken.rows.length > 0)
          throw new Error(`${name} leaves ${broken.rows.length} rows that refer to nothing`);
      },
    },
  ]);
  const migrator = new Migrator({
    db,
    provider: { getMigrations: () => Promise.resolve(Object.fromEntries(guarded)) },
  });

  sqlite.pragma('foreign_keys = OFF');
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) {
    throw new StoreError(
      'migration-failed',
      `${file} could not be brought to this version; it is as it was before. Please report this with the lines below.`,
      { cause: error },
    );
  }
}

function appliedMigrations(sqlite: Database.Database): readonly string[] {
  const table = sqlite
    .prepare<[], { name: string }>(`SELECT name FROM sqlite_master WHERE name = 'kysely_migration'`)
    .get();
  if (table === undefined) return [];
  return sqlite
    .prepare<[], { name: string }>('SELECT name FROM kysely_migration')
    .all()
    .map((row) => row.name);
}
