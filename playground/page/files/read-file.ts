import type { FileView } from '../../web/protocol.ts';

const CHUNK = 0x8000;

/** A file that was chosen on the page, as it is sent to the playground's server. */
export async function readFile(file: File): Promise<FileView> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let binary = '';
  for (let at = 0; at < bytes.length; at += CHUNK)
    binary += String.fromCharCode(...bytes.subarray(at, at + CHUNK));
  return { name: file.name, type: file.type || 'application/octet-stream', data: btoa(binary) };
}
