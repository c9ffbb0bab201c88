import { z } from 'zod';
import { type Answer, ask } from '../../../discord/answer.ts';
import type { FormCall, PressCall } from '../../../discord/command.ts';
import { argument } from '../../../discord/refusal.ts';
import type { Edit } from '../../../roadmap/editing/edit.ts';
import { draftOf, keepDraft } from '../../../store/proofs/drafts.ts';
import { webAddress } from '../../../text/web-address.ts';
import { aboutRoadmap } from '../../../view/about-roadmap.ts';
import { carriedNumber, customId } from '../../../view/custom-id.ts';
import { clip, inline, plain } from '../../../view/escape.ts';
import { editForm, type Field } from '../../../view/roadmaps/editing/form.ts';
import { foundView, pickTopicView } from '../../../view/roadmaps/editing/picker.ts';
import type { Words } from '../../../words/index.ts';
import { change } from './changing.ts';
import { type Editable, editable, sectionIn, showOf, topicIn } from './editable.ts';
import { home, pageAbout } from './pages.ts';

const kinds = z.enum([
  'change',
  'split',
  'add',
  'head',
  'link',
  'note',
  'find',
  'find-needs',
  'find-move',
  'find-merge',
]);
type Kind = z.infer<typeof kinds>;

/** The longest typed title, in UTF-16 units: 200 characters, each of which may take two. */
const TITLE = 400;
const LINES = 4000;
const kept = z.record(z.string(), z.string());

/**
 * Opens a form: `edit-form:<kind>:<topic or section>:<version>`. If it was refused before, it contains what was typed
 * then.
 */
export async function openEditForm(call: PressCall): Promise<Answer> {
  const what = await editable(call);
  const kind = argument(kinds, call.args[0]);
  const about = call.args[1] ?? '';
  const typed = kept.catch({}).parse((await draftOf(call.app.db, call.userId, draftKey(kind, about))) ?? {});
  const fields = fieldsOf(call.words, what, kind, about).map((field) => ({
    ...field,
    value: typed[field.id] ?? field.value,
  }));
  // The form gets the present version, because the person fills it in with the present version before them.
  const id = customId('edit-form', kind, about, what.number);
  const form = editForm(call.words, { id, title: titleOf(call.words, kind), fields });
  return ask(aboutRoadmap(form, what.roadmap.id));
}

/** Takes a form. If it is refused, what was typed is stored and comes back with the form. */
export async function takeEditForm(call: FormCall): Promise<Answer> {
  const what = await editable(call);
  const kind = argument(kinds, call.args[0]);
  const about = call.args[1] ?? '';
  const shown = argument(carriedNumber, call.args[2]);
  const ids = fieldsOf(call.words, what, kind, about).map(({ id }) => id);
  const typed = Object.fromEntries(ids.map((id) => [id, call.fields.getTextInputValue(id)]));
  if (kind.startsWith('find')) return found(call, what, kind, about, typed['search'] ?? '');

  const draft = draftKey(kind, about);
  await keepDraft(call.app.db, call.userId, draft, typed, call.now);
  const edits = editsOf(what, kind, about, typed);
  if (typeof edits === 'string') {
    return pageAbout(call, what, about, { note: call.words.editing.problem[edits], undoable: false });
  }
  return change(call, what, { shown, edits, about, draft });
}

function draftKey(kind: Kind, about: string): string {
  return `edit-${kind}:${about}`;
}

function titleOf({ editing }: Words, kind: Kind): string {
  const titles = {
    change: editing.change,
    split: editing.addParts,
    add: editing.addTopics,
    head: editing.rename,
    link: editing.link,
    note: editing.note,
  };
  return kind === 'change' ||
    kind === 'split' ||
    kind === 'add' ||
    kind === 'head' ||
    kind === 'link' ||
    kind === 'note'
    ? titles[kind]
    : editing.find;
}

