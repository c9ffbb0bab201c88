import type { TopicNode } from '../../roadmap/outline.ts';
import { voicesNeeded } from '../../study/teach-back.ts';
import { type Guild, guildOf } from '../members/guilds.ts';
import type { Library } from '../roadmaps/library.ts';
import { groupSize } from '../members/memberships.ts';
import type { Proof } from './proofs.ts';
import { topicFor } from '../roadmaps/topic-for.ts';
import type { Db } from '../schema.ts';
import { type Share, sharedProof } from './shares.ts';

/** A piece of work that a group can see, with all that its post is made from but what the group says of it. */
export interface ShownWork {
  readonly proof: Proof;
  readonly node: TopicNode;
  readonly share: Share;
  readonly guild: Guild;
  /** How many others have to say that it counts. */
  readonly needed: number;
  /** Since when it is not as it was first shared; epoch ms, null if it is. */
  readonly changedAt: number | null;
}

/**
 * @returns the work, with its topic called as the group's language has it; null if it is not shared with the guild (any
 *   more), or its topic has left the roadmap
 */
export async function shownWork(
  { db, library }: { readonly db: Db; readonly library: Library },
  proofId: string,
  guildId: string,
): Promise<ShownWork | null> {
  const shared = await sharedProof(db, proofId, guildId);
  const guild = await guildOf(db, guildId);
  if (shared === null || guild === null) return null;
  const { proof, share } = shared;
  const node = await topicFor({ db, library }, proof.topicId, guild.locale);
  if (node === null) return null;
  return {
    proof,
    node,
    share,
    guild,
    needed: voicesNeeded(await groupSize(db, guildId)),
    changedAt: proof.updatedAt > share.sharedAt ? proof.updatedAt : null,
  };
}
