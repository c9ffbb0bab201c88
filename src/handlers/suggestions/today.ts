import { type Answer, ask, show } from '../../discord/answer.ts';
import type { Call, FormCall } from '../../discord/command.ts';
import type { TopicNode } from '../../roadmap/outline.ts';
import { progressOf, record } from '../../store/progress/progress.ts';
import { comesBack, todaysPicks } from '../../store/suggestions/todays-picks.ts';
import { tally } from '../../study/topics/status.ts';
import type { Message } from '../../view/components.ts';
import { customId } from '../../view/custom-id.ts';
import { clip, inline, plain } from '../../view/escape.ts';
import { type PickDeed, picksView } from '../../view/suggestions/picks.ts';
import { title } from '../../view/topics/topic-text.ts';
import { dayCarried, LATER, laterForm, whichForm } from '../../view/topics/later-form.ts';
import { goalJustReached, goalThisWeek } from '../goals/week.ts';
import { dueNow, ownReviews } from '../review/reviews.ts';
import { changeTopic } from '../topics/changes.ts';
import { startFocus } from '../sessions/own.ts';
import { topicWithId } from '../topics/named.ts';
import { exampleDay, putOffUntil } from '../topics/putting-off.ts';
import { morePicks, swapPicks } from './picks.ts';

/** How many characters of a section's title stand in a line. */
const SECTION_LENGTH = 60;

/** Today's picks as they are now. `deed`: what the member has just done to one of them; `note`: what else has happened. */
export async function showPicks(
  call: Call,
  note: string | null = null,
  deed: PickDeed | null = null,
): Promise<Answer> {
  return show(await ownPicks(call, note, deed));
}

/** The same as a message. If the member has just reached their goal, it says so. */
export async function ownPicks(
  call: Call,
  note: string | null = null,
  deed: PickDeed | null = null,
): Promise<Message> {
  const { picks, progress } = await todaysPicks(call.app.db, call);
  const own = await ownReviews(call);
  const reviews = { due: await dueNow(call, own), ahead: own.ahead.length };
  const news = [note, await goalJustReached(call)].filter((line) => line !== null).join('\n');
  return picksView(call.words, {
    picks,
    progress,
    reviews,
    isBack: await comesBack(call.app.db, call),
    note: news || null,
    goal: await goalThisWeek(call),
    deed,
  });
}

/**
 * Swaps the picks and shows them.
 * @throws AlreadyHandled if this interaction has had its effect
 */
export async function showOtherPicks(call: Call): Promise<Answer> {
  await swapPicks(call);
  return showPicks(call);
}

/**
 * Adds more picks and shows them.
 * @throws AlreadyHandled if this interaction has had its effect
 */
export async function showMorePicks(call: Call): Promise<Answer> {
  await morePicks(call);
  return showPicks(call);
}

/** Starts, pauses or finishes a pick as on the topic's card, but answers with the picks. */
export async function changePick(
  call: Call,
  node: TopicNode,
  action: 'start' | 'done' | 'pause',
): Promise<Answer> {
  // A stage asks for more than a tick, so its card is shown.
  if (node.topic.stage !== null) return changeTopic(call, node, action);
  const changed = await record(call.app.db, call.actor, [{ topicId: node.id, action }]);
  if (changed.length === 0) return showPicks(call);
  const said = call.words.topic.became[action](title(node));
  if (action !== 'done') return showPicks(call, null, deedOf(call, said));
  const progress = await progressOf(call.app.db, call.userId, call.roadmap.id);
  const { done, total } = tally(call.roadmap, progress, node.top);
  const reached = call.words.topic.doneIn(done, total, inline(clip(plain(node.top.title), SECTION_LENGTH)));
  return showPicks(call, null, { ...deedOf(call, `${said} ${reached}`), topicId: node.id });
}

/** What the member has just done, which the same interaction can undo. */
function deedOf({ actor }: Call, said: string): PickDeed {
  return { said, topicId: null, undo: actor.interactionId };
}

/**
 * Asks which of the open picks to put off, and until when.
 * @param carried a date that was typed before, as the button carries it
 */
export async function askUntilWhen(call: Call, carried: string | undefined): Promise<Answer> {
  const open = await openPicks(call);
  const [only, ...others] = open;
  if (only === undefined) return showPicks(call);
  // With a single topic, the form does not ask which. It carries the topic, because the picks may have changed when
  // it is sent.
  const formId = others.length > 0 ? customId('picks-later') : customId('picks-later', only.id);
  return ask(laterForm(call.words, formId, open, exampleDay(call), dayCarried(carried)));
}

/** Puts off the picks that were chosen in the form. */
export async function putOffPicks(call: FormCall): Promise<Answer> {
  const until = putOffUntil(call, 'picks-later');
  const [only] = call.args;
  const topicIds = only === undefined ? chosen(call) : [topicWithId(call, only).id];
  const changed = await record(
    call.app.db,
    call.actor,
    topicIds.map((topicId) => ({ topicId, action: 'snooze', until })),
  );
  return showPicks(
    call,
    null,
    changed.length > 0 ? deedOf(call, call.words.topic.became.snooze(titlesOf(call, topicIds))) : null,
  );
}

/** Asks which of the open picks the member already knows. */
export async function askWhichAreKnown(call: Call): Promise<Answer> {
  const open = (await openPicks(call)).filter((node) => node.topic.stage === null);
  const { iKnow, which } = call.words.today;
  return open.length === 0 ? showPicks(call) : ask(whichForm(customId('picks-known'), iKnow, which, open));
}

/** Ticks off the picks that the member already knows. */
export async function markKnown(call: FormCall): Promise<Answer> {
  const topicIds = chosen(call).filter((id) => call.roadmap.byId.get(id)?.topic.stage === null);
  const changed = await record(
    call.app.db,
    call.actor,
    topicIds.map((topicId) => ({ topicId, action: 'done' })),
  );
  return showPicks(
    call,
    null,
    changed.length > 0 ? deedOf(call, call.words.topic.became.done(titlesOf(call, topicIds))) : null,
  );
}

/** Asks on which of the open picks the member focuses. */
export async function askWhichToFocus(call: Call): Promise<Answer> {
  const open = await openPicks(call);
  const { today, focus } = call.words;
  return open.length === 0
    ? showPicks(call)
    : ask(whichForm(customId('picks-focus'), focus.focus, today.focusOn, open, 1));
}

/** Begins a session on the pick that was chosen in the form. */
export function focusOnPick(call: FormCall): Promise<Answer> {
  const [id] = chosen(call);
  return startFocus(call, topicWithId(call, id));
}

async function openPicks(call: Call): Promise<readonly TopicNode[]> {
  const { picks, progress } = await todaysPicks(call.app.db, call);
  return picks.map(({ node }) => node).filter((node) => progress.get(node.id)?.state !== 'done');
}

/** The titles of some topics, in one line. */
function titlesOf({ roadmap, words }: Call, topicIds: readonly string[]): string {
  return words.list(topicIds.flatMap((id) => roadmap.byId.get(id) ?? []).map(title));
}

/**
 * The topics that were chosen in a form.
 * @throws Refusal if one of them is not in this roadmap
 */
function chosen(call: FormCall): readonly string[] {
  return call.fields.getStringSelectValues(LATER.topics).map((id) => topicWithId(call, id).id);
}
