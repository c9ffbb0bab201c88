import type { Call } from '../../../discord/command.ts';
import { download, DownloadError, type RemoteFile } from '../../../discord/download.ts';
import { Refusal } from '../../../discord/refusal.ts';
import { LinkError, readLink } from '../../../links/read-link.ts';
import { decodeText } from '../../../roadmap/encoding.ts';
import { LIMITS, RoadmapError } from '../../../roadmap/roadmap-error.ts';
import { titleOfFile } from '../../../roadmap/titles.ts';
import { fileRefusedView, notReadView } from '../../../view/roadmaps/importing/told.ts';

/** A text that a roadmap can be read from. */
export interface Source {
  readonly text: string;
  /** What a roadmap without a title of its own is called. */
  readonly untitled: string;
  /** Where it came from, as links in it are resolved; null: nowhere. */
  readonly base: string | null;
  /** The address by which it is read again; null: a file, or what was typed. */
  readonly link: string | null;
}

/**
 * Reads a file that somebody attached.
 * @throws Refusal if it cannot be had, or is no text
 */
export async function sourceOfFile({ app }: Call, file: RemoteFile): Promise<Source> {
  const { cdn = '' } = app.client.options.rest ?? {};
  try {
    const bytes = await download(file, { limit: LIMITS.bytes, cdn });
    return { text: decoded(bytes), untitled: titleOfFile(file.name), base: null, link: null };
  } catch (error) {
    if (!(error instanceof DownloadError)) throw error;
    throw new Refusal((words) => notReadView(words, error.fault));
  }
}

/**
 * Reads the public file that a link leads to.
 * @throws Refusal if it cannot be had, or is no text
 */
export async function sourceOfLink({ app }: Call, link: string): Promise<Source> {
  try {
    const { bytes, name, base } = await readLink(link, { hosts: app.importHosts, limit: LIMITS.bytes });
    return { text: decoded(bytes), untitled: titleOfFile(name), base, link };
  } catch (error) {
    if (!(error instanceof LinkError)) throw error;
    throw new Refusal((words) => notReadView(words, `link-${error.fault}`));
  }
}

/** @throws Refusal if it is no text */
function decoded(bytes: Uint8Array): string {
  return orRefused(() => decodeText(bytes).text);
}

/** @throws Refusal in place of a `RoadmapError` */
export function orRefused<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof RoadmapError)) throw error;
    throw new Refusal((words) => fileRefusedView(words, error.line, error.problem));
  }
}
