import {
  DiscordAPIError,
  DiscordjsErrorCodes,
  DiscordjsTypeError,
  HTTPError,
  RateLimitError,
} from 'discord.js';
import { OLD_EDITS } from './error-code.ts';

/** Discord's numbers for errors that the bot acts on. */
const UNKNOWN_CHANNEL = 10003;
const UNKNOWN_GUILD = 10004;
const UNKNOWN_MEMBER = 10007;
const UNKNOWN_USER = 10013;
const UNKNOWN_EVENT = 10070;
const UNKNOWN_MESSAGE = 10008;
const UNKNOWN_ROLE = 10011;
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
const TOO_MANY_THREADS = 160006;

/** The errors of discord.js for options and fields that are missing or have another type. */
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

/** Discord refuses the bot's token. `message` tells the operator what to do. */
export class TokenRefused extends Error {
  constructor() {
    super(
      'DISCORD_TOKEN is refused by Discord: it was reset, or copied wrongly. Make a new one on the page "Bot" of your application.',
    );
    this.name = 'TokenRefused';
  }
}

/** Whether Discord refuses the bot's token. */
export function isTokenRefused(error: unknown): boolean {
  return error instanceof DiscordAPIError && error.status === UNAUTHORIZED;
}

/** The time for an answer is over. Discord has already told the person that the bot did not answer. */
export function isTooLate(error: unknown): boolean {
  return hasCode(error, UNKNOWN_INTERACTION, UNKNOWN_WEBHOOK, INVALID_TOKEN);
}

/** The interaction already has a first answer. */
export function isAcknowledged(error: unknown): boolean {
  return hasCode(error, ALREADY_ACKNOWLEDGED);
}

/**
 * Whether the interaction belongs to a command or form that this version does not have. It comes from an older
 * version, or its sender made it up.
 */
export function isMadeUp(error: unknown): boolean {
  return error instanceof DiscordjsTypeError && MADE_UP.has(error.code);
}

/** The channel or its server no longer exists. */
export function isGone(error: unknown): boolean {
  return hasCode(error, UNKNOWN_CHANNEL, UNKNOWN_GUILD);
}

/** The message no longer exists, or its channel. */
export function isMessageGone(error: unknown): boolean {
  return isGone(error) || hasCode(error, UNKNOWN_MESSAGE);
}

/** The message already has a thread. */
export function isThreadThere(error: unknown): boolean {
  return hasCode(error, THREAD_EXISTS);
}

/** The person is not in that server, or their account no longer exists. */
export function isNoMember(error: unknown): boolean {
  return hasCode(error, UNKNOWN_MEMBER, UNKNOWN_USER);
}

/** The role no longer exists. */
export function isRoleGone(error: unknown): boolean {
  return hasCode(error, UNKNOWN_ROLE);
}

/**
 * The bot may not do this here. For direct messages: the person does not accept them. For threads: the thread is
 * closed to the bot.
 */
export function isForbidden(error: unknown): boolean {
  return (
    isWithoutAccess(error) ||
    hasCode(error, MISSING_PERMISSIONS, CANNOT_MESSAGE_USER, NO_SHARED_SERVER, THREAD_ARCHIVED, THREAD_LOCKED)
  );
}

/** The bot does not see the channel. For direct messages Discord sometimes says this although nothing is wrong. */
export function isWithoutAccess(error: unknown): boolean {
  return hasCode(error, MISSING_ACCESS);
}

/** Messages of the channel that are older than an hour were edited too often in the last seconds. */
export function isEditedTooOften(error: unknown): boolean {
  return hasCode(error, OLD_EDITS);
}

/** The bot has opened more private conversations in a short time than Discord allows. */
export function isOpeningTooFast(error: unknown): boolean {
  return hasCode(error, OPENING_TOO_FAST);
}

const CLIENT_ERRORS = { from: 400, to: 500 };

/**
 * Whether Discord refuses the request itself, so that sending it again would not help. A refused token does not
 * count.
 */
export function isRefused(error: unknown): boolean {
  return (
    error instanceof DiscordAPIError &&
    error.status >= CLIENT_ERRORS.from &&
    error.status < CLIENT_ERRORS.to &&
    !isTokenRefused(error)
  );
}

/** The thread is archived, and nothing in it can be changed before it is opened again. */
export function isArchived(error: unknown): boolean {
  return hasCode(error, THREAD_ARCHIVED);
}

/** The scheduled event no longer exists. */
export function isEventGone(error: unknown): boolean {
  return hasCode(error, UNKNOWN_EVENT);
}

/** The server has as many open threads as Discord allows. */
export function isTooManyThreads(error: unknown): boolean {
  return hasCode(error, TOO_MANY_THREADS);
}

/**
 * The parts of an error that may be logged. Discord's errors have the interaction's token in their address and the
 * person's text in their body, so only these fields are taken.
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
