import { ChannelType } from 'discord-api-types/v10';

import { demand, guildPermissionsOf, reachableChannel } from '../state/channels.ts';
import { addEvent, ENTITY, eventOf, eventsOf, setStatus, STATUS, tellOfEvent } from '../state/events.ts';
import type { RecurrenceJson, ScheduledEventJson } from '../state/json.ts';
import { has } from '../state/permissions.ts';
import { refusals } from '../state/refused.ts';
import type { Guild, World } from '../state/world.ts';
import { bodyOf, nothing, ok, type Handler } from './call.ts';

interface EventBody {
  name?: string;
  description?: string | null;
  status?: number;
  scheduled_start_time?: string;
  scheduled_end_time?: string | null;
  entity_type?: number;
  channel_id?: string | null;
  entity_metadata?: { location?: string } | null;
  recurrence_rule?: Partial<RecurrenceJson> | null;
  privacy_level?: number;
}

export const getEvents: Handler = ({ world }, guildId = '') =>
  ok(eventsOf(world, reachableGuild(world, guildId)).map(({ json }) => json));

export const getEvent: Handler = ({ world }, guildId = '', id = '') =>
  ok(eventOf(world, reachableGuild(world, guildId), id).json);

export const postEvent: Handler = (call, guildId = '') => {
  const { world } = call;
  const guild = reachableGuild(world, guildId);
  const body = bodyOf<EventBody>(call);
  const json: Omit<ScheduledEventJson, 'id'> = {
    guild_id: guild.id,
    name: body.name ?? '',
    description: body.description ?? null,
    channel_id: body.channel_id ?? null,
    creator_id: world.bot.json.id,
    image: null,
    scheduled_start_time: future(world, body.scheduled_start_time ?? ''),
    scheduled_end_time: body.scheduled_end_time ?? null,
    status: STATUS.scheduled,
    entity_type: body.entity_type ?? ENTITY.external,
    entity_id: null,
    entity_metadata:
      body.entity_metadata?.location === undefined ? null : { location: body.entity_metadata.location },
    recurrence_rule: ruleOf(body.recurrence_rule),
    privacy_level: 2,
    guild_scheduled_event_exceptions: [],
  };
  demandPlace(world, guild, json);
  return ok(addEvent(world, guild, json).json);
};

/** Changes an event of the bot. Others' events need the permission to manage events, which the bot does not have. */
export const patchEvent: Handler = (call, guildId = '', id = '') => {
  const { world } = call;
  const guild = reachableGuild(world, guildId);
  const event = eventOf(world, guild, id);
  const body = bodyOf<EventBody>(call);
  if (event.json.creator_id !== world.bot.json.id) throw refusals.missingPermissions('ManageEvents');
  demandPlace(world, guild, event.json);
  if (body.status !== undefined) demandStep(event.json.status, body.status);
  const { json } = event;
  if (body.name !== undefined) json.name = body.name;
  if (body.scheduled_start_time !== undefined)
    json.scheduled_start_time = future(world, body.scheduled_start_time);
  if (body.scheduled_end_time !== undefined) json.scheduled_end_time = body.scheduled_end_time;
  if (body.recurrence_rule !== undefined) json.recurrence_rule = ruleOf(body.recurrence_rule);
  if (body.status !== undefined) setStatus(world, event, body.status);
  else tellOfEvent(world, event, 'UPDATE');
  return ok(json);
};

export const removeEvent: Handler = ({ world }, guildId = '', id = '') => {
  const guild = reachableGuild(world, guildId);
  const event = eventOf(world, guild, id);
  demandPlace(world, guild, event.json);
  guild.events.delete(id);
  tellOfEvent(world, event, 'DELETE');
  return nothing;
};

