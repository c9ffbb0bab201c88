import { ApplicationCommandOptionType } from 'discord.js';
import { isSetUp } from '../src/store/members/guilds.ts';
import { z } from 'zod';
import { ask } from '../src/discord/answer.ts';
import type { Call, Command, FormCall, PressCall, SlashCall } from '../src/discord/command.ts';
import { forOrganisers } from '../src/discord/contexts.ts';
import { customId } from '../src/view/custom-id.ts';
import {
  isFault,
  pauseOf,
  problemOf,
  resumePosts,
  saveSettings,
  settingsOf,
} from '../src/handlers/setup/guild-settings.ts';
import { channelProblem, organiserGuild } from '../src/discord/permissions.ts';
import { Refusal } from '../src/discord/refusal.ts';
import { setupPanel } from '../src/handlers/setup/setup-panel.ts';
import { timeOfDay } from '../src/time/time-of-day.ts';
import { timeZoneChoices, timeZoneOf } from '../src/time/time-zone.ts';
import type { GuildSettings } from '../src/store/members/guilds.ts';
import { roadmapTitles } from '../src/store/roadmaps/roadmaps.ts';
import { CLOCK, clockForm, typedBefore } from '../src/view/setup/clock-form.ts';
import { outdatedView } from '../src/view/failure.ts';
import { isLanguage } from '../src/words/index.ts';
import { localised } from '../src/words/localised.ts';

const ZONE = 'time-zone';
const weekday = z.coerce.number().int().min(1).max(7);

/** `/setup`: one panel for everything that an organiser chooses. Every handler asks anew whether they are one. */
export const setup: Command = {
  data: {
    name: 'setup',
    ...localised((words) => words.commands.setup),
    ...forOrganisers,
    options: [
      {
        type: ApplicationCommandOptionType.String,
        name: ZONE,
        ...localised((words) => words.commands.setupTimeZone),
        autocomplete: true,
        max_length: 40,
      },
    ],
  },
  execute: open,
  complete: async ({ typed, now, interaction }) => timeZoneChoices(typed.text, now, interaction.locale),
  presses: {
    setup: (call) => setupPanel(call),
    'setup-roadmap': (call) =>
      choose(call, async ([id]) => {
        const known = await roadmapTitles(call.app.db);
        return known.some((roadmap) => roadmap.id === id) ? { roadmapId: id ?? null } : null;
      }),
    'setup-channel': (call) =>
      choose(call, ([channelId = '']) => {
        const problem = channelProblem(call.app.client, organiserGuild(call), channelId);
        return problem === null || problem.kind === 'lacks' ? { channelId } : null;
      }),
    'setup-zone': (call) =>
      choose(call, ([typed = '']) => {
        const timeZone = timeZoneOf(typed);
        return timeZone === null ? null : { timeZone };
      }),
    'setup-weekdays': (call) =>
      choose(call, (values) => {
        const days = z.array(weekday).min(1).safeParse(values);
        return days.success ? { weekdays: [...new Set(days.data)].toSorted((a, b) => a - b) } : null;
      }),
    'setup-weekly-day': (call) =>
      choose(call, ([value]) => {
        const day = weekday.safeParse(value);
        return day.success ? { weeklyDay: day.data } : null;
      }),
    'setup-language': (call) => choose(call, ([code = '']) => (isLanguage(code) ? { locale: code } : null)),
    'setup-role': chooseRole,
    'setup-clock': async (call) => {
      const { dailyAt, timeZone } = (await settingsOf(call)).proposed;
      const typed = typedBefore(call.args[0]) ?? { at: dailyAt, zone: timeZone ?? '' };
      return ask(clockForm(call.words, customId('setup-clock'), typed));
    },
    'setup-start': start,
    'setup-check': async (call) => {
      if (isFault(await pauseOf(call.app.db, organiserGuild(call)))) await goOn(call);
      return setupPanel(call);
    },
    'setup-resume': async (call) => {
      await goOn(call);
      return setupPanel(call);
    },
  },
  forms: { 'setup-clock': setClock },
};

/** With a time zone, it is set at once; one that cannot be told comes back with those that it may be. */
async function open(call: SlashCall) {
  const typed = call.options.getString(ZONE);
  if (typed === null) return setupPanel(call);
  const timeZone = timeZoneOf(typed);
  if (timeZone === null) {
    const { dailyAt } = (await settingsOf(call)).stored;
    return setupPanel(call, { typed: { at: dailyAt, zone: typed, badAt: false, badZone: true } });
  }
  await saveSettings(call, { timeZone });
  return setupPanel(call);
}

/** Stores what was chosen in a select; what it does not offer is not believed. */
async function choose(
  call: PressCall,
  read: (values: readonly string[]) => GuildSettings | null | Promise<GuildSettings | null>,
) {
  organiserGuild(call);
  const settings = await read(call.values);
  if (settings === null) throw new Refusal(outdatedView);
  await saveSettings(call, settings);
  return setupPanel(call);
}

async function chooseRole(call: PressCall) {
  const guildId = organiserGuild(call);
  const [roleId = null] = call.values;
  const role = call.app.client.guilds.cache.get(guildId)?.roles.cache.get(roleId ?? '');
  const isUnfit = roleId !== null && (role === undefined || role.managed || role.id === guildId);
  if (isUnfit) return setupPanel(call, { notes: [call.words.setup.unfitRole] });
  await saveSettings(call, { roleId });
  return setupPanel(call);
}

/** What can be read of the two is stored; the rest comes back with what was typed. */
async function setClock(call: FormCall) {
  const typed = {
    at: call.fields.getTextInputValue(CLOCK.at),
    zone: call.fields.getTextInputValue(CLOCK.zone),
  };
  const [dailyAt, timeZone] = [timeOfDay(typed.at), timeZoneOf(typed.zone)];
  await saveSettings(call, { ...(dailyAt !== null && { dailyAt }), ...(timeZone !== null && { timeZone }) });
  if (dailyAt !== null && timeZone !== null) return setupPanel(call);
  return setupPanel(call, { typed: { ...typed, badAt: dailyAt === null, badZone: timeZone === null } });
}

/** Takes over what the panel proposes. Where something is still missing, the panel says so instead. */
async function start(call: Call) {
  const { proposed: guild } = await settingsOf(call);
  if (!isSetUp(guild) || problemOf(call, guild) !== null) return setupPanel(call);
  const { roadmapId, channelId, timeZone } = guild;
  await saveSettings(call, { roadmapId, channelId, timeZone });
  return setupPanel(call, { notes: [call.words.setup.started] });
}

/** Ends a pause, unless there is still no channel to post in. */
async function goOn(call: Call) {
  const { stored: guild } = await settingsOf(call);
  if (isSetUp(guild) && problemOf(call, guild) === null) await resumePosts(call, guild);
}
