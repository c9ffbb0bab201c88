import { readFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { Client, Events, GatewayIntentBits, MessageFlags } from 'discord.js';

/**
 * An honest floor: a bot that keeps what it is told, written as plainly as can be. `/topic` reads three rows, `/done`
 * writes two in one transaction that outlives a power cut, as Roadmate's does, and suggestions are one query.
 */
const { DATABASE_PATH = ':memory:', TOPICS = '', DISCORD_API = '', DISCORD_CDN = '' } = process.env;

interface Topic {
  id: string;
  title: string;
}

const db = new Database(DATABASE_PATH);
db.pragma('journal_mode = WAL');
db.pragma('synchronous = FULL');
db.exec(`
  CREATE TABLE IF NOT EXISTS topic (id TEXT PRIMARY KEY, title TEXT NOT NULL);
  CREATE TABLE IF NOT EXISTS member (user_id TEXT PRIMARY KEY, locale TEXT NOT NULL);
  CREATE TABLE IF NOT EXISTS progress (
    user_id TEXT NOT NULL, topic_id TEXT NOT NULL REFERENCES topic (id), state TEXT NOT NULL, since INTEGER NOT NULL,
    PRIMARY KEY (user_id, topic_id)
  );
  CREATE TABLE IF NOT EXISTS activity (
    id TEXT PRIMARY KEY, user_id TEXT NOT NULL, topic_id TEXT NOT NULL, action TEXT NOT NULL, at INTEGER NOT NULL
  );
`);
const addTopic = db.prepare('INSERT OR IGNORE INTO topic (id, title) VALUES (@id, @title)');
const topics: readonly Topic[] = TOPICS === '' ? [] : JSON.parse(readFileSync(TOPICS, 'utf8'));
for (const topic of topics) addTopic.run(topic);

const memberOf = db.prepare<[string], { locale: string }>('SELECT locale FROM member WHERE user_id = ?');
const topicOf = db.prepare<[string], Topic>('SELECT id, title FROM topic WHERE id = ?');
const progressOf = db.prepare<[string, string], { state: string; since: number }>(
  'SELECT state, since FROM progress WHERE user_id = ? AND topic_id = ?',
);
const titled = db.prepare<[string], Topic>(
  "SELECT id, title FROM topic WHERE title LIKE '%' || ? || '%' ORDER BY title LIMIT 25",
);
const tick = db.prepare(
  "INSERT INTO progress (user_id, topic_id, state, since) VALUES (?, ?, 'done', ?) ON CONFLICT DO UPDATE SET state = 'done'",
);
const note = db.prepare(
  "INSERT INTO activity (id, user_id, topic_id, action, at) VALUES (?, ?, ?, 'done', ?)",
);
const finish = db.transaction((interaction: string, user: string, topic: string, at: number) => {
  tick.run(user, topic, at);
  note.run(interaction, user, topic, at);
});

const client = new Client({
  intents: [GatewayIntentBits.Guilds],
  allowedMentions: { parse: [] },
  rest: { api: DISCORD_API, cdn: DISCORD_CDN },
});

client.on(Events.InteractionCreate, (interaction) => {
  if (interaction.isAutocomplete()) {
    const found = titled.all(interaction.options.getFocused());
    void interaction.respond(found.map(({ id, title }) => ({ name: title, value: id })));
    return;
  }
  if (!interaction.isChatInputCommand()) return;
  const { user, options, id } = interaction;
  const topic = topicOf.get(options.getString('topic') ?? '');
  if (topic === undefined) {
    void interaction.reply({ content: 'There is no such topic.', flags: MessageFlags.Ephemeral });
    return;
  }
  if (interaction.commandName === 'done') {
    finish(id, user.id, topic.id, Date.now());
    void interaction.reply({ content: `**${topic.title}** is done.`, flags: MessageFlags.Ephemeral });
    return;
  }
  const locale = memberOf.get(user.id)?.locale ?? 'en-US';
  const { state = 'todo', since = 0 } = progressOf.get(user.id, topic.id) ?? {};
  const date = new Date(since).toLocaleDateString(locale);
  void interaction.reply({
    content: `**${topic.title}** is ${state}${since === 0 ? '' : ` since ${date}`}.`,
    flags: MessageFlags.Ephemeral,
  });
});
process.once('SIGTERM', () => {
  void client.destroy().then(() => db.close());
});

await client.login(process.env['DISCORD_TOKEN']);
