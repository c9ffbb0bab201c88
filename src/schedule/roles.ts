import { loadRoadmaps, type LoadedRoadmap, type Shelf } from '../store/roadmaps/library.ts';
import { zoneOf } from '../store/members/clocks.ts';
import { memberOf } from '../store/members/members.ts';
import { studyOf } from '../store/progress/studies.ts';
import { type MilestoneRole, milestoneRolesOf } from '../store/roles/milestones.ts';
import { streakOf as memberStreak } from '../store/sessions/streaks.ts';
import { inDays } from '../study/progress/streak.ts';
import { isReached, type Known, type Milestone } from '../study/roles.ts';

/** The roles of a guild whose milestones a member has reached. `now`: epoch ms. */
export async function reachedRoles(
  shelf: Shelf,
  guildId: string,
  userId: string,
  now: number,
): Promise<readonly MilestoneRole[]> {
  const roles = await milestoneRolesOf(shelf.db, guildId);
  const studies = new Map<string, NonNullable<ReturnType<Known['studies']['get']>>>();
  for (const outline of await roadmapsAbout(shelf, roles, '')) {
    studies.set(outline.id, { outline, ...(await studyOf(shelf.db, userId, outline)) });
  }
  const hasStreak = roles.some(({ milestone }) => milestone.kind === 'streak');
  const known: Known = { studies, streak: hasStreak ? await streakOf(shelf, guildId, userId, now) : 0 };
  return roles.filter(({ milestone }) => isReached(milestone, known));
}

/** The roadmaps that the milestones of some roles are about, with titles in a reader's language. */
export function roadmapsAbout(
  shelf: Shelf,
  roles: readonly { readonly milestone: Milestone }[],
  locale: string,
): Promise<readonly LoadedRoadmap[]> {
  const ids = roles.flatMap(({ milestone }) => ('roadmapId' in milestone ? [milestone.roadmapId] : []));
  return loadRoadmaps(shelf, [...new Set(ids)], locale);
}

async function streakOf({ db }: Shelf, guildId: string, userId: string, now: number): Promise<number> {
  const member = await memberOf(db, userId);
  const { streak } = await memberStreak(db, member, await zoneOf(db, member, guildId), now);
  return inDays(streak);
}
