import {
  type Client,
  GuildScheduledEventEntityType,
  GuildScheduledEventPrivacyLevel,
  GuildScheduledEventRecurrenceRuleFrequency,
  GuildScheduledEventStatus,
  PermissionFlagsBits,
  Routes,
} from 'discord.js';
import { z } from 'zod';
import type { EventRepeat } from '../study/company/recurrence.ts';
import { clip, plain } from '../view/escape.ts';
import { isEventGone, isRefused } from './discord-error.ts';

/** An event as the bot plans it. Instants are in epoch milliseconds. */
export interface PlannedEvent {
  readonly name: string;
  readonly description: string;
  readonly where: { readonly channelId: string } | { readonly place: string };
  readonly from: number;
  readonly to: number;
  readonly repeat: EventRepeat | null;
}

/** What became of an event. `waiting`: before its time; `running`: during it; `gone`: cancelled or deleted. */
export type EventState = 'waiting' | 'running' | 'over' | 'gone';

/** What the bot needs of Discord's scheduled events. Errors of the connection pass through as they are. */
export interface Events {
  /** What the bot lacks to make an event there; empty if nothing. */
  lacking(guildId: string, where: PlannedEvent['where']): readonly EventPermission[];
  /** @returns the event's id; null if Discord refuses it */
  make(guildId: string, event: PlannedEvent): Promise<string | null>;
  /** The id of an event of the bot with this name and first start, that is none of these; null if there is none. */
  find(
    guildId: string,
    event: Pick<PlannedEvent, 'name' | 'from'>,
    others: ReadonlySet<string>,
  ): Promise<string | null>;
  state(guildId: string, id: string): Promise<EventState>;
  /** Gives an event its times again. */
  move(
    guildId: string,
    id: string,
    event: Pick<PlannedEvent, 'where' | 'from' | 'to' | 'repeat'>,
  ): Promise<void>;
  start(guildId: string, id: string): Promise<void>;
  end(guildId: string, id: string): Promise<void>;
  /** Cancels an event with all of its times. */
  cancel(guildId: string, id: string): Promise<void>;
  /** Who is interested, without the bot itself and without those who decline this time. */
  interested(guildId: string, id: string): Promise<readonly string[]>;
}

const NEEDED = {
  place: ['CreateEvents'],
  channel: ['ViewChannel', 'Connect', 'CreateEvents'],
} as const;
export type EventPermission = (typeof NEEDED)['channel'][number];

const NAME_LENGTH = 100;
const PAGE = 100;
const made = z.object({ id: z.string() });
const shown = z.object({ status: z.number() });
const listed = z.array(
  z.object({
    id: z.string(),
    name: z.string(),
    creator_id: z.string().nullish(),
    scheduled_start_time: z.string(),
    /** Of an event that repeats, Discord tells its next time as its start, and keeps the first one here. */
    recurrence_rule: z.object({ start: z.string() }).nullish(),
  }),
);
const answers = z.array(z.object({ user_id: z.string(), response: z.number().default(1) }));

