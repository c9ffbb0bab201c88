import type { Call } from '../../../discord/command.ts';
import { mayOrganise } from '../../../discord/permissions.ts';
import { Refusal } from '../../../discord/refusal.ts';
import { type Heading, headingsOf } from '../../../roadmap/headings.ts';
import type { TopicNode } from '../../../roadmap/outline.ts';
import type { LoadedRoadmap } from '../../../store/roadmaps/library.ts';
import { openProposals } from '../../../store/roadmaps/proposals.ts';
import { isOwnedBy, type Owner } from '../../../store/roadmaps/owners.ts';
import { roadmapRevision } from '../../../store/roadmaps/roadmaps.ts';
import { outdatedView } from '../../../view/failure.ts';
import { notToEditView } from '../../../view/roadmaps/editing/told.ts';

/** A roadmap that somebody may change, as its file has it. */
export interface Editable {
  readonly roadmap: LoadedRoadmap;
  /** The number of the version in use. */
  readonly number: number;
  /** Whose own it is, or becomes with the first change. */
  readonly owner: Owner;
  readonly isOwn: boolean;
  /** How many proposals of members wait. */
  readonly proposals: number;
}

/**
 * The roadmap that somebody changes here: an organiser that of the server, anyone else their own.
 * @throws Refusal for who would change that of others
 */
export async function editable(call: Call): Promise<Editable> {
  const { app, userId, guildId, member } = call;
  const { id, owner } = await whose(call);
  const roadmap = await app.library.roadmap(app.db, id);
  const number = await roadmapRevision(app.db, id);
  if (roadmap === null || number === null) throw new Refusal(outdatedView);
  const open = 'guildId' in owner ? await openProposals(app.db, owner.guildId) : [];
  return { roadmap, number, owner, isOwn: await isOwnedBy(app.db, owner, id), proposals: open.length };

  async function whose({ roadmap: here }: Call): Promise<{ id: string; owner: Owner }> {
    if (guildId !== null && mayOrganise(call)) return { id: here.id, owner: { guildId } };
    if (guildId === null) return { id: here.id, owner: { userId } };
    const own = member.roadmapId;
    if (own !== null && (await isOwnedBy(app.db, { userId }, own))) return { id: own, owner: { userId } };
    throw new Refusal(notToEditView);
  }
}

/** @throws Refusal if the roadmap has no such topic (any more) */
export function topicIn({ roadmap }: Editable, id: string | undefined): TopicNode {
  const node = id === undefined ? undefined : roadmap.byId.get(id);
  if (node === undefined) throw new Refusal(outdatedView);
  return node;
}

/** @throws Refusal if the roadmap has no such section (any more) */
export function sectionIn({ roadmap }: Editable, id: string | undefined): Heading {
  const heading = headingsOf(roadmap).find((one) => one.id === id);
  if (heading === undefined) throw new Refusal(outdatedView);
  return heading;
}
