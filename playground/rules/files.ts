import { kind, type Component } from './body.ts';
import { allComponents } from './components.ts';
import { limits } from './limits.ts';
import type { Fault, Path, Refusal } from './refusal.ts';
import { isComponentsV2, type MessageWrite, type UploadedFile } from './request.ts';

const ATTACHMENT = 'attachment://';

/** Refuses with code 40005 a file over 10 MiB, or files of over 25 MiB together. */
export function tooLarge(files: readonly UploadedFile[]): Refusal | null {
  const big = files.find(({ size }) => size > limits.files.file);
  if (big !== undefined) return sizeRefusal(`A file has at most 10 MiB; ${big.name} has ${big.size} bytes`);
  const sum = files.reduce((total, { size }) => total + size, 0);
  return sum > limits.files.request
    ? sizeRefusal(`A request has at most 25 MiB; its files have ${sum} bytes`)
    : null;
}

const sizeRefusal = (rule: string): Refusal => ({
  status: 413,
  code: 40005,
  message: 'Request entity too large',
  rule,
});

/**
 * Checks uploads and references to them: parts named `files[n]`, `attachments` with the same n, and every
 * `attachment://`.
 */
export function* fileFaults(write: MessageWrite): Iterable<Fault> {
  const { body, path, files, edits, before } = write;
  if (files.length > limits.files.count) {
    yield {
      path: [...path, 'attachments'],
      code: 'BASE_TYPE_MAX_LENGTH',
      message: `Must be ${limits.files.count} or fewer in length.`,
      rule: `A message has at most ${limits.files.count} files`,
    };
  }
  const numbers = new Set(files.map(({ field }) => partNumber(field)));
  if (numbers.has(undefined) || numbers.size < files.length) {
    yield {
      path: [...path, 'attachments'],
      code: 'ATTACHMENT_PART_INVALID',
      message: 'Files must be uploaded as files[n]',
      rule: 'Each file of a request is a part of its own, named files[0], files[1] and so on',
    };
  }
  const kept = new Set(before?.attachments?.map(({ id }) => id));
  for (const [index, { id }] of (body.attachments ?? []).entries()) {
    const isKnown = numbers.has(String(id)) || kept.has(String(id)) || (edits && before === undefined);
    if (isKnown) continue;
    yield {
      path: [...path, 'attachments', index, 'id'],
      code: 'ATTACHMENT_NOT_FOUND',
      message: `Attachment "${id}" not found`,
      rule: `An entry of attachments names a file of the request or of the message; ${id} is neither`,
    };
  }
  yield* referenceFaults(write);
}

/** The number of an upload's part. `attachments` refers to it. */
const partNumber = (field: string): string | undefined => /^files\[(\d+)\]$/.exec(field)?.[1];

/** The name of an upload in the message: the one in `attachments`, or the file's own. */
function nameOf({ field, name }: UploadedFile, { body }: MessageWrite): string {
  const entry = body.attachments?.find(({ id }) => String(id) === partNumber(field));
  return entry?.filename ?? name;
}

/** The names that `attachment://` may use; null if an edit may refer to files that the server does not know. */
function fileNames(write: MessageWrite): ReadonlySet<string> | null {
  const { body, files, edits, before } = write;
  if (edits && before === undefined) return null;
  const ids = body.attachments?.map(({ id }) => String(id));
  const kept = (before?.attachments ?? []).filter(({ id }) => ids?.includes(id) ?? true);
  return new Set([...files.map((file) => nameOf(file, write)), ...kept.map(({ filename }) => filename)]);
}

function* referenceFaults(write: MessageWrite): Iterable<Fault> {
  const { body, path, files } = write;
  const names = fileNames(write);
  const references = [...mediaOf(write)];
  for (const { url, place } of references) {
    if (!url.startsWith(ATTACHMENT)) continue;
    const name = url.slice(ATTACHMENT.length);
    const isPlain = /^[\w.-]+$/.test(name);
    if (isPlain && (names?.has(name) ?? true)) continue;
    yield {
      path: [...path, ...place],
      code: 'ATTACHMENT_NOT_FOUND',
      message: `Attachment "${name}" not found`,
      rule: isPlain
        ? `${url} names a file that the message has; it has ${[...(names ?? [])].join(', ') || 'none'}`
        : `The name of a file that is referred to has only letters, digits, _ - and dots; not ${name}`,
    };
  }
  if (isComponentsV2(write) !== true || body.components === undefined) return;
  const shown = new Set(references.map(({ url }) => url));
  for (const file of files) {
    const name = nameOf(file, write);
    if (shown.has(ATTACHMENT + name)) continue;
    yield {
      path: [...path, 'attachments'],
      code: 'ATTACHMENT_NOT_SHOWN',
      message: `Attachment "${name}" is not referenced by a component`,
      rule: `In a Components V2 message nobody sees a file that no component shows: ${name}`,
    };
  }
}

/** Every URL of a picture or file in embeds and components, with its path in the message. */
function* mediaOf({ body }: MessageWrite): Iterable<{ url: string; place: Path }> {
  for (const [index, { image, thumbnail, footer, author }] of (body.embeds ?? []).entries()) {
    if (image?.url) yield { url: image.url, place: ['embeds', index, 'image', 'url'] };
    if (thumbnail?.url) yield { url: thumbnail.url, place: ['embeds', index, 'thumbnail', 'url'] };
    if (footer?.icon_url) yield { url: footer.icon_url, place: ['embeds', index, 'footer', 'icon_url'] };
    if (author?.icon_url) yield { url: author.icon_url, place: ['embeds', index, 'author', 'icon_url'] };
  }
  for (const { component, path } of allComponents(body.components ?? [], ['components'])) {
    yield* componentMedia(component, path);
  }
}

/** The URLs that a component shows. */
export function* componentMedia(component: Component, path: Path): Iterable<{ url: string; place: Path }> {
  if (component.type === kind.file && component.file) {
    yield { url: component.file.url, place: [...path, 'file', 'url'] };
  }
  if (component.type === kind.thumbnail && component.media) {
    yield { url: component.media.url, place: [...path, 'media', 'url'] };
  }
  for (const [index, { media }] of (component.items ?? []).entries()) {
    yield { url: media.url, place: [...path, 'items', index, 'media', 'url'] };
  }
}
