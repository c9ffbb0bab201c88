import { z } from 'zod';
import { type Answer, ask, show, tell } from '../../discord/answer.ts';
import type { Call, FormCall, PressCall } from '../../discord/command.ts';
import type { Notice } from '../../discord/handlers.ts';
import { mayOrganise, memberGuild, organiserGuild } from '../../discord/permissions.ts';
import { editPost } from '../../discord/posts.ts';
import { argument, Refusal } from '../../discord/refusal.ts';
import { METHODS } from '../../roadmap/roadmap.ts';
import {
  dismissReports,
  hasReported,
  report,
  type Report,
  reportsOf,
  type Subject,
} from '../../store/moderation/reports.ts';
import { takeDownApp, takeDownWork, takeUntold } from '../../store/moderation/takedowns.ts';
import { topicFor } from '../../store/roadmaps/topic-for.ts';
import { saysAnything } from '../../text/substance.ts';
import {
  type OpenedIn,
  REASON,
  reportForm,
  reportId,
  reportsView,
  takeDownForm,
  takedownsNotice,
  takenDownView,
} from '../../view/moderation/moderation.ts';
import { goneView } from '../../view/showcase/gallery.ts';
import { nothingWrittenView, refusedView, saidView } from '../../view/proofs/shared-work.ts';
import { givingBack, shownHere } from '../proofs/shared-work.ts';
import { buildPressed, showcaseGuild } from '../showcase/builds.ts';

const kind = z.enum(['work', 'app']);

/** The subject of a button or form, from the arguments of its id. */
export function subjectOf([what, id = '']: readonly string[]): Subject {
  return argument(kind, what) === 'work' ? { kind: 'work', proofId: id } : { kind: 'app', buildId: id };
}

/** Where a form of taking down was opened: in the list of reports, or elsewhere. */
export function openedIn([, , where]: readonly string[]): OpenedIn {
  return argument(z.literal('list').nullable(), where ?? null);
}

/** Whether something was opened from the list of reports, from the last argument of its button. */
export function listedIn(carried: string | undefined): 'reported' | null {
  return argument(z.literal('reported').nullable(), carried ?? null);
}

/**
 * *Report*: opens the form of a report, or for organisers the form that takes the subject down. Both ask for a
 * reason.
 */
export async function openReport(call: PressCall, subject: Subject, from: OpenedIn): Promise<Answer> {
  const { words } = call;
  const { authors, topicId, title } = await shownSubject(call, subject);
  if (mayOrganise(call)) {
    return ask(takeDownForm(words, subject, (await titleFor(call, topicId)) ?? title, from));
  }
  await demandReporter(call, subject, authors);
  return ask(reportForm(words, subject));
}

/** Stores a member's report. Only organisers see it. */
export function submitReport(call: FormCall, subject: Subject): Promise<Answer> {
  const { app, actor, words } = call;
  return withReason(call, subject, null, async (reason) => {
    await demandReporter(call, subject, (await shownSubject(call, subject)).authors);
    await report(app.db, actor, memberGuild(call), { subject, reason });
    return tell(saidView(words, [words.moderation.reported]));
  });
}

/**
 * Takes down work or an app that is shown in a guild. Its authors read the reason below their next command there. The
 * list of reports stays as it was, and says what was taken down.
 * @throws Refusal for anybody but organisers
 */
export function submitTakeDown(call: FormCall, subject: Subject, from: OpenedIn): Promise<Answer> {
  const { app, actor, words } = call;
  const guildId = organiserGuild(call);
  return withReason(call, subject, from, async (reason) => {
    const listed = from === 'list' ? await reportsIn(call, guildId) : [];
    if (subject.kind === 'app') {
      const { id, topicId, team } = await buildPressed(call, subject.buildId);
      await takeDownApp(app.db, actor, guildId, { buildId: id, topicId, team, reason });
    } else {
      const { proof, node, share, guild } = await shownHere(call, subject.proofId, ...METHODS);
      await takeDownWork(app.db, actor, guildId, { proofId: proof.id, reason });
      const left = takenDownView(app.wordsFor(guild.locale), node.topic.title);
      if (share.post !== null) await editPost(app, guildId, share.post, left);
    }
    return from === 'list'
      ? show(reportsView(words, listed, { note: words.moderation.done, takenDown: subject }))
      : tell(saidView(words, [words.moderation.done]));
  });
}

