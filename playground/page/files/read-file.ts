import type { FileView } from '../../web/protocol.ts';

const CHUNK = 0x8000;

/** Reads a file that was chosen on the page, in the form that the playground's server takes. */
export async function readFile(file: File): Promise<FileView> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let binary = '';
  for (let at = 0; at < bytes.length; at += CHUNK)
    binary += String.fromCharCode(...bytes.subarray(at, at + CHUNK));
  return { name: file.name, type: file.type || 'application/octet-stream', data: btoa(binary) };
}
