import { z } from 'zod';
import { type Answer, show } from '../../discord/answer.ts';
import type { Call, PressCall } from '../../discord/command.ts';
import { argument } from '../../discord/refusal.ts';
import { proofWithId } from '../../store/proofs/proofs.ts';
import { hasJoined } from '../../store/members/memberships.ts';
import { chooseLending, hasToLend, lendsWork, type LentWork, lentWork } from '../../store/review/lent.ts';
import { steadyId } from '../../store/steady-id.ts';
import { cuesOf } from '../../study/review/cues.ts';
import { studyDay } from '../../time/study-day.ts';
import { carriedNumber } from '../../view/custom-id.ts';
import { otherView, othersRestView } from '../../view/review/others.ts';
import { memberOfGroup } from '../company/member-of-group.ts';

/** What others let the member review with, and whether the member lends their own work. */
export async function showOthers(call: Call): Promise<Answer> {
  const guildId = await inGroup(call);
  const lends = await lendsWork(call.app.db, guildId, call.userId);
  return show(othersRestView(call.words, lends, (await lentTo(call, guildId)).length === 0));
}

/** Asks a question from others' work. */
export function askOther(call: PressCall): Promise<Answer> {
  return other(call, argument(carriedNumber, call.args[0]), null);
}

/** Shows the work from which the question is. */
export function revealOther(call: PressCall): Promise<Answer> {
  return other(call, argument(carriedNumber, call.args[0]), call.args[1] ?? '');
}

/** Lets others review with what the member shared in this group, or no longer. */
export async function lend(call: PressCall): Promise<Answer> {
  const isOn = argument(z.enum(['0', '1']), call.args[0]) === '1';
  await chooseLending(call.app.db, call.actor, await inGroup(call), isOn);
  return showOthers(call);
}

/** Whether there is anything of others to review with, or of the member's own to lend. */
export async function hasOthers(call: Call): Promise<boolean> {
  const { app, guildId, userId } = call;
  if (guildId === null || !(await hasJoined(app.db, guildId, userId))) return false;
  return (await hasToLend(app.db, guildId, userId)) || (await lentTo(call, guildId)).length > 0;
}

/** @param revealed the work to show; it may have been removed since it was asked about */
async function other(call: PressCall, place: number, revealed: string | null): Promise<Answer> {
  const { app, roadmap, words } = call;
  const all = await lentTo(call, await inGroup(call));
  const work = all[place];
  const proof = work === undefined ? null : await proofWithId(app.db, work.proofId);
  const node = work === undefined ? undefined : roadmap.byId.get(work.topicId);
  if (work === undefined || proof === null || node === undefined) return showOthers(call);
  const sheet = proof.parts.join('\n\n');
  return show(
    otherView(words, {
      node,
      authorId: work.authorId,
      proofId: work.proofId,
      cues: cuesOf(sheet),
      sheet: revealed === work.proofId ? sheet : null,
      place,
      count: all.length,
    }),
  );
}

/** What others lend, in an order of its own for each member and day. */
async function lentTo(call: Call, guildId: string): Promise<readonly LentWork[]> {
  const { app, userId, roadmap, member, timeZone, now } = call;
  const today = studyDay(now, timeZone, member.dayStart);
  const lot = ({ proofId }: LentWork): string => steadyId(userId, today, proofId);
  const known = (await lentWork(app.db, guildId, userId, roadmap.id)).filter(({ topicId }) =>
    roadmap.byId.has(topicId),
  );
  return known.toSorted((a, b) => (lot(a) < lot(b) ? -1 : 1));
}

function inGroup(call: Call): Promise<string> {
  return memberOfGroup(call, (words) => words.reviewOthers.joinFirst);
}
