import { type Answer, show } from '../discord/answer.ts';
import { z } from 'zod';
import type { Call } from '../discord/command.ts';
import { mayOrganise } from '../discord/permissions.ts';
import { argument } from '../discord/refusal.ts';
import { isSetUp } from '../store/members/guilds.ts';
import { hasJoined } from '../store/members/memberships.ts';
import { HELP_PARTS, type HelpFor, type HelpPart, helpView } from '../view/help.ts';

/**
 * What the bot offers to newcomers, members or organisers, and the next step. `part`: a further part that they chose
 * to see.
 */
export async function showHelp(call: Call, part: HelpPart | null = null): Promise<Answer> {
  const { app, guild, guildId, userId, words } = call;
  const joined = guildId !== null && (await hasJoined(app.db, guildId, userId));
  return show(
    helpView(words, {
      role: roleOf(call, joined),
      inGuild: guildId !== null,
      hasJoined: joined,
      isSetUp: guild !== null && isSetUp(guild),
      part,
    }),
  );
}

/** The help with the part that the member chose from the list. */
export function showHelpPart(call: Call, chosen: string | undefined): Promise<Answer> {
  return showHelp(call, argument(z.enum(HELP_PARTS), chosen));
}

function roleOf(call: Call, joined: boolean): HelpFor['role'] {
  const { guildId, member } = call;
  // In direct messages, somebody who follows a roadmap anywhere is no newcomer.
  if (guildId === null) return member.roadmapId === null ? 'newcomer' : 'member';
  if (mayOrganise(call)) return 'organiser';
  return joined ? 'member' : 'newcomer';
}
