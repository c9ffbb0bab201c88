import type { AttachmentJson } from './json.ts';
import type { StoredFile, World } from './world.ts';

/** A file that was uploaded, by the bot in a form or by a person. */
export interface Upload {
  /** The field of the form: `files[0]`. */
  readonly field: string;
  readonly name: string;
  readonly contentType: string;
  readonly content: Uint8Array;
}

/** A file of a person. Text is sent as UTF-8. */
export interface PersonsFile {
  name: string;
  /** The bytes; or a source of them, for a file that is endless, slow or of another length than it claims. */
  content: string | Uint8Array | (() => AsyncIterable<Uint8Array>);
  /** The type that Discord reports; guessed from the name if it is missing. */
  type?: string;
  /** The size that Discord reports, if it should be wrong. */
  size?: number;
  /** An address to which Discord's own address redirects, if it should. */
  redirect?: string;
  /** An address other than Discord's, as in a tampered payload. */
  url?: string;
}

/** Stores a file in the CDN and returns Discord's description of it. */
export function storeFile(
  world: World,
  file: PersonsFile,
  place: { folder: string; ephemeral?: boolean; description?: string; title?: string },
): AttachmentJson {
  const id = world.ids.next();
  const content = typeof file.content === 'string' ? new TextEncoder().encode(file.content) : file.content;
  const contentType = file.type ?? contentTypeOf(file.name);
  const filename = file.name.normalize('NFC').replaceAll(/[^\p{L}\p{N}._-]+/gu, '_');
  const path = `${place.folder}/${id}/${encodeURIComponent(filename)}`;
  const stored: StoredFile = {
    id,
    path,
    filename,
    contentType,
    content,
    ...(file.redirect === undefined ? {} : { redirect: file.redirect }),
  };
  world.files.set(path, stored);
  const url = file.url ?? `${world.origin}/cdn/${path}`;
  const picture = content instanceof Uint8Array ? pngSize(content) : undefined;
  return {
    id,
    filename,
    ...(place.title === undefined ? {} : { title: place.title }),
    ...(place.description === undefined ? {} : { description: place.description }),
    size: file.size ?? (content instanceof Uint8Array ? content.byteLength : 0),
    url,
    proxy_url: url,
    content_type: contentType,
    ...picture,
    ...(place.ephemeral ? { ephemeral: true } : {}),
  };
}

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  csv: 'text/csv; charset=utf-8',
  gif: 'image/gif',
  jpg: 'image/jpeg',
  json: 'application/json; charset=utf-8',
  md: 'text/markdown; charset=utf-8',
  pdf: 'application/pdf',
  png: 'image/png',
  txt: 'text/plain; charset=utf-8',
  webp: 'image/webp',
  zip: 'application/zip',
};

/** The type that Discord reports, by the ending of the file's name. */
export function contentTypeOf(name: string): string {
  const ending = name.slice(name.lastIndexOf('.') + 1).toLowerCase();
  return CONTENT_TYPES[ending] ?? 'application/octet-stream';
}

/** The size of a PNG picture, read from its header; undefined for any other file. */
function pngSize(bytes: Uint8Array): { width: number; height: number } | undefined {
  if (bytes.byteLength < 24) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getUint32(0) !== 0x89504e47) return undefined;
  return { width: view.getUint32(16), height: view.getUint32(20) };
}
