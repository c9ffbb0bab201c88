import { z } from 'zod';
import { type Answer, ask } from '../../../discord/answer.ts';
import type { FormCall, PressCall } from '../../../discord/command.ts';
import { argument, Refusal } from '../../../discord/refusal.ts';
import type { Edit, SectionPlace } from '../../../roadmap/editing/edit.ts';
import { LIMITS } from '../../../roadmap/roadmap-error.ts';
import { notYet } from '../../../store/once.ts';
import { draftOf, keepDraft } from '../../../store/proofs/drafts.ts';
import { webAddress } from '../../../text/web-address.ts';
import { aboutRoadmap } from '../../../view/about-roadmap.ts';
import { carriedNumber, customId } from '../../../view/custom-id.ts';
import { clip, inline, plain } from '../../../view/escape.ts';
import { outdatedView } from '../../../view/failure.ts';
import { WHOLE } from '../../../view/roadmaps/editing/editor.ts';
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
  'section',
  'link',
  'note',
  'relink',
  'renote',
  'find',
  'find-needs',
  'find-move',
  'find-merge',
]);
type Kind = z.infer<typeof kinds>;

const LINES = 4000;
const ADDRESS = 512;
const LABEL = 200;
const NOTE = 1000;
const kept = z.record(z.string(), z.string());

/**
 * What a form is about: a topic, a section or the whole roadmap by its id, and the index of one of its links or notes. The
 * index is 0 for forms about anything else.
 */
interface About {
  readonly id: string;
  readonly at: number;
}

/**
 * Opens a form: `edit-form:<kind>:<topic or section>:<version>`. If it was refused before, it contains what was typed
 * then.
 */
export async function openEditForm(call: PressCall): Promise<Answer> {
  const what = await editable(call);
  return formOf(call, what, argument(kinds, call.args[0]), { id: call.args[1] ?? '', at: 0 });
}

/**
 * Opens the form for a link or note: `edit-said:<topic>`, with `relink` or `renote` and the position chosen from the
 * list.
 */
export async function openSaidForm(call: PressCall): Promise<Answer> {
  const what = await editable(call);
  const [kind, place] = call.values[0]?.split('-') ?? [];
  const at = argument(carriedNumber, place);
  return formOf(call, what, argument(z.enum(['relink', 'renote']), kind), { id: call.args[0] ?? '', at });
}

async function formOf(call: PressCall, what: Editable, kind: Kind, about: About): Promise<Answer> {
  const typed = kept.catch({}).parse((await draftOf(call.app.db, call.userId, draftKey(kind, about))) ?? {});
  const fields = fieldsOf(call.words, inFile(what), kind, about).map((field) => ({
    ...field,
    value: typed[field.id] ?? field.value,
  }));
  // The form gets the present version, because the person fills it in with the present version before them.
  const id = customId('edit-form', kind, about.id, what.number, about.at);
  // A button ends in dots to say that a form opens; in the form they would promise another.
  const form = editForm({ id, title: titleOf(call.words, kind).replace(/…$/u, ''), fields });
  return ask(aboutRoadmap(form, what.roadmap.id));
}

/** Takes a form. If it is refused, what was typed is stored and comes back with the form. */
export async function takeEditForm(call: FormCall): Promise<Answer> {
  const what = await editable(call);
  const kind = argument(kinds, call.args[0]);
  const about: About = { id: call.args[1] ?? '', at: argument(carriedNumber.default(0), call.args[3]) };
  const shown = argument(carriedNumber, call.args[2]);
  const ids = fieldsOf(call.words, inFile(what), kind, about).map(({ id }) => id);
  const typed = Object.fromEntries(ids.map((id) => [id, call.fields.getTextInputValue(id)]));
  if (kind.startsWith('find')) return found(call, what, kind, about.id, typed['search'] ?? '');

  const draft = draftKey(kind, about);
  // The form of an edit that was made already would otherwise come back as a draft.
  await notYet(call.app.db, call.actor.interactionId);
  await keepDraft(call.app.db, call.userId, draft, typed, call.now);
  const edits = editsOf(inFile(what), kind, about, typed);
  if (typeof edits === 'string') {
    return pageAbout(call, what, about.id, { note: call.words.editing.problem[edits], undoable: false });
  }
  // After a section was added, its own page is shown.
  return change(call, what, { shown, edits, about: kind === 'section' ? '' : about.id, draft });
}

/** The roadmap as its file has it, in which forms are filled in and compared. */
const inFile = ({ written }: Editable): Pick<Editable, 'roadmap'> => ({ roadmap: written });

function draftKey(kind: Kind, { id, at }: About): string {
  return `edit-${kind}:${id}${at === 0 ? '' : `:${at}`}`;
}

function titleOf({ editing }: Words, kind: Kind): string {
  switch (kind) {
    case 'change':
      return editing.change;
    case 'split':
      return editing.addParts;
    case 'add':
      return editing.addTopics;
    case 'head':
      return editing.rename;
    case 'section':
      return editing.addSection;
    case 'link':
      return editing.link;
    case 'note':
      return editing.note;
    case 'relink':
    case 'renote':
      return editing.change;
    default:
      return editing.find;
  }
}

/** Discord counts UTF-16 units, so a title that is there already may be longer than the limit, which counts letters. */
function room(title = ''): number {
  return Math.max(LIMITS.title, title.length);
}