/** The guild's open reports, for its organisers only. */
export async function showReports(call: Call): Promise<Answer> {
  return show(reportsView(call.words, await reportsIn(call, organiserGuild(call))));
}

/** Dismisses the reports on something, which stays shown. */
export async function dismiss(call: PressCall, subject: Subject): Promise<Answer> {
  const { app, actor, words } = call;
  const guildId = organiserGuild(call);
  await dismissReports(app.db, actor, guildId, subject);
  return show(reportsView(words, await reportsIn(call, guildId), { note: words.moderation.stands }));
}

/** Tells members, below their next command in the guild, which of their work organisers took down. */
export const takedownNotice: Notice = async (call) => {
  const { app, guildId, userId, words, now } = call;
  const untold = guildId === null ? [] : await takeUntold(app.db, userId, guildId, now);
  return untold.length === 0 ? null : takedownsNotice(words, await inLanguageOf(call, untold));
};

/** The guild's open reports, with titles in the reader's language. */
async function reportsIn(call: Call, guildId: string): Promise<readonly Report[]> {
  return inLanguageOf(call, await reportsOf(call.app.db, guildId));
}

/** The same with titles in the reader's language. A topic that has left its roadmap keeps the title it had. */
async function inLanguageOf<About extends { readonly topicId: string; readonly title: string }>(
  call: Pick<Call, 'app' | 'words'>,
  about: readonly About[],
): Promise<readonly About[]> {
  return Promise.all(
    about.map(async (one) => ({ ...one, title: (await titleFor(call, one.topicId)) ?? one.title })),
  );
}

async function titleFor({ app, words }: Pick<Call, 'app' | 'words'>, topicId: string) {
  return (await topicFor(app, topicId, words.locale))?.topic.title ?? null;
}

interface ShownSubject {
  /** The people who made it. */
  readonly authors: readonly string[];
  readonly topicId: string;
  readonly title: string;
}

/** @throws Refusal if it is not shown in the guild (any more) */
async function shownSubject(call: Call, subject: Subject): Promise<ShownSubject> {
  if (subject.kind === 'work') {
    const { proof, node } = await shownHere(call, subject.proofId, ...METHODS);
    return { authors: [proof.userId], topicId: proof.topicId, title: node.topic.title };
  }
  const build = await buildPressed(call, subject.buildId);
  if (!build.isShown) throw new Refusal(goneView);
  return { authors: build.team, topicId: build.topicId, title: build.title };
}

/** @throws Refusal for people outside of the group, for its authors, and for those who have already reported it */
async function demandReporter(call: Call, subject: Subject, authors: readonly string[]): Promise<void> {
  const { app, userId } = call;
  const guildId = await showcaseGuild(call);
  if (authors.includes(userId)) throw new Refusal((words) => refusedView(words.moderation.own));
  if (await hasReported(app.db, userId, guildId, subject)) {
    throw new Refusal((words) => refusedView(words.moderation.before));
  }
}

function withReason(
  call: FormCall,
  subject: Subject,
  from: OpenedIn,
  work: (reason: string) => Promise<Answer>,
): Promise<Answer> {
  const typed = call.fields.getTextInputValue(REASON.reason).slice(0, REASON.length);
  return givingBack(typed, async () => {
    if (saysAnything(typed)) return work(typed.trim());
    return tell(nothingWrittenView(call.words, reportId(subject, from)));
  });
}
