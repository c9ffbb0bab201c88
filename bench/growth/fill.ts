import Database from 'better-sqlite3';
import { words as wordsOf } from '../../src/text/fold.ts';
import { DAY } from '../../src/time/units.ts';

/** How much is in a store beside the group that is measured. */
export interface Crowd {
  readonly people: number;
  /** The acts of each of them. */
  readonly acts: number;
  /** The people of the one large server; the others are in servers of 40. */
  readonly large: number;
  /** The proofs of each person in the large server, all shared there. */
  readonly proofs: number;
}

/** A server that is also in the bot's Discord, and who studies there. */
export interface Group {
  readonly guildId: string;
  readonly channelId: string;
  readonly userIds: readonly string[];
}

/** The acts of each member of the group, one a day. */
const ACTS = 50;
/** The proofs of each member of the group. */
const PROOFS = 10;
/** The topics that each member of the group has done. */
const TOPICS = 30;
const IN_EACH = 40;

/** Names a stranger who is in no Discord, by their number in the crowd. */
const stranger = (n: number): string => String(500_000_000_000_000_000n + BigInt(n));

/**
 * Writes a group and a crowd of strangers straight into the tables, because a bot would need hours for that.
 * @param group the group that is measured, which is the same in every store
 * @param large the one large server of the crowd
 * @param now epoch milliseconds
 */
export function fill(file: string, group: Group, large: Group, crowd: Crowd, now: number): void {
  const db = new Database(file);
  db.function('said', { deterministic: true }, (seed, count) => said(Number(seed), Number(count)));
  db.function('folded', { deterministic: true }, (text) => wordsOf(String(text)).join(' '));
  db.exec(`
    PRAGMA synchronous = OFF;
    PRAGMA temp_store = MEMORY;
    PRAGMA cache_size = -262144;
    CREATE TEMP TABLE number (n INTEGER PRIMARY KEY);
    WITH RECURSIVE next(n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM next WHERE n < ${Math.max(crowd.people, 1000)})
      INSERT INTO number SELECT n FROM next;
    CREATE TEMP TABLE place AS
      SELECT row_number() OVER (ORDER BY position) - 1 AS n, topic_id AS id, count(*) OVER () AS of
      FROM roadmap_topic WHERE roadmap_id = 'backend' AND archived_at IS NULL;
    CREATE INDEX temp.place_n ON place (n);
    CREATE TEMP TABLE person (n INTEGER PRIMARY KEY, id TEXT, guild TEXT, acts INTEGER, proofs INTEGER, topics INTEGER);
  `);
  const person = db.prepare('INSERT INTO person VALUES (?, ?, ?, ?, ?, ?)');
  const guild = db.prepare(`
    INSERT INTO guild (id, roadmap_id, channel_id, time_zone, locale, daily_at, weekdays, weekly_day, created_at)
    VALUES (?, 'backend', ?, 'UTC', 'en-US', '09:00', '1234567', 7, 0)
    ON CONFLICT DO UPDATE SET roadmap_id = 'backend', channel_id = excluded.channel_id, time_zone = 'UTC'`);
  db.transaction(() => {
    guild.run(group.guildId, group.channelId);
    group.userIds.forEach((id, n) => person.run(-1 - n, id, group.guildId, ACTS, PROOFS, TOPICS));
    for (let n = 0; n < crowd.people; n += 1) {
      const isInLarge = n < crowd.large;
      const own = isInLarge
        ? large.guildId
        : String(400_000_000_000_000_001n + BigInt(Math.floor(n / IN_EACH)));
      if (n % IN_EACH === 0 || n === crowd.large)
        guild.run(own, isInLarge ? large.channelId : `3${own.slice(1)}`);
      person.run(
        n,
        large.userIds[n] ?? stranger(n),
        own,
        crowd.acts,
        isInLarge ? crowd.proofs : 0,
        Math.min(crowd.acts, TOPICS),
      );
    }
    db.exec(`
      INSERT INTO member (user_id, day_start, show_topics, show_progress, created_at)
        SELECT id, 4, 1, 1, 0 FROM person WHERE true ON CONFLICT DO NOTHING;
      INSERT INTO membership (guild_id, user_id, joined_at, display_name, username)
        SELECT guild, id, 0, 'Member ' || n, 'member' || abs(n) FROM person WHERE true ON CONFLICT DO NOTHING;
      INSERT INTO progress (user_id, topic_id, state, since, since_date)
        SELECT person.id, place.id, 'done', ${now} - number.n * ${DAY}, date(${now / 1000} - number.n * 86400, 'unixepoch')
        FROM person JOIN number ON number.n < person.topics JOIN place ON place.n = (abs(person.n) * 7 + number.n) % place.of;
      INSERT INTO activity (id, batch, user_id, guild_id, topic_id, action, at, study_date)
        SELECT number.n || '-' || person.id, number.n || '-' || person.id, person.id, person.guild, place.id, 'done',
          ${now} - number.n * ${DAY}, date(${now / 1000} - number.n * 86400, 'unixepoch')
        FROM number JOIN person ON number.n < person.acts
        JOIN place ON place.n = (abs(person.n) * 7 + number.n) % place.of
        WHERE number.n < ${Math.max(crowd.acts, ACTS)};
      CREATE TEMP TABLE work AS
        SELECT 'p' || person.id || '-' || number.n AS id, person.id AS user, person.guild, place.id AS topic,
          said(person.n * 31 + number.n, 60) AS text, ${now} - number.n * ${DAY} AS at
        FROM person JOIN number ON number.n < person.proofs
        JOIN place ON place.n = (abs(person.n) * 7 + number.n) % place.of;
      INSERT INTO proof (id, user_id, topic_id, method, proven_at, created_at, updated_at)
        SELECT id, user, topic, 'cheatcode', at, at, at FROM work;
      INSERT INTO proof_part SELECT id, 0, text FROM work;
      INSERT INTO proof_share (proof_id, guild_id, shared_at) SELECT id, guild, at FROM work;
      INSERT INTO proof_words (proof_id, title, body, written_at)
        SELECT work.id, folded(topic.title), folded(work.text), work.at FROM work JOIN topic ON topic.id = work.topic;
      INSERT INTO review (user_id, topic_id, stability, difficulty, scheduled_days, learning_steps, reps, lapses, state,
          last_review, due_date, review_date)
        SELECT user, topic, 10, 5, 10, 0, 2, 0, 2, at, date(at / 1000 + 864000, 'unixepoch'), date(at / 1000, 'unixepoch')
        FROM work;
      INSERT INTO post (guild_id, kind, next_at, next_date)
        SELECT id, 'daily', ${now} + ${DAY}, date(${now / 1000} + 86400, 'unixepoch') FROM guild WHERE true
        ON CONFLICT DO UPDATE SET next_at = excluded.next_at, next_date = excluded.next_date;
    `);
  })();
  db.close();
}

const KNOWN = [
  'index',
  'transaction',
  'query',
  'cache',
  'lock',
  'queue',
  'thread',
  'socket',
  'token',
  'replica',
];
const VOCABULARY = 4000;

/** Words in which some come in most texts and most in few, as in what people write. */
function said(seed: number, count: number): string {
  let state = (seed * 2_654_435_761 + 12_345) >>> 0;
  const text: string[] = [];
  for (let n = 0; n < count; n += 1) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    const rank = Math.floor(VOCABULARY ** (state / 2 ** 32)) - 1;
    text.push(KNOWN[rank] ?? `word${rank}`);
  }
  return text.join(' ');
}
