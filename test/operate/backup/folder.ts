import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore } from '../../../src/store/open.ts';
import { ensureMember } from '../../../src/store/members/members.ts';
import { prepared } from '../../prepared.ts';
import type { Db } from '../../../src/store/schema.ts';

/** A folder with an open database; dispose of it with `await using`. */
export async function folderWithDatabase() {
  const folder = await mkdtemp(join(tmpdir(), 'roadmate-backup-'));
  const path = join(folder, 'roadmate.sqlite');
  await writeFile(path, (await prepared()).database);
  const store = await openStore(path);
  let isOpen = true;
  const close = async (): Promise<void> => {
    if (isOpen) await store.close();
    isOpen = false;
  };
  return {
    folder,
    path,
    db: store.db,
    copies: join(folder, 'copies'),
    close,
    async [Symbol.asyncDispose]() {
      await close();
      await rm(folder, { recursive: true });
    },
  };
}

/** Makes members with these ids, each with one topic done at an instant (epoch ms). */
export async function study(db: Db, at: number, ...userIds: readonly string[]): Promise<void> {
  const { id: topicId } = await db.selectFrom('topic').select('id').limit(1).executeTakeFirstOrThrow();
  for (const userId of userIds) {
    await ensureMember(db, userId, at);
    await db
      .insertInto('activity')
      .values({
        id: `${userId}-${at}`,
        batch: `${userId}-${at}`,
        user_id: userId,
        guild_id: null,
        topic_id: topicId,
        action: 'done',
        at,
        before: null,
        undoes: null,
        study_date: '2026-11-26',
      })
      .execute();
  }
}
