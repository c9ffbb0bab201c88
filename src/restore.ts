import process from 'node:process';
import { EnvError, readFilePlaces } from './env.ts';
import { restoreReport } from './operate/backup/restore-report.ts';
import { restoreSnapshot } from './store/sqlite/restore.ts';
import { StoreError } from './store/store-error.ts';

// Replaces the database by a copy: `npm run restore -- FILE`. Exit code 64: no file was named; 78: it was not
// possible.
const [snapshot] = process.argv.slice(2);
try {
  if (snapshot === undefined) {
    console.error('Name the file to restore: npm run restore -- backups/roadmate-2026-11-26T030000Z.sqlite');
    process.exitCode = 64;
  } else {
    const { databasePath } = readFilePlaces(process.env);
    const restoring = await restoreSnapshot(snapshot, databasePath, Date.now());
    for (const line of restoreReport(snapshot, databasePath, restoring)) console.log(line);
  }
} catch (error) {
  if (error instanceof EnvError) for (const problem of error.problems) console.error(problem);
  else if (error instanceof StoreError) console.error(error.message);
  else throw error;
  process.exitCode = 78;
}
