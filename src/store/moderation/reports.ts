import type { Method } from '../../roadmap/roadmap.ts';
import { once } from '../once.ts';
import type { Actor } from '../actor.ts';
import type { ExpressionBuilder } from 'kysely';
import type { Db, Tables } from '../schema.ts';
import { write } from '../write.ts';

/** What a member shows to a group, and others may report: work or an app. */
export type Subject =
  | { readonly kind: 'work'; readonly proofId: string }
  | { readonly kind: 'app'; readonly buildId: string };

/** A member's report to the organisers of a guild. */
export interface Report {
  readonly id: string;
  readonly subject: Subject;
  readonly topicId: string;
  /** The title of the topic or app, as its roadmap's file has it. */
  readonly title: string;
  /** Null for an app. */
  readonly method: Method | null;
  readonly reporterId: string;
  readonly reason: string;
  /** Epoch ms. */
  readonly at: number;
}

/** Whether a member has already reported something. */
export async function hasReported(
  db: Db,
  userId: string,
  guildId: string,
  subject: Subject,
): Promise<boolean> {
  const row = await db
    .selectFrom('report')
    .select('id')
    .where('user_id', '=', userId)
    .where('guild_id', '=', guildId)
    .where((eb) => isAbout(eb, subject))
    .executeTakeFirst();
  return row !== undefined;
}

/**
 * Stores a member's report to a guild's organisers. Each member can report a thing once.
 * @returns whether it is their first report of it
 * @throws AlreadyHandled if this interaction has had its effect
 */
export function report(
  db: Db,
  actor: Actor,
  guildId: string,
  { subject, reason }: Pick<Report, 'subject' | 'reason'>,
): Promise<boolean> {
  return write(db, async (trx) => {
    await once(trx, actor.interactionId, actor.at);
    if (await hasReported(trx, actor.userId, guildId, subject)) return false;
    await trx
      .insertInto('report')
      .values({
        id: actor.interactionId,
        guild_id: guildId,
        user_id: actor.userId,
        proof_id: subject.kind === 'work' ? subject.proofId : null,
        build_id: subject.kind === 'app' ? subject.buildId : null,
        reason,
        at: actor.at,
        dismissed_at: null,
      })
      .execute();
    return true;
  });
}

/** The reports of a guild whose subject is still shown there, oldest first. */
export async function reportsOf(db: Db, guildId: string): Promise<readonly Report[]> {
  const rows = await db
    .selectFrom('report')
    .leftJoin('proof', 'proof.id', 'report.proof_id')
    .leftJoin('proof_share', (on) =>
      on
        .onRef('proof_share.proof_id', '=', 'report.proof_id')
        .onRef('proof_share.guild_id', '=', 'report.guild_id')
        .on('proof_share.withdrawn_at', 'is', null),
    )
    .leftJoin('build', 'build.id', 'report.build_id')
    .leftJoin('submission', 'submission.build_id', 'report.build_id')
    .innerJoin('topic', (on) =>
      on.on((eb) => eb('topic.id', '=', eb.fn.coalesce('proof.topic_id', 'build.topic_id'))),
    )
    .select(['report.id', 'report.proof_id', 'report.build_id', 'report.user_id', 'reason', 'report.at'])
    .select(['topic.id as topic_id', 'topic.title', 'proof.method'])
    .where('report.guild_id', '=', guildId)
    .where('report.dismissed_at', 'is', null)
    .where((eb) =>
      eb.or([eb('proof_share.proof_id', 'is not', null), eb('submission.build_id', 'is not', null)]),
    )
    .orderBy('report.at')
    .orderBy('report.id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    subject:
      row.proof_id === null
        ? { kind: 'app', buildId: row.build_id ?? '' }
        : { kind: 'work', proofId: row.proof_id },
    topicId: row.topic_id,
    title: row.title,
    method: row.method,
    reporterId: row.user_id,
    reason: row.reason,
    at: row.at,
  }));
}

/**
 * Dismisses the reports on something, which stays shown.
 * @throws AlreadyHandled if this interaction has had its effect
 */
export function dismissReports(db: Db, actor: Actor, guildId: string, subject: Subject): Promise<void> {
  return write(db, async (trx) => {
    await once(trx, actor.interactionId, actor.at);
    await trx
      .updateTable('report')
      .set({ dismissed_at: actor.at })
      .where('guild_id', '=', guildId)
      .where((eb) => isAbout(eb, subject))
      .execute();
  });
}

function isAbout(eb: ExpressionBuilder<Tables, 'report'>, subject: Subject) {
  return subject.kind === 'work'
    ? eb('proof_id', '=', subject.proofId)
    : eb('build_id', '=', subject.buildId);
}