/** Makes the events of a Discord client. */
export function makeEvents(client: Client): Events {
  const change = (guildId: string, id: string, body: unknown): Promise<unknown> =>
    client.rest.patch(Routes.guildScheduledEvent(guildId, id), { body });
  return {
    lacking(guildId, where) {
      const guild = client.guilds.cache.get(guildId);
      const me = guild?.members.me;
      if (guild === undefined || me === null || me === undefined) return NEEDED.channel;
      if ('place' in where)
        return NEEDED.place.filter((name) => !me.permissions.has(PermissionFlagsBits[name]));
      const held = guild.channels.cache.get(where.channelId)?.permissionsFor(me);
      return NEEDED.channel.filter((name) => held?.has(PermissionFlagsBits[name]) !== true);
    },

    async make(guildId, event) {
      const body = { ...bodyOf(event), name: nameOf(event), description: event.description };
      try {
        return made.parse(await client.rest.post(Routes.guildScheduledEvents(guildId), { body })).id;
      } catch (error) {
        if (isRefused(error)) return null;
        throw error;
      }
    },

    async find(guildId, event, others) {
      const all = listed.parse(await client.rest.get(Routes.guildScheduledEvents(guildId)));
      const own = all.find(
        ({ id, name, creator_id, scheduled_start_time: next, recurrence_rule: rule }) =>
          !others.has(id) &&
          creator_id === client.user?.id &&
          name === nameOf(event) &&
          Date.parse(rule?.start ?? next) === event.from,
      );
      return own?.id ?? null;
    },

    async state(guildId, id) {
      try {
        const { status } = shown.parse(await client.rest.get(Routes.guildScheduledEvent(guildId, id)));
        const states: Readonly<Record<number, EventState>> = {
          [GuildScheduledEventStatus.Scheduled]: 'waiting',
          [GuildScheduledEventStatus.Active]: 'running',
          [GuildScheduledEventStatus.Completed]: 'over',
        };
        return states[status] ?? 'gone';
      } catch (error) {
        if (isEventGone(error)) return 'gone';
        throw error;
      }
    },

    async move(guildId, id, event) {
      const { scheduled_start_time, scheduled_end_time, recurrence_rule } = bodyOf(event);
      await change(guildId, id, { scheduled_start_time, scheduled_end_time, recurrence_rule });
    },

    async start(guildId, id) {
      await change(guildId, id, { status: GuildScheduledEventStatus.Active });
    },

    async end(guildId, id) {
      await change(guildId, id, { status: GuildScheduledEventStatus.Completed });
    },

    async cancel(guildId, id) {
      await change(guildId, id, { status: GuildScheduledEventStatus.Canceled });
    },

    async interested(guildId, id) {
      const found: string[] = [];
      let after = '0';
      for (;;) {
        const query = new URLSearchParams({ limit: String(PAGE), after });
        const route = Routes.guildScheduledEventUsers(guildId, id);
        const page = answers.parse(await client.rest.get(route, { query }));
        // Discord adds the maker of an event to those who are interested.
        const own = client.user?.id;
        found.push(
          ...page.filter((each) => each.response !== 0 && each.user_id !== own).map((each) => each.user_id),
        );
        const last = page.at(-1);
        if (last === undefined || page.length < PAGE) return found;
        after = last.user_id;
      }
    },
  };
}

function nameOf({ name }: Pick<PlannedEvent, 'name'>): string {
  return clip(plain(name), NAME_LENGTH);
}

function bodyOf({ where, from, to, repeat }: Pick<PlannedEvent, 'where' | 'from' | 'to' | 'repeat'>) {
  const start = new Date(from).toISOString();
  return {
    privacy_level: GuildScheduledEventPrivacyLevel.GuildOnly,
    scheduled_start_time: start,
    scheduled_end_time: new Date(to).toISOString(),
    ...('place' in where
      ? {
          entity_type: GuildScheduledEventEntityType.External,
          channel_id: null,
          entity_metadata: { location: clip(plain(where.place), NAME_LENGTH) },
        }
      : { entity_type: GuildScheduledEventEntityType.Voice, channel_id: where.channelId }),
    recurrence_rule: repeat === null ? null : { start, ...ruleOf(repeat) },
  };
}

const FREQUENCY = {
  daily: GuildScheduledEventRecurrenceRuleFrequency.Daily,
  weekly: GuildScheduledEventRecurrenceRuleFrequency.Weekly,
  monthly: GuildScheduledEventRecurrenceRuleFrequency.Monthly,
} as const;

function ruleOf(repeat: EventRepeat) {
  const rule = { frequency: FREQUENCY[repeat.frequency], interval: repeat.interval };
  if (repeat.frequency === 'monthly')
    return { ...rule, by_n_weekday: [{ n: repeat.nth, day: repeat.weekday }] };
  return repeat.weekdays === null ? rule : { ...rule, by_weekday: repeat.weekdays };
}
