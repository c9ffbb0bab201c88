import { PermissionFlagsBits } from 'discord.js';
import { nearZones } from '../../time/likely-zones.ts';
import { timeZoneChoices, type TimeZoneChoice } from '../../time/time-zone.ts';
import type { TypedClock } from '../../view/setup/clock-form.ts';
import { inline, plain } from '../../view/escape.ts';
import { setupChoicesView, setupLooksView, type SetupState, setupView } from '../../view/setup/setup.ts';
import { type Answer, show } from '../../discord/answer.ts';
import type { Call } from '../../discord/command.ts';
import { mayAttach } from '../../discord/channel-access.ts';
import { followedByGuild } from '../../store/roadmaps/followed.ts';
import { reportsOf } from '../../store/moderation/reports.ts';
import { milestoneRolesOf } from '../../store/roles/milestones.ts';
import { isSetUp } from '../../store/members/guilds.ts';
import { isRoleGone, nextOfEach, pauseOf, problemOf, settingsOf } from './guild-settings.ts';
import { localAt } from '../../time/local.ts';

/** The organiser's last act, if the panel has to say something about it. */
export interface PanelNews {
  readonly note?: string;
  readonly unfitRole?: true;
  /** A time or zone that could not be read. The organiser can correct it instead of typing it again. */
  readonly typed?: TypedClock & { readonly badAt: boolean; readonly badZone: boolean };
}

/**
 * The panel of `/setup` as it is now, in short.
 * @throws Refusal for anybody but organisers, and outside of servers
 */
export async function setupPanel(call: Call, news: PanelNews = {}): Promise<Answer> {
  return show(setupView(call.words, await setupState(call, news)));
}

/**
 * The choices of `/setup` about where and when posts come, as they are now.
 * @throws Refusal for anybody but organisers, and outside of servers
 */
export async function setupChoices(call: Call, news: PanelNews = {}): Promise<Answer> {
  return show(setupChoicesView(call.words, await setupState(call, news)));
}

/**
 * The choices of `/setup` about language, ping and pictures, as they are now.
 * @throws Refusal for anybody but organisers, and outside of servers
 */
export async function setupLooks(call: Call, news: PanelNews = {}): Promise<Answer> {
  return show(setupLooksView(call.words, await setupState(call, news)));
}

async function setupState(call: Call, news: PanelNews): Promise<SetupState> {
  const { app, words, now, interaction } = call;
  const { stored, proposed, roadmaps } = await settingsOf(call);
  const followed = await followedByGuild(app.db, stored.id, stored.roadmapId);
  const { typed } = news;
  // An organiser who names a place with several zones does not want the proposed zone. A text that fits no zone leaves
  // the proposal as it is.
  const isUnwanted =
    typed?.badZone === true &&
    stored.timeZone === null &&
    timeZoneChoices(typed.zone, now, interaction.locale).length > 0;
  const guild = isUnwanted ? { ...proposed, timeZone: null } : proposed;
  return {
    guild,
    started: isSetUp(stored),
    roadmaps,
    beside: followed
      .filter((id) => id !== proposed.roadmapId)
      .flatMap((id) => roadmaps.find((each) => each.id === id)?.title ?? []),
    problem: problemOf(call, guild),
    pictures: guild.channelId === null || mayAttach(app.client, guild.channelId),
    role: isRoleGone(call, guild) ? 'gone' : roleState(call, guild.roleId),
    mayHaveRooms: app.rooms !== null,
    reports: (await reportsOf(app.db, guild.id)).length,
    milestones: (await milestoneRolesOf(app.db, guild.id)).length,
    pause: await pauseOf(app.db, guild.id),
    next: await nextOfEach(app.db, stored),
    zone:
      guild.timeZone === null
        ? null
        : { place: words.place(guild.timeZone), clock: clockIn(guild.timeZone, now) },
    zones: zonesToChoose(call, guild.timeZone, typed),
    typed: typed ?? null,
    wrong: {
      clock: typed === undefined ? [] : complaints(call, typed),
      role: news.unfitRole === true ? words.setup.unfitRole : null,
    },
    note: news.note ?? null,
  };
}

function zonesToChoose(
  call: Call,
  zone: string | null,
  typed: PanelNews['typed'],
): readonly TimeZoneChoice[] {
  const locale = call.interaction.locale;
  if (typed?.badZone === true) return nearZones(typed.zone, call.now, locale, call.words.place);
  return zone === null ? timeZoneChoices('', call.now, locale, call.words.place) : [];
}

function complaints({ words }: Call, typed: NonNullable<PanelNews['typed']>): readonly string[] {
  return [
    ...(typed.badAt ? [words.setup.badTime(inline(plain(typed.at)))] : []),
    ...(typed.badZone ? [words.setup.badZone(inline(plain(typed.zone)))] : []),
  ];
}

/** The time on the clocks of a zone: `16:42`. */
function clockIn(zone: string, now: number): string {
  const there = localAt(now, zone);
  return there.toPlainTime().toString({ smallestUnit: 'minute' });
}

function roleState({ app, guildId }: Call, roleId: string | null): SetupState['role'] {
  const guild = app.client.guilds.cache.get(guildId ?? '');
  const role = guild?.roles.cache.get(roleId ?? '');
  if (role === undefined) return 'none';
  const mayPing = role.mentionable || guild?.members.me?.permissions.has(PermissionFlagsBits.MentionEveryone);
  return mayPing === true ? 'pinged' : 'silent';
}
