import { createHash } from 'node:crypto';

import type { Row } from './tables.ts';

/** A sum stays below 2 to the power of 48, so that a number holds it exactly. */
const MODULUS = 2 ** 48;

/**
 * Adds the checksums of rows to a sum, in any order. Both databases have to give the same: U+0000 is left out of
 * texts, as in PostgreSQL, and numbers count by their value.
 */
export function checksum(rows: readonly Row[], sum: number): number {
  return rows.reduce((total, row) => (total + checksumOf(row)) % MODULUS, sum);
}

function checksumOf(row: Row): number {
  const hash = createHash('sha256');
  for (const [column, value] of Object.entries(row).toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    hash.update(`\n${column}:${value === null ? 'nothing' : typeof value}:`);
    if (value instanceof Uint8Array) hash.update(value);
    else hash.update(String(value).replaceAll('\0', ''));
  }
  return hash.digest().readUIntBE(0, 6);
}
