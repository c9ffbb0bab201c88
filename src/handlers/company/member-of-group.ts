import type { Call } from '../../discord/command.ts';
import { memberGuild } from '../../discord/permissions.ts';
import { Refusal } from '../../discord/refusal.ts';
import { hasJoined } from '../../store/members/memberships.ts';
import { joinFirstView } from '../../view/proofs/shared-work.ts';
import type { Words } from '../../words/index.ts';

/**
 * The server in which a member acts, if they have joined its group.
 * @param said what they are told otherwise, with a button to join
 * @throws Refusal if they have not joined, or are in no server
 */
export async function memberOfGroup(call: Call, said: (words: Words) => string): Promise<string> {
  const guildId = memberGuild(call);
  if (await hasJoined(call.app.db, guildId, call.userId)) return guildId;
  throw new Refusal((words) => joinFirstView(words, said(words)));
}
