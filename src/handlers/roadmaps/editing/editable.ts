import { type Answer, show } from '../../../discord/answer.ts';
import type { Call } from '../../../discord/command.ts';
import { mayOrganise } from '../../../discord/permissions.ts';
import { Refusal } from '../../../discord/refusal.ts';
import { type Heading, headingsOf } from '../../../roadmap/headings.ts';
import type { TopicNode } from '../../../roadmap/outline.ts';
import type { LoadedRoadmap } from '../../../store/roadmaps/library.ts';
import { mergeProposals } from '../../../study/proposals.ts';
import { openProposals } from '../../../store/roadmaps/proposals.ts';
import { baseOf, isOwnedBy, type Owner, ownRoadmaps } from '../../../store/roadmaps/owners.ts';
import { roadmapRevision } from '../../../store/roadmaps/roadmaps.ts';
import { aboutRoadmap } from '../../../view/about-roadmap.ts';
import type { Message } from '../../../view/components.ts';
import { outdatedView } from '../../../view/failure.ts';
import { notToEditView } from '../../../view/roadmaps/editing/refusals.ts';

/** A roadmap that the person may change. */
export interface Editable {
  /** With its titles in the person's language, as they read it everywhere else. */
  readonly roadmap: LoadedRoadmap;
  /** As its file has it. Forms are filled in from this, because a change is written into the file. */
  readonly written: LoadedRoadmap;
  /** The number of the version in use. */
  readonly number: number;
  /** The owner, now or after the first change, which makes a copy. */
  readonly owner: Owner;
  readonly isOwn: boolean;
  /** How many proposals of members are open. */
  readonly proposals: number;
}

/**
 * The roadmap that a call may change. Organisers change the server's roadmap, other people their own. If the owner
 * follows a copy of the call's roadmap, the copy is changed.
 * @throws Refusal for a person who may not change it
 */
export async function editable(call: Call): Promise<Editable> {
  const { app } = call;
  const { id, owner } = await whose(call);
  const written = await app.library.roadmap(app.db, id);
  const roadmap = await app.library.roadmap(app.db, id, call.words.locale);
  const number = await roadmapRevision(app.db, id);
  if (roadmap === null || written === null || number === null) throw new Refusal(outdatedView);
  const open = 'guildId' in owner ? await openProposals(app.db, owner.guildId) : [];
  const isOwn = await isOwnedBy(app.db, owner, id);
  return { roadmap, written, number, owner, isOwn, proposals: mergeProposals(open).length };
}

async function whose(call: Call): Promise<{ readonly id: string; readonly owner: Owner }> {
  const { app, userId, guildId, member, roadmap } = call;
  const { db } = app;
  if (await isOwnedBy(db, { userId }, roadmap.id)) return { id: roadmap.id, owner: { userId } };
  if (guildId === null || mayOrganise(call)) {
    const owner = guildId === null ? { userId } : { guildId };
    return { id: await copyInUse(call, owner), owner };
  }
  const own = member.roadmapId;
  if (own !== null && (await isOwnedBy(db, { userId }, own))) return { id: own, owner: { userId } };
  throw new Refusal(notToEditView);
}

/** The owner's copy of the call's roadmap if they follow one, else that roadmap. */
async function copyInUse({ app, roadmap, followed }: Call, owner: Owner): Promise<string> {
  const own = new Set((await ownRoadmaps(app.db, owner)).map(({ id }) => id));
  if (own.has(roadmap.id)) return roadmap.id;
  for (const id of followed) {
    if (own.has(id) && (await baseOf(app.db, id))?.id === roadmap.id) return id;
  }
  return roadmap.id;
}

/** @throws Refusal if the roadmap has no such topic (any more) */
export function topicIn({ roadmap }: Pick<Editable, 'roadmap'>, id: string | undefined): TopicNode {
  const node = id === undefined ? undefined : roadmap.byId.get(id);
  if (node === undefined) throw new Refusal(outdatedView);
  return node;
}

/** @throws Refusal if the roadmap has no such section (any more) */
export function sectionIn({ roadmap }: Pick<Editable, 'roadmap'>, id: string | undefined): Heading {
  const heading = headingsOf(roadmap).find((one) => one.id === id);
  if (heading === undefined) throw new Refusal(outdatedView);
  return heading;
}

/** A page of the editor. Its buttons stay about this roadmap, even if another one is followed later. */
export function showOf({ roadmap }: Pick<Editable, 'roadmap'>, message: Message): Answer {
  return show({ ...message, components: aboutRoadmap(message.components, roadmap.id) });
}
