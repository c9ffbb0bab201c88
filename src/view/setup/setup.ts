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
  filled,
  joined,
  LIMITS,
  type Meaning,
  menu,
  type Message,
  row,
  rows,
  section,
  select,
  separator,
  text,
} from '../components.ts';
import { clip, inline, plain } from '../escape.ts';
import { nextLine, pauseLine, seePost } from '../schedule/schedule.ts';
import { reportsButton } from '../moderation/moderation.ts';
import { daysText, WEEKDAYS, weekdayName } from './weekdays.ts';

/** The content of the panel. */
export interface SetupState {
  /** The stored choices, completed by proposals. */
  readonly guild: Guild;
  /** Whether roadmap, channel and time zone are stored and not only proposed. */
  readonly started: boolean;
  readonly roadmaps: readonly { readonly id: string; readonly title: string }[];
  /** The titles of the roadmaps that the server follows in addition to the default one. */
  readonly beside: readonly string[];
  /** Why the bot cannot post in the channel; null if it can, or if there is no channel. */
  readonly problem: ChannelProblem | null;
  /** Whether the bot may post pictures in the channel. */
  readonly pictures: boolean;
  /** Whether the chosen role's members would be notified, or the role was deleted. */
  readonly role: 'none' | 'pinged' | 'silent' | 'gone';
  /** Whether the operator allows study rooms. */
  readonly mayHaveRooms: boolean;
  /** How many reports of members are open. */
  readonly reports: number;
  /** How many milestones the server gives roles for. */
  readonly milestones: number;
  readonly pause: Post['pause'];
  /** The next run of each post. */
  readonly next: readonly Upcoming[];
  /** The time zone's city and its present time; null if it is unknown. */
  readonly zone: { readonly place: string; readonly clock: string } | null;
  /** Time zones to choose from, if it is unknown or could not be read. */
  readonly zones: readonly TimeZoneChoice[];
  /** The time and zone that were typed and could not be read. */
  readonly typed: TypedClock | null;
  /** What was wrong in the last input, shown beside that input. */
  readonly wrong: { readonly clock: readonly string[]; readonly role: string | null };
  /** What has just happened. */
  readonly note: string | null;
}

/** The most characters that the other roadmaps may take. */
const BESIDE = 400;

/** The first page of `/setup`: the present or proposed choices, what is missing, and the next step. */
export function setupView(words: Words, state: SetupState): Message {
  const say = words.setup;
  const { guild, started, problem } = state;
  const isGone = problem?.kind === 'gone' || problem?.kind === 'not-text';
  const needsChannel = guild.channelId === null || isGone;
  return card(
    meaningOf(state),
    text(say.heading, pauseLine(words, state.pause), started ? null : say.notYet),
    text(...summaryLines(words, state)),
    ...filled(...missingLines(words, state), picturesLine(words, state)),
    ...(needsChannel ? [channelSelect(words, null, 'brief')] : []),
    ...zonePart(words, state, 'brief'),
    ...filled(state.note),
    ...nextSteps(words, state),
  );
}

