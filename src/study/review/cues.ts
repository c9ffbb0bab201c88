import MarkdownIt, { type Token } from 'markdown-it';

const markdown = new MarkdownIt('commonmark', { html: false });

/** The question has to be readable on a phone. */
const MOST = 6;
/** How many characters of a sheet are read, because a file may be long. */
const LOOKED_AT = 20_000;

/**
 * Cues by which a cheat code can be asked for without giving it away: its headings with something under them, if it
 * has several, otherwise the first words of its lines. Never a whole line, and nothing of its code.
 * @param sheet Markdown as it was written
 * @returns plain text, in the order of the sheet; empty if the sheet is too short
 */
export function cuesOf(sheet: string): readonly string[] {
  const tokens = markdown.parse(sheet.slice(0, LOOKED_AT), {});
  const headings = distinct(headingsIn(tokens));
  // A single heading is mostly the topic's own title.
  const cues = headings.length > 1 ? headings : distinct(beginningsIn(tokens));
  return cues.slice(0, MOST);
}

/** The headings with text or code before the next one. */
function headingsIn(tokens: readonly Token[]): readonly string[] {
  const found: string[] = [];
  let open: string | null = null;
  for (const [index, token] of tokens.entries()) {
    if (tokens[index - 1]?.type === 'heading_open') {
      open = atomsIn(token.children ?? [])
        .flat()
        .map((atom) => atom.text)
        .join(' ');
    } else if (open !== null && ['inline', 'fence', 'code_block'].includes(token.type)) {
      found.push(open);
      open = null;
    }
  }
  return found;
}

/** The first words of the lines that are no headings. Nothing of a line that is too short to hide the rest. */
function beginningsIn(tokens: readonly Token[]): readonly string[] {
  return tokens.flatMap((token, index) => {
    if (token.type !== 'inline' || tokens[index - 1]?.type === 'heading_open') return [];
    return atomsIn(token.children ?? []).flatMap((atoms) => {
      const [first, second] = atoms;
      if (first === undefined) return [];
      // A line that begins with code explains this code, so the code is its cue.
      if (first.isCode) return atoms.length > 1 ? [first.text] : [];
      if (atoms.length < 3) return [];
      return [atoms.length < 8 || second === undefined ? first.text : `${first.text} ${second.text}`];
    });
  });
}

interface Atom {
  readonly text: string;
  readonly isCode: boolean;
}

/** The words of each line. A piece of code counts as one word, as does a word that is partly emphasised. */
function atomsIn(children: readonly Token[]): readonly (readonly Atom[])[] {
  const lines: Atom[][] = [[]];
  let goesOn = false;
  for (const child of children) {
    const line = lines.at(-1) ?? [];
    if (child.type === 'softbreak' || child.type === 'hardbreak') {
      lines.push([]);
      goesOn = false;
    } else if (child.type === 'code_inline') {
      line.push({ text: child.content.replaceAll(/\s+/g, ' ').trim(), isCode: true });
      goesOn = false;
    } else if (child.content !== '' && ['text', 'text_special'].includes(child.type)) {
      const [first = '', ...rest] = child.content.split(/\s+/);
      const before = goesOn ? (line.pop()?.text ?? '') : '';
      const words = [before + first, ...rest].filter((word) => word !== '');
      line.push(...words.map((text) => ({ text, isCode: false })));
      goesOn = !/\s$/.test(child.content);
    }
  }
  return lines;
}

function distinct(cues: readonly string[]): readonly string[] {
  const bare = cues.map((cue) => cue.replace(/[\s:;,.=–—→-]+$/u, '').trim()).filter((cue) => cue !== '');
  return [...new Set(bare)];
}
