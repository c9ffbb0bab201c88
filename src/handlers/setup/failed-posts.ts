import type { Notice } from '../../discord/handlers.ts';
import { mayOrganise } from '../../discord/permissions.ts';
import { noteFailuresTold, untoldFailure } from '../../store/schedule/failures.ts';
import { failedPostNotice as view } from '../../view/setup/notices.ts';
import { localDate } from '../../time/local.ts';
import { isFault, pauseOf } from './guild-settings.ts';
import { WEEK } from '../../time/units.ts';

/** Older failures are not mentioned; milliseconds. */
const TOLD_FOR = WEEK;

/**
 * Tells the first organiser who runs a command that a post of the guild failed, once. A fault that has paused all
 * posts has its own message.
 */
export const failedPostNotice: Notice = async (call) => {
  const { app, guildId, guild, now, words } = call;
  if (guildId === null || !mayOrganise(call)) return null;
  const failed = await untoldFailure(app.db, guildId, now - TOLD_FOR);
  if (failed === null) return null;
  const pause = await pauseOf(app.db, guildId);
  if (pause !== null && isFault(pause)) return null;
  await noteFailuresTold(app.db, guildId, now);
  return view(words, failed.kind, localDate(failed.dueAt, guild?.timeZone ?? 'UTC'));
};
