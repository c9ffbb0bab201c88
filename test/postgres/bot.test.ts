import { Client } from 'pg';
import { expect, test } from 'vitest';
import { startWorld } from '../bot.ts';

/** Ends all connections to a database, as a restart of the server does. */
async function endConnections(address: string): Promise<void> {
  const client = new Client({ connectionString: address });
  await client.connect();
  await client.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE datname = current_database() AND pid <> pg_backend_pid() AND application_name = 'roadmate'`);
  await client.end();
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
