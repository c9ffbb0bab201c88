import { saysAnything, saysEnough } from '../text/substance.ts';

/** What a proof's file may be: text (Markdown or plain), or a PDF. */
export type FileKind = 'text' | 'pdf';

/** The most that a file of each kind may have, in bytes. */
export const FILE_LIMITS: Readonly<Record<FileKind, number>> = {
  text: 1024 * 1024,
  pdf: 5 * 1024 * 1024,
};

/** Uploaded texts up to this size, in bytes, are read where they belong; larger ones are only named. */
export const READABLE_FILE = 100 * 1024;

const KINDS: ReadonlyMap<string, FileKind> = new Map([
  ['md', 'text'],
  ['markdown', 'text'],
  ['txt', 'text'],
  ['pdf', 'pdf'],
]);

/** The endings that are taken, as forms offer them. */
export const PROOF_ENDINGS: readonly `.${string}`[] = [...KINDS.keys()].map(
  (ending) => `.${ending}` as const,
);

/** @returns what a file is by the ending of its name, or null if it is nothing that is taken */
export function kindByName(name: string): FileKind | null {
  const ending = /\.([A-Za-z]+)$/.exec(name.trim())?.[1]?.toLowerCase();
  return KINDS.get(ending ?? '') ?? null;
}

/** Why the bytes of a file are not what its name says. */
export type FileFault = 'empty' | 'thin-file' | 'not-text' | 'not-pdf';

const PDF_MAGIC = '%PDF-';

/**
 * Looks at a file's own bytes: a name and a declared type can say anything. Text has to be UTF-8, say
 * something, and hold nothing that only programs read; a PDF begins as its specification says (ISO 32000, 7.5.2).
 * @returns null if they are what they should be
 */
export function fileFault(kind: FileKind, bytes: Uint8Array): FileFault | null {
  if (bytes.byteLength === 0) return 'empty';
  if (kind === 'pdf') {
    const begins = Buffer.from(bytes.subarray(0, PDF_MAGIC.length)).toString('latin1');
    return begins === PDF_MAGIC ? null : 'not-pdf';
  }
  const text = decoded(bytes);
  if (text === null || text.includes('\0')) return 'not-text';
  if (saysEnough(text)) return null;
  return saysAnything(text) ? 'thin-file' : 'empty';
}

/** The text of a file that was found to be text: without a byte-order mark, lines ended as everywhere here. */
export function textOf(bytes: Uint8Array): string {
  return (decoded(bytes) ?? '').replaceAll(/\r\n?/g, '\n');
}

function decoded(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Long enough to tell files apart, and far below what Discord and file systems take. */
const NAME_LENGTH = 60;

/**
 * A file's name as it can be sent again: Discord changes what is not a letter of ASCII, a digit, `_`, `-` or `.`, and
 * then no longer finds the file that a message shows.
 */
export function sendableName(name: string, kind: FileKind): string {
  const ending = /\.([A-Za-z]+)$/.exec(name.trim())?.[1]?.toLowerCase() ?? (kind === 'pdf' ? 'pdf' : 'txt');
  const stem = name
    .trim()
    .replace(/\.[A-Za-z]+$/, '')
    .replaceAll('ı', 'i')
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^\w-]+/g, '_')
    .replaceAll(/^_+|_+$/g, '')
    .slice(0, NAME_LENGTH);
  return `${stem === '' ? 'file' : stem}.${ending}`;
}