/** Where and when posts come, for an organiser to choose. Each problem is shown beside its choice. */
export function setupChoicesView(words: Words, state: SetupState): Message {
  const say = words.setup;
  const { guild, roadmaps, zones, typed, wrong, problem, beside } = state;
  const weekdays = (chosen: readonly number[]) =>
    WEEKDAYS.map((day) => ({
      label: weekdayName(words, day, 'long'),
      value: String(day),
      chosen: chosen.includes(day),
    }));
  const titles = roadmaps.map(({ id, title }) => ({
    label: plain(title),
    value: id,
    chosen: id === guild.roadmapId,
  }));
  const channel = guild.channelId === null ? null : channelLine(words, guild.channelId, problem);
  const zoneLine = state.zone === null ? say.noZone : say.zone(state.zone.place, state.zone.clock);
  const isEveryDay = guild.weekdays.length === WEEKDAYS.length;
  return card(
    meaningOf(state),
    text(say.changeHeading, say.savedAtOnce),
    text(say.roadmapLabel, besideLine(words, beside)),
    select(customId('setup-roadmap'), say.chooseRoadmap, titles),
    text(say.channelLabel, channel),
    channelSelect(words, problem?.kind === 'gone' ? null : guild.channelId),
    section(
      [say.timeLabel(guild.dailyAt), zoneLine, ...wrong.clock].join('\n'),
      button(say.changeTime, clockButtonId('setup-clock', typed), zones.length > 0 ? 'primary' : 'secondary'),
    ),
    ...zonePart(words, { ...state, wrong: { ...wrong, clock: [] } }),
    text(say.weekdays),
    // Seven chips would fill the screen to say "every day".
    isEveryDay
      ? select(customId('setup-weekdays'), say.everyDay, weekdays([]), { min: 1, max: 7 })
      : select(customId('setup-weekdays'), say.chooseWeekdays, weekdays(guild.weekdays), { min: 1, max: 7 }),
    text(say.weeklyDay),
    select(
      customId('setup-weekly-day'),
      say.chooseWeeklyDay,
      weekdays([guild.weeklyDay]).map((option) => ({ ...option, description: toldOn(words, option.value) })),
    ),
    separator(),
    ...filled(pauseLine(words, state.pause)),
    ...nextSteps(words, state, true),
  );
}

/** How posts look and whom they ping, for an organiser to choose. */
export function setupLooksView(words: Words, state: SetupState): Message {
  const say = words.setup;
  const { guild, wrong } = state;
  const languages = Object.entries(LANGUAGES).map(([code, language]) => ({
    label: language.name,
    value: code,
    chosen: language === wordsFor(guild.locale),
  }));
  const other = guild.theme === 'dark' ? 'light' : 'dark';
  return card(
    meaningOf(state),
    text(say.looksHeading, say.savedAtOnce),
    text(say.languageLabel),
    select(customId('setup-language'), say.chooseLanguage, languages),
    // Until Start, a language proposes the zone of its country.
    ...filled(state.started || state.zone === null ? null : say.zone(state.zone.place, state.zone.clock)),
    text(say.roleLabel, wrong.role, roleLine(words, state)),
    roleSelect(say.noRole, state.role === 'pinged' || state.role === 'silent' ? guild.roleId : null),
    section(say.theme[guild.theme], button(say.themeTo[other], customId('setup-theme', other))),
    separator(),
    row(button(say.backHere, customId('setup'))),
  );
}

/** Which days the weekly summary of a weekday tells: the seven before it. */
function toldOn(words: Words, value: string): string {
  const day = Number(value);
  return words.setup.tells(
    weekdayName(words, day, 'short'),
    weekdayName(words, day === 1 ? WEEKDAYS.length : day - 1, 'short'),
  );
}

function summaryLines(words: Words, state: SetupState): readonly (string | null)[] {
  const say = words.setup;
  const { guild, roadmaps, beside, zone, role, started } = state;
  const roadmap = roadmaps.find(({ id }) => id === guild.roadmapId);
  const [next] = started ? state.next : [];
  return [
    roadmap === undefined ? null : say.roadmap(shortTitle(roadmap.title)),
    besideLine(words, beside),
    guild.channelId === null ? null : say.channel(`<#${guild.channelId}>`),
    say.daily(guild.dailyAt, daysText(words, guild.weekdays)),
    say.weekly(guild.dailyAt, weekdayName(words, guild.weeklyDay, 'long')),
    say.language(languageName(words, guild.locale)),
    role === 'none' ? null : say.role(`<@&${guild.roleId}>`),
    state.milestones === 0 ? null : words.roles.summary(state.milestones),
    zone === null ? null : say.zone(zone.place, zone.clock),
    next === undefined ? null : `-# ${nextLine(words, next)}`,
  ];
}

