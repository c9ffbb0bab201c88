import type { IncomingMessage } from 'node:http';

import { Refused } from '../state/refused.ts';
import type { Upload } from '../state/files.ts';

/** Discord takes requests up to 25 MiB. */
const LARGEST = 25 * 1024 * 1024;

export interface ReadBody {
  body: unknown;
  files: Upload[];
}

/** Reads a request's body: JSON, or a form whose `payload_json` is the JSON and whose other fields are files. */
export async function readBody(request: IncomingMessage): Promise<ReadBody> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.byteLength;
    if (size <= LARGEST) chunks.push(chunk);
  }
  if (size > LARGEST) throw new Refused(413, 40005, 'Request entity too large', 'requests of 25 MiB at most');
  if (size === 0) return { body: undefined, files: [] };
  const bytes = Buffer.concat(chunks);
  const contentType = request.headers['content-type'] ?? '';
  if (!contentType.startsWith('multipart/form-data'))
    return { body: parse(bytes.toString('utf8')), files: [] };

  const form = await new Response(bytes, { headers: { 'content-type': contentType } }).formData();
  const files: Upload[] = [];
  let body: unknown;
  for (const [field, value] of form) {
    if (typeof value === 'string') {
      if (field === 'payload_json') body = parse(value);
    } else {
      files.push({ field, name: value.name, contentType: value.type, content: await value.bytes() });
    }
  }
  return { body, files };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Refused(400, 50109, 'The request body contains invalid JSON.', 'JSON');
  }
}
