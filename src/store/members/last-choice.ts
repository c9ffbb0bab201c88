import { type Choice, CHOICES } from '../../study/progress/progress.ts';
import type { Actor } from '../actor.ts';
import type { Db } from '../schema.ts';

/** What a member chose last apart from topics, and when (epoch ms). */
export interface LastChoice {
  readonly choice: Choice;
  readonly at: number;
}

/**
 * Notes what a member has just chosen, so that undo can name it. Call it within the transaction that stores the
 * choice. The member has to exist.
 */
export async function noteChoice(
  trx: Db,
  { userId, at }: Pick<Actor, 'userId' | 'at'>,
  choice: Choice,
): Promise<void> {
  await trx
    .updateTable('member')
    .set({ last_choice: choice, last_choice_at: at })
    .where('user_id', '=', userId)
    .execute();
}

/** @returns null if they have chosen nothing, or something that this version does not know */
export async function lastChoice(db: Db, userId: string): Promise<LastChoice | null> {
  const row = await db
    .selectFrom('member')
    .select(['last_choice', 'last_choice_at'])
    .where('user_id', '=', userId)
    .executeTakeFirst();
  const choice = CHOICES.find((each) => each === row?.last_choice);
  return choice === undefined ? null : { choice, at: row?.last_choice_at ?? 0 };
}
