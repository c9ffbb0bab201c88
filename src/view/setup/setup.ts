import { POST_KINDS } from '../../study/post-kinds.ts';
import {
  type APIActionRowComponent,
  type APIChannelSelectComponent,
  type APIRoleSelectComponent,
  ChannelType,
  ComponentType,
  SelectMenuDefaultValueType,
} from 'discord.js';
import { customId } from '../custom-id.ts';
import type { ChannelProblem } from '../../discord/channel-access.ts';
import type { Upcoming } from '../../schedule/reschedule.ts';
import type { TimeZoneChoice } from '../../time/time-zone.ts';
import type { Guild } from '../../store/members/guilds.ts';
import type { Post } from '../../store/schedule/posts.ts';
import { LANGUAGES, wordsFor, type Words } from '../../words/index.ts';
import { clockButtonId, type TypedClock } from './clock-form.ts';
import {
  button,
  card,
  LIMITS,
  type Meaning,
  type Message,
  row,
  rows,
  section,
  select,
  separator,
  text,
} from '../components.ts';
import { clip, plain } from '../escape.ts';
import { nextLine, pauseLine } from '../schedule/schedule.ts';
import { dayName } from '../time.ts';

/** What the panel shows. */
export interface SetupState {
  /** What is stored, completed by what is proposed. */
  readonly guild: Guild;
  /** Whether roadmap, channel and time zone are stored and not only proposed. */
  readonly started: boolean;
  readonly roadmaps: readonly { readonly id: string; readonly title: string }[];
  /** What stands in the way of posting in the channel; null also where there is no channel. */
  readonly problem: ChannelProblem | null;
  /** Whether the bot may post pictures in the channel. */
  readonly pictures: boolean;
  /** Whether the members of the role that was chosen would see a ping, or it was deleted since. */
  readonly role: 'none' | 'pinged' | 'silent' | 'gone';
  readonly pause: Post['pause'];
  /** The next run of each post. */
  readonly next: readonly Upcoming[];
  /** How the time zone is called, with what its clocks show; null while it is unknown. */
  readonly zone: string | null;
  /** Time zones to choose from, where it is unknown or was mistyped. */
  readonly zones: readonly TimeZoneChoice[];
  /** What was typed as time and zone and could not be read. */
  readonly typed: TypedClock | null;
  /** What has just happened. */
  readonly notes: readonly string[];
}

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;

/** The panel of `/setup`: everything that an organiser can choose, what is missing, and the next step. */
export function setupView(words: Words, state: SetupState): Message {
  const { guild, started, roadmaps, zones, typed } = state;
  const say = words.setup;
  const weekdays = (chosen: readonly number[]) =>
    WEEKDAYS.map((day) => ({
      label: weekdayName(words, day),
      value: String(day),
      chosen: chosen.includes(day),
    }));
  const titles = roadmaps.map(({ id, title }) => ({
    label: plain(title),
    value: id,
    chosen: id === guild.roadmapId,
  }));
  const languages = Object.entries(LANGUAGES).map(([code, language]) => ({
    label: language.name,
    value: code,
    chosen: language === wordsFor(guild.locale),
  }));
  return card(
    meaningOf(state),
    text(say.heading, ...state.notes, pauseLine(words, state.pause), started ? null : say.notYet),
    text(say.roadmap),
    select(customId('setup-roadmap'), say.chooseRoadmap, titles),
    text(say.channel),
    channelSelect(say.chooseChannel, state.problem?.kind === 'gone' ? null : guild.channelId),
    section(
      say.time(guild.dailyAt, state.zone),
      button(say.changeTime, clockButtonId('setup-clock', typed), zones.length > 0 ? 'primary' : 'secondary'),
    ),
    ...(zones.length === 0
      ? []
      : [
          select(
            customId('setup-zone'),
            say.chooseZone,
            zones.map(({ name, value }) => ({ label: name, value })),
          ),
        ]),
    text(say.weekdays),
    select(customId('setup-weekdays'), say.chooseWeekdays, weekdays(guild.weekdays), { min: 1, max: 7 }),
    text(say.weeklyDay),
    select(customId('setup-weekly-day'), say.chooseWeeklyDay, weekdays([guild.weeklyDay])),
    text(say.role, roleLine(words, state)),
    roleSelect(say.noRole, state.role === 'pinged' || state.role === 'silent' ? guild.roleId : null),
    text(say.language),
    select(customId('setup-language'), say.chooseLanguage, languages),
    separator(),
    text(...statusLines(words, state), picturesLine(words, state)),
    ...nextSteps(words, state),
  );
}

/** Tells an organiser, wherever they are, that the posts are paused. */
export function pausedNotice(words: Words, pause: Post['pause']): Message {
  return card(
    'problem',
    text(pauseLine(words, pause)),
    row(button(words.setup.putRight, customId('setup'), 'primary')),
  );
}

