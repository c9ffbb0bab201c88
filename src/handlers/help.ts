import { type Answer, show } from '../discord/answer.ts';
import type { Call } from '../discord/command.ts';
import { mayOrganise } from '../discord/permissions.ts';
import { hasJoined } from '../store/members/memberships.ts';
import { commandMention } from '../view/command-mention.ts';
import { type HelpFor, helpView } from '../view/help.ts';

/** What the bot offers to newcomers, members or organisers, and the next step. */
export async function showHelp(call: Call): Promise<Answer> {
  const { app, guild, guildId, userId, words } = call;
  const joined = guildId !== null && (await hasJoined(app.db, guildId, userId));
  return show(
    helpView(words, {
      role: roleOf(call, joined),
      inGuild: guildId !== null,
      hasJoined: joined,
      isSetUp: (guild?.channelId ?? null) !== null,
      to: commandMention(app.commandIds),
    }),
  );
}

function roleOf(call: Call, joined: boolean): HelpFor['role'] {
  const { guildId, member } = call;
  // In direct messages, a person who follows a roadmap anywhere is no newcomer.
  if (guildId === null) return member.roadmapId === null ? 'newcomer' : 'member';
  if (mayOrganise(call)) return 'organiser';
  return joined ? 'member' : 'newcomer';
}
