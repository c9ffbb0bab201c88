import type { Answer } from '../../../discord/answer.ts';
import type { Call } from '../../../discord/command.ts';
import { type Edit, EditError, type EditProblem } from '../../../roadmap/editing/edit.ts';
import { headingsOf } from '../../../roadmap/headings.ts';
import { RoadmapError } from '../../../roadmap/roadmap-error.ts';
import { dropDraft } from '../../../store/proofs/drafts.ts';
import {
  type EditOutcome,
  type PlannedChange,
  planChange,
  writeChange,
} from '../../../store/roadmaps/editing.ts';
import type { TopicNode } from '../../../roadmap/outline.ts';
import type { Db } from '../../../store/schema.ts';
import { versionsOf } from '../../../store/roadmaps/versions.ts';
import { clip, inline, plain } from '../../../view/escape.ts';
import { mention, title } from '../../../view/topics/topic-text.ts';
import { when } from '../../../view/time.ts';
import { ensureOwner, useCopy } from './copy.ts';
import { type Editable, editable } from './editable.ts';
import { pageAbout, type Said } from './pages.ts';
import { write } from '../../../store/write.ts';
import { roadmapTitle } from '../../../view/roadmaps/title.ts';

/** A wanted change, and the page that is shown after it. */
export interface Wanted {
  /** The number of the version that was shown when the change was asked for. */
  readonly shown: number;
  readonly edits: readonly Edit[];
  /** The topic or section that the page is about, by id; empty for a section that the change adds. */
  readonly about: string;
  /** The key of the draft with the typed texts. It is deleted when the change is made. */
  readonly draft?: string;
  /** Whether the page is about the topic that the change adds. */
  readonly toAdded?: boolean;
  /** What the change is the result of, said above all else. */
  readonly says?: string;
  /** Further writes in the same transaction. */
  readonly also?: (trx: Db) => Promise<void>;
}

/**
 * Makes a change, and shows the page that it is about with the result. If somebody else has changed the roadmap
 * since, nothing is changed, and the page shows the roadmap as it is now.
 */
export async function change(call: Call, what: Editable, wanted: Wanted): Promise<Answer> {
  const { words } = call;
  try {
    const { outcome, sections } = await outcomeOf(call, what, wanted);
    if (outcome.kind === 'conflict') {
      return pageAbout(call, what, wanted.about, said(await meanwhile(call, what)));
    }
    if (outcome.kind !== 'applied') {
      return pageAbout(call, what, wanted.about, said(words.editing.problem[outcome.kind]));
    }
    const now = await editableNow(call, outcome.roadmapId);
    const added = wanted.edits.some(adds) ? addedBy(what, now) : [];
    const [first] = wanted.toAdded === true ? added : [];
    const about = first?.id ?? afterwards(wanted.about, what, now, sections);
    const name = roadmapTitle(now.roadmap.tree.title, 60);
    const saved = words.editing.saved(name, outcome.number, 'guildId' in now.owner);
    const lines = [
      ...(wanted.says === undefined ? [] : [wanted.says]),
      ...saidToAdd(call, now, added),
      saved,
    ];
    return pageAbout(call, now, about, said(lines.join('\n'), true), added[0] ?? null);
  } catch (error) {
    const note = problemOf(call, what, error);
    if (note === null) throw error;
    return pageAbout(call, what, wanted.about, said(note));
  }
}

/** The line above the page. */
function said(note: string, undoable = false): Said {
  return { note, undoable };
}

