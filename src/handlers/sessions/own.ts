import type { APIButtonComponentWithCustomId } from 'discord.js';
import { z } from 'zod';
import { type Answer, show } from '../../discord/answer.ts';
import type { Call, PressCall } from '../../discord/command.ts';
import { argument, Refusal } from '../../discord/refusal.ts';
import type { TopicNode } from '../../roadmap/outline.ts';
import { changeMember } from '../../store/members/members.ts';
import { allowPing } from '../../store/members/pings.ts';
import { hasJoined } from '../../store/members/memberships.ts';
import { progressOf } from '../../store/progress/progress.ts';
import { studyOf } from '../../store/progress/studies.ts';
import { NEARBY } from '../../store/sessions/logs.ts';
import {
  beginSession,
  endSession,
  giveTopic,
  goOn,
  sessionOf,
  sessionsOf,
  switchTopic,
} from '../../store/sessions/sessions.ts';
import { chooseCallAtEnd } from '../../store/sessions/ends.ts';
import { topicTitles } from '../../store/sessions/titles.ts';
import { minutesBetween, minutesIn, piecesOf } from '../../study/sessions/pieces.ts';
import { isOpen, plannedMinutes, type Session, stretchOf } from '../../study/sessions/session.ts';
import { studyDay } from '../../time/study-day.ts';
import { button, type Message } from '../../view/components.ts';
import { customId } from '../../view/custom-id.ts';
import { ladderButtons } from '../../view/proofs/ladder.ts';
import { withGoalReached } from '../goals/week.ts';
import { streakOf } from '../../store/sessions/streaks.ts';
import { topicWithId } from '../topics/named.ts';
import { inGroup, showSoon } from './together.ts';
import { topicChoices } from './topic-choices.ts';
import { endedView, noSessionView, runningView } from '../../view/sessions/own.ts';

/** How long a session of one's own may be, in minutes. */
export const FOCUS_MINUTES = { min: 5, max: 240, usual: 25 } as const;

/**
 * Begins a session of the member's own, on a topic or on none. A topic that was to do is started with it. If they are in
 * a session already, that one is shown, with a button to go on with the topic that they asked for.
 */
export async function startFocus(
  call: Call,
  node: TopicNode | null,
  minutes: number = FOCUS_MINUTES.usual,
): Promise<Answer> {
  const { session, isNew } = await beginSession(call.app.db, call.actor, {
    topicId: node?.id ?? null,
    minutes,
    startsTopic: node !== null && (await isToDo(call, node)),
  });
  showSoon(call, session);
  if (isNew) return show(await shown(call, session));
  const { focus } = call.words;
  const other = node === null || node.id === session.topicId ? null : node;
  const note = other === null ? focus.already : focus.alreadyOn;
  return show(await shown(call, session, note, undefined, other));
}

/** Goes on with the open session on the topic of the button. A topic that was to do is started with it. */
export async function switchFocus(call: PressCall): Promise<Answer> {
  const { app, actor, args } = call;
  const node = topicWithId(call, args[1]);
  const startsTopic = await isToDo(call, node);
  const session = await switchTopic(app.db, actor, args[0] ?? '', { topicId: node.id, startsTopic });
  if (session === null) throw new Refusal(noSessionView);
  showSoon(call, session);
  return show(await shown(call, session));
}

/** Ends the session now. If its time was over before, it ended then. */
export async function finishFocus(call: PressCall): Promise<Answer> {
  const session = await endSession(call.app.db, call.actor, call.args[0] ?? '');
  if (session === null) throw new Refusal(noSessionView);
  showSoon(call, session);
  return show(await shown(call, session));
}

/** Goes on for as many minutes as the button says, on the same topic. */
export async function goOnFocus(call: PressCall): Promise<Answer> {
  const { app, actor, args, userId } = call;
  const before = await sessionOf(app.db, userId, args[0] ?? '');
  if (before === null) throw new Refusal(noSessionView);
  const minutes = argument(someMinutes, args[1]);
  const session = await goOn(app.db, actor, before.id, { minutes, most: FOCUS_MINUTES.max });
  if (session === null) throw new Refusal(noSessionView);
  showSoon(call, session);
  return show(await shown(call, session, null, minutes));
}

const someMinutes = z
  .string()
  .regex(/^\d{1,3}$/)
  .transform(Number)
  .pipe(z.int().min(FOCUS_MINUTES.min).max(FOCUS_MINUTES.max));

/** Gives the chosen topic to a session that has none. A topic that was to do is started with it. */
export async function chooseFocusTopic(call: PressCall): Promise<Answer> {
  const { app, actor, args, values } = call;
  const node = topicWithId(call, values[0]);
  const startsTopic = await isToDo(call, node);
  const session = await giveTopic(app.db, actor, args[0] ?? '', { topicId: node.id, startsTopic });
  if (session === null) throw new Refusal(noSessionView);
  showSoon(call, session);
  return show(await shown(call, session));
}

