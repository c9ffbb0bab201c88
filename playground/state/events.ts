import { GatewayIntentBits } from 'discord-api-types/v10';

import type { RecurrenceJson, ScheduledEvent, ScheduledEventJson } from './json.ts';
import { refusals } from './refused.ts';
import { timestamp } from './snowflake.ts';
import type { Guild, World } from './world.ts';

/** The numbers that Discord gives to the kinds and states of scheduled events. */
export const ENTITY = { stage: 1, voice: 2, external: 3 } as const;
export const STATUS = { scheduled: 1, active: 2, completed: 3, canceled: 4 } as const;

/** Discord keeps so many events of a server that are scheduled or active. */
const MOST_EVENTS = 100;

/** The events of a server as they are now: those in a place start and end by themselves. */
export function eventsOf(world: World, guild: Guild): ScheduledEvent[] {
  for (const event of guild.events.values()) bringUpToDate(world, event);
  return [...guild.events.values()];
}

/** @throws Refused if the server has no event of this id */
export function eventOf(world: World, guild: Guild, id: string): ScheduledEvent {
  const event = eventsOf(world, guild).find(({ json }) => json.id === id);
  if (event === undefined) throw refusals.unknownEvent();
  return event;
}

/** Keeps a new event. @throws Refused if the server has too many */
export function addEvent(world: World, guild: Guild, json: Omit<ScheduledEventJson, 'id'>): ScheduledEvent {
  const open = eventsOf(world, guild).filter(
    (each) => each.json.status === STATUS.scheduled || each.json.status === STATUS.active,
  );
  if (open.length >= MOST_EVENTS) throw refusals.tooManyEvents();
  // The maker counts as interested: the bot stands among those of its own events.
  const event: ScheduledEvent = {
    json: { id: world.ids.next(), ...json },
    answers: new Map([[json.creator_id, 1]]),
  };
  guild.events.set(event.json.id, event);
  tellOfEvent(world, event, 'CREATE');
  return event;
}

/** Tells the bot, if it asked for events. */
export function tellOfEvent(
  world: World,
  { json }: ScheduledEvent,
  change: 'CREATE' | 'UPDATE' | 'DELETE',
): void {
  world.dispatch(`GUILD_SCHEDULED_EVENT_${change}`, json, {
    guildId: json.guild_id,
    intents: GatewayIntentBits.GuildScheduledEvents,
  });
}

/** Changes the state of an event. A repeating one is never completed: it is scheduled again for its next time. */
export function setStatus(world: World, event: ScheduledEvent, status: number): void {
  const { json } = event;
  if (status === json.status) return;
  const isOver = status === STATUS.completed;
  if (isOver && json.recurrence_rule !== null) scheduleAgain(event);
  else json.status = status;
  tellOfEvent(world, event, 'UPDATE');
}

function bringUpToDate(world: World, event: ScheduledEvent): void {
  const { json } = event;
  if (json.entity_type !== ENTITY.external) return;
  const now = world.clock.now();
  while (json.status === STATUS.scheduled || json.status === STATUS.active) {
    if (json.scheduled_end_time !== null && Date.parse(json.scheduled_end_time) <= now) {
      setStatus(world, event, STATUS.active);
      setStatus(world, event, STATUS.completed);
      continue;
    }
    if (json.status === STATUS.scheduled && Date.parse(json.scheduled_start_time) <= now)
      setStatus(world, event, STATUS.active);
    return;
  }
}

const DAY = 24 * 60 * 60_000;
const [MONTHLY, WEEKLY, DAILY] = [1, 2, 3];

/** The next time of a repeating event, by UTC. Times between are as long as the first. */
function scheduleAgain(event: ScheduledEvent): void {
  const { json } = event;
  const rule = json.recurrence_rule;
  if (rule === null) return;
  const start = Date.parse(json.scheduled_start_time);
  if (rule.frequency < MONTHLY) throw new Error('only days, weeks and months are played');
  const step = rule.frequency === WEEKLY ? 7 * rule.interval : 1;
  let next = start + step * DAY;
  while (!isDue(rule, next)) next += DAY;
  if (json.scheduled_end_time !== null)
    json.scheduled_end_time = timestamp(Date.parse(json.scheduled_end_time) + next - start);
  json.scheduled_start_time = timestamp(next);
  json.status = STATUS.scheduled;
}

function isDue({ frequency, by_weekday: days, by_n_weekday: nth }: RecurrenceJson, at: number): boolean {
  if (frequency === DAILY) return days === null || days.includes(weekdayOf(at));
  if (frequency === WEEKLY) return true;
  const week = Math.ceil(new Date(at).getUTCDate() / 7);
  return nth?.some(({ n, day }) => n === week && day === weekdayOf(at)) === true;
}

/** 0 for Monday, in UTC. */
function weekdayOf(at: number): number {
  return (new Date(at).getUTCDay() + 6) % 7;
}
