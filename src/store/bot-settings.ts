import type { Db } from './schema.ts';

/**
 * What the bot stores between starts: the hash of the command list that Discord has, when the database was restored
 * from a copy (see `restoredIn`), the guild that has the operator's commands, what a copy from another database has
 * written (see `moveStore`), and until when it was looked who may have reached a role (see `markTouched`).
 */
export type SettingKey = 'commands-hash' | 'restored' | 'operator-guild' | 'moved' | 'roles-looked-at';

/** @returns the value, or null if it was never set */
export async function readSetting(db: Db, key: SettingKey): Promise<string | null> {
  const row = await db.selectFrom('setting').select('value').where('key', '=', key).executeTakeFirst();
  return row?.value ?? null;
}

/** Sets a value, and replaces an earlier one. */
export async function writeSetting(db: Db, key: SettingKey, value: string): Promise<void> {
  await db
    .insertInto('setting')
    .values({ key, value })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ value }))
    .execute();
}
