import { sql } from 'kysely';
import { PAGE, type Row, type Table, type TableReader } from '../moving/tables.ts';

/** The server fills this column itself. No other column refers to it. */
const NUMBERED = 'proof_words.number';

/** Reads a PostgreSQL database. */
export const postgresTables: TableReader = {
  async tables(db) {
    const { rows } = await sql<{ name: string; columns: readonly string[]; refersTo: readonly string[] }>`
      SELECT class.relname AS name,
        (SELECT array_agg(attname::text ORDER BY attnum) FROM pg_attribute
          WHERE attrelid = class.oid AND attnum > 0 AND NOT attisdropped) AS columns,
        (SELECT coalesce(array_agg(DISTINCT other.relname::text), '{}') FROM pg_constraint
          JOIN pg_class AS other ON other.oid = confrelid
          WHERE conrelid = class.oid AND contype = 'f') AS "refersTo"
      FROM pg_class AS class
      WHERE relkind = 'r' AND relnamespace = current_schema()::regnamespace AND relname NOT LIKE 'kysely%'
      ORDER BY relname`.execute(db);
    return rows.map(({ columns, ...table }): Table => {
      return { ...table, columns: columns.filter((column) => `${table.name}.${column}` !== NUMBERED) };
    });
  },
  async *pages(trx, { name, columns }) {
    const list = sql.join(columns.map((column) => sql.ref(column)));
    await sql`DECLARE pages NO SCROLL CURSOR FOR SELECT ${list} FROM ${sql.table(name)}`.execute(trx);
    for (;;) {
      const { rows } = await sql<Row>`FETCH ${sql.lit(PAGE)} FROM pages`.execute(trx);
      if (rows.length === 0) break;
      yield rows;
    }
    await sql`CLOSE pages`.execute(trx);
  },
};
