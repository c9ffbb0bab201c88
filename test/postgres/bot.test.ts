import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { expect, test } from 'vitest';
import { startWorld } from '../bot.ts';

/** Ends all connections to a database, as a restart of the server does. */
async function endConnections(address: string): Promise<void> {
  const client = new Client({ connectionString: address });
  await client.connect();
  const own = `FROM pg_stat_activity
    WHERE datname = current_database() AND pid <> pg_backend_pid() AND application_name = 'roadmate'`;
  const { rows } = await client.query<{ pid: number }>(`SELECT pid, pg_terminate_backend(pid) ${own}`);
  // The server ends them one after the other. Until the bot has noticed, a single write on such a connection fails, and
  // is not tried again.
  const ended = rows.map(({ pid }) => pid);
  while ((await client.query(`SELECT 1 ${own} AND pid = ANY($1)`, [ended])).rows.length > 0) await sleep(10);
  await client.end();
  await sleep(100);
}

test('the bot lives on when the server ends its connections: it answers, and posts', async () => {
  await using world = await startWorld();
  const guild = world.discord.addGuild({ name: 'Study', owner: 'Owner', channels: ['study'] });
  const alice = guild.addMember({ name: 'Alice' });
  await alice.slash('roadmap join');
  await endConnections(world.databasePath);
  expect((await alice.slash('done', { topic: 'ACID' })).text).toContain('ACID');
  await endConnections(world.databasePath);
  await world.tick();
  expect((await alice.slash('progress')).text).toContain('1 of 87 done');
});
