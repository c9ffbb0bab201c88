import { z } from 'zod';

/**
 * The data of a button, select or form: a version, an action, and opaque ids. Everything else is read from the store
 * at the press, so that a button outlives restarts and cannot carry a false claim.
 */
export interface CustomId {
  readonly action: string;
  readonly args: readonly string[];
  /** The mark of the roadmap that it is about; null if it has none. */
  readonly mark: string | null;
}

/** Raise this when the meaning of actions or of their ids changes. Older buttons then say that they are outdated. */
const VERSION = 'v1';
/** Discord's limit. */
const MAX_LENGTH = 100;
/** How many bytes of typed text an id can carry. In base64, they fit beside an action and an argument or two. */
export const CARRIED_BYTES = 60;

const FORM = /^v1(\.[\w-]{4})?(:[\w-]+)+$/;

const shape = z
  .string()
  .max(MAX_LENGTH)
  .regex(FORM)
  .transform((id) => id.split(':'))
  .pipe(z.tuple([z.string(), z.string()], z.string()));

/**
 * Writes a custom id.
 * @param args ids of letters, digits, `_` and `-`
 * @throws Error if it would not be a valid id, which is a mistake in the program
 */
export function customId(action: string, ...args: readonly (string | number)[]): string {
  const id = [VERSION, action, ...args].join(':');
  if (id.length > MAX_LENGTH || !FORM.test(id)) throw new Error(`"${id}" cannot be a custom id`);
  return id;
}

/**
 * The id of a list of buttons (`menu` in `components.ts`). A choice from it is handled as a press of the chosen
 * button.
 */
export const MENU_ID = customId('menu');

/** Whether a custom id is that of a list of buttons, with or without the mark of a roadmap. */
export function isMenuId(id: string): boolean {
  return parseCustomId(id)?.action === 'menu';
}

/** @returns the parts of an id, or null if the id is not ours or of an older version */
export function parseCustomId(id: string): CustomId | null {
  const parsed = shape.safeParse(id);
  if (!parsed.success) return null;
  const [head, action, ...args] = parsed.data;
  return { action, args, mark: head.split('.')[1] ?? null };
}

/**
 * Marks an id with the roadmap that it is about. An id stays as it is if it has a mark, has no room for one, or is
 * about no roadmap.
 */
export function withMark(id: string, mark: string): string {
  const marked = id.replace(/^v1:/, `${VERSION}.${mark}:`);
  return marked.length > MAX_LENGTH ? id : marked;
}

/** Reads a page, a part or a count from an id or an option of a list. */
export const carriedNumber = z
  .string()
  .regex(/^\d{1,4}$/)
  .transform(Number);

/** A typed text in the form in which an id carries it to the next message. It is cut to so many bytes. */
export function carriedText(typed: string, bytes = CARRIED_BYTES): string {
  return Buffer.from(typed).subarray(0, bytes).toString('base64url') || '-';
}

/** The text that `carriedText` put into an id. */
export function textCarried(arg: string): string {
  // The cut may have gone through a letter, which is then left out.
  return Buffer.from(arg, 'base64url')
    .toString()
    .replace(/\uFFFD+$/u, '');
}
