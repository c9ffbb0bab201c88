import { z } from 'zod';
import { studyDatesOfGroup } from '../../store/sessions/days.ts';
import { pairedIn } from '../../store/company/buddy-groups.ts';
import { questEndedIn, questProgress } from '../../store/goals/quests.ts';
import type { Guild } from '../../store/members/guilds.ts';
import { type LoadedRoadmap, loadRoadmaps } from '../../store/roadmaps/library.ts';
import { DEFAULT_DAY_START, DEFAULT_FADING_BELOW } from '../../store/members/members.ts';
import { membersOf, namesIn } from '../../store/members/memberships.ts';
import { pausesOfGroup } from '../../store/members/pauses.ts';
import type { Db } from '../../store/schema.ts';
import { rolesGivenIn } from '../../store/roles/given.ts';
import { studiedIn } from '../../store/sessions/weeks.ts';
import { buildWithId } from '../../store/showcase/builds.ts';
import { newSubmissions } from '../../store/showcase/submissions.ts';
import type { Focus } from '../../study/suggestions/group-focus.ts';
import { groupProvenPercent } from '../../study/proofs/proof.ts';
import { fadingInGroup } from '../../study/review/review.ts';
import { STREAK_UNITS, streak } from '../../study/progress/streak.ts';
import { type Span, studyDay } from '../../time/study-day.ts';
import { type Days, summariseWeek, type WeekSummary } from '../../study/progress/week.ts';
import { hasPoster, PICTURED, weekAlt, weekPicture } from '../../view/schedule/weekly-picture.ts';
import { type WeeklyPost, weeklyPostView } from '../../view/schedule/weekly-post.ts';
import { localTimetable, type PostApp, type ScheduledPost } from '../scheduled-post.ts';
import { pastTopics } from './daily.ts';
import { groupStudyOf, newlyProven, nodeIn, roadmapsOf } from './group-study.ts';
import { asPosted, postBefore, spanOf, weekBefore } from './posted-week.ts';

const HOUR = 60 * 60_000;
/** One day alone is no streak, and neither is one week. */
const SHORTEST_STREAK = 2;

const count = z.int().nonnegative();

/** The stored content of a weekly summary: ids and figures. */
export const weeklyContent = z.object({
  /** Its first and last day, `YYYY-MM-DD`. */
  from: z.string(),
  to: z.string(),
  /**
   * The roadmaps that it is about, the default one first. Empty in posts of an earlier version, which knew only that
   * one.
   */
  roadmapIds: z.array(z.string()).default([]),
  /**
   * When the week ended by the group's clock at that time; epoch ms. The next week begins there, even if the clock is
   * changed later.
   */
  until: z.number().optional(),
  finished: count,
  people: count,
  before: z.object({ finished: count, people: count }),
  /** Topics finished on each of its days. */
  days: z.array(count).default([]),
  byMember: z.array(
    z.object({
      userId: z.string(),
      topicIds: z.array(z.string()),
      first: z.array(z.string()),
      best: z.boolean(),
    }),
  ),
  /**
   * The tracks if there is one roadmap, else the roadmaps. Titles are stored, because a track has no id of its own.
   */
  sections: z.array(z.object({ title: z.string(), percent: count, before: count, proven: count.default(0) })),
  /** `days`: the days, or the weeks if the unit says so. */
  streaks: z.array(z.object({ userId: z.string(), days: count, unit: z.enum(STREAK_UNITS).default('day') })),
  /** Apps that were shown for the first time, with their teams. */
  shown: z.array(z.object({ topicId: z.string(), team: z.array(z.string()) })).default([]),
  /** Topics that became proven, once for each member. */
  proven: z.array(z.string()).default([]),
  /** The members whom its picture names. */
  pictured: z.array(z.string()).default([]),
  /** How long people studied with `/focus`, in minutes, and how many they were. */
  studied: z.object({ minutes: count, people: count }).default({ minutes: 0, people: 0 }),
  /** The roles that members were given, of those who let their groups be told, and how many others there were. */
  roles: z.array(z.object({ userId: z.string(), roleId: z.string() })).default([]),
  otherRoles: count.default(0),
  /** How many members studied with a buddy in the week. */
  buddies: count.default(0),
  /** How the quest of the week ended; null if there was none. */
  quest: z.object({ done: count, target: count }).nullable().default(null),
  /** How many topics are fading for somebody who has learned them. Nobody is named. */
  fading: count.default(0),
  focus: z
    .discriminatedUnion('kind', [
      z.object({ kind: z.literal('finish'), topicId: z.string(), begun: count, near: count }),
      z.object({ kind: z.literal('next'), topicId: z.string() }),
    ])
    .nullable(),
});
export type WeeklyContent = z.infer<typeof weeklyContent>;

/** Reads the stored content; undefined if this version cannot read it. */
const keptOf = (content: unknown): WeeklyContent | undefined => weeklyContent.safeParse(content).data;

