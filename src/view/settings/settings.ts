import { type APIModalInteractionResponseCallbackData, ComponentType, TextInputStyle } from 'discord.js';
import { customId } from '../custom-id.ts';
import { type TimeZoneChoice, ZONE_LENGTH } from '../../time/time-zone.ts';
import { DEFAULT_DAY_START, DEFAULT_FADING_BELOW, type Member } from '../../store/members/members.ts';
import type { Theme } from '../../store/schema.ts';
import { LATEST_DAY_START } from '../../time/study-day.ts';
import { LANGUAGES, type Words, wordsFor } from '../../words/index.ts';
import {
  button,
  card,
  file,
  LIMITS,
  type Message,
  type MessageFile,
  row,
  section,
  select,
  separator,
  text,
} from '../components.ts';
import { clip, inline, plain } from '../escape.ts';

/** The content of a member's settings. */
export interface SettingsPanel {
  readonly member: Member;
  /** IANA name of the zone that counts for them here. */
  readonly timeZone: string;
  /** Where the zone comes from: themselves, the group around them, or nobody. */
  readonly zoneFrom: 'member' | 'group' | 'nobody';
  /** The time on their clock, `HH:MM`. */
  readonly clock: string;
  /** Their Discord's language, as a locale. */
  readonly discordLocale: string;
  readonly saved: boolean;
  /** When and how they are reminded of reviews; null: not. */
  readonly reminder: { readonly way: 'dm' | 'mention'; readonly at: string } | null;
}

/** The ids of what is filled in. */
export const SETTINGS_FIELD = { zone: 'zone', word: 'word' } as const;
/** In place of a language: whichever the member's Discord is in. */
export const AS_DISCORD = 'discord';

export function settingsView(words: Words, panel: SettingsPanel): Message {
  const { settings } = words;
  const { member } = panel;
  return card(
    'neutral',
    text(settings.title, `-# ${settings.everywhere}`, panel.saved ? settings.saved : null),
    separator(),
    section(
      settings.timeZone[panel.zoneFrom](inline(panel.timeZone), panel.clock),
      button(settings.change, customId('settings-zone')),
    ),
    select(customId('settings-day'), settings.dayStart, dayStarts(words, member.dayStart)),
    select(customId('settings-language'), settings.language, languages(words, panel)),
    separator(),
    visibility(words, 'topics', member.showTopics),
    visibility(words, 'progress', member.showProgress),
    themeSection(words, member.theme),
    separator(),
    select(customId('settings-fading'), settings.fading, thresholds(words, member.fadingBelow)),
    reminderSection(words, panel),
    separator(),
    row(
      button(settings.export, customId('settings-export')),
      button(words.ownData.import, customId('settings-import')),
      button(settings.delete, customId('settings-delete'), 'danger'),
    ),
  );
}

function dayStarts(words: Words, chosen: number) {
  return Array.from({ length: LATEST_DAY_START + 1 }, (_, hour) => ({
    label: words.settings.dayStartsAt(`${String(hour).padStart(2, '0')}:00`),
    value: String(hour),
    chosen: hour === chosen,
    ...(hour === DEFAULT_DAY_START && { description: words.settings.usualDayStart }),
  }));
}

function languages({ settings }: Words, { member, discordLocale }: SettingsPanel) {
  const asDiscord = settings.languageAsDiscord(wordsFor(discordLocale).name);
  return [
    { label: asDiscord, value: AS_DISCORD, chosen: member.locale === null },
    ...Object.entries(LANGUAGES).map(([code, { name }]) => ({
      label: settings.languageIs(name),
      value: code,
      chosen: member.locale === code,
    })),
  ];
}

/** From which chance on, in percent, a topic can count as fading. */
export const FADING_THRESHOLDS = [60, 70, 80, 85, 90] as const;

function thresholds(words: Words, chosen: number) {
  return FADING_THRESHOLDS.map((percent) => ({
    label: words.settings.fadingBelow(words.percent(percent)),
    value: String(percent),
    chosen: percent === chosen,
    ...(percent === DEFAULT_FADING_BELOW && { description: words.settings.usualFading }),
  }));
}

