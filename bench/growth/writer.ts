import Database from 'better-sqlite3';

/** What one member has written and done, beside a crowd. */
const [PROOFS, WORDS, ACTS] = [3000, 120, 20_000];

/** Writes a member's work straight into the tables. */
export function writeMuch(file: string, userId: string, guildId: string): void {
  const db = new Database(file);
  const now = Date.now();
  const text = Array.from({ length: WORDS }, (_, n) => (n % 9 === 0 ? 'index' : `word${n}`)).join(' ');
  // The bot waits meanwhile, so this must be quick.
  db.pragma('synchronous = OFF');
  db.exec(`
    CREATE TEMP TABLE number (n INTEGER PRIMARY KEY);
    WITH RECURSIVE next(n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM next WHERE n < ${Math.max(PROOFS, ACTS)})
      INSERT INTO number SELECT n FROM next;
    CREATE TEMP TABLE place AS
      SELECT row_number() OVER (ORDER BY position) - 1 AS n, topic_id AS id, count(*) OVER () AS of
      FROM roadmap_topic JOIN guild ON guild.roadmap_id = roadmap_topic.roadmap_id
      WHERE guild.id = '${guildId}' AND archived_at IS NULL;
    BEGIN;
    INSERT INTO proof (id, user_id, topic_id, method, proven_at, created_at, updated_at)
      SELECT 'much' || number.n, '${userId}', place.id, 'cheatcode', ${now}, ${now}, ${now}
      FROM number JOIN place ON place.n = number.n % place.of WHERE number.n < ${PROOFS};
    INSERT INTO proof_part SELECT id, 0, '${text} ' || id FROM proof WHERE id LIKE 'much%';
    INSERT INTO proof_share (proof_id, guild_id, shared_at) SELECT id, '${guildId}', ${now} FROM proof WHERE id LIKE 'much%';
    INSERT INTO activity (id, batch, user_id, guild_id, topic_id, action, at, study_date)
      SELECT 'much' || number.n, 'much' || number.n, '${userId}', '${guildId}', place.id, 'done', ${now} - number.n * 3600000,
        date(${now / 1000} - number.n * 3600, 'unixepoch')
      FROM number JOIN place ON place.n = number.n % place.of WHERE number.n < ${ACTS};
    COMMIT;
  `);
  db.close();
}
