import { z } from 'zod';
import { type Answer, show } from '../../discord/answer.ts';
import type { Call } from '../../discord/command.ts';
import { argument, Refusal } from '../../discord/refusal.ts';
import { joinedInPieces } from '../../store/in-pieces.ts';
import { hasJoined, membersAmong } from '../../store/members/memberships.ts';
import { progressOfMembers } from '../../store/progress/progress.ts';
import { studyOf } from '../../store/progress/studies.ts';
import { countedBy, proofsOfMembers } from '../../store/proofs/roadmap-proofs.ts';
import { whereTheyAre } from '../../study/suggestions/present.ts';
import { countStates, ownStates } from '../../study/topics/map-states.ts';
import { carriedNumber } from '../../view/custom-id.ts';
import { outdatedView } from '../../view/failure.ts';
import type { Picture } from '../../view/pictures/picture.ts';
import { type DrawnMap, mapAlt, mapSectionAlt, mapSectionView, mapView } from '../../view/roadmaps/map.ts';
import {
  overviewPicture,
  type RoadmapMap,
  sectionPicture,
  sectionsOf,
} from '../../view/roadmaps/map-picture.ts';

const whose = z.enum(['own', 'group']);
const page = carriedNumber.optional();

/**
 * The whole roadmap as a picture. `args`: whose progress (the member's or the group's) and which page. By default it
 * is the member's own, on the page of their present topic.
 */
export async function showPictureMap(call: Call, args: readonly string[] = []): Promise<Answer> {
  const hasGroup = await isInGroup(call);
  const map = await mapOf(call, argument(whose, args[0] ?? 'own'), hasGroup);
  const { words } = call;
  const drawn = await draw(call, overviewPicture(words, map), argument(page, args[1]), mapAlt(words, map));
  return show(mapView(words, map, drawn, { hasGroup }));
}

/** One section of the map, with the titles of its topics. `args`: whose progress, which section, and which page. */
export async function showPictureSection(call: Call, args: readonly (string | undefined)[]): Promise<Answer> {
  const { words } = call;
  const map = await mapOf(call, argument(whose, args[0]), await isInGroup(call));
  const section = sectionsOf(words, map).find(({ id }) => id === args[1]);
  if (section === undefined) throw new Refusal(outdatedView);
  const alt = mapSectionAlt(words, map, section);
  const drawn = await draw(call, sectionPicture(words, map, section), argument(page, args[2]), alt);
  return show(mapSectionView(words, map, section, drawn));
}

/** Whether the member belongs to a group here. Only then they see its map. */
async function isInGroup({ app, guildId, userId }: Call): Promise<boolean> {
  return guildId !== null && (await hasJoined(app.db, guildId, userId));
}

async function mapOf(call: Call, of: z.infer<typeof whose>, hasGroup: boolean): Promise<RoadmapMap> {
  const { app, userId, guildId, now, roadmap: outline } = call;
  const study = await studyOf(app.db, userId, outline);
  const here = whereTheyAre(outline, study.progress, now);
  if (of === 'own') return { whose: of, outline, states: ownStates(outline, study), people: 1, here };
  if (guildId === null || !hasGroup) throw new Refusal(outdatedView);
  const group = countStates(outline);
  let people = 0;
  for await (const userIds of joinedInPieces(app.db, guildId)) {
    const members = await membersAmong(app.db, guildId, userIds);
    const progress = await progressOfMembers(app.db, userIds, [outline.id]);
    const proofs = await proofsOfMembers(app.db, userIds, [outline.id]);
    for (const [id, own] of progress) {
      if (members.get(id)?.showTopics !== true) continue;
      people += 1;
      group.add({ progress: own, proofs: countedBy(proofs.get(id) ?? []) });
    }
  }
  return { whose: of, outline, states: group.states(), people, here };
}

async function draw(
  { app, member }: Call,
  picture: Picture,
  wanted: number | undefined,
  alt: string,
): Promise<DrawnMap | null> {
  const drawing = await app.pictures.draw({ picture, theme: member.theme, page: wanted ?? null }, true);
  return drawing === null ? null : { ...drawing, alt };
}
