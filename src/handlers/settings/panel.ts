import { type Answer, show } from '../../discord/answer.ts';
import type { Call } from '../../discord/command.ts';
import { zoneAround, zoneOf } from '../../store/members/clocks.ts';
import { type Member, memberOf } from '../../store/members/members.ts';
import { pingsOff } from '../../store/members/pings.ts';
import { type SettingsPanel, settingsView } from '../../view/settings/settings.ts';
import { reminderTime } from '../reminders.ts';
import { localAt } from '../../time/local.ts';

/**
 * The settings as they are now, in the member's language, which may be the setting that just changed. `saved`: the
 * changed setting.
 */
export async function settingsPanel(call: Call, saved: SettingsPanel['saved'] = null): Promise<Answer> {
  const { app, interaction, guildId, now } = call;
  const member = await memberOf(app.db, call.userId);
  const words = app.wordsFor(member.locale ?? interaction.locale);
  const around = await zoneAround(app.db, call.userId, guildId);
  const timeZone = await zoneOf(app.db, member, guildId);
  const clock = localAt(now, timeZone).toPlainTime();
  return show(
    settingsView(words, {
      member,
      timeZone,
      zoneFrom: zoneFrom(member, around),
      clock: clock.toString({ smallestUnit: 'minute' }),
      discordLocale: interaction.locale,
      saved,
      reminder: await reminderTime(call),
      pingsOff: await pingsOff(app.db, call.userId),
    }),
  );
}

function zoneFrom(member: Member, around: string | null): SettingsPanel['zoneFrom'] {
  if (member.timeZone !== null) return 'member';
  return around === null ? 'nobody' : 'group';
}
