import { sql } from 'kysely';
import { readSetting, writeSetting } from '../bot-settings.ts';
import { engineOf } from '../engine.ts';
import type { Db } from '../schema.ts';
import { StoreError } from '../store-error.ts';
import { readAtOnce, write } from '../write.ts';
import { checksum } from './checksum.ts';
import { inOrder, type Row, type Table } from './tables.ts';

/** The number of rows of a table, and the sum of their checksums. */
export interface Moved {
  readonly table: string;
  readonly rows: number;
  readonly sum: number;
}

/**
 * Copies everything from one store to another, which may be of the other kind of database. Then compares the number
 * of rows and the checksums of both. Either everything is written or nothing, and the source stays unchanged. A
 * repeated copy replaces the earlier one, unless the target was used since.
 * @throws StoreError if the target holds other data, or differs from the source afterwards
 */
export function moveStore(from: Db, to: Db): Promise<readonly Moved[]> {
  return readAtOnce(from, async (source) => {
    const tables = inOrder(await engineOf(source).tableReader.tables(source));
    const moved = await write(to, (target) => copyAll(source, target, tables));
    // It is read again after the commit, because the bot will find that.
    const found = await readAtOnce(to, (target) => measureAll(target, tables));
    const wrong = moved.find((one, index) => JSON.stringify(one) !== JSON.stringify(found[index]));
    if (wrong === undefined) return moved;
    throw new StoreError(
      'not-moved',
      `The table ${wrong.table} does not hold the same in both databases. The source is unchanged. Please report this.`,
    );
  });
}

async function copyAll(source: Db, target: Db, tables: readonly Table[]): Promise<readonly Moved[]> {
  await clear(target, tables);
  const moved: Moved[] = [];
  for (const table of tables) {
    moved.push(await measure(source, table, (rows) => insert(target, table, rows)));
  }
  await writeSetting(target, MARK, JSON.stringify(moved));
  return moved;
}

/** The setting in which a copy notes what it has written. It is not copied itself. */
const MARK = 'moved';

/**
 * Removes what an earlier copy has written.
 * @throws StoreError if there is anything else
 */
async function clear(target: Db, tables: readonly Table[]): Promise<void> {
  const found = await measureAll(target, tables);
  const isEmpty = found.every(({ rows }) => rows === 0);
  if (!isEmpty && (await readSetting(target, MARK)) !== JSON.stringify(found)) {
    throw new StoreError(
      'holds-data',
      'The database to copy into holds data of its own, or was used since an earlier copy. Nothing was changed. Give an empty database.',
    );
  }
  for (const { name } of tables.toReversed()) await sql`DELETE FROM ${sql.table(name)}`.execute(target);
}

async function measureAll(db: Db, tables: readonly Table[]): Promise<readonly Moved[]> {
  const all: Moved[] = [];
  for (const table of tables) all.push(await measure(db, table));
  return all;
}

/** Reads a whole table, and gives `each` some rows at a time. */
async function measure(
  db: Db,
  table: Table,
  each: (rows: readonly Row[]) => Promise<void> = () => Promise.resolve(),
): Promise<Moved> {
  let count = 0;
  let sum = 0;
  for await (const page of engineOf(db).tableReader.pages(db, table)) {
    const rows = table.name === 'setting' ? page.filter(({ key }) => key !== MARK) : page;
    if (rows.length > 0) await each(rows);
    count += rows.length;
    sum = checksum(rows, sum);
  }
  return { table: table.name, rows: count, sum };
}

async function insert(target: Db, { name, columns }: Table, rows: readonly Row[]): Promise<void> {
  const list = sql.join(columns.map((column) => sql.ref(column)));
  const values = rows.map((row) => sql`(${sql.join(columns.map((column) => sql.val(row[column])))})`);
  await sql`INSERT INTO ${sql.table(name)} (${list}) VALUES ${sql.join(values)}`.execute(target);
}
