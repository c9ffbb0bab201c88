import { saysAnything, saysEnough } from '../text/substance.ts';

/** The kinds of file that can be a proof: text (Markdown or plain), or a PDF. */
export type FileKind = 'text' | 'pdf';

/** The largest file of each kind, in bytes. */
export const FILE_LIMITS: Readonly<Record<FileKind, number>> = {
  text: 1024 * 1024,
  pdf: 5 * 1024 * 1024,
};

/**
 * The largest uploaded text, in bytes, that is read into notebooks, reviews and the search. A larger one only appears
 * there by its name.
 */
export const READABLE_FILE = 100 * 1024;

const KINDS: ReadonlyMap<string, FileKind> = new Map([
  ['md', 'text'],
  ['markdown', 'text'],
  ['txt', 'text'],
  ['pdf', 'pdf'],
]);

/** The endings that are accepted, as forms offer them. */
export const PROOF_ENDINGS: readonly `.${string}`[] = [...KINDS.keys()].map(
  (ending) => `.${ending}` as const,
);

/** @returns the kind of a file by the ending of its name, or null if that kind is not accepted */
export function kindByName(name: string): FileKind | null {
  const ending = /\.([A-Za-z]+)$/.exec(name.trim())?.[1]?.toLowerCase();
  return KINDS.get(ending ?? '') ?? null;
}

/** Why a file's bytes do not match its name. */
export type FileFault = 'empty' | 'thin-file' | 'not-text' | 'not-pdf';

const PDF_MAGIC = '%PDF-';

/**
 * Looks at a file's own bytes, because its name and its declared type can say anything. Text has to be UTF-8, has to
 * say something, and has no zero bytes, as only the files of programs have. A PDF begins as its specification says (ISO
 * 32000, 7.5.2).
 * @returns null if the bytes are as they should be
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

/**
 * The text of a file in which `fileFault` found no fault: without a byte-order mark, with line feeds as its line ends.
 */
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

/** Long enough to tell files apart, and far below the limits of Discord and of file systems. */
const NAME_LENGTH = 60;

/**
 * A file's name as it can be sent again. Discord replaces every character but ASCII letters, digits, `_`, `-` and `.`,
 * and then no longer finds the file that a message shows.
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
