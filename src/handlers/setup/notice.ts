import type { Message } from '../../view/components.ts';
import { pausedNotice, picturesNotice, roleNotice } from '../../view/setup/notices.ts';
import { reportsOf } from '../../store/moderation/reports.ts';
import { mergeProposals } from '../../study/proposals.ts';
import { openProposals } from '../../store/roadmaps/proposals.ts';
import { proposalsNotice } from '../../view/roadmaps/editing/proposals.ts';
import { reportsNotice } from '../../view/moderation/moderation.ts';
import type { Call } from '../../discord/command.ts';
import type { Notice } from '../../discord/handlers.ts';
import { isSetUp } from '../../store/members/guilds.ts';
import { isFault, isRoleGone, pauseOf, problemOf } from './guild-settings.ts';
import { mayOrganise } from '../../discord/permissions.ts';
import { type RoadmapNews, roadmapNews } from '../roadmaps/importing/newer.ts';
import { mayOpenPrivately } from '../../discord/private-threads.ts';
import { lacksThreads } from '../../store/company/buddy-groups.ts';
import { utcDay, weekOf } from '../../time/study-day.ts';
import { threadsNotice } from '../../view/company/buddies.ts';
import { mayAttach } from '../../discord/channel-access.ts';
import { roleTroubleNotice } from '../../view/roles/setup.ts';
import { listedRoles } from '../roles/setup.ts';

/** A thing that an organiser should know, and a key that distinguishes it from earlier ones. */
interface News {
  readonly id: string;
  readonly message: Message;
}

/**
 * Tells an organiser below an answer, one thing at a time: that posts have stopped because of a fault, that members
 * have reported or proposed something, or that posts lack their role or pictures. Also tells whoever looks after a
 * roadmap about its newer version or lost link. Each person hears of each thing once while the program runs.
 */
export function makeOrganiserNotice(): Notice {
  const told = new Map<string, ReadonlySet<string>>();
  return async (call) => {
    const { guildId, userId } = call;
    const all = [...(await newsOfGuild(call)), ...(await roadmapNews(call))];
    const who = `${guildId} ${userId}`;
    if (all.length === 0) {
      told.delete(who);
      return null;
    }
    const before = told.get(who) ?? new Set();
    const fresh = all.find(({ id }) => !before.has(id));
    // A thing that has ended is forgotten, so that it is news again if it comes back.
    told.set(who, new Set(all.filter((news) => news === fresh || before.has(news.id)).map(({ id }) => id)));
    return (await fresh?.message()) ?? null;
  };
}

/** The most important news of a guild for its organisers. The others often end together with it. */
async function newsOfGuild(call: Call): Promise<readonly RoadmapNews[]> {
  const { guildId } = call;
  if (guildId === null || !mayOrganise(call)) return [];
  const news =
    (await fault(call, guildId)) ??
    (await reported(call, guildId)) ??
    (await proposed(call, guildId)) ??
    (await missingThreads(call, guildId)) ??
    missingRole(call) ??
    (await unfitMilestoneRole(call, guildId)) ??
    missingPictures(call);
  return news === null ? [] : [{ id: news.id, message: () => Promise.resolve(news.message) }];
}

async function fault({ app, words }: Call, guildId: string): Promise<News | null> {
  const pause = await pauseOf(app.db, guildId);
  if (pause === null || !isFault(pause)) return null;
  return { id: `paused ${pause.since}`, message: pausedNotice(words, pause) };
}

async function reported({ app, words }: Call, guildId: string): Promise<News | null> {
  const reports = await reportsOf(app.db, guildId);
  const last = reports.at(-1);
  return last === undefined
    ? null
    : { id: `reports ${last.id}`, message: reportsNotice(words, reports.length) };
}

async function proposed(call: Call, guildId: string): Promise<News | null> {
  const { app, words } = call;
  // The editor has a button of its own for them.
  if (isEditing(call)) return null;
  const open = await openProposals(app.db, guildId);
  const last = open.at(-1);
  return last === undefined
    ? null
    : { id: `proposed ${last.id}`, message: proposalsNotice(words, mergeProposals(open).length) };
}

function isEditing({ interaction }: Call): boolean {
  return interaction.isChatInputCommand() && interaction.options.getSubcommand(false) === 'edit';
}

async function missingThreads({ app, guild, words, now }: Call, guildId: string): Promise<News | null> {
  if (guild === null || !isSetUp(guild) || mayOpenPrivately(app.client, guild.channelId)) return null;
  const monday = weekOf(utcDay(now));
  if (!(await lacksThreads(app.db, guildId, monday))) return null;
  return { id: `threads ${monday}`, message: threadsNotice(words, guild.channelId) };
}

function missingRole(call: Call): News | null {
  const { guild, words } = call;
  if (guild === null || !isRoleGone(call, guild)) return null;
  return { id: `role ${guild.roleId}`, message: roleNotice(words) };
}

async function unfitMilestoneRole(call: Call, guildId: string): Promise<News | null> {
  const unfit = (await listedRoles(call, guildId)).find(({ problem }) => problem !== null);
  if (unfit === undefined) return null;
  return { id: `milestone ${unfit.roleId} ${unfit.problem}`, message: roleTroubleNotice(call.words, unfit) };
}

function missingPictures(call: Call): News | null {
  const { app, guild, words } = call;
  if (guild === null || !isSetUp(guild) || problemOf(call, guild) !== null) return null;
  if (mayAttach(app.client, guild.channelId)) return null;
  return { id: `pictures ${guild.channelId}`, message: picturesNotice(words, guild.channelId) };
}
