import { outline } from '../../roadmap/outline.ts';
import type { Roadmap } from '../../roadmap/roadmap.ts';
import type { Db } from '../schema.ts';
import { createRoadmap } from './owners.ts';
import { planVersion } from './plan.ts';
import { storedRoadmap } from './roadmaps.ts';
import { type Unsettled, unsettledOf } from './settling.ts';
import { applyVersion } from './versions.ts';
import { write } from '../write.ts';

/** What a seeding changed, as topic keys: old keys for archived topics, present keys for the others. */
export interface Seeding {
  readonly added: readonly string[];
  readonly archived: readonly string[];
  readonly restored: readonly string[];
  /** Topics that were archived although they may still be there. */
  readonly unsettled: readonly Unsettled[];
}

/** Nothing has changed. */
export const UNCHANGED: Seeding = { added: [], archived: [], restored: [], unsettled: [] };

/** Whether the roadmap in use is already what this source says. */
export async function isSeeded(db: Db, id: string, source: string): Promise<boolean> {
  return (await storedRoadmap(db, id))?.source === source;
}

/**
 * Brings a bundled roadmap to what its source says, and matches its topics with those of the version in use. Nobody
 * can be asked at a start, so a topic without a certain match is archived with its history. An `id` in the file, or
 * an answer later, brings it back.
 * @param roadmap what `source` reads as
 * @param now epoch ms
 */
export function seedRoadmap(
  db: Db,
  id: string,
  roadmap: Roadmap,
  source: string,
  now: number,
): Promise<Seeding> {
  return write(db, (trx) => seedWithin(trx, id, roadmap, source, now));
}

async function seedWithin(
  trx: Db,
  id: string,
  roadmap: Roadmap,
  source: string,
  now: number,
): Promise<Seeding> {
  const stored = await storedRoadmap(trx, id);
  if (stored?.source === source) return UNCHANGED;
  if (stored === null) {
    await createRoadmap(trx, { id, source, roadmap, owner: null, madeBy: null, at: now });
    return { ...UNCHANGED, added: outline(id, roadmap).nodes.map(({ topic }) => topic.key) };
  }
  const plan = await planVersion(trx, { roadmapId: id, source, roadmap, guildId: null });
  if (plan === null) return UNCHANGED;
  await applyVersion(trx, plan, new Map(), { userId: null, at: now });

  const { returning, likely, gone, added } = plan.match;
  const fresh = new Set([...likely.keys()].flatMap((key) => plan.before.byKey.get(key)?.id ?? []));
  const unsettled = (await unsettledOf(trx, id, null)).filter(({ topicId }) => fresh.has(topicId));
  const back = new Set(returning.values());
  return {
    added: added.filter((key) => !back.has(key)),
    archived: [...gone, ...likely.keys()],
    restored: [...back],
    unsettled,
  };
}
