import process from 'node:process';
import { REST } from 'discord.js';
import { commands } from '../commands/index.ts';
import { EnvError, readEnv } from './env.ts';
import { examineAll } from './operate/doctor/examine.ts';
import { lineOf } from './operate/doctor/findings.ts';

// Checks the settings, the database, its backups, and what Discord says: `npm run doctor`. Exit code 0: nothing is
// wrong; 1: something is wrong; 78: the settings cannot be used.
try {
  const env = readEnv(process.env);
  const rest = new REST({ api: env.discordApi }).setToken(env.discordToken);
  const names = commands.map(({ data }) => data.name);
  const findings = await examineAll({ env, rest, commands: names, now: () => Date.now() });
  for (const finding of findings) console.log(lineOf(finding));
  const wrong = findings.filter(({ level }) => level === 'wrong').length;
  console.log(wrong === 0 ? 'Nothing is wrong.' : `${wrong} of ${findings.length} things need you.`);
  process.exitCode = wrong === 0 ? 0 : 1;
} catch (error) {
  if (!(error instanceof EnvError)) throw error;
  for (const problem of error.problems) console.error(problem);
  process.exitCode = 78;
}
