import { z } from 'zod';
import type { Answer } from '../../../discord/answer.ts';
import type { PressCall } from '../../../discord/command.ts';
import { argument } from '../../../discord/refusal.ts';
import { headingsOf } from '../../../roadmap/headings.ts';
import { METHODS } from '../../../roadmap/roadmap.ts';
import { membersByTopic } from '../../../store/roadmaps/plan.ts';
import { restoreVersion } from '../../../store/roadmaps/versions.ts';
import { leaves } from '../../../study/topics/status.ts';
import { carriedNumber, customId } from '../../../view/custom-id.ts';
import {
  pickSectionView,
  pickTopicView,
  PURPOSES,
  sureView,
  whereView,
} from '../../../view/roadmaps/editing/picker.ts';
import { title } from '../../../view/topics/topic-text.ts';
import { change } from './changing.ts';
import { type Editable, editable, sectionIn, showOf, topicIn } from './editable.ts';
import { home, pageOf } from './pages.ts';

const purposes = z.enum(PURPOSES);

/** `edit-pick:<purpose>:<topic>:<page>`: asks for the section of the other topic. */
export async function pickSection(call: PressCall): Promise<Answer> {
  const what = await editable(call);
  return showOf(
    what,
    pickSectionView(call.words, pickingOf(call, what), headingsOf(what.roadmap), pageOf(call.args[2])),
  );
}

/** `edit-in:<purpose>:<topic>:<section>:<page>`, or with the section chosen from the list. */
export async function pickTopic(call: PressCall): Promise<Answer> {
  const what = await editable(call);
  const heading = sectionIn(what, call.args[2] ?? call.values[0]);
  const nodes = what.roadmap.nodes.filter(({ section }) => section.key === heading.section.key);
  const page = pageOf(call.args[3]);
  return showOf(what, pickTopicView(call.words, pickingOf(call, what), { heading, nodes, page }));
}

/** `edit-chosen:<purpose>:<topic>:<version>`, with the other topic chosen from the list. */
export async function takeChosen(call: PressCall): Promise<Answer> {
  const what = await editable(call);
  const { purpose, node } = pickingOf(call, what);
  const shown = argument(carriedNumber, call.args[2]);
  const other = topicIn(what, call.values[0]);
  if (purpose === 'move') return showOf(what, whereView(call.words, node, other, shown));
  if (purpose === 'merge') {
    const question = call.words.editing.sureMerge(title(node), title(other));
    const yes = customId('edit-merge', node.id, shown, other.id);
    const { yesMerge: name } = call.words.editing;
    return showOf(what, sureView(call.words, question, { name, yes, no: customId('edit-topic', node.id) }));
  }
  const { key, needs } = node.topic;
  const without = needs.filter((one) => one !== other.topic.key);
  const wanted = without.length < needs.length ? without : [...needs, other.topic.key];
  return change(call, what, { shown, edits: [{ kind: 'needs', key, needs: wanted }], about: node.id });
}

/** `edit-move:<topic>:<version>:<before|behind|topic|section>:<other>` */
export async function move(call: PressCall): Promise<Answer> {
  const what = await editable(call);
  const { key } = topicIn(what, call.args[0]).topic;
  const shown = argument(carriedNumber, call.args[1]);
  const where = argument(z.enum(['before', 'behind', 'topic', 'section']), call.args[2]);
  const target =
    where === 'section' ? sectionIn(what, call.args[3]).section : topicIn(what, call.args[3]).topic;
  const place = { in: where, key: target.key };
  return change(call, what, { shown, edits: [{ kind: 'move', key, place }], about: call.args[0] ?? '' });
}

/** `edit-merge:<topic>:<version>:<other>`, confirmed. */
export async function merge(call: PressCall): Promise<Answer> {
  const what = await editable(call);
  const { key } = topicIn(what, call.args[0]).topic;
  const into = topicIn(what, call.args[2]);
  const about = headingsOf(what.roadmap).find(({ section }) => section.key === into.section.key)?.id ?? '';
  const shown = argument(carriedNumber, call.args[1]);
  return change(call, what, { shown, edits: [{ kind: 'merge', key, into: into.topic.key }], about });
}

/** `edit-remove:<topic>:<version>`, and confirmed `edit-remove:<topic>:<version>:yes` */
export async function remove(call: PressCall): Promise<Answer> {
  const what = await editable(call);
  const node = topicIn(what, call.args[0]);
  const shown = argument(carriedNumber, call.args[1]);
  if (call.args[2] === 'yes') {
    const about = headingsOf(what.roadmap).find(({ section }) => section.key === node.section.key)?.id ?? '';
    return change(call, what, { shown, edits: [{ kind: 'remove', key: node.topic.key }], about });
  }
  const members = await membersByTopic(call.app.db, what.roadmap.id, call.guildId);
  const most = Math.max(0, ...leaves(node).map(({ id }) => members.get(id) ?? 0));
  const parts = node.children.length === 0 ? 0 : leaves(node).length;
  const question = call.words.editing.sureRemove(title(node), parts, most);
  const yes = customId('edit-remove', node.id, shown, 'yes');
  const { yesRemove: name } = call.words.editing;
  return showOf(what, sureView(call.words, question, { name, yes, no: customId('edit-topic', node.id) }));
}

/** `edit-methods:<section>:<version>`, with the methods chosen from the list. */
export async function chooseMethods(call: PressCall): Promise<Answer> {
  const what = await editable(call);
  const { section, id } = sectionIn(what, call.args[0]);
  const shown = argument(carriedNumber, call.args[1]);
  const methods = argument(z.array(z.enum(METHODS)).min(1), call.values);
  return change(call, what, {
    shown,
    edits: [{ kind: 'methods', section: section.key, methods }],
    about: id,
  });
}

/** `edit-undo:<roadmap>:<version>`: brings back the version before. */
export async function undoEdit(call: PressCall): Promise<Answer> {
  const what = await editable(call);
  const shown = argument(carriedNumber, call.args[1]);
  const { id } = what.roadmap;
  const { editing } = call.words;
  if (id !== call.args[0] || !what.isOwn || shown !== what.number) {
    return home(call, what, { note: editing.problem.notLast, undoable: false });
  }
  const outcome = await restoreVersion(call.app.db, { roadmapId: id, shown, to: shown - 1 }, call.actor);
  const note = outcome.kind === 'applied' ? editing.undone : editing.problem['not-kept'];
  return home(call, await editable(call), { note, undoable: false });
}

function pickingOf(call: PressCall, what: Editable) {
  const purpose = argument(purposes, call.args[0]);
  return { purpose, node: topicIn(what, call.args[1]), number: what.number, note: null };
}
