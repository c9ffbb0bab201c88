import { turn } from '../../roadmap/in-turns.ts';
import { forgetMakerOf } from '../company/plans.ts';
import { NAMED_TOPIC, type NamedTopic } from '../roadmaps/named-topic.ts';
import { skillDataOf } from '../skills/personal-data.ts';
import { type Member, toMember } from './members.ts';
import { lastChoice, type LastChoice } from './last-choice.ts';
import { pingsOff } from './pings.ts';
import { pauseDataOf } from './pauses.ts';
import { type NamedPicture, namedPicturesOf, removePicturesOf } from './named-pictures.ts';
import { forgetInPosts, type NamingPost, postsThatName } from './named-in-posts.ts';
import { goalDataOf } from '../goals/goals.ts';
import { allMemosOf } from '../memos/list.ts';
import { roomStaysOf } from '../rooms/personal-data.ts';
import { givenRolesOf } from '../roles/personal-data.ts';
import { type CompanyData, companyDataOf } from '../company/personal-data.ts';
import { type SessionData, sessionDataOf, unsettleSessionsOf } from '../sessions/personal-data.ts';
import { once } from '../once.ts';
import type { Actor } from '../actor.ts';
import { type ProofData, proofDataOf } from '../proofs/personal-data.ts';
import {
  forgetRoadmapsOf,
  proposalsBy,
  type ImportData,
  importsOf,
  type RoadmapData,
  roadmapDataOf,
} from '../roadmaps/personal-data.ts';
import { type ModerationData, moderationDataOf } from '../moderation/personal-data.ts';
import { type ReviewData, reviewDataOf } from '../review/personal-data.ts';
import type { ActivityRow, PickRow, ProgressRow } from '../progress/tables.ts';
import type { Db } from '../schema.ts';
import type { MemoRow } from '../reminder-tables.ts';
import { engineOf } from '../engine.ts';
import { type ShowcaseData, showcaseDataOf } from '../showcase/personal-data.ts';
import { removeEmptyBuilds } from '../showcase/builds.ts';
import { type Feedback, feedbackOf } from '../teach-back/feedback.ts';
import { readAtOnce, write } from '../write.ts';

/** Everything that is stored of a member. Instants are in epoch ms. */
export interface PersonalData {
  readonly userId: string;
  /** Null if nothing is. */
  readonly settings: Member | null;
  /** What may not ping them. */
  readonly pingsOff: readonly string[];
  /** What they chose last apart from topics. */
  readonly lastChoice: LastChoice | null;
  readonly memberships: readonly {
    readonly guildId: string;
    readonly joinedAt: number;
    /** The names that they were last seen by there. */
    readonly displayName: string | null;
    readonly username: string | null;
    /** Since when they are known to have left the server; epoch ms. */
    readonly awaySince: number | null;
    /** 1 if they chose to be on the server's boards, else 0. */
    readonly onBoard: number;
    /** The times at which they want a buddy; null if they do not. */
    readonly buddySlots: string | null;
    /** 1 if their buddies may be told in the channel, else 0. */
    readonly buddyOpenly: number;
    /** 1 if others may ask them for help, else 0. */
    readonly helps: number;
    /** 1 if others may review with what they shared there, else 0. */
    readonly lendsWork: number;
  }[];
  /** Messages with a picture that names them. */
  readonly pictures: readonly NamedPicture[];
  /** Posts of their groups that name them. */
  readonly posts: readonly NamingPost[];
  readonly progress: readonly (NamedTopic & Omit<ProgressRow, 'user_id'>)[];
  readonly activity: readonly (NamedTopic & Omit<ActivityRow, 'user_id'>)[];
  /** Roadmaps of their own, and what they changed in others. */
  readonly roadmaps: RoadmapData;
  /** Files that they have read in and not used yet. */
  readonly imports: readonly ImportData[];
  readonly picks: readonly (NamedTopic & Omit<PickRow, 'user_id' | 'roadmap_id'>)[];
  /** Their own choices of which topics count as one, and which do not. */
  readonly skills: Awaited<ReturnType<typeof skillDataOf>>;
  /** Their proofs. */
  readonly work: ProofData;
  /** Their comments on others' work. */
  readonly feedback: Feedback;
  /** Their apps and their applause. */
  readonly showcase: ShowcaseData;
  /** Their reviews and reminders. */
  readonly reviews: ReviewData;
  /** Their own reminders, of `/remind me`. */
  readonly memos: readonly MemoRow[];
  /** Their study times. */
  readonly sessions: readonly SessionData[];
  /** Their planned pauses. */
  readonly pauses: Awaited<ReturnType<typeof pauseDataOf>>;
  /** Their goal for each week. */
  readonly goal: Awaited<ReturnType<typeof goalDataOf>>;
  /** The roles that they have reached. */
  readonly roles: Awaited<ReturnType<typeof givenRolesOf>>;
  /** With whom they studied in pairs. */
  readonly company: CompanyData;
  /** Where they are in study rooms at the moment. */
  readonly stays: Awaited<ReturnType<typeof roomStaysOf>>;
  /** What they reported, and what organisers took down of theirs. */
  readonly moderation: ModerationData;
  /** What they proposed for the roadmaps of their groups. */
  readonly proposals: Awaited<ReturnType<typeof proposalsBy>>;
}

