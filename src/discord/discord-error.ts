import {
  DiscordAPIError,
  DiscordjsErrorCodes,
  DiscordjsTypeError,
  HTTPError,
  RateLimitError,
} from 'discord.js';

/** Discord's numbers for errors that the bot acts on. */
const UNKNOWN_CHANNEL = 10003;
const UNKNOWN_GUILD = 10004;
const UNKNOWN_MEMBER = 10007;
const UNKNOWN_USER = 10013;
const UNKNOWN_MESSAGE = 10008;
const UNKNOWN_WEBHOOK = 10015;
const UNKNOWN_INTERACTION = 10062;
const THREAD_EXISTS = 160004;
const OPENING_TOO_FAST = 40003;
const ALREADY_ACKNOWLEDGED = 40060;
const MISSING_ACCESS = 50001;
const CANNOT_MESSAGE_USER = 50007;
const NO_SHARED_SERVER = 50278;
const MISSING_PERMISSIONS = 50013;
const INVALID_TOKEN = 50027;
const THREAD_ARCHIVED = 50083;
const THREAD_LOCKED = 160005;

/** discord.js's errors for options and fields that are missing or of another kind. */
const MADE_UP: ReadonlySet<string> = new Set([
  DiscordjsErrorCodes.CommandInteractionOptionNotFound,
  DiscordjsErrorCodes.CommandInteractionOptionType,
  DiscordjsErrorCodes.CommandInteractionOptionEmpty,
  DiscordjsErrorCodes.CommandInteractionOptionNoSubcommand,
  DiscordjsErrorCodes.ModalSubmitInteractionFieldNotFound,
  DiscordjsErrorCodes.ModalSubmitInteractionFieldType,
  DiscordjsErrorCodes.ModalSubmitInteractionFieldEmpty,
]);
/** An HTTP status for the bot's own token. Requests with an interaction's token never get it. */
const UNAUTHORIZED = 401;

/** Discord does not take the token. `message` tells the operator what to do. */
export class TokenRefused extends Error {
  constructor() {
    super(
      'DISCORD_TOKEN is refused by Discord: it was reset, or copied wrongly. Make a new one on the page "Bot" of your application.',
    );
    this.name = 'TokenRefused';
  }
}

/** Whether Discord does not take the token. */
export function isTokenRefused(error: unknown): boolean {
  return error instanceof DiscordAPIError && error.status === UNAUTHORIZED;
}

/** The time for an answer has passed: Discord has told the person that the bot did not answer. */
export function isTooLate(error: unknown): boolean {
  return hasCode(error, UNKNOWN_INTERACTION, UNKNOWN_WEBHOOK, INVALID_TOKEN);
}

/** The interaction has a first answer already. */
export function isAcknowledged(error: unknown): boolean {
  return hasCode(error, ALREADY_ACKNOWLEDGED);
}

/** Whether this version of the bot does not offer the command or form: it is an older one, or its sender made it up. */
export function isMadeUp(error: unknown): boolean {
  return error instanceof DiscordjsTypeError && MADE_UP.has(error.code);
}

/** The channel or its server is not there any more. */
export function isGone(error: unknown): boolean {
  return hasCode(error, UNKNOWN_CHANNEL, UNKNOWN_GUILD);
}

/** The message is not there any more, nor perhaps its channel. */
export function isMessageGone(error: unknown): boolean {
  return isGone(error) || hasCode(error, UNKNOWN_MESSAGE);
}

/** The message has a thread already. */
export function isThreadThere(error: unknown): boolean {
  return hasCode(error, THREAD_EXISTS);
}

/** The person is not in that server, or nowhere any more. */
export function isNoMember(error: unknown): boolean {
  return hasCode(error, UNKNOWN_MEMBER, UNKNOWN_USER);
}

/** The bot may not do this there; of direct messages: the person does not take them; of threads: they are closed to it. */
export function isForbidden(error: unknown): boolean {
  return (
    isWithoutAccess(error) ||
    hasCode(error, MISSING_PERMISSIONS, CANNOT_MESSAGE_USER, NO_SHARED_SERVER, THREAD_ARCHIVED, THREAD_LOCKED)
  );
}

/** The bot does not see the channel. Of direct messages Discord says so at times although nothing is wrong with them. */
export function isWithoutAccess(error: unknown): boolean {
  return hasCode(error, MISSING_ACCESS);
}

/** The bot has begun more private conversations in a short time than Discord lets it. */
export function isOpeningTooFast(error: unknown): boolean {
  return hasCode(error, OPENING_TOO_FAST);
}

const CLIENT_ERRORS = { from: 400, to: 500 };

/**
 * Whether Discord refuses the request itself, so that sending it again would not help. A refused token is no fault of
 * the request.
 */
export function isRefused(error: unknown): boolean {
  return (
    error instanceof DiscordAPIError &&
    error.status >= CLIENT_ERRORS.from &&
    error.status < CLIENT_ERRORS.to &&
    !isTokenRefused(error)
  );
}

/** The thread is archived: nothing in it can be changed until it is woken up. */
export function isArchived(error: unknown): boolean {
  return hasCode(error, THREAD_ARCHIVED);
}

/**
 * What may be logged of an error. Discord's errors carry the interaction's token in their address and the person's
 * text in their body, so only these fields are taken, and nothing else is passed on.
 */
export function loggable(error: unknown): Record<string, string | number> {
  if (error instanceof DiscordAPIError) {
    return { error: 'DiscordAPIError', code: error.code, status: error.status, method: error.method };
  }
  if (error instanceof HTTPError) return { error: 'HTTPError', status: error.status, method: error.method };
  if (error instanceof RateLimitError) return { error: 'RateLimitError', method: error.method };
  if (error instanceof Error) return { error: error.name, message: error.message, stack: error.stack ?? '' };
  return { error: typeof error };
}

function hasCode(error: unknown, ...codes: readonly number[]): boolean {
  return error instanceof DiscordAPIError && typeof error.code === 'number' && codes.includes(error.code);
}
