import { type Answer, show } from '../../discord/answer.ts';
import type { Call } from '../../discord/command.ts';
import { memberGuild } from '../../discord/permissions.ts';
import { ensureGuild } from '../../store/members/guilds.ts';
import { changeMember } from '../../store/members/members.ts';
import { hasJoined, join, leave } from '../../store/members/memberships.ts';
import { follow } from '../../store/roadmaps/followed.ts';
import { noteChoice } from '../../store/members/last-choice.ts';
import { once } from '../../store/once.ts';
import { progressOf } from '../../store/progress/progress.ts';
import { smallTopic } from '../../study/suggestions/small-topic.ts';
import { joinedView, leftView } from '../../view/roadmaps/joining.ts';
import { write } from '../../store/write.ts';
import { serverLocale } from '../../discord/call.ts';
import { roadmapTitle } from '../../view/roadmaps/title.ts';

/**
 * Makes the member follow the roadmap, and join the group if there is one. A main roadmap that they have
 * stays it. The answer suggests one small topic to begin with.
 * @throws AlreadyHandled if this interaction has had its effect
 */
export async function joinRoadmap(call: Call): Promise<Answer> {
  const { app, roadmap, guildId, userId, words, member, followed, now } = call;
  const isSecond = member.roadmapId !== null && member.roadmapId !== roadmap.id;
  const before = guildId !== null && (await hasJoined(app.db, guildId, userId));
  await write(app.db, async (trx) => {
    await once(trx, call.actor.interactionId, now);
    await changeMember(trx, userId, { roadmapId: member.roadmapId ?? roadmap.id }, now);
    if (isSecond) await follow(trx, { userId }, roadmap.id, now);
    if (guildId !== null) {
      await ensureGuild(trx, guildId, serverLocale(call), now);
      await join(trx, guildId, userId, now);
    }
  });
  const progress = await progressOf(app.db, userId, roadmap.id);
  const small = smallTopic(roadmap, progress, now);
  const name = roadmapTitle(roadmap.tree.title, 100);
  if (guildId === null) {
    const said = isSecond ? words.roadmap.also(name) : words.roadmap.followed(name);
    return show(joinedView(words, said, small, true, isSecond ? roadmap.id : null));
  }
  const isSetUp = (call.guild?.channelId ?? null) !== null;
  // The group may have turned to it; whoever joined before then comes along only if they want to.
  const isNew = before && (isSecond ? followed[0] !== roadmap.id : !followed.includes(roadmap.id));
  if (isNew)
    return show(joinedView(words, words.roadmap.also(name), small, isSetUp, isSecond ? roadmap.id : null));
  return show(
    before
      ? joinedView(words, words.roadmap.alreadyJoined, progress.size === 0 ? small : null, isSetUp)
      : joinedView(words, words.roadmap.joined(name), small, isSetUp),
  );
}

/** Makes the member leave this group. Their progress is kept. */
export async function leaveRoadmap(call: Call): Promise<Answer> {
  const guildId = memberGuild(call);
  const hadJoined = await write(call.app.db, async (trx) => {
    await once(trx, call.actor.interactionId, call.now);
    await noteChoice(trx, call.actor, 'leave');
    return leave(trx, guildId, call.userId);
  });
  return show(leftView(call.words, hadJoined));
}
