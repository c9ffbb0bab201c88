import { z } from 'zod';
import type { Answer } from '../../../discord/answer.ts';
import type { PressCall } from '../../../discord/command.ts';
import { argument } from '../../../discord/refusal.ts';
import { allOf } from '../../../roadmap/editing/section-lines.ts';
import { type Heading, headingsOf } from '../../../roadmap/headings.ts';
import { membersByTopic } from '../../../store/roadmaps/plan.ts';
import { carriedNumber, customId } from '../../../view/custom-id.ts';
import { sureView } from '../../../view/roadmaps/editing/picker.ts';
import { besideView, named, whereSectionView } from '../../../view/roadmaps/editing/sections.ts';
import { change } from './changing.ts';
import { type Editable, editable, sectionIn, showOf } from './editable.ts';
import { pageOf } from './pages.ts';

/** `edit-beside:<section>:<page>`: asks beside which other section it should go. */
export async function pickBeside(call: PressCall): Promise<Answer> {
  const what = await editable(call);
  const heading = sectionIn(what, call.args[0]);
  const others = besides(what, heading);
  return showOf(
    what,
    besideView(call.words, { heading, others, page: pageOf(call.args[1]), number: what.number }),
  );
}

/** `edit-section-beside:<section>:<version>`, with the other section chosen from the list. */
export async function takeBeside(call: PressCall): Promise<Answer> {
  const what = await editable(call);
  const shown = argument(carriedNumber, call.args[1]);
  const [heading, target] = [sectionIn(what, call.args[0]), sectionIn(what, call.values[0])];
  return showOf(what, whereSectionView(call.words, heading, target, shown));
}

/** `edit-section-move:<section>:<version>:<before|behind|section>:<other>` */
export async function moveSection(call: PressCall): Promise<Answer> {
  const what = await editable(call);
  const { section, id } = sectionIn(what, call.args[0]);
  const shown = argument(carriedNumber, call.args[1]);
  const where = argument(z.enum(['before', 'behind', 'section']), call.args[2]);
  const place = { in: where, key: sectionIn(what, call.args[3]).section.key };
  return change(call, what, {
    shown,
    edits: [{ kind: 'move-section', section: section.key, place }],
    about: id,
  });
}

/** `edit-section-remove:<section>:<version>`, and confirmed `edit-section-remove:<section>:<version>:yes` */
export async function removeSection(call: PressCall): Promise<Answer> {
  const what = await editable(call);
  const heading = sectionIn(what, call.args[0]);
  const shown = argument(carriedNumber, call.args[1]);
  if (call.args[2] === 'yes') {
    const edits = [{ kind: 'remove-section', section: heading.section.key }] as const;
    return change(call, what, { shown, edits, about: heading.id });
  }
  const { editing } = call.words;
  const keys = keysIn(heading);
  const inside = what.roadmap.nodes.filter(({ section }) => keys.has(section.key));
  const members = await membersByTopic(call.app.db, what.roadmap.id, call.guildId);
  const most = Math.max(0, ...inside.map(({ id }) => members.get(id) ?? 0));
  const yes = customId('edit-section-remove', heading.id, shown, 'yes');
  const no = customId('edit-section', heading.id, 0);
  return showOf(
    what,
    sureView(call.words, editing.sureRemoveSection(named(heading), inside.length, most), {
      name: editing.yesRemove,
      yes,
      no,
    }),
  );
}

/** The sections beside which another one can go: all except itself and those in it. */
function besides({ roadmap }: Editable, heading: Heading): readonly Heading[] {
  const own = keysIn(heading);
  return headingsOf(roadmap).filter(({ section }) => !own.has(section.key));
}

function keysIn({ section }: Heading): ReadonlySet<string> {
  return new Set(allOf([section]).map(({ key }) => key));
}