async function outcomeOf(
  call: Call,
  what: Editable,
  { shown, edits, draft, also }: Wanted,
): Promise<{ readonly outcome: EditOutcome; readonly sections: PlannedChange['sections'] }> {
  const { app, actor } = call;
  const { roadmap, owner } = what;
  const current = await app.library.version(app.db, roadmap.id);
  const planned = current && (await planChange(app.db, { current, owner, shown, edits }));
  if (planned === null) {
    return { outcome: { kind: 'conflict', number: what.number }, sections: new Map() };
  }
  const made = await write(app.db, async (trx) => {
    await ensureOwner(trx, call, owner);
    const outcome = await writeChange(trx, planned, actor);
    if (outcome.kind !== 'applied') return outcome;
    if (outcome.roadmapId !== roadmap.id)
      await useCopy(trx, call, { of: roadmap.id, owner, copyId: outcome.roadmapId });
    await also?.(trx);
    if (draft !== undefined) await dropDraft(trx, call.userId, draft);
    return outcome;
  });
  if (made.kind === 'applied') {
    const { roadmapId, number } = made;
    await app.library.shelve(app.db, roadmapId, { number, tree: planned.plan.after });
  }
  return { outcome: made, sections: planned.sections };
}

/** The id of the page's topic or section after a change. Topics keep their ids, but sections may get new ones. */
function afterwards(
  about: string,
  before: Editable,
  now: Editable,
  sections: PlannedChange['sections'],
): string {
  const key = headingsOf(before.roadmap).find(({ id }) => id === about)?.section.key;
  if (key === undefined && about !== '') return about;
  // A section that the change adds has no old key, and its `about` is empty.
  return headingsOf(now.roadmap).find(({ section }) => sections.get(section.key) === key)?.id ?? '';
}

/** The topics that were not there before, in the order of the file. */
function addedBy(before: Editable, { roadmap }: Editable): readonly TopicNode[] {
  return roadmap.nodes.filter(({ id }) => !before.roadmap.byId.has(id));
}

/** Whether an edit adds topics. Others may give a topic a new id as well: two that are merged are a third one. */
const adds = ({ kind }: Edit): boolean => kind === 'add' || kind === 'add-section';

/** Names the first of the topics that were added, and where they are if that is the end of their section. */
function saidToAdd({ words }: Call, { roadmap }: Editable, added: readonly TopicNode[]): readonly string[] {
  const last = added.at(-1);
  if (last === undefined) return [];
  const titles = added.slice(0, ADDED).map((node) => `**${title(node)}**`);
  const more = added.length - titles.length;
  const ofSection = roadmap.nodes.filter(({ section }) => section.key === last.section.key);
  const isAtEnd = added.length < ofSection.length && ofSection.at(-1) === last;
  const named = words.list([...titles, ...(more > 0 ? [words.importing.others(more)] : [])]);
  return [words.editing.added(named, isAtEnd)];
}

/** So many of the topics that were added are named. */
const ADDED = 5;

/** After the first change, the call is about the owner's own copy. */
async function editableNow(call: Call, id: string): Promise<Editable> {
  const roadmap = await call.app.library.roadmap(call.app.db, id);
  return editable(roadmap === null ? call : { ...call, roadmap });
}

/** Says who changed the roadmap and when. */
async function meanwhile({ app, words, now }: Call, { roadmap }: Editable): Promise<string> {
  const [last] = await versionsOf(app.db, roadmap.id);
  const by = last?.madeBy ?? null;
  return words.editing.changedMeanwhile(
    by === null ? words.editing.somebody : mention(by),
    when(last?.at ?? now, 'R'),
  );
}

/** @returns a sentence on what is wrong with a change, or null for an error of another kind */
function problemOf({ words }: Call, { roadmap }: Editable, error: unknown): string | null {
  if (error instanceof RoadmapError) return words.editing.problem.limits;
  if (!(error instanceof EditError)) return null;
  const problem: EditProblem = error.problem;
  if (problem.code !== 'cycle') return words.editing.problem[problem.code];
  const titles = problem.keys.slice(0, 8).map((key) => {
    const named = roadmap.byKey.get(key)?.topic.title ?? key;
    return `**${inline(clip(plain(named), 60))}**`;
  });
  return words.editing.problem.cycle(words.list(titles));
}