/** Reads everything that is stored of a member, oldest first. */
export async function personalData(db: Db, userId: string): Promise<PersonalData> {
  // What may be much is read in pieces. Within the transaction, others would wait for all of them.
  const activity = await activityBy(db, userId);
  const work = await proofDataOf(db, userId);
  return readAtOnce(db, async (trx) => {
    const member = await trx
      .selectFrom('member')
      .selectAll()
      .where('user_id', '=', userId)
      .executeTakeFirst();
    const memberships = await trx
      .selectFrom('membership')
      .select([
        'guild_id as guildId',
        'joined_at as joinedAt',
        'display_name as displayName',
        'username',
        'away_since as awaySince',
        'on_board as onBoard',
        'buddy_slots as buddySlots',
        'buddy_openly as buddyOpenly',
        'helps',
        'lends_work as lendsWork',
      ])
      .where('user_id', '=', userId)
      .orderBy('joined_at')
      .orderBy('guild_id')
      .execute();
    const progress = await trx
      .selectFrom('progress')
      .innerJoin('topic', 'topic.id', 'progress.topic_id')
      .select([
        ...NAMED_TOPIC,
        'topic_id',
        'state',
        'since',
        'since_date',
        'snoozed_until',
        'carried_in',
        'carried_over',
      ])
      .where('user_id', '=', userId)
      .orderBy('since')
      .orderBy('topic.key')
      .execute();
    const picks = await trx
      .selectFrom('pick')
      .innerJoin('topic', 'topic.id', 'pick.topic_id')
      .select([...NAMED_TOPIC, 'local_date', 'topic_id', 'pick.position', 'reason', 'at', 'swapped_at'])
      .where('user_id', '=', userId)
      .orderBy('local_date')
      .orderBy('pick.position')
      .execute();
    return {
      userId,
      settings: member === undefined ? null : toMember(member),
      pingsOff: [...(await pingsOff(trx, userId))],
      lastChoice: await lastChoice(trx, userId),
      memberships,
      pictures: await namedPicturesOf(trx, userId),
      posts: await postsThatName(trx, userId),
      progress,
      activity,
      roadmaps: await roadmapDataOf(trx, userId),
      imports: await importsOf(trx, userId),
      picks,
      skills: await skillDataOf(trx, userId),
      work,
      feedback: await feedbackOf(trx, userId),
      showcase: await showcaseDataOf(trx, userId),
      moderation: await moderationDataOf(trx, userId),
      proposals: await proposalsBy(trx, userId),
      reviews: await reviewDataOf(trx, userId),
      memos: await allMemosOf(trx, userId),
      sessions: await sessionDataOf(trx, userId),
      goal: await goalDataOf(trx, userId),
      roles: await givenRolesOf(trx, userId),
      company: await companyDataOf(trx, userId),
      pauses: await pauseDataOf(trx, userId),
      stays: await roomStaysOf(trx, userId),
    };
  });
}

/** How many acts are read at once. */
const PIECE = 1000;

async function activityBy(db: Db, userId: string): Promise<PersonalData['activity']> {
  const all: PersonalData['activity'][number][] = [];
  for (;;) {
    const last = all.at(-1);
    const rows = await db
      .selectFrom('activity')
      .innerJoin('topic', 'topic.id', 'activity.topic_id')
      .select([...NAMED_TOPIC, 'activity.id', 'batch', 'guild_id', 'topic_id', 'action', 'at', 'study_date'])
      .select(['before', 'undoes', 'activity.skill_id'])
      .where('user_id', '=', userId)
      .$if(last !== undefined, (query) =>
        query.where((eb) =>
          eb.or([
            eb('at', '>', last?.at ?? 0),
            eb.and([eb('at', '=', last?.at ?? 0), eb('activity.id', '>', last?.id ?? '')]),
          ]),
        ),
      )
      .orderBy('at')
      .orderBy('activity.id')
      .limit(PIECE)
      .execute();
    all.push(...rows);
    if (rows.length < PIECE) return all;
    await turn();
  }
}

/**
 * Deletes everything that is stored of the member who asks: all that refers to their row in `member` goes with it, kept
 * posts no longer name them, and pictures that do are to be taken out of their messages.
 * @throws AlreadyHandled if this interaction has had its effect
 */
export async function deletePersonalData(db: Db, { interactionId, userId, at }: Actor): Promise<void> {
  await write(db, async (trx) => {
    await once(trx, interactionId, at);
    await removePicturesOf(trx, userId, at);
    await forgetInPosts(trx, userId);
    await forgetMakerOf(trx, userId);
    await unsettleSessionsOf(trx, userId);
    const { own } = await roadmapDataOf(trx, userId);
    await trx.deleteFrom('member').where('user_id', '=', userId).execute();
    await forgetRoadmapsOf(trx, userId, own);
    await removeEmptyBuilds(trx);
  });
  await engineOf(db).forgetDeleted(db);
}
