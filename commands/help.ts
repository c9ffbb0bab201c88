import { show } from '../src/discord/answer.ts';
import type { Call, Command } from '../src/discord/command.ts';
import { forEverybody } from '../src/discord/contexts.ts';
import { mayOrganise } from '../src/discord/permissions.ts';
import { hasJoined } from '../src/store/members/memberships.ts';
import { commandMention } from '../src/view/command-mention.ts';
import { type HelpFor, helpView } from '../src/view/help.ts';
import { localised } from '../src/words/localised.ts';

/** `/help`: what there is for one's role, and the next step. */
export const help: Command = {
  data: { name: 'help', ...localised((words) => words.commands.help), ...forEverybody },
  async execute(call) {
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
  },
};

function roleOf(call: Call, joined: boolean): HelpFor['role'] {
  const { guildId, member } = call;
  // Whoever has followed a roadmap anywhere is no newcomer in direct messages.
  if (guildId === null) return member.roadmapId === null ? 'newcomer' : 'member';
  if (mayOrganise(call)) return 'organiser';
  return joined ? 'member' : 'newcomer';
}
