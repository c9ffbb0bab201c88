/**
 * Reads CSV strictly by RFC 4180.
 * @throws Error if the text breaks the rules
 */
export function readCsv(text: string): string[][] {
  const rows: string[][] = [];
  let at = 0;
  while (at < text.length) {
    const row: string[] = [];
    for (;;) {
      const [value, next] = text[at] === '"' ? quoted(text, at) : bare(text, at);
      row.push(value);
      at = next;
      if (text[at] !== ',') break;
      at += 1;
    }
    if (text.slice(at, at + 2) !== '\r\n') throw new Error(`no end of a record at ${at}`);
    at += 2;
    rows.push(row);
  }
  return rows;
}

function quoted(text: string, start: number): [string, number] {
  let value = '';
  for (let at = start + 1; at < text.length; at += 1) {
    if (text[at] !== '"') value += text[at];
    else if (text[at + 1] === '"') {
      value += '"';
      at += 1;
    } else return [value, at + 1];
  }
  throw new Error(`no end of the field at ${start}`);
}

function bare(text: string, start: number): [string, number] {
  let end = start;
  while (end < text.length && !',\r\n'.includes(text[end] ?? '')) {
    if (text[end] === '"') throw new Error(`a quote in the middle of a field at ${end}`);
    end += 1;
  }
  return [text.slice(start, end), end];
}
