/** A request that Discord refuses. The server makes Discord's answer of it. */
export class Refused extends Error {
  readonly status: number;
  readonly code: number;
  readonly rule: string;
  readonly errors: unknown;
  /** How many seconds to wait, for a refusal that passes. */
  retryAfter: number | null = null;

  constructor(status: number, code: number, message: string, rule: string, errors?: unknown) {
    super(message);
    this.status = status;
    this.code = code;
    this.rule = rule;
    this.errors = errors;
  }
}

/** Discord's errors that this server sends, with the numbers of its documentation. */
export const refusals = {
  unauthorized: () => new Refused(401, 0, '401: Unauthorized', 'authorization'),
  unknownRoute: () => new Refused(404, 0, '404: Not Found', 'a route that the local Discord speaks'),
  unknown: (code: number, what: string) => new Refused(404, code, `Unknown ${what}`, `a ${what} that exists`),
  unknownChannel: () => refusals.unknown(10003, 'Channel'),
  unknownGuild: () => refusals.unknown(10004, 'Guild'),
  unknownMember: () => refusals.unknown(10007, 'Member'),
  unknownMessage: () => refusals.unknown(10008, 'Message'),
  unknownRole: () => refusals.unknown(10011, 'Role'),
  unknownUser: () => refusals.unknown(10013, 'User'),
  unknownWebhook: () => refusals.unknown(10015, 'Webhook'),
  unknownInteraction: () => new Refused(404, 10062, 'Unknown interaction', 'answer in time'),
  unknownCommand: () => refusals.unknown(10063, 'application command'),
  invalidToken: () => new Refused(401, 50027, 'Invalid Webhook Token', 'answer within 15 minutes'),
  acknowledged: () =>
    new Refused(400, 40060, 'Interaction has already been acknowledged.', 'one first response'),
  missingAccess: () => new Refused(403, 50001, 'Missing Access', 'see the channel'),
  missingPermissions: (name: string) => new Refused(403, 50013, 'Missing Permissions', `permission ${name}`),
  anotherAuthor: () =>
    new Refused(403, 50005, 'Cannot edit a message authored by another user', 'edit own messages'),
  emptyMessage: () => new Refused(400, 50006, 'Cannot send an empty message', 'a message says something'),
  noDms: () =>
    new Refused(403, 50007, 'Cannot send messages to this user', 'the person has not blocked the app'),
  noSharedServer: () =>
    new Refused(
      403,
      50278,
      'Cannot send messages to this user due to having no mutual guilds',
      'a shared server whose members the person lets write to them',
    ),
  directMessagesTooFast: () =>
    new Refused(403, 40003, 'You are opening direct messages too fast', 'open few direct messages at a time'),
  editedTooOften: (seconds: number) => {
    const refused = new Refused(
      429,
      30046,
      'Maximum number of edits to messages older than 1 hour reached. Try again later',
      'few edits of messages that are older than an hour',
    );
    refused.retryAfter = seconds;
    return refused;
  },
  archived: () => new Refused(400, 50083, 'Thread is archived', 'wake a thread before changing it'),
  locked: () => new Refused(403, 160005, 'This thread is locked', 'a thread that is open'),
  notText: () => new Refused(400, 50024, 'Cannot execute action on this channel type', 'a text channel'),
  threadExists: () =>
    new Refused(400, 160004, 'A thread has already been created for this message', 'one thread a message'),
  unknownEvent: () => refusals.unknown(10070, 'Guild Scheduled Event'),
  tooManyEvents: () =>
    new Refused(
      400,
      30038,
      'Maximum number of guild scheduled events reached',
      'at most 100 events that are open',
    ),
  tooManyThreads: () =>
    new Refused(400, 160006, 'Maximum number of active threads reached', 'at most 1,000 active threads'),
  tooManyFollowUps: () =>
    new Refused(
      400,
      40094,
      'This interaction has reached the maximum number of follow up messages',
      'five follow-ups of an app that is installed by the user alone',
    ),
  form: (field: string, code: string, message: string, rule: string) =>
    new Refused(400, 50035, 'Invalid Form Body', rule, nest(field, { _errors: [{ code, message }] })),
} as const;

/** `data.flags` becomes `{ data: { flags: inner } }`. */
function nest(field: string, inner: unknown): unknown {
  return field.split('.').reduceRight((value: unknown, key) => ({ [key]: value }), inner);
}
