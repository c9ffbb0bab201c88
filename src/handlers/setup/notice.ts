import type { Message } from '../../view/components.ts';
import { pausedNotice, picturesNotice, roleNotice } from '../../view/setup/setup.ts';
import { reportsOf } from '../../store/moderation/reports.ts';
import { openProposals } from '../../store/roadmaps/proposals.ts';
import { proposalsNotice } from '../../view/roadmaps/editing/proposals.ts';
import { reportsNotice } from '../../view/moderation/moderation.ts';
import type { Call } from '../../discord/command.ts';
import type { Notice } from '../../discord/dispatch.ts';
import { isSetUp } from '../../store/members/guilds.ts';
import { isFault, isRoleGone, pauseOf, problemOf } from './guild-settings.ts';
import { mayOrganise } from '../../discord/permissions.ts';
import { type RoadmapNews, roadmapNews } from '../roadmaps/importing/newer.ts';
import { mayAttach } from '../../discord/channel-access.ts';

/** A thing that an organiser should know, and a key that distinguishes it from earlier ones. */
interface News {
  readonly id: string;
  readonly message: Message;
}

/**
 * Tells an organiser that their guild's posts have stopped because of a fault, or come without their pictures or the role
 * that they should call, and everybody that a roadmap they look after has a newer version. Each person is told each
 * thing once while the program runs, so that those who know can study in peace.
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
    // What has ended is forgotten, because it is news again if it comes back.
    told.set(who, new Set(all.filter((news) => news === fresh || before.has(news.id)).map(({ id }) => id)));
    return (await fresh?.message()) ?? null;
  };
}

/** The most important fault of a guild's posts; the others often end with it. */
async function newsOfGuild(call: Call): Promise<readonly RoadmapNews[]> {
  const { guildId } = call;
  if (guildId === null || !mayOrganise(call)) return [];
  const news =
    (await fault(call, guildId)) ??
    (await reported(call, guildId)) ??
    (await proposed(call, guildId)) ??
    missingRole(call) ??
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

async function proposed({ app, words }: Call, guildId: string): Promise<News | null> {
  const open = await openProposals(app.db, guildId);
  const last = open.at(-1);
  return last === undefined
    ? null
    : { id: `proposed ${last.id}`, message: proposalsNotice(words, open.length) };
}

function missingRole(call: Call): News | null {
  const { guild, words } = call;
  if (guild === null || !isRoleGone(call, guild)) return null;
  return { id: `role ${guild.roleId}`, message: roleNotice(words) };
}

function missingPictures(call: Call): News | null {
  const { app, guild, words } = call;
  if (guild === null || !isSetUp(guild) || problemOf(call, guild) !== null) return null;
  if (mayAttach(app.client, guild.channelId)) return null;
  return { id: `pictures ${guild.channelId}`, message: picturesNotice(words, guild.channelId) };
}
