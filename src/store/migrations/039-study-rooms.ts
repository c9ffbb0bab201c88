import type { Kysely } from 'kysely';

/** Study rooms, who stays in them, and what members have switched on about study time. */
export async function up(db: Kysely<never>): Promise<void> {
  const { schema } = db;
  await schema
    .createTable('study_room')
    .addColumn('channel_id', 'text', (c) => c.primaryKey())
    .addColumn('guild_id', 'text', (c) => c.notNull().references('guild.id'))
    .addColumn('at', 'bigint', (c) => c.notNull())
    .execute();
  await schema.createIndex('study_room_of_guild').on('study_room').column('guild_id').execute();
  await schema
    .createTable('room_stay')
    .addColumn('guild_id', 'text', (c) => c.notNull())
    .addColumn('user_id', 'text', (c) => c.notNull().references('member.user_id').onDelete('cascade'))
    .addColumn('channel_id', 'text', (c) => c.notNull())
    .addColumn('voice_id', 'text', (c) => c.notNull())
    .addColumn('since', 'bigint', (c) => c.notNull())
    .addColumn('seen_at', 'bigint', (c) => c.notNull())
    .addColumn('sign_at', 'bigint', (c) => c.notNull())
    .addColumn('deaf_since', 'bigint')
    .addColumn('counts_since', 'bigint')
    .addPrimaryKeyConstraint('room_stay_pk', ['guild_id', 'user_id'])
    .execute();
  await schema.createIndex('room_stay_of_user').on('room_stay').column('user_id').execute();
  await schema
    .alterTable('member')
    .addColumn('counts_rooms', 'integer', (c) => c.notNull().defaultTo(0))
    .execute();
  await schema
    .alterTable('member')
    .addColumn('ping_end', 'integer', (c) => c.notNull().defaultTo(0))
    .execute();
}
