import { ApplicationCommandOptionType } from 'discord.js';
import { z } from 'zod';
import { ask, show, tell } from '../src/discord/answer.ts';
import type { Call, Command } from '../src/discord/command.ts';
import { forEverybody } from '../src/discord/contexts.ts';
import { argument } from '../src/discord/refusal.ts';
import { muteReminders, reminderTime, replanReminder } from '../src/handlers/review/reminders.ts';
import { nearZones } from '../src/time/likely-zones.ts';
import { timeZoneChoices, timeZoneOf } from '../src/time/time-zone.ts';
import { changeMember, type Member, memberOf, type MemberSettings } from '../src/store/members/members.ts';
import { once } from '../src/store/once.ts';
import { deletePersonalData, personalData } from '../src/store/members/personal-data.ts';
import { progressOf } from '../src/store/progress/progress.ts';
import { proofFilesBy } from '../src/store/proofs/personal-data.ts';
import { storedRoadmap } from '../src/store/roadmaps/roadmaps.ts';
import { picturesBy } from '../src/store/showcase/personal-data.ts';
import { fold } from '../src/text/fold.ts';
import { clip, plain } from '../src/view/escape.ts';
import {
  asManyAsFit,
  dataFile,
  type OwnRoadmap,
  pictureFiles,
  roadmapFile,
} from '../src/view/settings/personal-export.ts';
import { proofFiles } from '../src/view/proofs/export.ts';
import {
  AS_DISCORD,
  deletedView,
  deleteForm,
  exportView,
  FADING_THRESHOLDS,
  notDeletedView,
  SETTINGS_FIELD,
  settingsView,
  whichZoneView,
  ZONE_LENGTH,
  zoneForm,
} from '../src/view/settings/settings.ts';
import { isLanguage, wordsFor } from '../src/words/index.ts';
import { localised } from '../src/words/localised.ts';

const hour = z.string().min(1).transform(Number).pipe(z.number().int().min(0).max(12));
const language = z.union([z.literal(AS_DISCORD), z.string().refine(isLanguage)]);
const threshold = z.coerce
  .number<string>()
  .refine((percent) => FADING_THRESHOLDS.some((offered) => offered === percent));
const visibility = z.tuple([z.enum(['topics', 'progress']), z.enum(['yes', 'no'])]);

const MOST_FILES = 10;
/** One file is what is stored. */
const MOST_ROADMAPS = MOST_FILES - 1;
/** What a button's id has room for, in bytes. */
const CARRIED = 60;

/** `/settings time-zone:`: one's own settings, which hold everywhere; and all that is stored of oneself. */
export const settings: Command = {
  data: {
    name: 'settings',
    ...localised((words) => words.commands.settings),
    ...forEverybody,
    options: [
      {
        type: ApplicationCommandOptionType.String,
        name: 'time-zone',
        ...localised((words) => words.commands.settingsTimeZone),
        autocomplete: true,
        max_length: ZONE_LENGTH,
      },
    ],
  },
  async execute(call) {
    const typed = call.options.getString('time-zone');
    return typed === null ? panel(call, false) : setTimeZone(call, typed);
  },
  complete: (call) => Promise.resolve(timeZoneChoices(call.typed.text, call.now, localeOf(call))),
  presses: {
    settings: (call) => panel(call, false),
    /** `settings-zone`, or `settings-zone:<what was typed before>` */
    'settings-zone': (call) =>
      Promise.resolve(ask(zoneForm(call.words, call.timeZone, uncarried(call.args[0] ?? '')))),
    'settings-zone-near': (call) => setTimeZone(call, call.values[0] ?? ''),
    'settings-day': (call) => change(call, { dayStart: argument(hour, call.values[0]) }),
    'settings-language': (call) => {
      const chosen = argument(language, call.values[0]);
      return change(call, { locale: chosen === AS_DISCORD ? null : chosen });
    },
    /** `settings-show:<topics|progress>:<yes|no>` */
    'settings-show': (call) => {
      const [what, whether] = argument(visibility, call.args);
      const isShown = whether === 'yes';
      return change(call, what === 'topics' ? { showTopics: isShown } : { showProgress: isShown });
    },
    'settings-fading': (call) => change(call, { fadingBelow: argument(threshold, call.values[0]) }),
    'settings-mute': async (call) => {
      await muteReminders(call);
      return panel(call, true);
    },
    'settings-export': exportAll,
    'settings-delete': (call) => Promise.resolve(ask(deleteForm(call.words))),
  },
  forms: {
    'settings-zone': (call) => setTimeZone(call, call.fields.getTextInputValue(SETTINGS_FIELD.zone)),
    'settings-delete': async (call) => {
      const typed = fold(call.fields.getTextInputValue(SETTINGS_FIELD.word)).trim();
      if (typed !== fold(call.words.settings.deleteWord)) return show(notDeletedView(call.words));
      await deletePersonalData(call.app.db, call.actor);
      return show(deletedView(call.words));
    },
  },
};

