import { type Answer, show } from '../../discord/answer.ts';
import type { Call } from '../../discord/command.ts';
import { memberGuild } from '../../discord/permissions.ts';
import { ensureGuild } from '../../store/members/guilds.ts';
import { changeMember } from '../../store/members/members.ts';
import { hasJoined, join, leave } from '../../store/members/memberships.ts';
import { once } from '../../store/once.ts';
import { importDone, progressOf } from '../../store/progress/progress.ts';
import { tickedInFile } from '../../study/topics/actions.ts';
import { clip, inline, plain } from '../../view/escape.ts';
import { askTicksView, joinedView, leftView } from '../../view/roadmaps/joining.ts';
import { title } from '../../view/topics/topic-text.ts';

/**
 * Joins, and asks before that whether the ticks in the roadmap's file count: only members without progress are asked.
 * @throws AlreadyHandled if this interaction has had its effect
 */
export async function askToJoin(call: Call): Promise<Answer> {
  const { app, roadmap, words } = call;
  const ticked = tickedInFile(roadmap);
  const progress = await progressOf(app.db, call.userId, roadmap.id);
  if (ticked.length === 0 || progress.size > 0) return joinRoadmap(call, false);
  // Delivered again later, it would find progress, and join whoever may have left again by then.
  await once(app.db, call.actor.interactionId, call.now);
  const named = ticked.slice(0, 3).map((node) => `**${title(node)}**`);
  const rest = ticked.length - named.length;
  return show(askTicksView(words, words.list(rest > 0 ? [...named, words.topics(rest)] : named)));
}

/**
 * Follows the roadmap, and studies with the group where there is one.
 * @param fromTicks whether the topics that are ticked in the roadmap's file count as done
 * @throws AlreadyHandled if this interaction has had its effect
 */
export async function joinRoadmap(call: Call, fromTicks: boolean): Promise<Answer> {
  const { app, roadmap, guildId, userId, words, now, interaction } = call;
  const before = guildId !== null && (await hasJoined(app.db, guildId, userId));
  const ticked = tickedInFile(roadmap);
  await app.db.transaction().execute(async (trx) => {
    await once(trx, call.actor.interactionId, now);
    await changeMember(trx, userId, { roadmapId: roadmap.id }, now);
    if (guildId !== null) {
      await ensureGuild(trx, guildId, interaction.guildLocale ?? 'en-US', now);
      await join(trx, guildId, userId, now);
    }
    const topicIds = ticked.map((node) => node.id);
    if (fromTicks) await importDone(trx, userId, topicIds, now);
  });
  const name = inline(clip(plain(roadmap.tree.title), 100));
  if (guildId === null) return show(joinedView(words, words.roadmap.followed(name), false));
  const said = before ? words.roadmap.alreadyJoined : words.roadmap.joined(name);
  return show(joinedView(words, said, call.guild?.channelId === null || call.guild === null));
}

/** The member studies with this group no longer; their progress stays theirs. */
export async function leaveRoadmap(call: Call): Promise<Answer> {
  const guildId = memberGuild(call);
  const hadJoined = await call.app.db.transaction().execute(async (trx) => {
    await once(trx, call.actor.interactionId, call.now);
    return leave(trx, guildId, call.userId);
  });
  return show(leftView(call.words, hadJoined));
}
