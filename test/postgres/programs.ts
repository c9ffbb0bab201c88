import { existsSync, globSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import process from 'node:process';

/** Where packages put PostgreSQL's programs, beside the places in PATH: Debian's, and Homebrew's. */
const PLACES = ['/usr/lib/postgresql/*/bin', '/usr/pgsql-*/bin', '/opt/homebrew/opt/postgresql@*/bin'];

/** The folder of PostgreSQL's programs, those of the newest version; null where there are none. */
export function findPrograms(): string | null {
  const installed = PLACES.flatMap((place) => globSync(join(place, 'initdb')))
    .toSorted((a, b) => a.localeCompare(b, 'en', { numeric: true }))
    .map((program) => dirname(program));
  const inPath = (process.env['PATH'] ?? '').split(delimiter);
  return [...inPath, ...installed.toReversed()].find((folder) => existsSync(join(folder, 'initdb'))) ?? null;
}
