import type { Answer } from '../../discord/answer.ts';
import type { Call } from '../../discord/command.ts';
import { organiserGuild } from '../../discord/permissions.ts';
import { isSetUp } from '../../store/members/guilds.ts';
import { isFault, pauseOf, problemOf, endPauses, saveSettings, settingsOf } from './guild-settings.ts';
import { setupPanel } from './panel.ts';

/** Takes over what the panel proposes, so that posts begin. Where something is still missing, the panel says so instead. */
export async function startPosting(call: Call): Promise<Answer> {
  const { proposed: guild } = await settingsOf(call);
  if (!isSetUp(guild) || problemOf(call, guild) !== null) return setupPanel(call);
  const { roadmapId, channelId, timeZone } = guild;
  await saveSettings(call, { roadmapId, channelId, timeZone });
  return setupPanel(call, { notes: [call.words.setup.started] });
}

/** Looks whether a fault is mended, and lets the posts go on if it is; a pause that an organiser wanted stays. */
export async function checkAgain(call: Call): Promise<Answer> {
  if (isFault(await pauseOf(call.app.db, organiserGuild(call)))) await goOn(call);
  return setupPanel(call);
}

/** Ends any pause. */
export async function resumeFromPanel(call: Call): Promise<Answer> {
  await goOn(call);
  return setupPanel(call);
}

/** Ends a pause, unless there is still no channel to post in. */
async function goOn(call: Call): Promise<void> {
  const { stored: guild } = await settingsOf(call);
  if (isSetUp(guild) && problemOf(call, guild) === null) await endPauses(call, guild);
}