function fieldsOf({ editing: { form } }: Words, what: Editable, kind: Kind, about: string): readonly Field[] {
  switch (kind) {
    case 'change': {
      const { title, titles, minutes } = topicIn(what, about).topic;
      return [
        { id: 'title', label: form.title, value: title, isRequired: true, max: TITLE },
        { id: 'turkish', label: form.turkish, value: titles.tr ?? '', max: TITLE },
        { id: 'minutes', label: form.minutes, value: minutes === null ? '' : String(minutes), max: 6 },
      ];
    }
    case 'head': {
      const { title } = sectionIn(what, about).section;
      return [{ id: 'title', label: form.title, value: title, isRequired: true, max: TITLE }];
    }
    case 'split':
    case 'add':
      return [{ id: 'lines', label: form.lines, value: '', isLong: true, isRequired: true, max: LINES }];
    case 'link':
      return [
        { id: 'address', label: form.address, value: '', isRequired: true, max: 512 },
        { id: 'label', label: form.label, value: '', max: 200 },
      ];
    case 'note':
      return [{ id: 'note', label: form.note, value: '', isLong: true, isRequired: true, max: 1000 }];
    default:
      return [{ id: 'search', label: form.search, value: '', isRequired: true, max: 100 }];
  }
}

/** @returns the edits that a form asks for, or what is wrong with what was typed */
function editsOf(
  what: Editable,
  kind: Kind,
  about: string,
  typed: Readonly<Record<string, string>>,
): readonly Edit[] | 'minutes' | 'address' {
  const { title = '', turkish = '', minutes = '', lines = '', address = '', label = '', note = '' } = typed;
  const titles = lines.split('\n').filter((line) => line.trim() !== '');
  if (kind === 'add') {
    const { section } = sectionIn(what, about);
    const place = { in: 'section', key: section.key } as const;
    return titles.map((one) => ({ kind: 'add', place, title: one }));
  }
  if (kind === 'head') return [{ kind: 'head', section: sectionIn(what, about).section.key, title }];
  const { key, ...topic } = topicIn(what, about).topic;
  if (kind === 'split') return [{ kind: 'split', key, titles }];
  if (kind === 'note') return [{ kind: 'note', key, text: note }];
  if (kind === 'link') {
    const url = webAddress(address);
    return url === null ? 'address' : [{ kind: 'link', key, link: { label, url } }];
  }
  const wanted = minutes.trim() === '' ? null : Number(minutes);
  if (wanted !== null && !(Number.isInteger(wanted) && wanted >= 1 && wanted <= 100_000)) return 'minutes';
  const tr = turkish.trim() === '' ? null : turkish;
  const edits: readonly (Edit | false)[] = [
    title !== topic.title && { kind: 'rename', key, title },
    tr !== (topic.titles.tr ?? null) && { kind: 'translate', key, language: 'tr', title: tr },
    wanted !== topic.minutes && { kind: 'minutes', key, minutes: wanted },
  ];
  return edits.filter((edit) => edit !== false);
}

function found(call: FormCall, what: Editable, kind: Kind, about: string, typed: string): Answer {
  const { words } = call;
  const nodes = what.roadmap.finder.search(typed, { first: new Set(), limit: 25 });
  const note = nodes.length > 0 ? null : words.editing.noMatch(inline(clip(plain(typed), 100)));
  if (kind === 'find') {
    const [only, ...others] = nodes;
    if (only !== undefined && others.length === 0)
      return pageAbout(call, what, only.id, { note, undoable: false });
    return nodes.length === 0
      ? home(call, what, { note, undoable: false })
      : showOf(what, foundView(words, nodes));
  }
  const purpose = argument(z.enum(['needs', 'move', 'merge']), kind.slice('find-'.length));
  const picking = { purpose, node: topicIn(what, about), number: what.number, note };
  return showOf(what, pickTopicView(words, picking, { heading: null, nodes, page: 0 }));
}
