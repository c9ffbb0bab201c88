import type { Call } from '../../../discord/command.ts';
import { download, DownloadError, type RemoteFile } from '../../../discord/download.ts';
import { Refusal } from '../../../discord/refusal.ts';
import { LinkError, readLink } from '../../../links/read-link.ts';
import { decodeText } from '../../../roadmap/encoding.ts';
import { LIMITS, RoadmapError } from '../../../roadmap/roadmap-error.ts';
import { titleOfFile } from '../../../roadmap/titles.ts';
import { fileRefusedView, notReadView } from '../../../view/roadmaps/importing/answers.ts';

/** A text that a roadmap can be read from. */
export interface Source {
  readonly text: string;
  /** The title that was typed beside the text. */
  readonly title?: string;
  /** The title of a roadmap whose text has none. */
  readonly untitled: string;
  /** The base for relative links in it; null if it has none. */
  readonly base: string | null;
  /** The address at which it can be read again; null for a file or a typed text. */
  readonly link: string | null;
}

/**
 * Reads a file that somebody attached.
 * @throws Refusal if it cannot be fetched, or is no text
 */
export async function sourceOfFile({ app }: Call, file: RemoteFile): Promise<Source> {
  const { cdn = '' } = app.client.options.rest ?? {};
  try {
    const bytes = await download(file, { limit: LIMITS.bytes, cdn });
    return { text: await decoded(bytes), untitled: titleOfFile(file.name), base: null, link: null };
  } catch (error) {
    if (!(error instanceof DownloadError)) throw error;
    throw new Refusal((words) => notReadView(words, error.fault));
  }
}

/**
 * Reads the public file that a link leads to.
 * @throws Refusal if it cannot be fetched, or is no text
 */
export async function sourceOfLink({ app }: Call, link: string): Promise<Source> {
  try {
    const { bytes, name, base } = await readLink(link, { hosts: app.importHosts, limit: LIMITS.bytes });
    return { text: await decoded(bytes), untitled: titleOfFile(name), base, link };
  } catch (error) {
    if (!(error instanceof LinkError)) throw error;
    throw new Refusal((words) => notReadView(words, `link-${error.fault}`));
  }
}

/** @throws Refusal if it is no text */
function decoded(bytes: Uint8Array): Promise<string> {
  return orRefused(() => decodeText(bytes).text);
}

/** @throws Refusal in place of a `RoadmapError` */
export async function orRefused<T>(read: () => T | Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof RoadmapError)) throw error;
    throw new Refusal((words) => fileRefusedView(words, error.line, error.problem));
  }
}
