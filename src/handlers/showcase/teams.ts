import type { UserSelectMenuInteraction } from 'discord.js';
import { hasJoined } from '../../store/members/memberships.ts';
import { noteHere } from '../../store/members/presence.ts';
import { claimApp, invite, joinTeam, leaveTeam } from '../../store/showcase/builds.ts';
import { isFull, isLastOf } from '../../study/showcase.ts';
import type { Message } from '../../view/components.ts';
import { aboutAppView, appName, fullTeamView, notHereView, teamView } from '../../view/showcase/showcase.ts';
import { askWithdrawView } from '../../view/showcase/gallery.ts';
import { type Answer, refresh, share, show, tell } from '../../discord/answer.ts';
import { groupWords } from '../../discord/call.ts';
import type { Call, PressCall } from '../../discord/command.ts';
import { memberGuild } from '../../discord/permissions.ts';
import type { Words } from '../../words/index.ts';
import {
  buildPressed,
  calledIn,
  goneAnswer,
  isPublic,
  ownBuildPressed,
  showcaseGuild,
  wordsOfMessage,
} from './builds.ts';

/** Makes a member build an app. Everybody sees the team's post, also at a second claim. */
export async function claim(call: Call, topicId: string): Promise<Answer> {
  const guildId = await showcaseGuild(call);
  const buildId = await claimApp(call.app.db, call.actor, guildId, topicId);
  return share(await teamMessage(call, groupWords(call), buildId));
}

/**
 * Invites people to a team. Only people who study with this group can be invited; the inviter is told who else was
 * chosen.
 */
export async function inviteChosen(call: PressCall): Promise<Answer> {
  const { app, words, interaction } = call;
  const build = await ownBuildPressed(call, call.args[0]);
  const guildId = memberGuild(call);
  const present = interaction.isUserSelectMenu() ? presentIn(interaction) : new Set<string>();
  const chosen = call.values.filter((userId) => !build.team.includes(userId));
  await noteHere(app.db, guildId, [...present]);
  const here: string[] = [];
  for (const userId of chosen) {
    if (present.has(userId) && (await hasJoined(app.db, guildId, userId))) here.push(userId);
  }
  if (here.length > 0 && isFull(build)) {
    return tell(fullTeamView(words));
  }
  await invite(app.db, call.actor, build.id, here);
  const others = chosen.filter((userId) => !here.includes(userId));
  return teamAnswer(call, build.id, others.length === 0 ? null : notHereView(words, others));
}

/** The chosen people who are in this server, according to Discord, without bots. */
function presentIn({ users, members }: UserSelectMenuInteraction): ReadonlySet<string> {
  return new Set(users.filter((user) => !user.bot && members.has(user.id)).keys());
}

/** An invited member joins the team. */
export async function acceptInvitation(call: PressCall): Promise<Answer> {
  const { app, actor, words } = call;
  const guildId = await showcaseGuild(call);
  const build = await buildPressed(call, call.args[0]);
  switch (await joinTeam(app.db, actor, guildId, build.id)) {
    case 'not-invited':
      return tell(aboutAppView(words, words.showcase.notInvited, build.topicId));
    case 'in-another-team':
      return tell(aboutAppView(words, words.showcase.inAnotherTeam(appName(build)), build.topicId));
    case 'there-already':
      return tell(aboutAppView(words, words.showcase.alreadyIn(appName(build)), build.topicId));
    case 'joined':
      return teamAnswer(call, build.id);
  }
}

/**
 * Makes a member leave a team or decline an invitation. The last member takes the team's app out of the gallery, so
 * that is confirmed first.
 */
export async function leaveOrDecline(call: PressCall): Promise<Answer> {
  const { app, actor, userId, words } = call;
  await showcaseGuild(call);
  const build = await buildPressed(call, call.args[0]);
  if (!build.team.includes(userId) && !build.invited.includes(userId)) {
    return tell(aboutAppView(words, words.showcase.notInvited, build.topicId));
  }
  const isLast = isLastOf(build, userId);
  if (isLast && build.isShown) return tell(askWithdrawView(words, build));
  await leaveTeam(app.db, actor, build.id);
  const said = aboutAppView(words, words.showcase.leftTeam(appName(build)), build.topicId);
  if (!isPublic(call)) return show(said);
  return isLast ? goneAnswer(call, said) : teamAnswer(call, build.id, said);
}

async function teamMessage(call: Call, words: Words, buildId: string): Promise<Message> {
  return teamView(words, await calledIn(call.app, await buildPressed(call, buildId), words));
}

/** Shows the team as it is now, in place of the message whose button was pressed. */
async function teamAnswer(call: PressCall, buildId: string, also: Message | null = null): Promise<Answer> {
  return refresh(await teamMessage(call, wordsOfMessage(call), buildId), also);
}
