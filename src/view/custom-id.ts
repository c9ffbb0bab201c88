import { z } from 'zod';

/**
 * The data of a button, select or modal: a version, an action, and opaque ids. Everything else is read from the store
 * at the press, so that a button outlives restarts and cannot carry a false claim.
 */
export interface CustomId {
  readonly action: string;
  readonly args: readonly string[];
  /** Of the roadmap that it is about; null where it does not say. */
  readonly mark: string | null;
}

/** To be raised when the meaning of actions or their ids changes: older buttons then say that they are outdated. */
const VERSION = 'v1';
/** Discord's limit. */
const MAX_LENGTH = 100;
/** The room in an id, in bytes of base64 beside its action and an argument or two. */
export const CARRIED_BYTES = 60;

const shape = z
  .string()
  .max(MAX_LENGTH)
  .regex(/^v1(\.[\w-]{4})?(:[\w-]+)+$/)
  .transform((id) => id.split(':'))
  .pipe(z.tuple([z.string(), z.string()], z.string()));

/**
 * @param args ids of letters, digits, `_` and `-`
 * @throws Error if it would not be a valid id: a mistake in the program
 */
export function customId(action: string, ...args: readonly (string | number)[]): string {
  const id = [VERSION, action, ...args].join(':');
  if (!shape.safeParse(id).success) throw new Error(`"${id}" cannot be a custom id`);
  return id;
}

/** What a list of buttons is called (`menu` in `components.ts`): its handler is that of the button that was chosen from it. */
export const MENU_ID = customId('menu');

/** @returns the parts of an id, or null if the id is not ours or of an older version */
export function parseCustomId(id: string): CustomId | null {
  const parsed = shape.safeParse(id);
  if (!parsed.success) return null;
  const [head, action, ...args] = parsed.data;
  return { action, args, mark: head.split('.')[1] ?? null };
}

/** Marks an id with the roadmap that it is about. An id without room for it, of something that is about none, or with a mark stays as it is. */
export function withMark(id: string, mark: string): string {
  const marked = id.replace(/^v1:/, `${VERSION}.${mark}:`);
  return marked.length > MAX_LENGTH ? id : marked;
}

/** A page, a part or a count, as an id or an option of a list carries it. */
export const carriedNumber = z
  .string()
  .regex(/^\d{1,4}$/)
  .transform(Number);

/** A typed text, or as much of it as fits, in the form in which an id carries it to the next message. */
export function carriedText(typed: string): string {
  return Buffer.from(typed).subarray(0, CARRIED_BYTES).toString('base64url') || '-';
}

/** The text that `carriedText` put into an id. */
export function textCarried(arg: string): string {
  // A letter that the cut went through is left out.
  return Buffer.from(arg, 'base64url')
    .toString()
    .replace(/\uFFFD+$/u, '');
}
