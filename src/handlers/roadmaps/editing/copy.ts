import { DEFAULT_ROADMAP } from '../../../app.ts';
import type { Call } from '../../../discord/command.ts';
import { ensureGuild } from '../../../store/members/guilds.ts';
import { ensureMember } from '../../../store/members/members.ts';
import { follow as followBeside, unfollow } from '../../../store/roadmaps/followed.ts';
import type { Owner } from '../../../store/roadmaps/owners.ts';
import type { Db } from '../../../store/schema.ts';
import { follow } from '../importing/applying.ts';
import { serverLocale } from '../../../discord/call.ts';

/** Stores the server or the member that a copy is for, if they are not known yet. */
export async function ensureOwner(trx: Db, call: Call, owner: Owner): Promise<void> {
  if ('guildId' in owner) await ensureGuild(trx, owner.guildId, serverLocale(call), call.now);
  else await ensureMember(trx, owner.userId, call.now);
}

/** Makes a copy take the place of its original: as the default roadmap, or as one of the others. */
export async function useCopy(
  trx: Db,
  { guild, member, now }: Call,
  { of, owner, copyId }: { readonly of: string; readonly owner: Owner; readonly copyId: string },
): Promise<void> {
  const usual = ('guildId' in owner ? guild?.roadmapId : member.roadmapId) ?? DEFAULT_ROADMAP;
  if (of === usual) return follow(trx, owner, copyId, now);
  await unfollow(trx, owner, of);
  await followBeside(trx, owner, copyId, now);
}
