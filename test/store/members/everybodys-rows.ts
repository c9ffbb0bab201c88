import { sql } from 'kysely';
import type { Db } from '../../../src/store/schema.ts';

/** A column of a table, as SQLite describes it. */
interface Column {
  readonly name: string;
  readonly type: string;
  readonly notnull: number;
}

interface Reference {
  readonly from: string;
  readonly table: string;
  readonly to: string;
  readonly onDelete: string;
}

export interface Table {
  readonly name: string;
  readonly columns: readonly Column[];
  readonly references: readonly Reference[];
}

/** Every table that the migrations made. A table comes after the tables that it refers to. */
export async function tablesOf(db: Db): Promise<readonly Table[]> {
  const { rows } = await sql<{ name: string }>`
    SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND name NOT LIKE 'kysely%'`.execute(
    db,
  );
  const tables = await Promise.all(rows.map(({ name }) => tableOf(db, name)));
  const sorted: Table[] = [];
  const add = (table: Table): void => {
    if (sorted.includes(table)) return;
    for (const { table: name } of table.references) {
      const referred = tables.find((each) => each.name === name);
      if (referred !== undefined && referred !== table) add(referred);
    }
    sorted.push(table);
  };
  tables.forEach(add);
  return sorted;
}

async function tableOf(db: Db, name: string): Promise<Table> {
  const columns = await sql<Column>`SELECT name, type, "notnull" FROM pragma_table_info(${name})`.execute(db);
  const references = await sql<Reference>`
    SELECT "from", "table", coalesce("to", 'id') AS "to", on_delete AS onDelete FROM pragma_foreign_key_list(${name})`.execute(
    db,
  );
  return { name, columns: columns.rows, references: references.rows };
}

/**
 * The tables whose rows are deleted with a member: `member` itself, and every table that refers to one of these and
 * cascades.
 */
export function personalTables(tables: readonly Table[]): ReadonlySet<string> {
  const personal = new Set(['member']);
  for (const { name, references } of tables) {
    if (references.some(({ table, onDelete }) => onDelete === 'CASCADE' && personal.has(table)))
      personal.add(name);
  }
  return personal;
}

/** The values in a person's rows, by table. Each value occurs nowhere else. */
export type Marks = ReadonlyMap<string, readonly string[]>;

/**
 * Writes a row of each of these members into every table, filled with values that occur nowhere else. Tables that are
 * not personal also get a row of nobody.
 * @param fixed the value of a column that cannot hold any text, such as JSON or the name of a kind
 * @returns the values by member and table, as an export writes them: texts, and instants as ISO 8601
 */
export async function fillFor(
  db: Db,
  tables: readonly Table[],
  users: readonly string[],
  fixed: (column: string, mark: string) => string | null | undefined,
): Promise<ReadonlyMap<string, Marks>> {
  const personal = personalTables(tables);
  let number = Temporal.Instant.from('2021-01-01T00:00Z').epochMilliseconds;
  const written = new Map<string, unknown>();
  const fill = async (owner: string, mine: readonly Table[]): Promise<Marks> => {
    const marks = new Map<string, readonly string[]>();
    for (const { name, columns, references } of mine) {
      const own: string[] = [];
      const values = columns.map(({ name: column, type }): [string, unknown] => {
        const reference = references.find(({ from }) => from === column);
        if (reference !== undefined) {
          const by = personal.has(reference.table) ? owner : 'nobody';
          return [column, written.get(`${by}:${reference.table}.${reference.to}`)];
        }
        if (column === 'user_id') return [column, owner];
        number += 1_000_003;
        const mark = `${owner}:${name}.${column}`;
        const wanted = fixed(`${name}.${column}`, mark);
        if (wanted !== undefined) {
          if (wanted?.includes(mark) === true) own.push(mark);
          return [column, wanted];
        }
        if (/int/i.test(type)) {
          own.push(String(number), new Date(number).toISOString());
          return [column, number];
        }
        own.push(mark);
        return [column, type === 'blob' ? Buffer.from(mark) : mark];
      });
      await sql`INSERT INTO ${sql.table(name)} (${sql.join(values.map(([column]) => sql.ref(column)))})
        VALUES (${sql.join(values.map(([, value]) => value))})`.execute(db);
      for (const [column, value] of values) written.set(`${owner}:${name}.${column}`, value);
      marks.set(name, own);
    }
    return marks;
  };
  await fill(
    'nobody',
    tables.filter(({ name }) => !personal.has(name)),
  );
  const filled = new Map<string, Marks>();
  for (const user of users) {
    const mine = tables.filter(({ name }) => personal.has(name));
    filled.set(user, await fill(user, mine));
  }
  return filled;
}

/** The tables and columns that contain a text. */
export async function whereStands(
  db: Db,
  tables: readonly Table[],
  text: string,
): Promise<readonly string[]> {
  const found: string[] = [];
  for (const { name, columns } of tables) {
    for (const column of columns) {
      const { rows } = await sql`SELECT 1 FROM ${sql.table(name)}
        WHERE instr(CAST(${sql.ref(column.name)} AS text), ${text}) > 0`.execute(db);
      if (rows.length > 0) found.push(`${name}.${column.name}`);
    }
  }
  return found;
}
