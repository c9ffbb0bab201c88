import { isRefused } from '../discord/discord-error.ts';
import { withNames } from '../discord/names.ts';
import { OutboxError } from '../discord/outbox-error.ts';
import { guildOf, NOBODYS_LOCALE } from '../store/members/guilds.ts';
import { memberOf } from '../store/members/members.ts';
import { pinged } from '../store/members/pings.ts';
import { hasJoined } from '../store/members/memberships.ts';
import { followedByGuild } from '../store/roadmaps/followed.ts';
import { endOfGroup, type GroupSession, noteGroup, sessionsIn } from '../store/sessions/groups.ts';
import { topicTitles } from '../store/sessions/titles.ts';
import { steadyId } from '../store/steady-id.ts';
import { endOfPlan, phaseAt } from '../study/sessions/plan.ts';
import { minutesIn, piecesOf } from '../study/sessions/pieces.ts';
import { isOpen, type Session } from '../study/sessions/session.ts';
import type { Message } from '../view/components.ts';
import { postBody } from '../view/post-body.ts';
import { CALLED, callView, type Companion, groupOverView, groupView } from '../view/sessions/together.ts';
import { isNonceHonoured } from './decide.ts';
import { type Scheduler, traceOf } from './scheduler.ts';
import { CLOCKS_DIFFER } from './send-once.ts';
import { MINUTE } from '../time/units.ts';

type App = Pick<Scheduler['app'], 'db' | 'library' | 'log' | 'outbox' | 'wordsFor'>;

/** What became of the message of a session together. `closed`: the bot cannot post there. */
export type Shown = 'shown' | 'later' | 'closed';

/**
 * Brings the message of a session together to what it is now: sends it, or edits it if it would look different. If Discord
 * takes no more edits of a message so old, a new one takes its place.
 * @param now epoch milliseconds
 */
export async function showGroup(app: App, group: GroupSession, now: number): Promise<Shown> {
  const isOver = now >= endOfGroup(group);
  const message = await groupMessage(app, group, isOver, now);
  const body = postBody(await withNames(app, group.guildId, message));
  const shown = steadyId(JSON.stringify(body.components));
  try {
    if (shown !== group.shown) {
      const messageId = await post(app, group, body, shown, now);
      if (messageId !== null) await noteGroup(app.db, group.id, { message_id: messageId, shown });
    }
    if (isOver) await noteGroup(app.db, group.id, { settled: 1 });
    return 'shown';
  } catch (error) {
    if (error instanceof OutboxError && ['unavailable', 'lost-sight'].includes(error.reason)) return 'later';
    if (!(error instanceof OutboxError) && !isRefused(error)) throw error;
    if (isRefused(error))
      app.log.error({ cause: traceOf(error) }, 'Discord does not take a session together');
    await noteGroup(app.db, group.id, { settled: 1 });
    return 'closed';
  }
}

/** @returns the id of the message that shows it now; null if it was never sent, and is over */
async function post(
  { outbox }: App,
  { id, channelId, messageId, plan }: GroupSession,
  body: unknown,
  shown: string,
  now: number,
): Promise<string | null> {
  const known = messageId ?? (isNonceHonoured(plan.startedAt, now) ? null : await find());
  const isLate = !isNonceHonoured(plan.startedAt, now) && now >= endOfPlan(plan);
  if (known === null && isLate) return null;
  if (known === null) return (await outbox.send(channelId, body, id)).messageId;
  const became = await outbox.edit(channelId, known, body);
  if (became !== 'too-often') return known;
  const next = await outbox.send(channelId, body, shown);
  await outbox.remove(channelId, known);
  return next.messageId;

  function find(): Promise<string | null> {
    return outbox.find(channelId, id, plan.startedAt - CLOCKS_DIFFER);
  }
}

/** After so many milliseconds, the start of a phase is no news any more. */
const NEWS = 2 * MINUTE;

/**
 * Calls those who want it when a phase has begun. The call before is deleted, so that there is one at a time. What began
 * while the bot was away is not announced.
 * @param now epoch milliseconds
 */
export async function callGroup(app: App, group: GroupSession, now: number): Promise<void> {
  const phase = phaseAt(group.plan, now);
  if (phase.index <= group.called || group.endedAt !== null) return;
  const wanting = now - phase.from > NEWS ? [] : await callable(app, group, phase.from);
  const people = await pinged(app.db, 'sessions', [...new Set(wanting)]);
  const called = people.userIds.slice(0, CALLED);
  let sent: string | null = null;
  if (called.length > 0) {
    const words = app.wordsFor((await guildOf(app.db, group.guildId))?.locale ?? NOBODYS_LOCALE);
    const message = await withNames(app, group.guildId, callView(words, group, phase, called), called);
    const nonce = steadyId(group.id, 'call', phase.index);
    // The nonce keeps it from being sent twice if the bot ends before it has noted it.
    sent = (
      await app.outbox.send(
        group.channelId,
        postBody(message, { people: { ...people, userIds: called } }),
        nonce,
      )
    ).messageId;
  }
  await noteGroup(app.db, group.id, { called: phase.index, call_message_id: sent });
  if (group.callMessageId !== null) await app.outbox.remove(group.channelId, group.callMessageId);
}

/** Those who want to be called, and are still in the session when the phase begins (epoch ms). */
async function callable({ db }: App, group: GroupSession, from: number): Promise<readonly string[]> {
  const sessions = await sessionsIn(db, group.id);
  return sessions
    .filter(({ calls, endedAt, endsAt }) => calls && endedAt === null && from <= endsAt)
    .map(({ userId }) => userId);
}

async function groupMessage(app: App, group: GroupSession, isOver: boolean, now: number): Promise<Message> {
  const guild = await guildOf(app.db, group.guildId);
  const locale = guild?.locale ?? NOBODYS_LOCALE;
  const words = app.wordsFor(locale);
  const sessions = await sessionsIn(app.db, group.id);
  const roadmaps = await followedByGuild(app.db, group.guildId, guild?.roadmapId ?? null);
  const ids = [...new Set(sessions.flatMap(({ topicId }) => topicId ?? []))];
  const titles = await topicTitles(app, roadmaps, words.locale, ids);
  const shown = isOver ? sessions : sessions.filter((session) => isOpen(session, now));
  const people = [];
  for (const [userId, own] of Map.groupBy(shown, (session) => session.userId)) {
    people.push(await companion(app, group.guildId, userId, own, titles, now));
  }
  if (!isOver) return groupView(words, group, phaseAt(group.plan, now), people);
  const long = people.filter(({ total }) => total > 0).toSorted((a, b) => b.total - a.total);
  return groupOverView(words, group, long);
}

/** What the group may see of somebody: by their settings, and the topic only if they have joined the group. */
async function companion(
  { db }: App,
  guildId: string,
  userId: string,
  own: readonly Session[],
  titles: ReadonlyMap<string, string>,
  now: number,
): Promise<Companion & { readonly total: number }> {
  const { showTopics, showProgress } = await memberOf(db, userId);
  const seesTopics = showTopics && (await hasJoined(db, guildId, userId));
  const total = minutesIn(piecesOf(own, now));
  const topics = new Set(own.toReversed().flatMap(({ topicId }) => topicId ?? []));
  return {
    userId,
    titles: seesTopics ? [...topics].flatMap((id) => titles.get(id) ?? []) : [],
    minutes: showProgress ? total : null,
    total,
  };
}
