import type { App } from '../app.ts';
import { isRefused } from '../discord/discord-error.ts';
import { withNames } from '../discord/names.ts';
import {
  claimEvent,
  notePlan,
  plannedEvents,
  planOf,
  type StudyPlan,
  visitorsOf,
} from '../store/company/plans.ts';
import { type Guild, guildOf, isSetUp, NOBODYS_LOCALE } from '../store/members/guilds.ts';
import { pinged } from '../store/members/pings.ts';
import { notAway } from '../store/members/presence.ts';
import { steadyId } from '../store/steady-id.ts';
import { eventRepeat, isOff } from '../study/company/recurrence.ts';
import { nextOccurrence } from '../time/when/repeat.ts';
import { cameView, MENTIONED, planReminder } from '../view/company/plans.ts';
import type { Message } from '../view/components.ts';
import { postBody } from '../view/post-body.ts';
import { plain } from '../view/escape.ts';
import { nodeIn, roadmapsOf } from './posts/group-study.ts';
import { traceOf } from './scheduler.ts';
import { sendOnce } from './send-once.ts';
import { MINUTE } from '../time/units.ts';

type PlanApp = Pick<App, 'db' | 'events' | 'library' | 'log' | 'outbox' | 'restored' | 'wordsFor'>;

/** So long before its time those interested are reminded, in ms. */
export const AHEAD = 15 * MINUTE;
/** So long after its end nobody is asked any more who came, in ms. */
const STALE = 24 * 60 * MINUTE;

/**
 * Makes Discord's event of a plan. The caller has claimed that.
 * @param mayExist whether an earlier run may have made it, and ended before it knew. It is then looked for
 * @returns the plan with its event; null if Discord refuses it, or the plan has no time
 */
export async function makeEvent(app: PlanApp, plan: StudyPlan, mayExist = false): Promise<StudyPlan | null> {
  const { db, events } = app;
  const guild = await guildOf(db, plan.guildId);
  if (guild === null || plan.next === null) return null;
  const words = app.wordsFor(guild.locale);
  const node = nodeIn(await roadmapsOf(app, guild), plan.topicId);
  if (node === undefined) return null;
  const event = {
    ...timesOf(plan, plan.next.at),
    name: plain(node.topic.title),
    description: words.plan.description,
  };
  const found = mayExist
    ? await events.find(plan.guildId, event, await plannedEvents(db, plan.guildId))
    : null;
  const id = found ?? (await events.make(plan.guildId, event));
  if (id === null) return null;
  await notePlan(db, plan.id, { event_id: id, event_at: plan.next.at });
  const made = await planOf(db, plan.guildId, plan.id);
  // Somebody may have canceled the plan while its event was being made.
  if (made?.step === 'over') await tried(app, () => events.cancel(plan.guildId, id));
  return made;
}

/**
 * Does what is due for a plan: reminds, starts, ends, and plans its next time. Each step can be repeated. After downtime
 * several steps are due at once.
 */
export async function bringPlan(app: PlanApp, plan: StudyPlan, now: number): Promise<void> {
  if (!app.outbox.available(plan.guildId)) return;
  let present: StudyPlan | null = plan;
  while (present !== null && (await takeStep(app, present, now))) {
    present = await planOf(app.db, plan.guildId, plan.id);
  }
}

/** @returns whether a step was taken, so that the next one may be due */
async function takeStep(app: PlanApp, known: StudyPlan, now: number): Promise<boolean> {
  const { db, events } = app;
  if (known.step === 'draft' || known.step === 'over') return false;
  // Who pressed the button makes the event. If that was not noted, because the process ended, a tick takes over.
  if (known.event === null && !(await claimEvent(db, known, now))) return false;
  const plan = known.event === null ? await makeEvent(app, known, true) : known;
  if (plan === null || plan.event === null || plan.next === null) return goOn('over');
  const { id } = plan.event;
  const { at } = plan.next;
  const end = at + plan.minutes * MINUTE;
  const due = { remind: at - AHEAD, start: at, end }[known.step];
  if (now < due) return false;
  const state = await events.state(plan.guildId, id);
  if (state === 'gone') return goOn('over');
  const isVoice = 'channelId' in plan.where;
  switch (known.step) {
    case 'remind':
      return now >= end || (await remind(app, plan, now)) ? goOn('start') : false;
    case 'start':
      // An event in a place starts by itself, one in a voice channel does not.
      if (isVoice && state === 'waiting' && now < end) await tried(app, () => events.start(plan.guildId, id));
      return goOn('end');
    case 'end':
      if (now < end + STALE && !(await askWhoCame(app, plan, now))) return false;
      // Nobody has to leave the channel. A repeating event is scheduled again only after its end.
      if (isVoice && state === 'running') await tried(app, () => events.end(plan.guildId, id));
      await planNext(app, plan, now);
      return true;
  }

  async function goOn(step: StudyPlan['step']): Promise<boolean> {
    await notePlan(db, known.id, { step });
    return true;
  }
}

