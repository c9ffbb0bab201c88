import type { IncomingMessage } from 'node:http';

import type { Upload } from '../state/files.ts';
import { Refused } from '../state/refused.ts';

/** Discord takes requests up to 25 MiB. */
const LARGEST = 25 * 1024 * 1024;

export interface ReadBody {
  body: unknown;
  files: Upload[];
  /** The reason why it could not be read. */
  problem?: Refused;
}

const nothing = { body: undefined, files: [] };
const notJson = (): Refused => new Refused(400, 50109, 'The request body contains invalid JSON.', 'JSON');
const tooLarge = (): Refused =>
  new Refused(413, 40005, 'Request entity too large', 'requests of 25 MiB at most');

/** Reads a request's body: JSON, or a form with the JSON in `payload_json` and files in its other fields. */
export async function readBody(request: IncomingMessage): Promise<ReadBody> {
  const chunks: Buffer[] = [];
  let size = 0;
  // Node gives a stream's chunks no type. They are buffers, because nothing has set an encoding on the request.
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.byteLength;
    if (size <= LARGEST) chunks.push(chunk);
  }
  if (size > LARGEST) return { ...nothing, problem: tooLarge() };
  if (size === 0) return nothing;
  const bytes = Buffer.concat(chunks);
  const contentType = request.headers['content-type'] ?? '';
  try {
    return contentType.startsWith('multipart/form-data')
      ? await readForm(bytes, contentType)
      : { body: JSON.parse(bytes.toString('utf8')), files: [] };
  } catch {
    return { ...nothing, problem: notJson() };
  }
}

async function readForm(bytes: Buffer<ArrayBuffer>, contentType: string): Promise<ReadBody> {
  const form = await new Response(bytes, { headers: { 'content-type': contentType } }).formData();
  const files: Upload[] = [];
  let body: unknown;
  for (const [field, value] of form) {
    if (typeof value !== 'string') {
      files.push({ field, name: value.name, contentType: value.type, content: await value.bytes() });
    } else if (field === 'payload_json') {
      body = JSON.parse(value);
    }
  }
  return { body, files };
}
