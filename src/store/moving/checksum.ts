import { createHash } from 'node:crypto';

import type { Row } from './tables.ts';

/** Sums stay integers that a number can hold: 2 to the power of 48. */
const MODULUS = 2 ** 48;

/**
 * Adds the checksums of rows to a sum. The order of the rows makes no difference. Texts count as PostgreSQL keeps them,
 * without the character U+0000, and a number counts by its value.
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
