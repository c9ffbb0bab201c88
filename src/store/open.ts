import { migrations as allMigrations, type Migration } from './migrations/index.ts';
import { openSqlite } from './sqlite/open.ts';
import type { Store } from './store.ts';
import type { StoreError } from './store-error.ts';

const POSTGRES = /^postgres(ql)?:\/\//;

/**
 * Opens the database, checks it, and brings it to this version.
 * @param place the address of a PostgreSQL database (`postgres://...`), or the path of an SQLite file (made if missing,
 * `:memory:` for none)
 * @param lost told when the file is taken away while it is open; nothing can be written any more then
 * @throws StoreError with a sentence for the operator
 */
export async function openStore(
  place: string,
  migrations: Readonly<Record<string, Migration>> = allMigrations,
  lost: (error: StoreError) => void = () => undefined,
): Promise<Store> {
  if (!POSTGRES.test(place)) return openSqlite(place, migrations, lost);
  // Most bots have a file, and start faster without PostgreSQL's client.
  const { openPostgres } = await import('./postgres/open.ts');
  return openPostgres(place, migrations);
}
