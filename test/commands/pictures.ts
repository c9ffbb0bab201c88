/** The beginning of a PNG picture with a size. The bot reads no more of it. Another `tail` makes another picture. */
export function png(width: number, height: number, tail = ''): Uint8Array {
  const bytes = Buffer.alloc(33);
  bytes.write('\x89PNG\r\n\x1A\n', 0, 'latin1');
  bytes.writeUInt32BE(13, 8);
  bytes.write('IHDR', 12, 'latin1');
  bytes.writeUInt32BE(width, 16);
  bytes.writeUInt32BE(height, 20);
  return new Uint8Array(Buffer.concat([bytes, Buffer.from(tail)]));
}
