import { type Answer, ask } from '../../../discord/answer.ts';
import type { Call, FormCall, PressCall, SlashCall } from '../../../discord/command.ts';
import { mayOrganise, organiserGuild } from '../../../discord/permissions.ts';
import { Refusal } from '../../../discord/refusal.ts';
import { importedJson } from '../../../roadmap/export.ts';
import { inTurns } from '../../../roadmap/in-turns.ts';
import { previewInSteps } from '../../../roadmap/preview.ts';
import { fold } from '../../../text/fold.ts';
import { ensureGuild } from '../../../store/members/guilds.ts';
import { changeImport, keepImport } from '../../../store/roadmaps/imports.ts';
import { roadmapWithLink } from '../../../store/roadmaps/links.ts';
import { customId } from '../../../view/custom-id.ts';
import { IMPORT_FIELD, importForm } from '../../../view/roadmaps/importing/text-form.ts';
import { notReadView } from '../../../view/roadmaps/importing/answers.ts';
import { showImport, showProposal } from './preview.ts';
import { proposalFor, targetsFor } from './proposal.ts';
import { orRefused, type Source, sourceOfFile, sourceOfLink } from './sources.ts';
import { ownerOf, waitingImport } from './waiting.ts';
import { serverLocale } from '../../../discord/call.ts';

/** Whom an import is for, as the option and custom ids write it. */
export const SCOPES = ['server', 'me'] as const;
type Scope = (typeof SCOPES)[number];

/** The longest link, in characters. */
export const LINK_LENGTH = 500;

/**
 * Begins an import from a file or a link, or asks for a text if neither is given.
 * @throws Refusal if it cannot be read, or if anybody but an organiser imports for the server
 */
export async function startImport(call: SlashCall): Promise<Answer> {
  const scope = scopeOf(call, call.options.getString('scope'));
  const file = call.options.getAttachment('file');
  const link = call.options.getString('link')?.trim() ?? '';
  if (file !== null && link !== '') throw new Refusal((words) => notReadView(words, 'both'));
  if (link !== '') return alone(call, async () => readIn(call, scope, await sourceOfLink(call, link)));
  if (file === null) {
    const id = customId('import-text', scope);
    return ask(importForm(call.words, id), id);
  }
  return alone(call, async () => readIn(call, scope, await sourceOfFile(call, file)));
}

/** Opens the form again: empty, or with what was typed before. `about`: whom it is for, or the id of an import. */
export async function openImportForm(call: PressCall, about: string | undefined): Promise<Answer> {
  if (isScope(about)) {
    scopeOf(call, about);
    return ask(importForm(call.words, customId('import-text', about)));
  }
  const { id, source, readAs } = await waitingImport(call, about);
  const typed = { text: source, title: readAs.title ?? '' };
  return ask(importForm(call.words, customId('import-text', id), typed));
}

/** Takes a pasted text, either a new one or a correction of an earlier one. */
export async function takeImportForm(call: FormCall): Promise<Answer> {
  const [about] = call.args;
  const { fields, words } = call;
  const title = fields.getTextInputValue(IMPORT_FIELD.title).trim();
  const typed = title === '' ? {} : { title };
  const text = fields.getTextInputValue(IMPORT_FIELD.text);
  if (isScope(about)) {
    return readIn(call, scopeOf(call, about), {
      text,
      ...typed,
      untitled: words.importing.untitled,
      base: null,
      link: null,
    });
  }
  const waiting = await waitingImport(call, about);
  const { untitled = words.importing.untitled } = waiting.readAs;
  const readAs = { ...typed, untitled, base: null, bullets: await isBulletsFirst(text) };
  const changed = await changeImport(call.app.db, call.actor, waiting, {
    source: text,
    readAs,
    answers: new Map(),
  });
  return showImport(call, changed ?? (await waitingImport(call, about)));
}

/** Stores what was read until its owner decides about it, and shows it. */
async function readIn(call: Call, scope: Scope, source: Source): Promise<Answer> {
  const { link } = source;
  // A JSON export says itself how its text has to be read.
  const given = importedJson(source.text);
  const text = given?.source ?? source.text;
  const { untitled = source.untitled, base = source.base } = given?.readAs ?? {};
  const typed = source.title ?? given?.readAs.title;
  const names = { ...(typed !== undefined && { title: typed }), untitled };
  const preview = await orRefused(() => inTurns(previewInSteps(text, { ...names, base })));
  const { first, boxes, bullets } = preview;
  const isBullets = (given?.readAs.bullets ?? first === 'bullets') && bullets !== null;
  const reading = isBullets ? bullets : boxes;
  const guildId = scope === 'server' ? organiserGuild(call) : null;
  if (guildId !== null) {
    await ensureGuild(call.app.db, guildId, serverLocale(call), call.now);
  }
  const targets = await targetsFor(call, { guildId, userId: call.userId });
  const linked =
    link === null
      ? null
      : await roadmapWithLink(call.app.db, ownerOf({ guildId, userId: call.userId }), link);
  const named = targets.find(({ title }) => fold(title) === fold(reading.roadmap.title));
  const waiting = await keepImport(call.app.db, call.actor, {
    guildId,
    target: linked ?? named?.id ?? null,
    baseRevision: null,
    known: null,
    source: text,
    readAs: { ...names, base, bullets: isBullets },
    link,
  });
  return showProposal(call, await proposalFor(call, waiting, preview));
}

async function isBulletsFirst(text: string): Promise<boolean> {
  return (await orRefused(() => inTurns(previewInSteps(text)))).first === 'bullets';
}

/** Fetching and reading a file is heavy, so each person can import only one at a time. */
export async function alone<T>({ app, userId }: Call, work: () => Promise<T>): Promise<T> {
  if (app.importing.has(userId)) throw new Refusal((words) => notReadView(words, 'busy'));
  app.importing.add(userId);
  try {
    return await work();
  } finally {
    app.importing.delete(userId);
  }
}

function isScope(about: string | undefined): about is Scope {
  return SCOPES.some((scope) => scope === about);
}

/**
 * Whom an import is for. For organisers in their server it is the server by default.
 * @throws Refusal if anybody but an organiser imports for the server, or outside of servers
 */
function scopeOf(call: Call, named: string | null): Scope {
  const scope = SCOPES.find((one) => one === named) ?? (mayOrganise(call) ? 'server' : 'me');
  if (scope === 'server') organiserGuild(call);
  return scope;
}
