import type { TopicNode } from '../../roadmap/outline.ts';
import { voicesNeeded } from '../../study/teach-back.ts';
import { type Guild, guildOf } from '../members/guilds.ts';
import type { Library } from '../roadmaps/library.ts';
import { groupSize } from '../members/memberships.ts';
import type { Proof } from './proofs.ts';
import { topicFor } from '../roadmaps/topic-for.ts';
import type { Db } from '../schema.ts';
import { type Share, sharedProof } from './shares.ts';

/** A piece of work that a group can see, with everything that its post needs except for the group's feedback. */
export interface ShownWork {
  readonly proof: Proof;
  readonly node: TopicNode;
  readonly share: Share;
  readonly guild: Guild;
  /** How many others have to agree before it is proven. */
  readonly needed: number;
  /** When it was last changed after it was shared; epoch ms, null if it is unchanged. */
  readonly changedAt: number | null;
}

/**
 * @returns the work, with its topic's title in the group's language; null if it is not shared with the guild (any
 * more), or its topic has left the roadmap
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
