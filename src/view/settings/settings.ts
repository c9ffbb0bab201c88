import { type APIModalInteractionResponseCallbackData, ComponentType, TextInputStyle } from 'discord.js';
import { customId } from '../custom-id.ts';
import { type TimeZoneChoice, ZONE_LENGTH } from '../../time/time-zone.ts';
import {
  DEFAULT_DAY_START,
  DEFAULT_FADING_BELOW,
  type Member,
  type MemberSettings,
} from '../../store/members/members.ts';
import type { Theme } from '../../store/members/tables.ts';
import type { Ping } from '../../study/pings.ts';
import { pingsSection } from './pings.ts';
import { LATEST_DAY_START } from '../../time/study-day.ts';
import { LANGUAGES, type Words, wordsFor } from '../../words/index.ts';
import {
  button,
  card,
  file,
  formTitle,
  type Message,
  type MessageFile,
  row,
  section,
  select,
  text,
} from '../components.ts';
import { clip, inline, plain } from '../escape.ts';

/** The content of a member's settings. */
export interface SettingsPanel {
  readonly member: Member;
  /** The IANA name of the time zone that is used for them here. */
  readonly timeZone: string;
  /** Whether the member or their group has set that zone, or nobody has. */
  readonly zoneFrom: 'member' | 'group' | 'nobody';
  /** The time on their clock, `HH:MM`. */
  readonly clock: string;
  /** Their Discord's language, as a locale. */
  readonly discordLocale: string;
  /** The setting that was just changed, or null. */
  readonly saved: keyof MemberSettings | 'reminder' | null;
  /** What may not ping them. */
  readonly pingsOff: ReadonlySet<Ping>;
  /** How and when they are reminded of reviews; null if they are not. */
  readonly reminder: { readonly way: 'dm' | 'mention'; readonly at: string } | null;
}

/** The ids of the form's fields. */
export const SETTINGS_FIELD = { zone: 'zone', word: 'word' } as const;
/** The choice to use the language of the member's Discord. */
export const AS_DISCORD = 'discord';

/** The panel of a member's settings. What is changed less often is on further pages. */
export function settingsView(words: Words, panel: SettingsPanel): Message {
  const { settings } = words;
  const { member } = panel;
  return card(
    'neutral',
    text(settings.title, `-# ${settings.everywhere}`),
    section(
      told(
        words,
        panel,
        'timeZone',
        settings.timeZone[panel.zoneFrom](words.place(panel.timeZone), panel.clock),
      ),
      button(settings.change, customId('settings-zone')),
    ),
    reminderSection(words, panel),
    pingsSection(words, panel.pingsOff),
    text(told(words, panel, 'locale', settings.language)),
    select(customId('settings-language'), settings.chooseLanguage, languages(words, panel)),
    text(told(words, panel, panel.saved === 'showTopics' ? 'showTopics' : 'showProgress', settings.seen)),
    select(customId('settings-seen'), settings.chooseSeen, seen(words, member)),
    text(told(words, panel, 'theme', settings.pictures)),
    select(customId('settings-theme'), settings.chooseTheme, themes(words, member.theme)),
    row(button(settings.study, customId('settings-study')), button(settings.data, customId('settings-data'))),
  );
}

/** "Saved" is shown beside the changed setting, because the member looks there. */
export function told(
  { settings }: Words,
  { saved }: Pick<SettingsPanel, 'saved'>,
  key: SettingsPanel['saved'],
  line: string,
): string {
  return key === saved ? `${line} · ${settings.saved}` : line;
}

/** The hours at which a day can start. */
export function dayStarts(words: Words, chosen: number) {
  return Array.from({ length: LATEST_DAY_START + 1 }, (_, hour) => ({
    label: `${String(hour).padStart(2, '0')}:00`,
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
      label: name,
      value: code,
      chosen: member.locale === code,
    })),
  ];
}

