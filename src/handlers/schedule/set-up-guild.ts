import type { Call } from '../../discord/command.ts';
import { mayOrganise } from '../../discord/permissions.ts';
import { Refusal } from '../../discord/refusal.ts';
import { guildOf, isSetUp, type SetUpGuild } from '../../store/members/guilds.ts';
import { notSetUpView } from '../../view/schedule/schedule.ts';

/** @throws Refusal, with the way to `/setup` for organisers, if the guild has not said where and when it wants posts */
export async function setUpGuild(call: Call, guildId: string): Promise<SetUpGuild> {
  const guild = await guildOf(call.app.db, guildId);
  if (guild !== null && isSetUp(guild)) return guild;
  throw new Refusal((words) => notSetUpView(words, mayOrganise(call)));
}