/** Tells an organiser, wherever they are, that posts call nobody any more. */
export function roleNotice(words: Words): Message {
  return card(
    'neutral',
    text(words.setup.goneRole),
    row(button(words.setup.putRight, customId('setup'), 'primary')),
  );
}

/** Tells an organiser, wherever they are, that posts come without their pictures. */
export function picturesNotice(words: Words, channelId: string): Message {
  return card(
    'neutral',
    text(words.setup.noPictures(`<#${channelId}>`, words.permission.AttachFiles)),
    row(button(words.setup.checkAgain, customId('setup-check'), 'primary')),
  );
}

function roleLine(words: Words, { role, guild }: SetupState): string | null {
  if (role === 'gone') return words.setup.goneRole;
  return role === 'silent' ? words.setup.silentRole(`<@&${guild.roleId}>`) : null;
}

function picturesLine(words: Words, { guild, problem, pictures }: SetupState): string | null {
  if (guild.channelId === null || problem !== null || pictures) return null;
  return words.setup.noPictures(`<#${guild.channelId}>`, words.permission.AttachFiles);
}

function meaningOf({ started, pause, problem, guild }: SetupState): Meaning {
  const isFaulty = pause !== null && pause.reason !== 'organiser';
  if (isFaulty || (problem !== null && guild.channelId !== null)) return 'problem';
  if (pause !== null) return 'neutral';
  return started ? 'done' : 'invite';
}

function statusLines(words: Words, state: SetupState): readonly string[] {
  const missing = missingLines(words, state);
  if (missing.length > 0) return [words.setup.missing, ...missing];
  if (!state.started) return [words.setup.ready];
  return state.next.length > 0 ? state.next.map((run) => nextLine(words, run)) : [words.schedule.none];
}

function missingLines(words: Words, { guild, problem }: SetupState): readonly string[] {
  const say = words.setup;
  const channel = guild.channelId === null ? say.noChannel : channelLine(words, guild.channelId, problem);
  return [channel, guild.timeZone === null ? say.noZone : null].filter((line) => line !== null);
}

/** What stands in the way of posting in a channel, and what to do about it. */
function channelLine(words: Words, channelId: string, problem: ChannelProblem | null): string | null {
  switch (problem?.kind) {
    case undefined:
      return null;
    case 'gone':
      return words.setup.gone;
    case 'not-text':
      return words.setup.notText;
    case 'lacks': {
      const names = problem.permissions.map((name) => `*${words.permission[name]}*`);
      return words.setup.lacks(`<#${channelId}>`, words.list(names));
    }
  }
}

function nextSteps(words: Words, { guild, started, problem, pause }: SetupState) {
  const say = words.setup;
  const isComplete = guild.channelId !== null && guild.timeZone !== null && problem === null;
  return rows([
    ...(problem?.kind === 'lacks' ? [button(say.checkAgain, customId('setup-check'), 'primary')] : []),
    ...(isComplete && !started ? [button(say.start, customId('setup-start'), 'success')] : []),
    ...(isComplete && started && pause !== null
      ? [button(say.resume, customId('setup-resume'), 'success')]
      : []),
    ...(started
      ? [
          button(words.schedule.preview, customId('schedule-preview')),
          ...POST_KINDS.map((kind) => button(words.schedule.see[kind], customId('schedule-test', kind))),
          themeButton(words, guild.theme),
        ]
      : []),
  ]);
}

/** To the other colours of the pictures in posts. */
function themeButton({ setup }: Words, theme: Guild['theme']) {
  const other = theme === 'dark' ? 'light' : 'dark';
  return button(setup.themeTo[other], customId('setup-theme', other));
}

/** Any week has the weekdays' names; this one begins with a Monday. */
function weekdayName(words: Words, day: number): string {
  return dayName(`2024-01-0${day}`, words.locale, { weekday: 'long' });
}

function channelSelect(
  placeholder: string,
  channelId: string | null,
): APIActionRowComponent<APIChannelSelectComponent> {
  const chosen = { type: SelectMenuDefaultValueType.Channel, id: channelId ?? '' } as const;
  return {
    type: ComponentType.ActionRow,
    components: [
      {
        type: ComponentType.ChannelSelect,
        custom_id: customId('setup-channel'),
        placeholder: clip(placeholder, LIMITS.placeholder),
        channel_types: [ChannelType.GuildText, ChannelType.GuildAnnouncement],
        ...(channelId !== null && { default_values: [chosen] }),
      },
    ],
  };
}

function roleSelect(
  placeholder: string,
  roleId: string | null,
): APIActionRowComponent<APIRoleSelectComponent> {
  const chosen = { type: SelectMenuDefaultValueType.Role, id: roleId ?? '' } as const;
  return {
    type: ComponentType.ActionRow,
    components: [
      {
        type: ComponentType.RoleSelect,
        custom_id: customId('setup-role'),
        placeholder: clip(placeholder, LIMITS.placeholder),
        min_values: 0,
        ...(roleId !== null && { default_values: [chosen] }),
      },
    ],
  };
}
