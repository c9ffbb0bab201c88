import { limits } from './limits.ts';
import type { Fault } from './refusal.ts';
import type { MessageWrite } from './request.ts';

/**
 * Checks whom a message may ping. Discord accepts a message without `allowed_mentions` and pings everybody that its
 * text names. This project does not, so every message with text must say whom it pings.
 */
export function* mentionFaults({ body, path, edits }: MessageWrite): Iterable<Fault> {
  const place = [...path, 'allowed_mentions'];
  const allowed = body.allowed_mentions;
  const hasText = !edits || Boolean(body.content) || (body.components ?? []).length > 0;
  if (hasText && !Array.isArray(allowed?.parse)) {
    yield {
      path: place,
      code: 'BASE_TYPE_REQUIRED',
      message: 'This field is required',
      rule: 'Every message says whom it may ping: allowed_mentions with parse as a list, empty for nobody',
    };
  }
  for (const list of ['users', 'roles'] as const) {
    const ids = allowed?.[list] ?? [];
    if (ids.length > 0 && (allowed?.parse ?? []).includes(list)) {
      yield {
        path: place,
        code: 'MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE',
        message: `parse:["${list}"] and ${list}: [ids...] are mutually exclusive.`,
        rule: `allowed_mentions either parses ${list} or lists them, not both`,
      };
    }
    if (ids.length > limits.message.mentioned) {
      yield {
        path: [...place, list],
        code: 'BASE_TYPE_MAX_LENGTH',
        message: `Must be ${limits.message.mentioned} or fewer in length.`,
        rule: `allowed_mentions lists at most ${limits.message.mentioned} ${list}`,
      };
    }
    if (new Set(ids).size < ids.length) {
      yield {
        path: [...place, list],
        code: 'SET_TYPE_ALREADY_CONTAINS_VALUE',
        message: 'The set already contains this value.',
        rule: `allowed_mentions lists each of its ${list} once`,
      };
    }
  }
}