function reminderSection(words: Words, { reminder }: SettingsPanel) {
  const { settings } = words;
  return reminder === null
    ? section(
        `**${settings.reminders}**\n${settings.noReminders}`,
        button(words.review.remindMe, customId('remind')),
      )
    : section(
        `**${settings.reminders}**\n${words.reminder.isOn[reminder.way](reminder.at)}`,
        button(words.reminder.stop, customId('settings-mute')),
      );
}

/** A bot is not told whether somebody has Discord dark or light. */
function themeSection({ settings }: Words, theme: Theme) {
  const other = theme === 'dark' ? 'light' : 'dark';
  return section(
    `**${settings.pictures}**\n${settings.themeIs[theme]}`,
    button(settings.themeTo[other], customId('settings-theme', other)),
  );
}

function visibility({ settings }: Words, what: 'topics' | 'progress', isShown: boolean) {
  return section(
    `**${settings.mayBeSeen[what]}**\n${isShown ? settings.shown : settings.hidden}`,
    button(isShown ? settings.hide : settings.show, customId('settings-show', what, isShown ? 'no' : 'yes')),
  );
}

/** Asks for a time zone. `typed`: what was typed before and could not be told; it is mended instead of typed again. */
export function zoneForm(
  { settings }: Words,
  current: string,
  typed: string,
): APIModalInteractionResponseCallbackData {
  return {
    title: clip(settings.zoneTitle, LIMITS.modalTitle),
    custom_id: customId('settings-zone'),
    components: [
      {
        type: ComponentType.Label,
        label: settings.zoneQuestion,
        description: settings.zoneHint,
        component: {
          type: ComponentType.TextInput,
          custom_id: SETTINGS_FIELD.zone,
          style: TextInputStyle.Short,
          placeholder: current,
          min_length: 1,
          max_length: ZONE_LENGTH,
          ...(typed !== '' && { value: typed }),
        },
      },
    ],
  };
}

/**
 * Says that a typed text is no time zone or may be several, and offers zones.
 * @param own the member's present zone, which stays until they choose another
 * @param again the argument with which a button opens the form with the typed text
 */
export function whichZoneView(
  words: Words,
  typed: string,
  near: readonly TimeZoneChoice[],
  own: string | null,
  again: string,
): Message {
  const { settings } = words;
  const said = inline(clip(plain(typed), ZONE_LENGTH));
  const options = near.map(({ name, value }) => ({ label: name, value }));
  return card(
    'problem',
    text(settings.whichZone(said), own === null ? null : `-# ${settings.zoneStays(inline(own))}`),
    select(customId('settings-zone-near'), settings.nearZones, options),
    row(
      button(settings.typeAgain, customId('settings-zone', again), 'primary'),
      button(words.act.back, customId('settings')),
    ),
  );
}

/** Everything that is stored of a member, as files. */
export function exportView({ settings }: Words, files: readonly MessageFile[]): Message {
  const shown = card('neutral', text(settings.exported), ...files.map(({ name }) => file(name)));
  return { ...shown, files };
}

/** Asks to type a word before everything is deleted. */
export function deleteForm({ settings }: Words): APIModalInteractionResponseCallbackData {
  return {
    title: clip(settings.delete, LIMITS.modalTitle),
    custom_id: customId('settings-delete'),
    components: [
      { type: ComponentType.TextDisplay, content: settings.deleteMeans },
      {
        type: ComponentType.Label,
        label: settings.typeToDelete(settings.deleteWord),
        component: {
          type: ComponentType.TextInput,
          custom_id: SETTINGS_FIELD.word,
          style: TextInputStyle.Short,
          min_length: 1,
          max_length: 20,
        },
      },
    ],
  };
}

/** Another word was typed. */
export function notDeletedView(words: Words): Message {
  const { settings } = words;
  return card(
    'problem',
    text(settings.notDeleted(settings.deleteWord)),
    row(
      button(settings.delete, customId('settings-delete'), 'danger'),
      button(words.act.back, customId('settings')),
    ),
  );
}

export function deletedView({ settings }: Words): Message {
  return card('neutral', text(settings.deleted));
}
