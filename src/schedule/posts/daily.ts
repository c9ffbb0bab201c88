import { z } from 'zod';
import { currentQuest, questOn, questProgress } from '../../store/goals/quests.ts';
import { type Delivery, pastDeliveries } from '../../store/schedule/deliveries.ts';
import type { Guild } from '../../store/members/guilds.ts';
import { joinedInPieces } from '../../store/in-pieces.ts';
import { progressOfMembers } from '../../store/progress/progress.ts';
import { followedByGuild } from '../../store/roadmaps/followed.ts';
import type { Db } from '../../store/schema.ts';
import { studyingIn } from '../../store/sessions/now.ts';
import { membersOn } from '../../store/progress/topic-members.ts';
import type { QuestProgress } from '../../study/goals/quest.ts';
import { countGroup } from '../../study/suggestions/group-count.ts';
import { chooseGroupTopic, type GroupTopic } from '../../study/suggestions/group-topic.ts';
import type { Offer, Reason } from '../../study/suggestions/suggest.ts';
import { turnOrder } from '../../study/suggestions/turns.ts';
import { HOUR } from '../../time/units.ts';
import { aboutRoadmap } from '../../view/about-roadmap.ts';
import type { Message } from '../../view/components.ts';
import { dailyPostView } from '../../view/schedule/daily-post.ts';
import type { Run } from '../due.ts';
import { localTimetable, type PostApp, type ScheduledPost } from '../scheduled-post.ts';

/** The stored content of a daily post: the topic of the day, then the others. */
export const dailyContent = z.object({
  date: z.string(),
  /** The roadmap that it is about. Posts of earlier versions have none, and are about the server's default one. */
  roadmapId: z.string().optional(),
  topics: z.array(
    z.object({
      topicId: z.string(),
      // Only `prepare` below writes it, and the view has a sentence for each kind.
      reason: z.custom<Reason>((reason) => typeof reason === 'object' && reason !== null && 'kind' in reason),
    }),
  ),
});
export type DailyContent = z.infer<typeof dailyContent>;

/** The daily post: the group's topic and two more from other sections. */
export const daily: ScheduledPost = {
  kind: 'daily',
  window: 6 * HOUR,
  timetable: (guild) => localTimetable(guild, guild.weekdays),

  async prepare(app, guild, run) {
    // The quest of this week begins with its first post.
    await currentQuest(app.db, guild, run.date);
    return contentOf(app, guild, run);
  },

  // Today's post may have been sent already, so the next one is what an organiser waits for.
  sample: (app, guild, today, next) => contentOf(app, guild, next ?? today),

  async render(app, guild, content, deliveryId) {
    const message = await dailyMessage(app, guild, content, deliveryId);
    if (message === null) throw new Error('the topics of this post are no longer in the roadmap');
    return message;
  },
};

async function contentOf(app: PostApp, guild: Guild, run: Run): Promise<DailyContent | null> {
  const chosen = await chooseFor(app, guild, run);
  if (chosen === null) return null;
  const topics = [chosen.main, ...chosen.others].map(({ node, reason }) => ({ topicId: node.id, reason }));
  return { date: run.date, roadmapId: chosen.roadmapId, topics };
}

/**
 * Chooses the topics of a run as things stand now, in the group's language. Nothing is written.
 * @returns null if there is nothing left to choose
 */
export async function chooseFor(
  { db, library }: Pick<PostApp, 'db' | 'library'>,
  guild: Guild,
  run: Run,
): Promise<(GroupTopic & { readonly roadmapId: string }) | null> {
  const posted = await pastDeliveries(db, guild.id, 'daily', run.date);
  const past = topicsIn(posted);
  for (const roadmapId of await inTurn(db, guild, posted)) {
    const roadmap = await library.roadmap(db, roadmapId, guild.locale);
    if (roadmap === null) continue;
    const group = countGroup(roadmap, run.at);
    for await (const userIds of joinedInPieces(db, guild.id)) {
      const members = await progressOfMembers(db, userIds, [roadmap.id]);
      for (const progress of members.values()) group.add(progress);
    }
    const chosen = chooseGroupTopic({ outline: roadmap, group, past, now: run.at });
    if (chosen !== null) return { ...chosen, roadmapId };
  }
  return null;
}

/**
 * The post as it is now, with the members who are on its topic.
 * @param content the stored content of its delivery
 * @param now epoch ms: who studies then is named; null when it is sent, because it is read later
 * @returns null if its topics are no longer in the roadmap that the guild follows
 */
export async function dailyMessage(
  { db, library, wordsFor }: Pick<PostApp, 'db' | 'library' | 'wordsFor'>,
  guild: Guild,
  content: unknown,
  deliveryId: string,
  now: number | null = null,
): Promise<Message | null> {
  const { date, topics, roadmapId = guild.roadmapId } = dailyContent.parse(content);
  const followed = await followedByGuild(db, guild.id, guild.roadmapId);
  const isFollowed = roadmapId !== null && followed.includes(roadmapId);
  const roadmap = isFollowed ? await library.roadmap(db, roadmapId, guild.locale) : null;
  const [main, ...others] = topics.flatMap(({ topicId, reason }) => {
    const node = roadmap?.byId.get(topicId);
    return node === undefined ? [] : [{ node, reason }];
  });
  if (main === undefined) return null;
  const people = await membersOn(db, guild.id, [main.node.id]);
  const post = dailyPostView(wordsFor(guild.locale), {
    deliveryId,
    date,
    roadmap: followed.length < 2 ? null : (roadmap?.tree.title ?? null),
    topics: [main, ...others],
    doing: people.filter(({ state }) => state === 'doing').map(({ userId }) => userId),
    done: people.filter(({ state }) => state === 'done'),
    studying: now === null ? [] : await studyingIn(db, guild.id, now),
    quest: await questOf(db, guild, date),
  });
  return roadmap === null || followed.length < 2
    ? post
    : { ...post, components: aboutRoadmap(post.components, roadmap.id) };
}

/** How far the group is with its quest on the day of a post. */
async function questOf(db: Db, guild: Guild, date: string): Promise<QuestProgress | null> {
  const quest = await questOn(db, guild.id, date);
  return quest === null ? null : questProgress(db, guild, quest);
}

/** The roadmaps that the next post may be about, in the order in which they are tried. */
async function inTurn(db: Db, guild: Guild, posted: readonly Delivery[]): Promise<readonly string[]> {
  if (!guild.dailyTurns) return guild.roadmapId === null ? [] : [guild.roadmapId];
  const past = posted.flatMap(({ content, dueAt }) => {
    const roadmapId = dailyContent.safeParse(content).data?.roadmapId ?? guild.roadmapId;
    return roadmapId === null ? [] : [{ roadmapId, at: dueAt }];
  });
  return turnOrder(await followedByGuild(db, guild.id, guild.roadmapId), past);
}

/**
 * The topics of a guild's daily posts before a date (`YYYY-MM-DD`), oldest first, with their times. Posts that this
 * version of the program cannot read are left out.
 */
export async function pastTopics(db: Db, guildId: string, before: string): Promise<readonly Offer[]> {
  return topicsIn(await pastDeliveries(db, guildId, 'daily', before));
}

function topicsIn(posted: readonly Delivery[]): readonly Offer[] {
  return posted.flatMap(({ content, dueAt }) => {
    const topics = dailyContent.safeParse(content).data?.topics ?? [];
    return topics.map(({ topicId }) => ({ topicId, at: dueAt }));
  });
}
