import { z } from 'zod';

/** Too many edits of old messages. Discord does not say how long that lasts, so the caller has to decide what to do. */
export const OLD_EDITS = 30046;

const answer = z.looseObject({ code: z.number() });

/** Discord's number for an error, read from the text of its answer; null if the answer has none. */
export function errorCode(text: string): number | null {
  try {
    return answer.parse(JSON.parse(text)).code;
  } catch {
    return null;
  }
}
