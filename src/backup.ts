import { dirname, join } from 'node:path';
import process from 'node:process';
import { EnvError, readFilePlaces } from './env.ts';
import { makeSnapshot } from './operate/backup/snapshots.ts';
import { StoreError } from './store/store-error.ts';

// Makes a copy of the database now, whether the bot runs or not. Exit code 78: it was not possible, and the line says
// why.
try {
  const { databasePath, backupDir, backupKeep } = readFilePlaces(process.env);
  // If no folder is configured, copies are put beside the database, and none is ever deleted.
  const beside = { folder: join(dirname(databasePath), 'backups'), keep: Infinity };
  const own = backupDir === null ? beside : { folder: backupDir, keep: backupKeep };
  const { path, size } = await makeSnapshot(databasePath, own, Date.now());
  console.log(`${path} is whole and checked (${Math.ceil(size / 1024)} KB).`);
} catch (error) {
  if (error instanceof EnvError) for (const problem of error.problems) console.error(problem);
  else if (error instanceof StoreError) console.error(error.message);
  else throw error;
  process.exitCode = 78;
}
