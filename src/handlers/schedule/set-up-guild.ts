import type { Call } from '../../discord/command.ts';
import { mayOrganise } from '../../discord/permissions.ts';
import { Refusal } from '../../discord/refusal.ts';
import { guildOf, isSetUp, type CompleteGuild } from '../../store/members/guilds.ts';
import { notSetUpView } from '../../view/schedule/schedule.ts';

/** @throws Refusal if the guild is not set up for posts; it shows organisers the way to `/setup` */
export async function setUpGuild(call: Call, guildId: string): Promise<CompleteGuild> {
  const guild = await guildOf(call.app.db, guildId);
  if (guild !== null && isSetUp(guild)) return guild;
  throw new Refusal((words) => notSetUpView(words, mayOrganise(call)));
}