/** The language of a locale in the reader's words: `Turkish`, `Türkçe`. */
function languageName({ locale }: Words, of: string): string {
  const { language } = new Intl.Locale(wordsFor(of).locale);
  return new Intl.DisplayNames(locale, { type: 'language' }).of(language) ?? wordsFor(of).name;
}

function besideLine(words: Words, beside: readonly string[]): string | null {
  return beside.length === 0 ? null : `-# ${words.setup.beside(joined(beside.map(shortTitle), BESIDE))}`;
}

function shortTitle(name: string): string {
  return inline(clip(plain(name), 80));
}

/** Zones to choose from, if the zone is unknown or could not be read. `brief`: within the summary. */
function zonePart(words: Words, { zones, wrong }: SetupState, ...where: readonly string[]) {
  if (zones.length === 0) return [];
  const options = zones.map(({ name, value }) => ({ label: name, value }));
  return [
    ...filled(...wrong.clock),
    select(customId('setup-zone', ...where), words.setup.chooseZone, options),
  ];
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

function missingLines(words: Words, { guild, problem }: SetupState): readonly string[] {
  const say = words.setup;
  const channel = guild.channelId === null ? say.noChannel : channelLine(words, guild.channelId, problem);
  const missing = [channel, guild.timeZone === null ? say.noZone : null].filter((line) => line !== null);
  return missing.length === 0 ? [] : [say.missing, ...missing];
}

/** Why the bot cannot post in a channel, and what to do about it. */
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

/**
 * The buttons for the next step.
 * @param fromChoices whether they are below all choices, and lead back to the summary
 */
function nextSteps(words: Words, state: SetupState, fromChoices = false) {
  const say = words.setup;
  const { guild, started, problem, pause } = state;
  const isComplete = guild.channelId !== null && guild.timeZone !== null && problem === null;
  const step = fromChoices
    ? button(say.backHere, customId('setup'))
    : button(say.change, customId('setup-change'));
  return [
    ...rows([
      ...(problem?.kind === 'lacks' ? [button(say.checkAgain, customId('setup-check'), 'primary')] : []),
      ...(isComplete && !started ? [button(say.start, customId('setup-start'), 'success')] : []),
      ...(isComplete && started && pause !== null
        ? [button(say.resume, customId('setup-resume'), 'success')]
        : []),
      step,
      ...(started && !fromChoices ? [] : [looksButton(words)]),
      ...(started && !fromChoices
        ? [
            button(words.roadmaps.all, customId('roadmaps', 0, 'setup')),
            button(words.schedule.preview, customId('schedule-preview')),
          ]
        : []),
    ]),
    ...(started && !fromChoices ? menu(words.act.more, sometimes(words, state)) : []),
  ];
}

function looksButton({ setup: say }: Words) {
  return button(say.looks, customId('setup-looks'));
}

/** Choices that an organiser needs only now and then. */
function sometimes(words: Words, { mayHaveRooms, reports }: SetupState) {
  return [
    ...(reports === 0 ? [] : [reportsButton(words, reports)]),
    looksButton(words),
    button(words.roles.open, customId('setup-roles', 0)),
    ...(mayHaveRooms ? [button(words.rooms.open, customId('setup-rooms'))] : []),
    ...POST_KINDS.map((kind) => seePost(words, kind)),
  ];
}

function channelSelect(
  { setup }: Words,
  channelId: string | null,
  ...where: readonly string[]
): APIActionRowComponent<APIChannelSelectComponent> {
  const chosen = { type: SelectMenuDefaultValueType.Channel, id: channelId ?? '' } as const;
  return {
    type: ComponentType.ActionRow,
    components: [
      {
        type: ComponentType.ChannelSelect,
        custom_id: customId('setup-channel', ...where),
        placeholder: clip(setup.chooseChannel, LIMITS.placeholder),
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