/** Sets whether the member is told when this session ends, and those that they begin later. */
export async function choosePing(call: PressCall): Promise<Answer> {
  const { app, args, userId, now } = call;
  const [id = '', whether] = args;
  const isWanted = whether === '1';
  await chooseCallAtEnd(app.db, userId, id, isWanted);
  await changeMember(app.db, userId, { pingEnd: isWanted }, now);
  if (isWanted) await allowPing(app.db, userId, 'ends');
  const session = await sessionOf(app.db, userId, id);
  if (session === null) throw new Refusal(noSessionView);
  return show(await shown(call, session));
}

/**
 * The session as it is now: its countdown, or what it was.
 * @param more how many minutes its button offers
 * @param switchTo another topic that was asked for
 */
async function shown(
  call: Call,
  session: Session,
  note: string | null = null,
  more = Math.min(Math.max(plannedMinutes(session), FOCUS_MINUTES.min), FOCUS_MINUTES.max),
  switchTo: TopicNode | null = null,
): Promise<Message> {
  const { app, words, userId, now, guildId, member } = call;
  if (session.kind === 'together' && isOpen(session, now)) return inGroup(call, session, note, switchTo);
  const title = await titleOf(call, session.topicId);
  const topics = session.topicId === null && switchTo === null ? await topicChoices(call) : [];
  if (isOpen(session, now)) {
    const joined = guildId !== null && (await hasJoined(app.db, guildId, userId));
    const isSeen = joined && member.showTopics && session.guildId === guildId;
    return runningView(words, session, { title, isSeen, topics, more, note, switchTo });
  }
  const sessions = await sessionsOf(app.db, userId, session.startedAt - NEARBY);
  const pieces = piecesOf(sessions, now);
  const whole = stretchOf(sessions, session);
  const stretch = new Set(whole.map(({ id }) => id));
  const day = studyDay(now, call.timeZone, member.dayStart);
  const minutes = minutesIn(pieces.filter(({ session: { id } }) => stretch.has(id)));
  const started =
    minutes === 0
      ? await startedBy(call, session, Math.min(...whole.map(({ startedAt }) => startedAt)))
      : null;
  const ended = endedView(words, session, {
    title,
    topics,
    more,
    minutes,
    started: started === null ? null : title,
    today: minutesBetween(pieces, day, day),
    streak: (await streakOf(app.db, member, call.timeZone, now)).streak,
    now,
    next: minutes === 0 ? stepsAfterNothing(call, session, started) : await nextSteps(call, session.topicId),
  });
  return withGoalReached(call, ended);
}

/**
 * The topic of a session, if it is in progress only since the session began; null otherwise.
 * @param began when the session began, with what it prolonged; epoch ms
 */
async function startedBy(
  { app, userId, roadmap }: Call,
  { topicId }: Session,
  began: number,
): Promise<TopicNode | null> {
  const node = topicId === null ? undefined : roadmap.byId.get(topicId);
  const entry = node && (await progressOf(app.db, userId, roadmap.id)).get(node.id);
  return node !== undefined && entry?.state === 'doing' && entry.since >= began ? node : null;
}

/** After a session without any time: to leave the topic that it started, and to see the topic or the picks. */
function stepsAfterNothing(
  { roadmap, words }: Call,
  { topicId }: Session,
  started: TopicNode | null,
): readonly APIButtonComponentWithCustomId[] {
  const node = topicId === null ? undefined : roadmap.byId.get(topicId);
  return [
    ...(started === null ? [] : [button(words.focus.notStarted, customId('do', 'reset', started.id))]),
    node === undefined
      ? button(words.roadmap.whatNow, customId('today'))
      : button(words.act.openTopic, customId('topic', node.id)),
  ];
}

/** To finish the topic and to write about it; without a topic, the picks. */
async function nextSteps({ app, roadmap, userId, words }: Call, topicId: string | null) {
  const node = topicId === null ? undefined : roadmap.byId.get(topicId);
  if (node === undefined) return [button(words.roadmap.whatNow, customId('today'), 'primary')];
  const { progress, proofs } = await studyOf(app.db, userId, roadmap);
  const isDone = progress.get(node.id)?.state === 'done' || node.children.length > 0;
  const mayTick = !isDone && node.topic.stage === null;
  return [
    ...(mayTick ? [button(words.focus.topicDone, customId('do', 'done', node.id), 'success')] : []),
    ...ladderButtons(words, node, proofs).slice(0, 1),
    ...(mayTick ? [] : [button(words.act.openTopic, customId('topic', node.id))]),
  ];
}

/** A topic's title in the member's language; null without a topic. */
async function titleOf(
  { app, roadmap, followed, words }: Call,
  topicId: string | null,
): Promise<string | null> {
  if (topicId === null) return null;
  const roadmaps = [...new Set([roadmap.id, ...followed])];
  return (await topicTitles(app, roadmaps, words.locale, [topicId])).get(topicId) ?? null;
}

async function isToDo({ app, userId, roadmap }: Call, node: TopicNode): Promise<boolean> {
  if (node.children.length > 0 || node.topic.stage !== null) return false;
  const entry = (await progressOf(app.db, userId, roadmap.id)).get(node.id);
  return entry === undefined || entry.state === 'todo';
}
