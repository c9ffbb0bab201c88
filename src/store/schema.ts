import type { Kysely, Transaction } from 'kysely';
import type { RoadmapTables } from './roadmaps/tables.ts';
import type { MemberTables } from './members/tables.ts';
import type { ProgressTables } from './progress/tables.ts';
import type { ScheduleTables } from './schedule/tables.ts';
import type { ProofTables } from './proofs/tables.ts';
import type { TeachBackTables } from './teach-back/tables.ts';
import type { ModerationTables } from './moderation/tables.ts';
import type { ShowcaseTables } from './showcase/tables.ts';
import type { ReviewTables } from './review/tables.ts';
import type { ReminderTables } from './reminder-tables.ts';
import type { SkillTables } from './skills/tables.ts';
import type { GoalTables } from './goals/tables.ts';
import type { CompanyTables } from './company/tables.ts';
import type { SessionTables } from './sessions/tables.ts';
import type { RoomTables } from './rooms/tables.ts';
import type { RoleTables } from './roles/tables.ts';

/**
 * The tables, written by hand. SQLite and PostgreSQL share these conventions: text ids, 0 and 1 for booleans, epoch
 * milliseconds for instants (`..._at`), `YYYY-MM-DD` text for local dates, text for JSON.
 *
 * Every row that refers to a row of `member` is deleted with it. The migrations say so (`onDelete('cascade')`), and
 * `test/store/members/everything-personal.test.ts` checks it. `docs/privacy.md` says it in words.
 */
export interface Tables
  extends
    RoadmapTables,
    MemberTables,
    ProgressTables,
    ScheduleTables,
    ProofTables,
    TeachBackTables,
    ModerationTables,
    ShowcaseTables,
    ReviewTables,
    ReminderTables,
    SkillTables,
    SessionTables,
    GoalTables,
    RoleTables,
    CompanyTables,
    RoomTables {
  handled_interaction: { id: string; at: number };
  setting: { key: string; value: string };
  identifying: { bucket: number; free_at: number };
}

export type Db = Kysely<Tables> | Transaction<Tables>;