function fieldsOf(
  { editing: { form } }: Words,
  what: Pick<Editable, 'roadmap'>,
  kind: Kind,
  about: About,
): readonly Field[] {
  const lines = { id: 'lines', label: form.lines, value: '', isLong: true, isRequired: true, max: LINES };
  switch (kind) {
    case 'change': {
      const { title, titles, minutes } = topicIn(what, about.id).topic;
      return [
        { id: 'title', label: form.title, value: title, isRequired: true, max: room(title) },
        { id: 'turkish', label: form.turkish, value: titles.tr ?? '', max: room(titles.tr) },
        { id: 'minutes', label: form.minutes, value: minutes === null ? '' : String(minutes), max: 6 },
      ];
    }
    case 'head': {
      const { title, titles } = sectionIn(what, about.id).section;
      return [
        { id: 'title', label: form.title, value: title, isRequired: true, max: room(title) },
        { id: 'turkish', label: form.turkish, value: titles.tr ?? '', max: room(titles.tr) },
      ];
    }
    case 'section':
      return [
        { id: 'title', label: form.title, value: '', isRequired: true, max: LIMITS.title },
        { ...lines, label: form.topics },
      ];
    case 'split':
      return [lines];
    case 'add':
      return [{ ...lines, hint: form.toEnd }];
    case 'link':
      return [
        { id: 'address', label: form.address, value: '', isRequired: true, max: ADDRESS },
        { id: 'label', label: form.label, value: '', max: LABEL },
      ];
    case 'relink': {
      const { label, url } = saidAt(topicIn(what, about.id).topic.resources, about);
      return [
        { id: 'address', label: form.address, value: url, hint: form.orOut, max: ADDRESS },
        { id: 'label', label: form.label, value: label, max: LABEL },
      ];
    }
    case 'note':
      return [{ id: 'note', label: form.note, value: '', isLong: true, isRequired: true, max: NOTE }];
    case 'renote': {
      const note = saidAt(topicIn(what, about.id).topic.notes, about);
      return [{ id: 'note', label: form.note, value: note, isLong: true, hint: form.orOut, max: NOTE }];
    }
    default:
      return [{ id: 'search', label: form.search, value: '', isRequired: true, max: 100 }];
  }
}

/** @throws Refusal if the topic has no such link or note (any more) */
function saidAt<T>(said: readonly T[], { at }: About): T {
  const one = said[at];
  if (one === undefined) throw new Refusal(outdatedView);
  return one;
}

/** @returns the edits that a form asks for, or what is wrong with what was typed */
function editsOf(
  what: Pick<Editable, 'roadmap'>,
  kind: Kind,
  about: About,
  typed: Readonly<Record<string, string>>,
): readonly Edit[] | 'minutes' | 'address' {
  const { title = '', turkish = '', lines = '', note = '' } = typed;
  const titles = lines.split('\n').filter((line) => line.trim() !== '');
  const tr = turkish.trim() === '' ? null : turkish;
  if (kind === 'section') {
    const place: SectionPlace =
      about.id === WHOLE ? { in: 'roadmap' } : { in: 'behind', key: sectionIn(what, about.id).section.key };
    return [{ kind: 'add-section', place, title, titles }];
  }
  if (kind === 'add') {
    const { section } = sectionIn(what, about.id);
    const place = { in: 'section', key: section.key } as const;
    return titles.map((one) => ({ kind: 'add', place, title: one }));
  }
  if (kind === 'head') {
    const { key: section, ...is } = sectionIn(what, about.id).section;
    return made(
      title !== is.title && { kind: 'head', section, title },
      tr !== (is.titles.tr ?? null) && { kind: 'translate-head', section, language: 'tr', title: tr },
    );
  }
  const { key, ...topic } = topicIn(what, about.id).topic;
  if (kind === 'split') return [{ kind: 'split', key, titles }];
  if (kind === 'note') return [{ kind: 'note', key, text: note }];
  if (kind === 'renote') {
    const { at } = about;
    return [note.trim() === '' ? { kind: 'unnote', key, at } : { kind: 'renote', key, at, text: note }];
  }
  if (kind === 'link' || kind === 'relink') return linkEdits(key, kind, about, typed);
  const minutes = typed['minutes']?.trim() ?? '';
  const wanted = minutes === '' ? null : Number(minutes);
  if (wanted !== null && !(Number.isInteger(wanted) && wanted >= 1 && wanted <= 100_000)) return 'minutes';
  return made(
    title !== topic.title && { kind: 'rename', key, title },
    tr !== (topic.titles.tr ?? null) && { kind: 'translate', key, language: 'tr', title: tr },
    wanted !== topic.minutes && { kind: 'minutes', key, minutes: wanted },
  );
}

function linkEdits(
  key: string,
  kind: 'link' | 'relink',
  { at }: About,
  { address = '', label = '' }: Readonly<Record<string, string>>,
): readonly Edit[] | 'address' {
  if (kind === 'relink' && address.trim() === '') return [{ kind: 'unlink', key, at }];
  const url = webAddress(address);
  if (url === null) return 'address';
  const link = { label, url };
  return [kind === 'link' ? { kind, key, link } : { kind, key, at, link }];
}

function made(...edits: readonly (Edit | false)[]): readonly Edit[] {
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