/** What groups may see of a member, by the two choices that are stored. */
export const SEEN = {
  both: { showTopics: true, showProgress: true },
  topics: { showTopics: true, showProgress: false },
  progress: { showTopics: false, showProgress: true },
  nothing: { showTopics: false, showProgress: false },
} as const satisfies Readonly<Record<string, MemberSettings>>;
const SEEN_KINDS = ['both', 'topics', 'progress', 'nothing'] as const;

function seen({ settings }: Words, { showTopics, showProgress }: Member) {
  return SEEN_KINDS.map((kind) => ({
    label: settings.groupsSee[kind],
    value: kind,
    chosen: SEEN[kind].showTopics === showTopics && SEEN[kind].showProgress === showProgress,
  }));
}

/** A bot cannot find out whether somebody's Discord is dark or light, so it asks. */
function themes({ settings }: Words, chosen: Theme) {
  return (['dark', 'light'] as const).map((theme) => ({
    label: settings.themeIs[theme],
    value: theme,
    chosen: theme === chosen,
  }));
}

/** The chances of remembering, in percent, below which a topic counts as fading. */
export const FADING_FROM = { early: 90, usual: DEFAULT_FADING_BELOW, late: 65 } as const;
const FADING_KINDS = ['early', 'usual', 'late'] as const;

/** When topics count as fading, for a member to choose from. */
export function thresholds({ settings }: Words, chosen: number) {
  const distance = (kind: (typeof FADING_KINDS)[number]): number => Math.abs(FADING_FROM[kind] - chosen);
  const [nearest] = FADING_KINDS.toSorted((a, b) => distance(a) - distance(b));
  return FADING_KINDS.map((kind) => ({
    label: settings.fadingFrom[kind],
    value: String(FADING_FROM[kind]),
    chosen: kind === nearest,
  }));
}

function reminderSection(words: Words, panel: SettingsPanel) {
  const { settings, reminder: say } = words;
  const { reminder } = panel;
  return reminder === null
    ? section(
        told(words, panel, 'reminder', `${settings.reminders}\n${settings.noReminders}`),
        button(settings.turnOn, customId('remind')),
      )
    : section(
        `${settings.reminders}\n${settings.remindedBy[reminder.way](reminder.at)}`,
        button(say.stop, customId('settings-mute')),
      );
}

/** Asks for a time zone. `typed`: an earlier text that named no zone, to be corrected instead of typed again. */
export function zoneForm(
  { settings }: Words,
  current: string,
  typed: string,
): APIModalInteractionResponseCallbackData {
  return {
    title: formTitle(settings.zoneTitle),
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
    text(settings.whichZone(said), own === null ? null : `-# ${settings.zoneStays(words.place(own))}`),
    select(customId('settings-zone-near'), settings.nearZones, options),
    row(
      button(settings.typeAgain, customId('settings-zone', again), 'primary'),
      button(words.act.back, customId('settings')),
    ),
  );
}

/** What a member can do with everything that is stored about them. */
export function dataView(words: Words): Message {
  const { settings, ownData, act } = words;
  return card(
    'neutral',
    text(settings.dataTitle, settings.dataMeans),
    row(
      button(settings.export, customId('settings-export')),
      button(ownData.import, customId('settings-import')),
      button(settings.delete, customId('settings-delete')),
      button(act.back, customId('settings')),
    ),
  );
}

/** Everything that is stored about a member, as files. */
export function exportView({ settings }: Words, files: readonly MessageFile[]): Message {
  const shown = card('neutral', text(settings.exported), ...files.map(({ name }) => file(name)));
  return { ...shown, files };
}

/** Asks to type a word before everything is deleted. */
export function deleteForm({ settings }: Words): APIModalInteractionResponseCallbackData {
  return {
    title: formTitle(settings.deleteTitle),
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

/** Says that another word was typed, so nothing was deleted. */
export function notDeletedView(words: Words): Message {
  const { settings } = words;
  return card(
    'problem',
    text(settings.notDeleted(settings.deleteWord)),
    row(
      button(settings.delete, customId('settings-delete')),
      button(words.act.back, customId('settings-data')),
    ),
  );
}

/** Says that everything was deleted. */
export function deletedView({ settings }: Words): Message {
  return card('neutral', text(settings.deleted));
}
