import { z } from 'zod';
import type { Answer } from '../../discord/answer.ts';
import type { PressCall } from '../../discord/command.ts';
import { organiserGuild } from '../../discord/permissions.ts';
import { channelProblem } from '../../discord/channel-access.ts';
import { argument, Refusal } from '../../discord/refusal.ts';
import type { GuildSettings } from '../../store/members/guilds.ts';
import { roadmapTitles } from '../../store/roadmaps/roadmaps.ts';
import { timeZoneOf } from '../../time/time-zone.ts';
import { outdatedView } from '../../view/failure.ts';
import { isLanguage } from '../../words/index.ts';
import { saveSettings } from './guild-settings.ts';
import { setupChoices, setupLooks, setupPanel } from './panel.ts';

const theme = z.enum(['dark', 'light']);
/** Carried by the lists in the short summary, which is then shown again as the answer. */
const BRIEF = 'brief';
const weekday = z.coerce.number().int().min(1).max(7);

/** Sets the roadmap that the group follows. */
export function chooseRoadmap(call: PressCall): Promise<Answer> {
  return choose(call, async ([id]) => {
    const known = await roadmapTitles(call.app.db, organiserGuild(call));
    return known.some((roadmap) => roadmap.id === id) ? { roadmapId: id ?? null } : null;
  });
}

/**
 * Sets the channel of the posts. A channel without the bot's permissions can be chosen too; the panel then says what
 * is missing.
 */
export function chooseChannel(call: PressCall): Promise<Answer> {
  return choose(call, ([channelId = '']) => {
    const problem = channelProblem(call.app.client, organiserGuild(call), channelId);
    return problem === null || problem.kind === 'lacks' ? { channelId } : null;
  });
}

/** Sets the time zone, from the list of zones that may be meant. */
export function chooseTimeZone(call: PressCall): Promise<Answer> {
  return choose(call, ([typed = '']) => {
    const timeZone = timeZoneOf(typed);
    return timeZone === null ? null : { timeZone };
  });
}

/** Sets the days of the daily post. */
export function chooseWeekdays(call: PressCall): Promise<Answer> {
  return choose(call, (values) => {
    const days = z.array(weekday).min(1).safeParse(values);
    return days.success ? { weekdays: [...new Set(days.data)].toSorted((a, b) => a - b) } : null;
  });
}

/** Sets the day of the weekly post. */
export function chooseWeeklyDay(call: PressCall): Promise<Answer> {
  return choose(call, ([value]) => {
    const day = weekday.safeParse(value);
    return day.success ? { weeklyDay: day.data } : null;
  });
}

/** Sets the language of the posts. */
export function chooseLanguage(call: PressCall): Promise<Answer> {
  return choose(call, ([code = '']) => (isLanguage(code) ? { locale: code } : null), setupLooks);
}

/** Sets whether pictures in posts are dark or light. */
export async function chooseTheme(call: PressCall): Promise<Answer> {
  await saveSettings(call, { theme: argument(theme, call.args[0]) });
  return setupLooks(call);
}

/** Sets the role that posts mention, or none. */
export async function chooseRole(call: PressCall): Promise<Answer> {
  const guildId = organiserGuild(call);
  const [roleId = null] = call.values;
  const role = call.app.client.guilds.cache.get(guildId)?.roles.cache.get(roleId ?? '');
  const isUnfit = roleId !== null && (role === undefined || role.managed || role.id === guildId);
  if (isUnfit) return setupLooks(call, { unfitRole: true });
  await saveSettings(call, { roleId });
  return setupLooks(call);
}

/**
 * Stores what an organiser chose from a list.
 * @param read what the values mean, or null for values that the list does not offer
 * @param page the page of `/setup` with that list
 * @throws Refusal for such values, and for anybody but organisers
 */
async function choose(
  call: PressCall,
  read: (values: readonly string[]) => GuildSettings | null | Promise<GuildSettings | null>,
  page: (call: PressCall) => Promise<Answer> = setupChoices,
): Promise<Answer> {
  organiserGuild(call);
  const settings = await read(call.values);
  if (settings === null) throw new Refusal(outdatedView);
  await saveSettings(call, settings);
  return call.args[0] === BRIEF ? setupPanel(call) : page(call);
}
