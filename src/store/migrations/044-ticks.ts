import type { Kysely } from 'kysely';

/** What a tick looks for in questions for help and in plans is found by an index, however many there were. */
export async function up(db: Kysely<never>): Promise<void> {
  const { schema } = db;
  await schema.createIndex('help_turn_waiting').on('help_turn').columns(['said', 'turn_at']).execute();
  await schema
    .createIndex('help_turn_untold')
    .on('help_turn')
    .columns(['said', 'told_at', 'said_at'])
    .execute();
  await schema.dropIndex('plan_due').execute();
  await schema.createIndex('plan_of_step').on('plan').columns(['step', 'next_at']).execute();
}
