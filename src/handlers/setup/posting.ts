import type { Answer } from '../../discord/answer.ts';
import type { Call } from '../../discord/command.ts';
import { atOnce, type Parcel, send } from '../../schedule/send.ts';
import { claimWelcome, welcome } from '../../schedule/welcome.ts';
import { organiserGuild } from '../../discord/permissions.ts';
import { isComplete, isSetUp } from '../../store/members/guilds.ts';
import { isFault, pauseOf, problemOf, endPauses, saveSettings, settingsOf } from './guild-settings.ts';
import { setupPanel } from './panel.ts';

/**
 * Stores the panel's proposals, so that posts begin, and welcomes the group at once. If something is still missing,
 * the panel says so instead.
 */
export async function startPosting(call: Call): Promise<Answer> {
  const { app, words, now } = call;
  const { proposed } = await settingsOf(call);
  if (!isComplete(proposed) || problemOf(call, proposed) !== null) return setupPanel(call);
  const { roadmapId, channelId, timeZone } = proposed;
  const parcels: Parcel[] = [];
  await saveSettings(call, { roadmapId, channelId, timeZone, choosing: false }, async (trx, guild) => {
    const delivery = await claimWelcome(trx, guild, now);
    if (delivery !== null) parcels.push({ delivery, post: welcome, guild });
  });
  // If one cannot be sent now, a later tick settles it.
  for (const parcel of parcels) await send(atOnce(app), parcel, now);
  return setupPanel(call, { note: words.setup.started(`<#${channelId}>`) });
}

/** Checks whether a fault is corrected, and resumes the posts if so. A pause that an organiser wanted stays. */
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
