import { sql } from 'kysely';
import { PAGE, type Row, type Table, type TableReader } from '../moving/tables.ts';

/** SQLite fills this column itself. No other column refers to it. */
const NUMBERED = 'proof_words.number';

/** Reads an SQLite file, in the order in which its rows were written. */
export const sqliteTables: TableReader = {
  async tables(db) {
    const { rows } = await sql<{ name: string }>`
      SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND name NOT LIKE 'kysely%'
      ORDER BY name`.execute(db);
    const tables: Table[] = [];
    for (const { name } of rows) {
      const columns = await sql<{ name: string }>`SELECT name FROM pragma_table_info(${name})`.execute(db);
      const others = await sql<{ table: string }>`
        SELECT DISTINCT "table" FROM pragma_foreign_key_list(${name})`.execute(db);
      tables.push({
        name,
        columns: columns.rows
          .map((column) => column.name)
          .filter((column) => `${name}.${column}` !== NUMBERED),
        refersTo: others.rows.map(({ table }) => table),
      });
    }
    return tables;
  },
  async *pages(trx, { name, columns }) {
    const list = sql.join(columns.map((column) => sql.ref(column)));
    let after = 0;
    for (;;) {
      const { rows } = await sql<Row & { row_number: number }>`
        SELECT rowid AS row_number, ${list} FROM ${sql.table(name)} WHERE rowid > ${after}
        ORDER BY rowid LIMIT ${PAGE}`.execute(trx);
      const last = rows.at(-1);
      if (last === undefined) return;
      after = last.row_number;
      yield rows.map((row) => Object.fromEntries(columns.map((column) => [column, row[column]])));
    }
  },
};
