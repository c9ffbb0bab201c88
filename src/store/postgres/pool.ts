import { setTimeout as sleep } from 'node:timers/promises';
import type { PostgresCursor, PostgresPool, PostgresPoolClient, PostgresQueryResult } from 'kysely';
import { type ClientConfig, type CustomTypesConfig, Pool, type PoolClient, types as postgresTypes } from 'pg';
import { isAway } from './faults.ts';

/** Connections of one process. More of them make no write faster, and a server has a hundred for all. */
const CONNECTIONS = 5;
/** Milliseconds that anything may take; nothing waits for ever. */
const LIMITS = {
  connectionTimeoutMillis: 5000,
  idleTimeoutMillis: 60_000,
  statement_timeout: 10_000,
  idle_in_transaction_session_timeout: 30_000,
  /** For a server that is gone without a word: it would have ended the statement by itself before. */
  query_timeout: 15_000,
};
/** For how long a server that is away is waited for, in milliseconds: a restart takes some seconds. */
const PATIENCE = 10_000;
const PAUSE = 100;

/** What is an integer there comes as text, since it may be larger than a number can say; none of ours is. */
const NUMBERS: ReadonlySet<number> = new Set([postgresTypes.builtins.INT8, postgresTypes.builtins.NUMERIC]);
const types: CustomTypesConfig = {
  getTypeParser: (oid, format) => (NUMBERS.has(oid) ? Number : postgresTypes.getTypeParser(oid, format)),
};

/** How a connection is made, for a pool or alone. */
export function connectionTo(url: string): ClientConfig {
  return { connectionString: url, application_name: 'roadmate', keepAlive: true, types };
}

/**
 * Connections for kysely that outlive a restart of the server: one that was lost is replaced, and a server that is away is
 * waited for a short while.
 */
export function makePool(url: string): PostgresPool {
  const pool = new Pool({ ...connectionTo(url), ...LIMITS, max: CONNECTIONS });
  // An idle connection that the server ends is told of here, and would end the process. The pool makes another one.
  pool.on('error', () => undefined);
  return {
    connect: () => patientClient(() => connected(pool)),
    end: () => pool.end(),
    options: pool.options,
  };
}

async function connected(pool: Pool): Promise<PoolClient> {
  let patience: AbortSignal | null = null;
  for (;;) {
    try {
      return await pool.connect();
    } catch (error) {
      if (!isAway(error) || patience?.aborted === true) throw error;
    }
    patience ??= AbortSignal.timeout(PATIENCE);
    await sleep(PAUSE);
  }
}

const BEGIN = /^(begin|start transaction)\b/i;

/**
 * A connection while somebody holds it. Outside of a transaction it is replaced where it turns out to be lost, if what was
 * asked changes nothing. A transaction is lost with it: `write` runs that again.
 */
async function patientClient(connect: () => Promise<PoolClient>): Promise<PostgresPoolClient> {
  let client = await connect();
  let isLost = false;
  let isInTransaction = false;
  const lose = (): void => {
    isLost = true;
  };
  client.on('error', lose);
  const release = (): void => {
    client.off('error', lose);
    client.release(isLost);
  };
  const ask = async (sql: string, values: readonly unknown[]) => {
    try {
      return await client.query(sql, values.map(withoutNul));
    } catch (error) {
      if (isAway(error)) lose();
      throw error;
    }
  };
  const query = async (sql: string, values: readonly unknown[]) => {
    // The server has rolled back by itself.
    if (sql === 'rollback' && isLost) return { command: 'ROLLBACK', rowCount: 0, rows: [] };
    const begins = BEGIN.test(sql);
    try {
      const result = await ask(sql, values);
      isInTransaction ||= begins;
      return result;
    } catch (error) {
      if (!isLost || isInTransaction || !(begins || /^select\b/i.test(sql))) throw error;
    }
    release();
    client = await connect();
    isLost = false;
    client.on('error', lose);
    const result = await ask(sql, values);
    isInTransaction = begins;
    return result;
  };
  // What kysely expects has cursors as well, which nothing here asks for.
  function queryOrCursor<R>(sql: string, values: readonly unknown[]): Promise<PostgresQueryResult<R>>;
  function queryOrCursor<R>(cursor: PostgresCursor<R>): PostgresCursor<R>;
  function queryOrCursor(sql: unknown, values: readonly unknown[] = []): unknown {
    return query(String(sql), values);
  }
  return { release, query: queryOrCursor };
}

/** PostgreSQL refuses the character U+0000 in a text, which nobody can see. */
function withoutNul(value: unknown): unknown {
  return typeof value === 'string' ? value.replaceAll('\0', '') : value;
}