/** Who answered an event, a hundred at a time. The bot stands among them as the maker. */
export const getEventUsers: Handler = ({ world, query }, guildId = '', id = '') => {
  const event = eventOf(world, reachableGuild(world, guildId), id);
  const after = BigInt(query.get('after') ?? 0);
  const users = [...event.answers]
    .filter(([userId]) => BigInt(userId) > after)
    .toSorted(([a], [b]) => (BigInt(a) < BigInt(b) ? -1 : 1))
    .slice(0, Number(query.get('limit') ?? 100));
  return ok(
    users.flatMap(([userId, response]) => {
      const user = world.users.get(userId)?.json;
      return user === undefined ? [] : [{ guild_scheduled_event_id: id, user_id: userId, user, response }];
    }),
  );
};

function reachableGuild(world: World, id: string): Guild {
  const guild = world.guilds.get(id);
  if (!guild?.hasBot) throw refusals.unknownGuild();
  return guild;
}

/** An event in a channel needs a voice channel that the bot can join; one in a place needs the place and an end. */
function demandPlace(world: World, guild: Guild, json: Omit<ScheduledEventJson, 'id'>): void {
  if (json.entity_type === ENTITY.external) {
    if (!has(guildPermissionsOf(world, world.bot, guild), 'CreateEvents'))
      throw refusals.missingPermissions('CreateEvents');
    if (json.entity_metadata === null || json.scheduled_end_time === null || json.channel_id !== null)
      throw refusals.form(
        'scheduled_end_time',
        'BASE_TYPE_REQUIRED',
        'This field is required',
        'a place and an end',
      );
  } else {
    const channel = reachableChannel(world, json.channel_id ?? '');
    const type = json.entity_type === ENTITY.voice ? ChannelType.GuildVoice : ChannelType.GuildStageVoice;
    if (channel.type !== type) throw refusals.notText();
    demand(world, channel, ['ViewChannel', 'Connect', 'CreateEvents']);
  }
}

function future(world: World, time: string): string {
  if (Date.parse(time) > world.clock.now()) return time;
  throw refusals.form(
    'scheduled_start_time',
    'GUILD_SCHEDULED_EVENT_SCHEDULE_PAST',
    'Cannot schedule event in the past',
    'a time to come',
  );
}

/** Scheduled events can start or be canceled, active ones can end. */
function demandStep(from: number, to: number): void {
  const may: Readonly<Record<number, readonly number[]>> = {
    [STATUS.scheduled]: [STATUS.active, STATUS.canceled],
    [STATUS.active]: [STATUS.completed],
  };
  if (from === to || may[from]?.includes(to) === true) return;
  throw refusals.form('status', 'ENUM_TYPE_COERCE', 'Invalid status', 'a step that an event can take');
}

const [MONTHLY, WEEKLY, DAILY] = [1, 2, 3];
/** The only sets of days on which an event can repeat daily; 0 for Monday. */
const DAY_SETS = new Set(['0,1,2,3,4', '1,2,3,4,5', '0,1,2,3,6', '4,5', '5,6', '0,6']);

/** @throws Refused for a rule that Discord does not take */
function ruleOf(rule: Partial<RecurrenceJson> | null | undefined): RecurrenceJson | null {
  if (rule === null || rule === undefined) return null;
  const { frequency = WEEKLY, interval = 1, by_weekday: days = null, by_n_weekday: nth = null } = rule;
  const set = days === null ? null : [...days].toSorted((a, b) => a - b).join(',');
  const fits =
    frequency === WEEKLY
      ? days?.length === 1 && nth === null && (interval === 1 || interval === 2)
      : frequency === DAILY
        ? interval === 1 && nth === null && (set === null || DAY_SETS.has(set))
        : frequency !== MONTHLY || (interval === 1 && days === null && nth?.length === 1);
  const ends = rule.end ?? rule.count ?? null;
  if (!fits || ends !== null)
    throw refusals.form(
      'recurrence_rule',
      'GUILD_SCHEDULED_EVENT_RECURRENCE_RULE_INVALID',
      'Invalid recurrence rule',
      'one day a week, every week or every second; one of six sets of days; or one weekday of a month',
    );
  return {
    start: rule.start ?? '',
    end: null,
    frequency,
    interval,
    by_weekday: days,
    by_n_weekday: nth,
    by_month: rule.by_month ?? null,
    by_month_day: rule.by_month_day ?? null,
    by_year_day: null,
    count: null,
  };
}
