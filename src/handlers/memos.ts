import { z } from 'zod';
import { type Answer, ask, show, tell } from '../discord/answer.ts';
import { labelsOf, type Labels } from '../discord/choices.ts';
import type { Call, Choice, FormCall, PressCall, TypingCall } from '../discord/command.ts';
import { argument, Refusal } from '../discord/refusal.ts';
import { zoneAround } from '../store/members/clocks.ts';
import { correctMemo, draftMemo, keepMemo, MOST_MEMOS, snoozeMemo } from '../store/memos/asking.ts';
import { planMemo } from '../store/memos/due.ts';
import { allMemosOf, memoOf, memosOf, removeMemo } from '../store/memos/list.ts';
import type { Memo, MemoTime } from '../store/memos/memo.ts';
import type { Db } from '../store/schema.ts';
import { nextMemo } from '../schedule/memo-time.ts';
import { words as wordsOf } from '../text/fold.ts';
import type { Once, Repeated, WhenProblem } from '../time/when/meaning.ts';
import { outdatedView } from '../view/failure.ts';
import { inline, plain } from '../view/escape.ts';
import { memoKept, memoPreview, memoProblem, memoZoneView } from '../view/memos/asking.ts';
import { MEMO_FIELD, memoForm } from '../view/memos/form.ts';
import { memoLabel, memoList, memoNote } from '../view/memos/list.ts';
import type { Clock } from '../view/memos/times.ts';
import { typedTimes } from './typed-time.ts';
import { localAt, localDate } from '../time/local.ts';
import { HOUR } from '../time/units.ts';

export { MEMO_LENGTH } from '../view/memos/form.ts';

/** The local hour of a reminder if the member typed a day without an hour. */
const USUAL_HOUR = 9;

/**
 * Stores what a member wants to be reminded of, and shows how the bot understood it. `here`: the reminder shall come
 * in this channel, instead of by direct message.
 */
export async function askForMemo(call: Call, what: string, said: string, here: boolean): Promise<Answer> {
  const timeZone = await knownZone(call);
  if (timeZone === null) return show(memoZoneView(call.words));
  const channelId = here ? await channelHere(call) : null;
  const id = await draftMemo(call.app.db, call.actor, {
    what: plain(what),
    said: plain(said),
    timeZone,
    locale: call.interaction.locale,
    channelId,
    guildId: channelId === null ? null : call.guildId,
  });
  return understood(call, await ownMemo(call, id), here && channelId === null);
}

/** Opens a form in which the member can correct what they typed. */
export async function openMemoForm(call: PressCall): Promise<Answer> {
  const memo = await ownMemo(call, call.args[0]);
  return memo.isKept ? tell(memoNote(call.words.memo.gone)) : ask(memoForm(call.words, memo));
}

/** Stores the corrected text, and shows how the bot understood it. */
export async function takeMemoForm(call: FormCall): Promise<Answer> {
  const memo = await ownMemo(call, call.args[0]);
  const typed = (field: string): string => plain(call.fields.getTextInputValue(field));
  const corrected = { what: typed(MEMO_FIELD.what), said: typed(MEMO_FIELD.when) };
  await correctMemo(call.app.db, call.actor, memo.id, corrected);
  return understood(call, await ownMemo(call, memo.id), false);
}

/** Keeps a memo with the meaning that the member chose. */
export async function keep(call: PressCall): Promise<Answer> {
  const memo = await ownMemo(call, call.args[0]);
  if (memo.isKept)
    return show(memoKept(call.words, memo, memo.next?.at ?? memo.askedAt, clockOf(call, memo)));
  const choices = meanings(call, memo);
  if (typeof choices === 'string') return show(memoProblem(call.words, memo, choices));
  const choice = choices[argument(index, call.args[1])];
  if (choice === undefined) throw new Refusal(outdatedView);
  // The member answered so late that the time has passed.
  if (choice.at <= call.now) return show(memoProblem(call.words, memo, 'past'));
  const kept = await keepMemo(call.app.db, call.actor, memo.id, {
    repeat: choice.is === 'once' ? null : choice,
    next: { at: choice.at, date: dateAt(choice.at, memo.timeZone) },
  });
  const { memo: say } = call.words;
  if (kept === 'full') return show(memoNote(say.full(MOST_MEMOS)));
  if (kept === 'gone') return show(memoNote(say.gone));
  // Another press may have kept it in its other meaning just before.
  return show(memoKept(call.words, kept, kept.next?.at ?? choice.at, clockOf(call, memo)));
}

/** For so long, in ms, a member may still mean to confirm a draft. */
const DRAFT = HOUR;

/** Shows what the member will be reminded of. */
export async function listMemos(call: Call, note: string | null = null): Promise<Answer> {
  const { app, now, userId, words } = call;
  const all = await allMemosOf(app.db, userId);
  const hasDraft = all.some(({ kept, asked_at }) => kept === 0 && asked_at > now - DRAFT);
  return show(
    memoList(words, await memosOf(app.db, userId), { timeZone: call.member.timeZone, now }, note, hasDraft),
  );
}

/** Suggests memos to remove that fit the typed text. */
export async function completeMemo({ app, userId, typed }: TypingCall): Promise<readonly Choice[]> {
  const memos = await memosOf(app.db, userId);
  const wanted = wordsOf(typed.text);
  const fitting = memos.filter(({ what }) =>
    wanted.every((word) => wordsOf(what).some((of) => of.startsWith(word))),
  );
  return labelsOfMemos(memos).choices(fitting);
}