/** Plans the next time. If clocks were changed until then, the event is moved, because Discord repeats it in UTC. */
async function planNext(app: PlanApp, plan: StudyPlan, now: number): Promise<void> {
  const next = plan.repeat === null ? null : nextOccurrence(plan.repeat, Math.max(now, plan.next?.at ?? now));
  if (next === null || plan.event === null) return notePlan(app.db, plan.id, { step: 'over' });
  const { id, at } = plan.event;
  if (isOff(at, next.at)) {
    await tried(app, () => app.events.move(plan.guildId, id, { ...timesOf(plan, next.at) }));
  }
  await notePlan(app.db, plan.id, {
    next_at: next.at,
    next_date: next.date,
    event_at: next.at,
    step: 'remind',
  });
}

function timesOf(plan: StudyPlan, at: number) {
  return {
    where: plan.where,
    from: at,
    to: at + plan.minutes * MINUTE,
    repeat: plan.repeat === null ? null : eventRepeat(plan.repeat.repeat, at, plan.timeZone),
  };
}

/** @returns false if a later tick has to try again */
async function remind(app: PlanApp, plan: StudyPlan, now: number): Promise<boolean> {
  const guild = await guildOf(app.db, plan.guildId);
  const node = guild === null ? undefined : nodeIn(await roadmapsOf(app, guild), plan.topicId);
  if (guild === null || !isSetUp(guild) || node === undefined || plan.event === null) return true;
  const answered = await app.events.interested(plan.guildId, plan.event.id);
  const interested = await notAway(app.db, plan.guildId, answered);
  const allowing = await pinged(app.db, 'plans', interested);
  const people = { ...allowing, userIds: allowing.userIds.slice(0, MENTIONED) };
  if (people.userIds.length === 0) return true;
  const id = steadyId('plan', plan.id, plan.next?.date ?? '', 'remind');
  const message = planReminder(app.wordsFor(guild.locale), plan, { node, userIds: people.userIds, id });
  const body = postBody(await withNames(app, guild.id, message, people.userIds), { people });
  return send(app, guild, id, (plan.next?.at ?? now) - AHEAD, body, now);
}

/** @returns false if a later tick has to try again */
async function askWhoCame(app: PlanApp, plan: StudyPlan, now: number): Promise<boolean> {
  const guild = await guildOf(app.db, plan.guildId);
  if (guild === null || !isSetUp(guild) || plan.next === null) return true;
  const id = steadyId('plan', plan.id, plan.next.date, 'came');
  const message = await cameMessage(app, plan, plan.next.date, id);
  const body = postBody(await withNames(app, guild.id, message));
  return send(app, guild, id, plan.next.at + plan.minutes * MINUTE, body, now);
}

/** The message that asks who came to a time of a plan, with those who said so. */
export async function cameMessage(app: PlanApp, plan: StudyPlan, date: string, id: string): Promise<Message> {
  const guild = await guildOf(app.db, plan.guildId);
  const node = guild === null ? undefined : nodeIn(await roadmapsOf(app, guild), plan.topicId);
  const userIds = await visitorsOf(app.db, plan.guildId, plan.id, date);
  return cameView(app.wordsFor(guild?.locale ?? NOBODYS_LOCALE), plan, {
    node: node ?? null,
    date,
    userIds,
    id,
  });
}

async function send(
  app: PlanApp,
  guild: Guild & { readonly channelId: string },
  id: string,
  claimedAt: number,
  body: unknown,
  now: number,
): Promise<boolean> {
  return (await sendOnce(app, { id, channelId: guild.channelId, claimedAt }, body, now)) !== 'unavailable';
}

/** Somebody may have changed the event meanwhile, so that Discord takes no such step. The plan goes on without it. */
async function tried({ log }: PlanApp, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!isRefused(error)) throw error;
    log.warn({ cause: traceOf(error) }, 'an event could not be changed');
  }
}
