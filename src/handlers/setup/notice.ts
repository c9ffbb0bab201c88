import { pausedNotice } from '../../view/setup/setup.ts';
import type { Notice } from '../../discord/dispatch.ts';
import { isFault, pauseOf } from './guild-settings.ts';
import { mayOrganise } from '../../discord/permissions.ts';

/**
 * Says to an organiser that their guild's posts stand still for a fault. Each organiser is told once of each fault while
 * the program runs, so that those who know can go on studying in peace.
 */
export function makeOrganiserNotice(): Notice {
  const told = new Map<string, number>();
  return async (call) => {
    const { app, guildId, userId, words } = call;
    if (guildId === null || !mayOrganise(call)) return null;
    const pause = await pauseOf(app.db, guildId);
    const who = `${guildId} ${userId}`;
    if (pause === null || !isFault(pause)) {
      told.delete(who);
      return null;
    }
    if (told.get(who) === pause.since) return null;
    told.set(who, pause.since);
    return pausedNotice(words, pause);
  };
}
