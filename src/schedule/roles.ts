import { loadRoadmaps, type LoadedRoadmap, type Shelf } from '../store/roadmaps/library.ts';
import { clockOf } from '../store/members/clocks.ts';
import { studyOf } from '../store/progress/studies.ts';
import { type MilestoneRole, milestoneRolesOf } from '../store/roles/milestones.ts';
import { topicsStudiedByDate } from '../store/sessions/days.ts';
import { streak } from '../study/progress/streak.ts';
import { isReached, type Known, type Milestone } from '../study/roles.ts';
import { currentDay } from '../time/study-day.ts';

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
  const dates = new Set((await topicsStudiedByDate(db, userId, now)).keys());
  return streak(dates, currentDay(now, await clockOf(db, userId, guildId), dates)).days;
}
