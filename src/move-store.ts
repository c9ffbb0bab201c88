import process from 'node:process';
import { EnvError, readBothDatabases } from './env.ts';
import { moveToFile, moveToServer } from './store/moving/between.ts';
import { StoreError } from './store/store-error.ts';

// Copies the database: `npm run move-to-postgres` from the SQLite file to PostgreSQL, `npm run move-to-sqlite` back. Exit
// code 78: it was not possible, and the line says why.
try {
  const { file, server } = readBothDatabases(process.env);
  const isBack = process.argv[2] === 'to-sqlite';
  const moved = await (isBack ? moveToFile(server, file) : moveToServer(file, server));
  for (const { table, rows, sum } of moved) {
    if (rows > 0)
      console.log(`${table}: ${rows} rows, checksum ${sum.toString(16).padStart(12, '0')}, the same in both`);
  }
  console.log(
    isBack
      ? `${file} holds everything now. Take DATABASE_URL out of your settings, and start Roadmate.`
      : 'PostgreSQL holds everything now. Take DATABASE_PATH out of your settings, leave DATABASE_URL there, and start Roadmate. The file is unchanged.',
  );
} catch (error) {
  if (error instanceof EnvError) for (const problem of error.problems) console.error(problem);
  else if (error instanceof StoreError) console.error(error.message);
  else throw error;
  process.exitCode = 78;
}
