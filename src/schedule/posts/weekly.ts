import { pairedIn } from '../../store/company/buddy-groups.ts';
import { questEndedIn, questProgress } from '../../store/goals/quests.ts';
import type { Guild } from '../../store/members/guilds.ts';
import { namesIn } from '../../store/members/memberships.ts';
import { type LoadedRoadmap, loadRoadmaps } from '../../store/roadmaps/library.ts';
import { rolesGivenIn } from '../../store/roles/given.ts';
import type { Db } from '../../store/schema.ts';
import { buildWithId } from '../../store/showcase/builds.ts';
import { newSubmissions } from '../../store/showcase/submissions.ts';
import type { Days } from '../../study/progress/week.ts';
import type { Focus } from '../../study/suggestions/group-focus.ts';
import type { Span } from '../../time/study-day.ts';
import { HOUR } from '../../time/units.ts';
import { hasPoster, weekAlt, weekPicture } from '../../view/schedule/weekly-picture.ts';
import { type WeeklyPost, weeklyPostView } from '../../view/schedule/weekly-post.ts';
import { localTimetable, type PostApp, type ScheduledPost } from '../scheduled-post.ts';
import { pastTopics } from './daily.ts';
import { nodeIn, roadmapsOf } from './group-study.ts';
import { membersWeek } from './members-week.ts';
import { postBefore, readUntilOf, spanOf, weekBefore } from './posted-week.ts';
import { type WeeklyContent, weeklyContent } from './weekly-content.ts';

/** Reads the stored content; undefined if this version cannot read it. */
const keptOf = (content: unknown): WeeklyContent | undefined => weeklyContent.safeParse(content).data;

/** The weekly summary of the seven study days before its day. */
export const weekly: ScheduledPost = {
  kind: 'weekly',
  window: 24 * HOUR,
  timetable: (guild) => localTimetable(guild, [guild.weeklyDay]),

  async prepare({ db, library }, guild, run, now) {
    const { timeZone } = guild;
    const roadmaps = await roadmapsOf({ db, library }, guild);
    if (roadmaps.length === 0 || timeZone === null) return null;
    const week = weekBefore(run.at, timeZone);
    const until = spanOf(week, timeZone).to;
    const lastPost = await postBefore(db, guild.id, run.date);
    // Proven topics count from the end of the previous week's post, even if the group's clock was changed since.
    const sinceLast = {
      from: (lastPost && keptOf(lastPost.content)?.until) ?? spanOf(week, timeZone).from,
      to: until,
    };
    // A daily post of the same day counts too, because next week should bring something else.
    const tomorrow = Temporal.PlainDate.from(run.date).add({ days: 1 }).toString();
    const past = await pastTopics(db, guild.id, tomorrow);
    const read = { from: lastPost && readUntilOf(lastPost), until: now };
    const members = await membersWeek(db, guild, { roadmaps, week, sinceLast, read, past, now: run.at });
    const given = await rolesGivenIn(db, guild.id, sinceLast);
    return {
      ...week,
      ...members,
      roadmapIds: roadmaps.map(({ id }) => id),
      until,
      readUntil: now,
      shown: await shownIn(db, guild.id, roadmaps, sinceLast),
      quest: await questOf(db, guild, week),
      buddies: await pairedIn(db, guild.id, week),
      roles: given.filter(({ isTold }) => isTold).map(({ userId, roleId }) => ({ userId, roleId })),
      otherRoles: given.filter(({ isTold }) => !isTold).length,
    } satisfies WeeklyContent;
  },

  // The last seven days: the next summary is about days that have yet to come.
  sample: (app, guild, today) => weekly.prepare(app, guild, today, today.at),

  async render(app, guild, content, deliveryId) {
    const words = app.wordsFor(guild.locale);
    const week = await weekOf(app, guild, content, deliveryId);
    const poster = hasPoster(week)
      ? weekPicture(words, week, await namesIn(app.db, guild.id, week.pictured))
      : null;
    if (poster === null) return weeklyPostView(words, week, null);
    const drawn = await app.pictures.draw({ picture: poster, theme: guild.theme, page: null }, false);
    return weeklyPostView(words, week, drawn === null ? null : { ...drawn, alt: weekAlt(words, poster) });
  },
};

/** Prepares the stored content for the views. */
async function weekOf(app: PostApp, guild: Guild, content: unknown, deliveryId: string): Promise<WeeklyPost> {
  const {
    byMember,
    shown,
    proven,
    focus,
    roadmapIds,
    streaks,
    until: _until,
    readUntil: _readUntil,
    ...week
  } = weeklyContent.parse(content);
  const roadmaps = await roadmapsTold(app, guild, roadmapIds, guild.locale);
  const node = (id: string) => nodeIn(roadmaps, id);
  const nodes = (ids: readonly string[]) => ids.flatMap((id) => node(id) ?? []);
  return {
    ...week,
    roadmaps,
    streaks: streaks.map(({ userId, unit, days }) => ({ userId, unit, length: days })),
    proven: nodes(proven),
    deliveryId,
    byMember: byMember.map(({ userId, topicIds, first, best }) => ({
      userId,
      topics: nodes(topicIds),
      first: new Set(first),
      best: best ? topicIds.length : null,
    })),
    shown: shown.flatMap(({ topicId, team }) => {
      const built = node(topicId);
      // A member who has deleted their data since is no longer in the team.
      return built === undefined || team.length === 0 ? [] : [{ node: built, team }];
    }),
    focus: shownFocus(focus, roadmaps),
  };
}

/**
 * Reads the roadmaps that a week is about, with titles in a reader's language.
 * @param ids from the stored content
 */
export function roadmapsTold(
  app: Pick<PostApp, 'db' | 'library'>,
  guild: Guild,
  ids: readonly string[],
  locale: string,
): Promise<readonly LoadedRoadmap[]> {
  const usual = guild.roadmapId === null ? [] : [guild.roadmapId];
  return loadRoadmaps(app, ids.length === 0 ? usual : ids, locale);
}

/** The end of the quest that ended in a week. */
async function questOf(db: Db, guild: Guild, week: Days): Promise<WeeklyContent['quest']> {
  const quest = await questEndedIn(db, guild.id, week);
  if (quest === null) return null;
  const { done, target } = await questProgress(db, guild, quest);
  return { done, target };
}

async function shownIn(
  db: Db,
  guildId: string,
  roadmaps: readonly LoadedRoadmap[],
  span: Span,
): Promise<WeeklyContent['shown']> {
  const topics = new Map<string, string>();
  for (const { id } of roadmaps) {
    for (const { buildId, topicId } of await newSubmissions(db, guildId, id, span))
      topics.set(buildId, topicId);
  }
  const shown: WeeklyContent['shown'] = [];
  for (const [buildId, topicId] of topics) {
    const build = await buildWithId(db, guildId, buildId);
    if (build !== null) shown.push({ topicId, team: [...build.team] });
  }
  return shown;
}

function shownFocus(focus: WeeklyContent['focus'], roadmaps: readonly LoadedRoadmap[]): Focus | null {
  const node = focus === null ? undefined : nodeIn(roadmaps, focus.topicId);
  if (focus === null || node === undefined) return null;
  return focus.kind === 'next'
    ? { kind: 'next', node }
    : { kind: 'finish', node, begun: focus.begun, near: focus.near };
}
