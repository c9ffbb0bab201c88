import type { Db } from '../schema.ts';

/** With whom a member studied in pairs, as far as it is theirs: the weeks, and with whom they do not want to be paired. */
export interface CompanyData {
  /** Hashes of the others' ids. */
  readonly notWith: readonly { readonly guildId: string; readonly notWith: string }[];
  readonly weeks: readonly {
    readonly guildId: string;
    readonly monday: string;
    readonly topicId: string | null;
    /** When the others were told that they proved a topic; epoch ms. */
    readonly provenToldAt: number | null;
  }[];
}

/** The others of a pair are left out, because the reader must not export data about them. */
export async function companyDataOf(db: Db, userId: string): Promise<CompanyData> {
  const notWith = await db
    .selectFrom('buddy_not')
    .select(['guild_id as guildId', 'not_with as notWith'])
    .where('user_id', '=', userId)
    .orderBy('guild_id')
    .orderBy('not_with')
    .execute();
  const weeks = await db
    .selectFrom('buddy_in')
    .innerJoin('buddy_group', 'buddy_group.id', 'buddy_in.group_id')
    .select(['guild_id as guildId', 'monday', 'topic_id as topicId', 'proven_told_at as provenToldAt'])
    .where('user_id', '=', userId)
    .orderBy('monday')
    .orderBy('buddy_group.id')
    .execute();
  return { notWith, weeks };
}
