import { type Answer, show, tell } from '../../discord/answer.ts';
import type { Call, PressCall } from '../../discord/command.ts';
import { loggable } from '../../discord/discord-error.ts';
import { Refusal } from '../../discord/refusal.ts';
import type { TopicNode } from '../../roadmap/outline.ts';
import { refreshDaily } from '../../schedule/studying.ts';
import { showGroup } from '../../schedule/together.ts';
import { allowPing } from '../../store/members/pings.ts';
import { hasJoined } from '../../store/members/memberships.ts';
import {
  beginGroup,
  chooseCalls,
  dropGroup,
  groupOf,
  joinGroup,
  sessionsIn,
} from '../../store/sessions/groups.ts';
import { endSession, openSession, switchTopic } from '../../store/sessions/sessions.ts';
import { topicTitles } from '../../store/sessions/titles.ts';
import { type Plan, PLAN_LIMITS, planMinutes } from '../../study/sessions/plan.ts';
import { minutesIn, piecesOf } from '../../study/sessions/pieces.ts';
import { isOpen, type Session } from '../../study/sessions/session.ts';
import type { Message } from '../../view/components.ts';
import { groupHereView, inGroupView, togetherNote } from '../../view/sessions/together.ts';
import { topicWithId } from '../topics/named.ts';
import { topicChoices } from './topic-choices.ts';

export const TOGETHER = PLAN_LIMITS;

/** Who is in a session together now. Its message in the channel names them, too. */
async function peopleIn({ app, now }: Call, groupId: string): Promise<readonly string[]> {
  const sessions = await sessionsIn(app.db, groupId);
  return [...new Set(sessions.filter((each) => isOpen(each, now)).map(({ userId }) => userId))];
}

/** Begins a session together in this channel, with the member in it; or shows the one that is on here. */
export async function startTogether(call: Call, plan: Omit<Plan, 'startedAt'>): Promise<Answer> {
  const { app, guildId, channelId, userId, words, actor, now } = call;
  const { together: say } = words;
  if (guildId === null) throw refusal(say.onlyServers);
  if (planMinutes(plan) > PLAN_LIMITS.minutes) {
    throw refusal(say.tooLong(words.focus.duration(PLAN_LIMITS.minutes)));
  }
  if (!(await app.outbox.mayWrite(channelId, userId))) throw refusal(say.cannotHere);
  const { group, session } = await beginGroup(app.db, { ...actor, guildId }, channelId, plan);
  if (session === null) {
    const own = await openSession(app.db, userId, now);
    return own?.group?.id === group.id
      ? show(await inGroup(call, own, say.joined))
      : tell(groupHereView(words, group, await peopleIn(call, group.id)));
  }
  const shown = await showGroup(app, group, now);
  if (shown === 'closed') {
    await dropGroup(app.db, group.id);
    throw refusal(say.cannotPost);
  }
  showSoon(call, session);
  return show(await inGroup(call, session, shown === 'later' ? say.cannotNow : say.joined));
}

/** Joins a session together by its message. */
export async function joinTogether(call: PressCall): Promise<Answer> {
  const { app, args, actor, words } = call;
  const group = await groupOf(app.db, args[0] ?? '');
  // A message that was forwarded to another server does not let people in from there.
  if (group === null || group.guildId !== call.guildId) throw refusal(words.together.over);
  const session = await joinGroup(app.db, actor, group);
  if (session === null) throw refusal(words.together.over);
  showSoon(call, session);
  return tell(await inGroup(call, session, words.together.joined));
}

/** Leaves the session. */
export async function leaveTogether(call: PressCall): Promise<Answer> {
  const { app, actor, words, now } = call;
  const session = await endSession(app.db, actor, call.args[0] ?? '');
  if (session === null) throw refusal(words.together.over);
  showSoon(call, session);
  const minutes = minutesIn(piecesOf([session], now));
  return show(togetherNote(words.together.left(words.focus.duration(minutes))));
}

/** Says what the member studies in it. */
export async function chooseTogetherTopic(call: PressCall): Promise<Answer> {
  const { app, actor, args, values, words } = call;
  const { id } = topicWithId(call, values[0]);
  const session = await switchTopic(app.db, actor, args[0] ?? '', { topicId: id, startsTopic: false });
  if (session === null) throw refusal(words.together.over);
  showSoon(call, session);
  return show(await inGroup(call, session));
}

/** Sets whether the member is mentioned when a phase begins. */
export async function chooseTogetherCalls(call: PressCall): Promise<Answer> {
  const { app, args, userId, words, now } = call;
  const wants = args[1] === '1';
  const session = await chooseCalls(app.db, userId, args[0] ?? '', wants);
  if (wants) await allowPing(app.db, userId, 'sessions');
  if (session === null || !isOpen(session, now)) throw refusal(words.together.over);
  return show(await inGroup(call, session));
}

/** The member's own card. A session of their own that is open instead is none of these. */
export async function inGroup(
  call: Call,
  session: Session,
  note: string | null = null,
  switchTo: TopicNode | null = null,
): Promise<Message> {
  const { app, words, guildId, userId, member, roadmap, followed } = call;
  const joined = guildId !== null && (await hasJoined(app.db, guildId, userId));
  const ids = session.topicId === null ? [] : [session.topicId];
  const titles = await topicTitles(app, [...new Set([roadmap.id, ...followed])], words.locale, ids);
  return inGroupView(words, session, {
    topics: await topicChoices(call, session.topicId),
    title: titles.get(session.topicId ?? '') ?? null,
    visible: { topics: member.showTopics && joined, progress: member.showProgress },
    note,
    switchTo,
  });
}

/**
 * Lets the group see who studies, a few seconds later, so that people who join together cause one edit: in the message of
 * a session together, and in the daily post.
 */
export function showSoon({ app }: Call, { group: of, guildId }: Session): void {
  const soon = (key: string, work: () => Promise<unknown>): void =>
    app.edits.soon(key, async () => {
      try {
        await work();
      } catch (error) {
        app.log.error(loggable(error), 'it could not be shown who studies');
      }
    });
  if (of !== null) {
    soon(of.id, async () => {
      const group = await groupOf(app.db, of.id);
      if (group !== null) await showGroup(app, group, app.now());
    });
  }
  if (guildId !== null) soon(`daily ${guildId}`, () => refreshDaily(app, guildId, app.now()));
}

function refusal(line: string): Refusal {
  return new Refusal(() => togetherNote(line, 'problem'));
}
