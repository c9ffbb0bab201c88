import { DEFAULT_ROADMAP } from '../../app.ts';
import { zoneOfLocale } from '../../time/likely-zones.ts';
import { claimFollowing, tellGroup } from '../../schedule/following.ts';
import { reschedule, resume, type Upcoming } from '../../schedule/reschedule.ts';
import {
  changeGuild,
  ensureGuild,
  type Guild,
  guildOf,
  type GuildSettings,
  isComplete,
  isSetUp,
  newGuild,
  NOBODYS_LOCALE,
} from '../../store/members/guilds.ts';
import { once } from '../../store/once.ts';
import { type Post, postsOf } from '../../store/schedule/posts.ts';
import { roadmapTitles } from '../../store/roadmaps/roadmaps.ts';
import { titledFor } from '../../store/roadmaps/titled-for.ts';
import { tellApart } from '../../view/roadmaps/title.ts';
import type { Db } from '../../store/schema.ts';
import type { Call } from '../../discord/command.ts';
import { organiserGuild } from '../../discord/permissions.ts';
import { type ChannelProblem, channelProblem, roleThere } from '../../discord/channel-access.ts';
import { write } from '../../store/write.ts';
import { serverLocale } from '../../discord/call.ts';

/** The choices of a guild's organisers, and what they can choose from. */
export interface Settings {
  readonly stored: Guild;
  /** The stored choices, completed by proposals. */
  readonly proposed: Guild;
  readonly roadmaps: readonly { readonly id: string; readonly title: string }[];
}

/** @throws Refusal for anybody but organisers, and outside of servers */
export async function settingsOf(call: Call): Promise<Settings> {
  const guildId = organiserGuild(call);
  const stored = (await guildOf(call.app.db, guildId)) ?? newGuild(guildId, serverLocale(call));
  const listed = await titledFor(call.app, await roadmapTitles(call.app.db, guildId), call.words.locale);
  const roadmaps = tellApart(call.words, listed);
  return { stored, roadmaps, proposed: propose(call, stored, roadmaps) };
}

/**
 * Proposes values where a guild has chosen none: the usual roadmap, the organiser's present channel, and the time
 * zone of a country that has only one, and the organiser's language. Every Discord server is `en-US` until somebody
 * changes it, so the organiser's own language counts as well.
 */
function propose(call: Call, guild: Guild, roadmaps: Settings['roadmaps']): Guild {
  const usual = roadmaps.find(({ id }) => id === DEFAULT_ROADMAP) ?? roadmaps[0];
  const problem = channelProblem(call.app.client, guild.id, call.channelId);
  const canBeHere = problem === null || problem.kind === 'lacks';
  const { locale = guild.locale } = firstLanguage(call, guild);
  return {
    ...guild,
    locale,
    roadmapId: guild.roadmapId ?? usual?.id ?? null,
    channelId: guild.channelId ?? (canBeHere ? call.channelId : null),
    timeZone: guild.timeZone ?? zoneOfLocale([guild.locale, call.interaction.locale, locale]),
  };
}

/**
 * The language for a guild of which nothing was set up: what the organiser chose for themselves, else the server's if
 * somebody set one, else the organiser's in Discord. A guild can be stored before its setup, when somebody joins it.
 */
function firstLanguage(call: Call, guild: Guild): Pick<GuildSettings, 'locale'> {
  if (isComplete(guild) || guild.choosing) return {};
  const ofServer = serverLocale(call);
  const usual = ofServer === NOBODYS_LOCALE ? call.interaction.locale : ofServer;
  return { locale: call.member.locale ?? usual };
}

/** What the welcome of a group says. */
const TOLD: readonly (keyof GuildSettings)[] = [
  'roadmapId',
  'dailyAt',
  'weekdays',
  'weeklyDay',
  'timeZone',
  'locale',
];

/**
 * Stores what an organiser has chosen, tells the group what matters to it, and plans the posts again. If posts were paused because the channel was gone
 * or forbidden, and the channel is good now, they resume. A pause that an organiser wanted stays. Choices do not start a
 * guild that has not started yet.
 * @param also further writes in the same transaction
 * @throws Refusal for others, AlreadyHandled if this interaction has had its effect
 */
export async function saveSettings(
  call: Call,
  settings: GuildSettings,
  also: (trx: Db, guild: Guild) => Promise<void> = () => Promise.resolve(),
): Promise<void> {
  const guildId = organiserGuild(call);
  const changed = await write(call.app.db, async (trx) => {
    await once(trx, call.actor.interactionId, call.now);
    await ensureGuild(trx, guildId, serverLocale(call), call.now);
    const before = await guildOf(trx, guildId);
    if (before === null) return null;
    const first = { choosing: !isSetUp(before), ...firstLanguage(call, before) };
    await changeGuild(trx, guildId, { ...first, ...settings });
    const guild = await guildOf(trx, guildId);
    if (guild === null) return null;
    await also(trx, guild);
    const fault = await pauseOf(trx, guildId);
    const isMended = isFault(fault) && problemOf(call, guild) === null;
    await (isMended ? resume(trx, guild, call.now) : reschedule(trx, guild, call.now));
    // A group that starts is welcomed, which says all of this.
    if (!isSetUp(before) || !TOLD.some((setting) => setting in settings)) return null;
    const isOther = before.roadmapId !== guild.roadmapId;
    return { guild, news: isOther ? await claimFollowing(trx, guildId, call.now) : null };
  });
  if (changed !== null) await tellGroup(call.app, changed.guild, changed.news, call.now);
}

/**
 * Ends all pauses of a guild's posts.
 * @throws AlreadyHandled if this interaction has had its effect
 */
export async function endPauses({ app, actor, now }: Call, guild: Guild): Promise<void> {
  await write(app.db, async (trx) => {
    await once(trx, actor.interactionId, now);
    await resume(trx, guild, now);
  });
}

/**
 * A pause of the guild's posts. A pause for a fault comes before one that an organiser wanted. Null if no post is
 * paused.
 */
export async function pauseOf(db: Db, guildId: string): Promise<Post['pause']> {
  const pauses = (await postsOf(db, guildId)).flatMap(({ pause }) => pause ?? []);
  return pauses.find(isFault) ?? pauses[0] ?? null;
}

/** Whether posts are paused because of something that an organiser has to correct. */
export function isFault(pause: Post['pause']): boolean {
  return pause !== null && pause.reason !== 'organiser';
}

/** Why the bot cannot post in the guild's channel. Null if it can, and if no channel is chosen. */
export function problemOf({ app }: Call, guild: Guild): ChannelProblem | null {
  return guild.channelId === null ? null : channelProblem(app.client, guild.id, guild.channelId);
}

/** Whether the role that a guild's posts should mention was deleted. */
export function isRoleGone({ app }: Call, { id, roleId }: Guild): boolean {
  return roleId !== null && roleThere(app.client, id, roleId) === null;
}

/** The next run of each post of a guild, in order, without paused posts. */
export async function nextOfEach(db: Db, guild: Guild): Promise<readonly Upcoming[]> {
  const planned = await postsOf(db, guild.id);
  return planned
    .flatMap(({ kind, next }) => (next === null ? [] : [{ ...next, kind }]))
    .toSorted((a, b) => a.at - b.at);
}