/** Removes a memo. `typed`: its id, or the label of a suggestion. */
export async function removeTyped(call: Call, typed: string): Promise<Answer> {
  const memos = await memosOf(call.app.db, call.userId);
  return remove(call, labelsOfMemos(memos).labelled(typed)?.id ?? typed);
}

/** Removes the memo that the member chose from the list. */
export function removeChosen(call: PressCall): Promise<Answer> {
  return remove(call, call.values[0] ?? call.args[0] ?? '');
}

async function remove(call: Call, id: string): Promise<Answer> {
  const { words, app, userId } = call;
  const memo = await memoOf(app.db, userId, id);
  const isRemoved = memo !== null && (await removeMemo(app.db, userId, memo.id));
  return listMemos(call, isRemoved ? words.memo.removed(inline(memo.what)) : words.memo.gone);
}

/** Deletes a memo that the member has not kept. */
export async function dropMemo(call: PressCall): Promise<Answer> {
  const memo = await ownMemo(call, call.args[0]);
  if (!memo.isKept) await removeMemo(call.app.db, call.userId, memo.id);
  return listMemos(call);
}

/**
 * Removes a repeating memo, by the button under its message. In a channel others see this button too, and get a
 * refusal.
 */
export async function endMemo(call: PressCall): Promise<Answer> {
  const memo = await ownMemo(call, call.args[0]);
  await removeMemo(call.app.db, call.userId, memo.id);
  return tell(memoNote(call.words.memo.removed(inline(memo.what))));
}

/** Puts off a memo that was sent: by an hour, or to the same local time tomorrow. */
export async function snooze(call: PressCall): Promise<Answer> {
  const { app, now, words } = call;
  const [by, id] = call.args;
  const memo = await ownMemo(call, id);
  const timeZone = call.member.timeZone ?? memo.timeZone;
  const next = argument(z.enum(['hour', 'day']), by) === 'hour' ? now + HOUR : dayLater(now, timeZone);
  const isKept = await snoozeMemo(app.db, call.actor, memo, { at: next, date: dateAt(next, timeZone) });
  return tell(
    isKept ? memoKept(words, memo, next, { timeZone, now }) : memoNote(words.memo.full(MOST_MEMOS)),
  );
}

/** Plans a member's repeating memos for the time zone that they have changed to. `now`: epoch ms. */
export async function replanMemos(db: Db, userId: string, timeZone: string, now: number): Promise<void> {
  for (const memo of await memosOf(db, userId)) {
    // A memo that is just being sent plans its next time itself afterwards.
    if (memo.repeat === null || memo.next === null || memo.claim !== null) continue;
    const again: MemoTime | null = nextMemo({ ...memo, next: null }, timeZone, now);
    if (again !== null) await planMemo(db, memo.id, again, now);
  }
}

const index = z.string().regex(/^\d$/).transform(Number);

/** @throws Refusal if the member has no such memo */
async function ownMemo({ app, userId }: Call, id: string | undefined): Promise<Memo> {
  const memo = await memoOf(app.db, userId, id ?? '');
  if (memo !== null) return memo;
  throw new Refusal(({ memo: say }) => memoNote(say.gone));
}

async function understood(call: Call, memo: Memo, isTurned: boolean): Promise<Answer> {
  const choices = meanings(call, memo);
  if (typeof choices === 'string') return show(memoProblem(call.words, memo, choices));
  return show(memoPreview(call.words, { memo, choices, timeZone: memo.timeZone, now: call.now, isTurned }));
}

/**
 * The possible meanings of the typed time. They count from the moment of typing, so they stay as the member saw them.
 */
function meanings({ words }: Call, memo: Memo): readonly (Once | Repeated)[] | WhenProblem {
  const reader = { now: memo.askedAt, timeZone: memo.timeZone, usualHour: USUAL_HOUR };
  return typedTimes(words, memo.said, reader);
}

/** The time zone that the member has set, or else one that a group of theirs has set. Null if there is none. */
function knownZone({ app, userId, guildId, member }: Call): Promise<string | null> {
  return member.timeZone === null ? zoneAround(app.db, userId, guildId) : Promise.resolve(member.timeZone);
}

/** This channel if the member may write in it, else null. Does not check whether the bot may. */
async function channelHere({ app, guildId, channelId, userId }: Call): Promise<string | null> {
  if (guildId === null) return null;
  const writers = [userId, app.client.user?.id ?? ''];
  const may = await Promise.all(writers.map((id) => app.outbox.mayWrite(channelId, id)));
  return may.every(Boolean) ? channelId : null;
}

/** The clock by which a memo was typed. */
function clockOf({ now }: Call, { timeZone }: Memo): Clock {
  return { timeZone, now };
}

function labelsOfMemos(memos: readonly Memo[]): Labels<Memo> {
  return labelsOf(memos, (memo) => ({ short: memoLabel(memo), full: memoLabel(memo) }));
}

function dayLater(now: number, timeZone: string): number {
  return localAt(now, timeZone).add({ days: 1 }).epochMilliseconds;
}

function dateAt(at: number, timeZone: string): string {
  return localDate(at, timeZone);
}
