import { MessageFlags } from 'discord.js';
import type { App } from '../../app.ts';
import { type Answer, refresh } from '../../discord/answer.ts';
import { groupWords } from '../../discord/call.ts';
import type { Call, PressCall } from '../../discord/command.ts';
import { memberGuild } from '../../discord/permissions.ts';
import { Refusal } from '../../discord/refusal.ts';
import { hasJoined } from '../../store/members/memberships.ts';
import { topicFor } from '../../store/roadmaps/topic-for.ts';
import { type Build, buildWithId } from '../../store/showcase/builds.ts';
import type { Message } from '../../view/components.ts';
import { goneView } from '../../view/showcase/gallery.ts';
import { mustJoinView, onlyTeamView } from '../../view/showcase/showcase.ts';
import type { Words } from '../../words/index.ts';

/**
 * The guild whose showcase this is about. Only people who study with the group can use it.
 * @throws Refusal outside of servers, and for anybody who has not joined
 */
export async function showcaseGuild(call: Call): Promise<string> {
  const guildId = memberGuild(call);
  if (await hasJoined(call.app.db, guildId, call.userId)) return guildId;
  throw new Refusal(mustJoinView);
}

/** @throws Refusal if the guild has no such build (any more) */
export async function buildPressed(call: Call, id: string | undefined): Promise<Build> {
  const build = await buildWithId(call.app.db, memberGuild(call), id ?? '');
  if (build !== null) return calledIn(call.app, build, call.words);
  throw new Refusal(goneView);
}

/** A build with its app's title in a language. */
export async function calledIn(app: App, build: Build, { locale }: Words): Promise<Build> {
  const node = await topicFor(app, build.topicId, locale);
  return node === null ? build : { ...build, title: node.topic.title };
}

/** @throws Refusal for anybody who is not in the team */
export async function ownBuildPressed(call: Call, id: string | undefined): Promise<Build> {
  await showcaseGuild(call);
  const build = await buildPressed(call, id);
  if (build.team.includes(call.userId)) return build;
  throw new Refusal(onlyTeamView);
}

/** Replaces a message about something that is no longer shown. `also`: for the presser only. */
export function goneAnswer(call: PressCall, also: Message | null = null): Answer {
  return refresh(goneView(wordsOfMessage(call)), also);
}

/** Whether everybody sees the message whose button was pressed. */
export function isPublic({ interaction }: PressCall): boolean {
  return !interaction.message.flags.has(MessageFlags.Ephemeral);
}

/** The group's language if everybody sees the message, else the presser's own. */
export function wordsOfMessage(call: PressCall): Words {
  return isPublic(call) ? groupWords(call) : call.words;
}
