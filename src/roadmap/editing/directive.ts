/**
 * Ways to write a directive after a title, the most natural one first: in the comment that already has it, else in a
 * comment of its own, at each place on the line that the title allows.
 * @param lines the lines of the title, without their ends
 * @param value null removes the directive
 * @returns the changed lines, for each way
 */
export function* withDirective(
  lines: readonly string[],
  name: string,
  value: string | null,
): Generator<readonly string[]> {
  const text = lines.join('\n');
  for (const comment of text.matchAll(/[ \t]*(?<!\\)<!--([\s\S]*?)-->/gu)) {
    const [whole, inside = ''] = comment;
    const range = rangeOf(inside, name);
    if (range === null) continue;
    const said = value === null ? '' : `${name}: ${value}`;
    const parts = [inside.slice(0, range.from).trim(), said, inside.slice(range.to).trim()];
    const mended = parts.filter((part) => part !== '').join(' ');
    const lead = whole.slice(0, whole.indexOf('<!--'));
    const written = mended === '' ? '' : `${lead}<!-- ${mended} -->`;
    yield (text.slice(0, comment.index) + written + text.slice(comment.index + whole.length)).split('\n');
  }
  if (value === null) return;
  const [first = '', ...others] = lines;
  const comment = `<!-- ${name}: ${value} -->`;
  for (const at of [
    /[ \t\\]*$/u,
    /\s+#+\s*$/u,
    /<\/[a-z0-9]+>\s*$/iu,
    /\s*\|\s*$/u,
    /\s*[^\p{L}\p{N}\s]+\s*$/u,
  ]) {
    const place = at.exec(first);
    if (place) yield [`${first.slice(0, place.index)} ${comment}${first.slice(place.index)}`, ...others];
  }
}

/** The range of a directive and its value in a comment. */
function rangeOf(inside: string, name: string): { from: number; to: number } | null {
  const names = [...inside.matchAll(/(?<=^|[\s,])([\p{L}-]+):/gu)];
  for (const [at, { index, 1: found = '' }] of names.entries()) {
    const goesOn = found === 'tr' || found === 'en';
    if (found === name)
      return { from: index, to: goesOn ? inside.length : (names[at + 1]?.index ?? inside.length) };
    if (goesOn) return null;
  }
  return null;
}
