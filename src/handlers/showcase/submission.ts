import type { Attachment } from 'discord.js';
import { z } from 'zod';
import type { TopicNode } from '../../roadmap/outline.ts';
import { draftOf, dropDraft, keepDraft } from '../../store/proofs/drafts.ts';
import { buildBy } from '../../store/showcase/builds.ts';
import { type Picture, submissionOf, submitApp } from '../../store/showcase/submissions.ts';
import { isSane, readPicture } from '../../files/picture.ts';
import { submissionFaults } from '../../study/showcase.ts';
import { webAddress } from '../../text/web-address.ts';
import {
  almostView,
  SUBMISSION_FIELD,
  submissionForm,
  type SubmissionProblem,
  type TypedSubmission,
} from '../../view/showcase/form.ts';
import { title } from '../../view/topics/topic-text.ts';
import { type Answer, ask, show } from '../../discord/answer.ts';
import type { Call, FormCall } from '../../discord/command.ts';
import { download, DownloadError } from '../../discord/download.ts';
import { showcaseGuild } from './builds.ts';
import { galleryPage } from './gallery.ts';

/** In bytes. */
const PICTURE_LIMIT = 5 * 1024 * 1024;

/** A form that was refused. The picture is stored in it, because a form cannot show it as chosen again. */
const draft = z.object({
  repository: z.string(),
  live: z.string(),
  alt: z.string(),
  differently: z.string(),
  picture: z.object({ type: z.enum(['png', 'jpeg', 'webp', 'gif']), base64: z.string() }).nullable(),
});

type Draft = TypedSubmission & { readonly picture: Picture | null };
const NOTHING: TypedSubmission = { repository: '', live: '', alt: '', differently: '' };

/** Opens the form, with the texts of a refused form, or with the present submission. */
export async function openForm(call: Call, app: TopicNode): Promise<Answer> {
  const guildId = await showcaseGuild(call);
  const kept = await keptDraft(call, guildId, app.id);
  const own = await buildBy(call.app.db, guildId, call.userId, app.id);
  const shown = own === null ? null : await submissionOf(call.app.db, own.id);
  const before = shown === null ? NOTHING : typedAs(shown);
  const hasPicture = (kept?.picture ?? shown?.picture ?? null) !== null;
  return ask(submissionForm(call.words, app, kept ?? before, hasPicture));
}

/** Stores the form's content and shows it, or returns it with everything that has to be corrected. */
export async function takeForm(call: FormCall, app: TopicNode): Promise<Answer> {
  const guildId = await showcaseGuild(call);
  const { db } = call.app;
  const typed = typedIn(call);
  const read = await readPictureOf(call);
  const kept = await keptDraft(call, guildId, app.id);
  const picture = read.picture ?? kept?.picture ?? null;
  const [repository, liveUrl] = [webAddress(typed.repository), webAddress(typed.live)];
  const problems: SubmissionProblem[] = [
    ...submissionFaults(typed),
    ...(read.problem === null ? [] : [read.problem]),
  ];
  const key = draftKey(guildId, app.id);
  if (repository === null || problems.length > 0) {
    await keepDraft(db, call.userId, key, packed({ ...typed, picture }), call.now);
    return show(almostView(call.words, app, typed, problems, picture !== null));
  }
  const work = {
    repository,
    liveUrl,
    differently: typed.differently,
    alt: typed.alt,
    picture,
  };
  const { buildId, isNew } = await submitApp(db, call.actor, { guildId, topicId: app.id }, work);
  await dropDraft(db, call.userId, key);
  const { showcase } = call.words;
  const said = isNew ? showcase.shown(title(app)) : showcase.changed;
  return show(
    await galleryPage(call, {
      scope: { kind: 'all' },
      at: buildId,
      audience: 'reader',
      note: isNew ? `${said}\n${showcase.counts}` : said,
    }),
  );
}

/** The picture of the form, or the reason why it is not accepted. Null if there is none. */
async function readPictureOf(
  call: FormCall,
): Promise<{ readonly picture: Picture | null; readonly problem: SubmissionProblem | null }> {
  const file = call.fields.getUploadedFiles(SUBMISSION_FIELD.picture)?.first();
  if (file === undefined) return { picture: null, problem: null };
  try {
    const bytes = await fetched(call, file);
    const header = readPicture(bytes);
    if (header === null) return { picture: null, problem: 'not-a-picture' };
    if (!isSane(header)) return { picture: null, problem: 'odd-size' };
    return { picture: { type: header.type, bytes }, problem: null };
  } catch (error) {
    if (!(error instanceof DownloadError)) throw error;
    return { picture: null, problem: error.fault === 'elsewhere' ? 'not-there' : error.fault };
  }
}

function fetched({ app }: Call, { url, size }: Attachment): Promise<Uint8Array> {
  const { cdn = '' } = app.client.options.rest ?? {};
  return download({ url, size }, { limit: PICTURE_LIMIT, cdn });
}

function typedIn({ fields }: FormCall): TypedSubmission {
  return {
    repository: fields.getTextInputValue(SUBMISSION_FIELD.repository),
    live: fields.getTextInputValue(SUBMISSION_FIELD.live),
    alt: fields.getTextInputValue(SUBMISSION_FIELD.alt),
    differently: fields.getTextInputValue(SUBMISSION_FIELD.differently),
  };
}

function typedAs(shown: NonNullable<Awaited<ReturnType<typeof submissionOf>>>): TypedSubmission {
  return {
    repository: shown.repository,
    live: shown.liveUrl ?? '',
    alt: shown.picture?.alt ?? '',
    differently: shown.differently,
  };
}

async function keptDraft(call: Call, guildId: string, topicId: string): Promise<Draft | null> {
  const kept = draft.safeParse(await draftOf(call.app.db, call.userId, draftKey(guildId, topicId)));
  if (!kept.success) return null;
  const { picture, ...typed } = kept.data;
  return {
    ...typed,
    picture: picture === null ? null : { type: picture.type, bytes: Buffer.from(picture.base64, 'base64') },
  };
}

function packed({ picture, ...typed }: Draft): z.input<typeof draft> {
  return {
    ...typed,
    picture:
      picture === null ? null : { type: picture.type, base64: Buffer.from(picture.bytes).toString('base64') },
  };
}

function draftKey(guildId: string, topicId: string): string {
  return `showcase-${guildId}-${topicId}`;
}