/** The weekly summary of the seven study days before its day. */
export const weekly: ScheduledPost = {
  kind: 'weekly',
  window: 24 * HOUR,
  timetable: (guild) => localTimetable(guild, [guild.weeklyDay]),

  async prepare({ db, library }, guild, run) {
    const { timeZone } = guild;
    const roadmaps = await roadmapsOf({ db, library }, guild);
    if (roadmaps.length === 0 || timeZone === null) return null;
    const week = weekBefore(run.at, timeZone);
    const span = spanOf(week, timeZone);
    const lastPost = await postBefore(db, guild.id, run.date);
    const people = new Map((await membersOf(db, guild.id)).map((member) => [member.userId, member]));
    const study = await groupStudyOf(db, guild.id, roadmaps);
    const { members, proofs, cards } = study;
    const studied = await studyDatesOfGroup(db, guild.id, run.at);
    const pauses = await pausesOfGroup(db, guild.id);
    const todayOf = (userId: string): string => {
      const { timeZone: own = null, dayStart = DEFAULT_DAY_START } = people.get(userId) ?? {};
      return studyDay(run.at, own ?? timeZone, dayStart);
    };
    const belowOf = (userId: string): number =>
      (people.get(userId)?.fadingBelow ?? DEFAULT_FADING_BELOW) / 100;
    const names = await namesIn(db, guild.id);
    // Proven topics count from the end of the previous week's post, even if the group's clock was changed since.
    const sinceLast = { ...span, from: (lastPost && keptOf(lastPost.content)?.until) ?? span.from };
    const isShown = (userId: string): boolean => people.get(userId)?.showTopics === true;
    const summary = summariseWeek({
      outlines: roadmaps,
      members,
      activity: asPosted(study.activity, week, lastPost),
      week,
      shown: new Set(people.keys()),
      now: run.at,
      // A daily post of the same day counts too, because next week should bring something else.
      past: await pastTopics(db, guild.id, Temporal.PlainDate.from(run.date).add({ days: 1 }).toString()),
    });
    const byMember = summary.byMember.filter(({ userId }) => isShown(userId));
    const given = (await rolesGivenIn(db, guild.id, sinceLast)).filter(({ userId }) => people.has(userId));
    const proven = (await newlyProven(db, guild.id, roadmaps, study, sinceLast)).filter(({ userId }) =>
      isShown(userId),
    );
    return {
      ...week,
      roadmapIds: roadmaps.map(({ id }) => id),
      until: span.to,
      finished: summary.finished,
      people: summary.people,
      before: summary.before,
      days: [...summary.days],
      byMember: byMember.map(({ userId, topicIds, first, best }) => ({
        userId,
        topicIds: [...topicIds],
        first: [...first],
        best,
      })),
      sections: summary.parts.map(({ outline, section, percent, before }) => ({
        title: (section ?? outline.tree).title,
        percent,
        before,
        proven: groupProvenPercent(outline, section, members, proofs),
      })),
      streaks: [...people.values()]
        .filter(({ showProgress }) => showProgress)
        .map(({ userId, streakUnit: unit }) => {
          const rules = { unit, pauses: pauses.get(userId) ?? [] };
          return { userId, unit, days: streak(studied.get(userId) ?? [], week.to, rules).length };
        })
        .filter(({ days }) => days >= SHORTEST_STREAK),
      shown: await shownIn(db, guild.id, roadmaps, sinceLast),
      proven: proven.map(({ topicId }) => topicId),
      pictured: byMember
        .map(({ userId }) => userId)
        .filter((userId) => names.has(userId))
        .slice(0, PICTURED),
      quest: await questOf(db, guild, week),
      buddies: await pairedIn(db, guild.id, week),
      studied: await studiedIn(db, guild.id, week, run.at),
      roles: given.filter(({ isTold }) => isTold).map(({ userId, roleId }) => ({ userId, roleId })),
      otherRoles: given.filter(({ isTold }) => !isTold).length,
      fading: fadingInGroup(roadmaps, members, cards, belowOf, todayOf),
      focus: keptFocus(summary.focus),
    } satisfies WeeklyContent;
  },

  // The last seven days: the next summary is about days that have yet to come.
  sample: (app, guild, today) => weekly.prepare(app, guild, today),

  async render(app, guild, content, deliveryId) {
    const words = app.wordsFor(guild.locale);
    const week = await weekOf(app, guild, content, deliveryId);
    const poster = hasPoster(week) ? weekPicture(words, week, await namesIn(app.db, guild.id)) : null;
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
    until: _,
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

function keptFocus(focus: WeekSummary['focus']): WeeklyContent['focus'] {
  if (focus === null) return null;
  const topicId = focus.node.id;
  return focus.kind === 'next'
    ? { kind: 'next', topicId }
    : { kind: 'finish', topicId, begun: focus.begun, near: focus.near };
}

function shownFocus(focus: WeeklyContent['focus'], roadmaps: readonly LoadedRoadmap[]): Focus | null {
  const node = focus === null ? undefined : nodeIn(roadmaps, focus.topicId);
  if (focus === null || node === undefined) return null;
  return focus.kind === 'next'
    ? { kind: 'next', node }
    : { kind: 'finish', node, begun: focus.begun, near: focus.near };
}