async function change(call: Call, changed: MemberSettings) {
  await call.app.db.transaction().execute(async (trx) => {
    // Delivered late a second time, an older choice would undo a newer one.
    await once(trx, call.actor.interactionId, call.now);
    await changeMember(trx, call.userId, changed, call.now);
    if (changed.timeZone !== undefined) await replanReminder(trx, call.userId, call.now);
  });
  return panel(call, true);
}

/** The panel as it stands now, in the language that was perhaps just chosen. */
async function panel(call: Call, saved: boolean) {
  const { app, guild, interaction, now } = call;
  const member = await memberOf(app.db, call.userId);
  const words = wordsFor(member.locale ?? interaction.locale);
  const timeZone = member.timeZone ?? guild?.timeZone ?? 'UTC';
  const clock = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(timeZone).toPlainTime();
  return show(
    settingsView(words, {
      member,
      timeZone,
      zoneFrom: zoneFrom(member, guild?.timeZone ?? null),
      clock: clock.toString({ smallestUnit: 'minute' }),
      discordLocale: interaction.locale,
      saved,
      reminder: await reminderTime(call),
    }),
  );
}

function zoneFrom(member: Member, guildZone: string | null) {
  if (member.timeZone !== null) return 'member';
  return guildZone === null ? 'nobody' : 'guild';
}

async function setTimeZone(call: Call, typed: string) {
  const timeZone = timeZoneOf(typed);
  if (timeZone !== null) return change(call, { timeZone });
  const near = nearZones(typed, call.now, localeOf(call));
  return show(whichZoneView(call.words, typed, near, carried(typed)));
}

/** It says more than a language does: in British English, London comes first. */
function localeOf({ member, interaction }: Call): string {
  return member.locale ?? interaction.locale;
}

/** What somebody typed, as a button can carry it to the form that asks again. */
function carried(typed: string): string {
  return Buffer.from(plain(typed)).subarray(0, CARRIED).toString('base64url') || '-';
}

function uncarried(arg: string): string {
  // A letter that the cut went through is left out.
  const typed = Buffer.from(arg, 'base64url')
    .toString()
    .replace(/\uFFFD+$/u, '');
  return clip(plain(typed), ZONE_LENGTH);
}

async function exportAll(call: Call) {
  const { app, userId, now, words } = call;
  const data = await personalData(app.db, userId);
  const roadmapIds = [...new Set(data.progress.map(({ roadmap }) => roadmap))].slice(0, MOST_ROADMAPS);
  const own = await Promise.all(roadmapIds.map((id) => ownRoadmap(call, id)));
  const files = [dataFile(data, now), ...own.flat().map(roadmapFile)];
  const room = MOST_FILES - files.length;
  const more = [
    ...proofFiles(await proofFilesBy(app.db, userId, room)),
    ...pictureFiles(await picturesBy(app.db, userId, room)),
  ];
  return tell(exportView(words, [...files, ...asManyAsFit(more, room)]));
}

async function ownRoadmap({ app, userId }: Call, id: string): Promise<readonly OwnRoadmap[]> {
  const outline = await app.library.roadmap(app.db, id);
  const stored = await storedRoadmap(app.db, id);
  if (outline === null || stored === null) return [];
  return [{ outline, source: stored.source, progress: await progressOf(app.db, userId, id) }];
}
