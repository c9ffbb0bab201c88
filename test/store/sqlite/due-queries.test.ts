import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { emptyStore } from '../../database.ts';

test.each([
  [
    'posts',
    'post_next',
    `SELECT * FROM post INNER JOIN guild ON guild.id = post.guild_id
      WHERE post.next_at <= 1 AND guild.left_at IS NULL ORDER BY post.next_at`,
  ],
  [
    'reminders of readers',
    'proof_reading_remind',
    `SELECT * FROM proof_reading AS reading
      INNER JOIN proof ON proof.id = reading.proof_id INNER JOIN guild ON guild.id = reading.guild_id
      WHERE reading.remind_at <= 1 AND guild.left_at IS NULL ORDER BY reading.remind_at`,
  ],
])('due %s are found by their index, even beside many other rows', async (_, index, query) => {
  const store = await emptyStore();
  const { rows } = await sql.raw<{ detail: string }>(`EXPLAIN QUERY PLAN ${query}`).execute(store.db);
  expect(rows.map(({ detail }) => detail).join()).toContain(index);
  await store.close();
});
