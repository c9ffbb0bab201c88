import { type Answer, tell } from '../discord/answer.ts';
import type { Call } from '../discord/command.ts';
import { mayOrganise } from '../discord/permissions.ts';
import { Refusal } from '../discord/refusal.ts';
import { countPosting, pausedPosts, postsSince, waitingPosts } from '../store/overview.ts';
import { isWhole, WHOLE } from '../store/share.ts';
import { onlyOperatorsView, statusView } from '../view/status.ts';
import { DAY } from '../time/units.ts';

/**
 * Shows the operator how the bot is.
 * @throws Refusal in another guild, and for people who do not manage the operator's guild. Discord hides the command
 * there, but that is no protection
 */
export async function showStatus(call: Call): Promise<Answer> {
  const { app, guildId, now, words } = call;
  const { operator, client, db, restored } = app;
  if (guildId === null || guildId !== operator.guildId || !mayOrganise(call))
    throw new Refusal(onlyOperatorsView);
  const posts = await postsSince(db, now - DAY);
  const paused = await pausedPosts(db, WHOLE);
  const guilds = [...client.guilds.cache.values()];
  return tell(
    statusView(words, {
      version: operator.version,
      startedAt: operator.startedAt,
      guilds: { all: guilds.length, away: guilds.filter((guild) => !guild.available).length },
      share: isWhole(app.share) ? null : app.share,
      posting: await countPosting(db),
      posts: posts.map(({ state, late }) => ({ state, late })),
      waiting: await waitingPosts(db, WHOLE, now),
      stopped: new Set(paused.flatMap(({ guildId: id, reason }) => (reason === 'organiser' ? [] : [id])))
        .size,
      failures: { count: operator.failures.count(), since: operator.failures.since() },
      backup: operator.backup(),
      restored,
      now,
    }),
  );
}
