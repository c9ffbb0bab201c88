import { type Answer, show } from '../../discord/answer.ts';
import type { Call } from '../../discord/command.ts';
import { organiserGuild } from '../../discord/permissions.ts';
import { pause } from '../../schedule/reschedule.ts';
import { once } from '../../store/once.ts';
import { pausedView, pauseLine, resumedView } from '../../view/schedule/schedule.ts';
import { nextOfEach, pauseOf, problemOf, endPauses } from '../setup/guild-settings.ts';
import { setupPanel } from '../setup/panel.ts';
import { setUpGuild } from './set-up-guild.ts';
import { write } from '../../store/write.ts';

/**
 * Pauses all posts of the guild until an organiser resumes them.
 * @throws AlreadyHandled if this interaction has had its effect
 */
export async function pausePosts(call: Call): Promise<Answer> {
  const { app, words, now } = call;
  const guild = await setUpGuild(call, organiserGuild(call));
  const before = pauseLine(words, await pauseOf(app.db, guild.id));
  await write(app.db, async (trx) => {
    await once(trx, call.actor.interactionId, now);
    await pause(trx, guild.id, now);
  });
  return show(pausedView(words, before ?? words.schedule.pausedNow));
}

/**
 * Ends the pause, and says when the next posts come. If the bot cannot post in the channel, the panel of `/setup` is
 * shown instead, which says what is missing and how to correct it.
 * @throws AlreadyHandled if this interaction has had its effect
 */
export async function resumePosts(call: Call): Promise<Answer> {
  const { app, words } = call;
  const guild = await setUpGuild(call, organiserGuild(call));
  if (problemOf(call, guild) !== null) return setupPanel(call);
  const wasPaused = (await pauseOf(app.db, guild.id)) !== null;
  await endPauses(call, guild);
  const next = await nextOfEach(app.db, guild);
  return show(resumedView(words, wasPaused ? words.schedule.resumed : words.schedule.notPaused, next));
}
