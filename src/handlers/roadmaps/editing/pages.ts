import type { Answer } from '../../../discord/answer.ts';
import type { Call, PressCall } from '../../../discord/command.ts';
import { argument } from '../../../discord/refusal.ts';
import { type Heading, headingsOf } from '../../../roadmap/headings.ts';
import type { TopicNode } from '../../../roadmap/outline.ts';
import { carriedNumber } from '../../../view/custom-id.ts';
import {
  editHomeView,
  type EditorState,
  editSectionView,
  editTopicView,
  editWaysView,
  pageIn,
} from '../../../view/roadmaps/editing/editor.ts';
import { type Editable, editable, sectionIn, showOf, topicIn } from './editable.ts';

/** The result of the last change, shown above a page of the editor. */
export interface Said {
  readonly note: string | null;
  readonly undoable: boolean;
}

const NOTHING: Said = { note: null, undoable: false };

/** `/roadmap edit`: the sections of the roadmap that the person may change. */
export async function showEditor(call: Call, page: string | undefined): Promise<Answer> {
  return home(call, await editable(call), NOTHING, pageOf(page));
}

/** `edit-section:<section>:<page>`, or the section chosen from the list. */
export async function showEditedSection(call: PressCall): Promise<Answer> {
  const what = await editable(call);
  return sectionPage(
    call,
    what,
    sectionIn(what, call.args[0] ?? call.values[0]),
    NOTHING,
    pageOf(call.args[1]),
  );
}

/** `edit-topic:<topic>:<page of its links and notes>`, or the topic chosen from the list. */
export async function showEditedTopic(call: PressCall): Promise<Answer> {
  const what = await editable(call);
  const node = topicIn(what, call.args[0] ?? call.values[0]);
  return topicPage(call, what, node, NOTHING, pageOf(call.args[1]));
}

/** `edit-ways:<section>`: the ways to prove its topics. */
export async function showEditedWays(call: PressCall): Promise<Answer> {
  const what = await editable(call);
  return showOf(what, editWaysView(call.words, stateOf(what, NOTHING), sectionIn(what, call.args[0])));
}

/** The first page of the editor: the sections. */
export function home(call: Call, what: Editable, said: Said, page = 0): Answer {
  return showOf(what, editHomeView(call.words, stateOf(what, said), headingsOf(what.roadmap), page));
}

function sectionPage(call: Call, what: Editable, heading: Heading, said: Said, page = 0): Answer {
  return showOf(what, editSectionView(call.words, stateOf(what, said), heading, page));
}

function topicPage(call: Call, what: Editable, node: TopicNode, said: Said, page = 0): Answer {
  const heading = headingsOf(what.roadmap).find(({ section }) => section.key === node.section.key);
  if (heading === undefined) return home(call, what, said);
  return showOf(what, editTopicView(call.words, stateOf(what, said), node, heading, page));
}

/**
 * The page of a topic or section that was changed, or the nearest page if it no longer exists.
 * @param shows a topic of the section, to open the section where it stands; null to open its beginning
 */
export function pageAbout(
  call: Call,
  what: Editable,
  id: string,
  said: Said,
  shows: TopicNode | null = null,
): Answer {
  const node = what.roadmap.byId.get(id);
  if (node !== undefined) return topicPage(call, what, node, said);
  const heading = headingsOf(what.roadmap).find((one) => one.id === id);
  if (heading === undefined) return home(call, what, said);
  const isThere = shows !== null && shows.section.key === heading.section.key;
  return sectionPage(call, what, heading, said, isThere ? pageIn(what.roadmap, shows) : 0);
}

/** The number of a page, from a custom id. */
export function pageOf(page: string | undefined): number {
  return page === undefined ? 0 : argument(carriedNumber, page);
}

function stateOf(
  { roadmap, number, owner, isOwn, proposals }: Editable,
  { note, undoable }: Said,
): EditorState {
  const copy = isOwn ? null : 'guildId' in owner ? 'server' : 'own';
  return { outline: roadmap, number, copy, note, undoable: undoable && isOwn, proposals };
}
