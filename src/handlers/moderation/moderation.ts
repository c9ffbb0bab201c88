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
  reportsOf,
  type Subject,
} from '../../store/moderation/reports.ts';
import { takeDownApp, takeDownWork, takeUntold } from '../../store/moderation/takedowns.ts';
import { saysAnything } from '../../text/substance.ts';
import {
  REASON,
  reasonForm,
  reportsView,
  takedownsNotice,
  takenDownView,
} from '../../view/moderation/moderation.ts';
import { goneView } from '../../view/showcase/gallery.ts';
import { nothingWrittenView, refusedView, saidView } from '../../view/proofs/shared-work.ts';
import { customId } from '../../view/custom-id.ts';
import { givingBack, shownHere } from '../proofs/shared-work.ts';
import { buildPressed, showcaseGuild } from '../showcase/builds.ts';

const kind = z.enum(['work', 'app']);

/** The subject of a button or form, from the arguments of its id. */
export function subjectOf([what, id = '']: readonly string[]): Subject {
  return argument(kind, what) === 'work' ? { kind: 'work', proofId: id } : { kind: 'app', buildId: id };
}

/**
 * *Report*: opens the form of a report, or for organisers the form that takes the subject down. Both ask for a
 * reason.
 */
export async function openReport(call: PressCall, subject: Subject): Promise<Answer> {
  const authors = await authorsOf(call, subject);
  if (mayOrganise(call)) return ask(reasonForm(call.words, 'take-down', subject));
  await demandReporter(call, subject, authors);
  return ask(reasonForm(call.words, 'report', subject));
}

/** Stores a member's report. Only organisers see it. */
export function submitReport(call: FormCall, subject: Subject): Promise<Answer> {
  const { app, actor, words } = call;
  return withReason(call, subject, async (reason) => {
    await demandReporter(call, subject, await authorsOf(call, subject));
    await report(app.db, actor, memberGuild(call), { subject, reason });
    return tell(saidView(words, [words.moderation.reported]));
  });
}

/**
 * Takes down work or an app that is shown in a guild. Its authors read the reason below their next command there.
 * @throws Refusal for anybody but organisers
 */
export function submitTakeDown(call: FormCall, subject: Subject): Promise<Answer> {
  const { app, actor, words } = call;
  const guildId = organiserGuild(call);
  return withReason(call, subject, async (reason) => {
    if (subject.kind === 'app') {
      const { id, topicId, team } = await buildPressed(call, subject.buildId);
      await takeDownApp(app.db, actor, guildId, { buildId: id, topicId, team, reason });
    } else {
      const { proof, node, share, guild } = await shownHere(call, subject.proofId, ...METHODS);
      await takeDownWork(app.db, actor, guildId, { proofId: proof.id, reason });
      const left = takenDownView(app.wordsFor(guild.locale), node.topic.title);
      if (share.post !== null) await editPost(app, guildId, share.post, left);
    }
    return tell(saidView(words, [words.moderation.done]));
  });
}

/** The guild's open reports, for its organisers only. */
export async function showReports(call: Call): Promise<Answer> {
  return show(reportsView(call.words, await reportsOf(call.app.db, organiserGuild(call))));
}

/** Dismisses the reports on something, which stays shown. */
export async function dismiss(call: PressCall, subject: Subject): Promise<Answer> {
  const { app, actor, words } = call;
  const guildId = organiserGuild(call);
  await dismissReports(app.db, actor, guildId, subject);
  return show(reportsView(words, await reportsOf(app.db, guildId), words.moderation.stands));
}

/** Tells members, below their next command in the guild, which of their work organisers took down. */
export const takedownNotice: Notice = async ({ app, guildId, userId, words, now }) => {
  const untold = guildId === null ? [] : await takeUntold(app.db, userId, guildId, now);
  return untold.length === 0 ? null : takedownsNotice(words, untold);
};

/** The people who made it. @throws Refusal if it is not shown in the guild (any more) */
async function authorsOf(call: Call, subject: Subject): Promise<readonly string[]> {
  if (subject.kind === 'work') return [(await shownHere(call, subject.proofId, ...METHODS)).proof.userId];
  const build = await buildPressed(call, subject.buildId);
  if (!build.isShown) throw new Refusal(goneView);
  return build.team;
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
  work: (reason: string) => Promise<Answer>,
): Promise<Answer> {
  const typed = call.fields.getTextInputValue(REASON.reason).slice(0, REASON.length);
  return givingBack(typed, async () => {
    if (saysAnything(typed)) return work(typed.trim());
    const id = subject.kind === 'work' ? subject.proofId : subject.buildId;
    return tell(nothingWrittenView(call.words, customId('report', subject.kind, id)));
  });
}
