import { splitLines } from '../source.ts';

/** Settings at the top of a file for the programs that show it. They are not shown themselves. */
export interface FrontMatter {
  readonly title: string | null;
  /** Whether bullets and numbered items are topics; null if it does not say so. */
  readonly bullets: boolean | null;
  /** What links to files beside this one are resolved against, as a whole address. */
  readonly base: string | null;
  /** The number of its lines, with those that enclose it. */
  readonly lines: number;
}

const FORMS = [
  {
    open: '---',
    close: /^(?:---|\.\.\.)\s*$/u,
    entry: /^(title|topics|base)\s*:\s*(.*)$/iu,
    line: /^(?:[\p{L}_"'][^:]*:(?:\s|$)|\s|#|-\s|$)/u,
  },
  {
    open: '+++',
    close: /^\+\+\+\s*$/u,
    entry: /^(title|topics|base)\s*=\s*(.*)$/iu,
    line: /^(?:[\p{L}_"'][^=]*=|\s|#|\[|\]|$)/u,
  },
] as const;

const NONE: FrontMatter = { title: null, bullets: null, base: null, lines: 0 };

/**
 * Finds front matter at the first line: YAML between `---`, TOML between `+++`, JSON, or the properties of Logseq. A
 * ruler at the top of a page looks the same. Therefore every line has to be of that language, and the first line has to
 * name something.
 */
export function frontMatter(lines: readonly string[]): FrontMatter {
  return enclosed(lines) ?? jsonFrontMatter(lines) ?? pageProperties(lines) ?? NONE;
}

/** Files whose settings are longer than this have none. */
const LONGEST_JSON = 200;

/** An object of JSON that begins the file, as Hugo knows it. */
function jsonFrontMatter(lines: readonly string[]): FrontMatter | null {
  if (lines[0]?.replace('\uFEFF', '').trimEnd() !== '{') return null;
  const end = lines.slice(0, LONGEST_JSON).findIndex((line) => line.trimEnd() === '}');
  if (end === -1) return null;
  const entries = entriesOf(lines.slice(1, end).join(''));
  return entries.size === 0 ? null : { ...read(entries), lines: end + 1 };
}

/** The texts of an object of JSON by their names. @returns none if it is no such object */
function entriesOf(inside: string): ReadonlyMap<string, string> {
  try {
    const said: Readonly<Record<string, unknown>> = JSON.parse(`{${inside}}`);
    return new Map(Object.entries(said).map(([name, value]) => [name.toLowerCase(), String(value)]));
  } catch {
    return new Map();
  }
}

/** The properties of a page of Logseq: the first lines, each with a name and two colons. */
function pageProperties(lines: readonly string[]): FrontMatter | null {
  const said = new Map<string, string | null>();
  let at = 0;
  for (; at < lines.length; at += 1) {
    const [, name, value = ''] = /^\uFEFF?([a-z][\w-]*):: (.*)/iu.exec(lines[at] ?? '') ?? [];
    if (name === undefined) break;
    said.set(name.toLowerCase(), unquoted(value));
  }
  return at === 0 ? null : { ...read(said), lines: at };
}

function enclosed(lines: readonly string[]): FrontMatter | null {
  const form = FORMS.find(({ open }) => lines[0]?.replace('\uFEFF', '').trimEnd() === open);
  if (!form) return null;
  const said = new Map<string, string | null>();
  let isNamed = false;
  for (let at = 1; at < lines.length; at += 1) {
    const line = lines[at]?.trimEnd() ?? '';
    if (form.close.test(line)) return isNamed ? { ...read(said), lines: at + 1 } : NONE;
    const isName = /^[\p{L}_"']/u.test(line);
    if (!form.line.test(line) || (!isNamed && /^[-\s]\s*\S/u.test(line))) return NONE;
    isNamed ||= isName;
    const [, name = '', value = ''] = form.entry.exec(line) ?? [];
    const key = name.toLowerCase();
    if (key === '' || (said.get(key) ?? null) !== null) continue;
    said.set(key, unquoted(/^[>|][+-]?$/u.test(value.trim()) ? (lines[at + 1] ?? '') : value));
  }
  return NONE;
}

function read(said: ReadonlyMap<string, string | null>): Omit<FrontMatter, 'lines'> {
  const topics = said.get('topics');
  const base = said.get('base') ?? '';
  return {
    title: said.get('title') ?? null,
    bullets: topics === 'bullets' ? true : topics === 'boxes' ? false : null,
    base: /^https?:\/\//iu.test(base) && URL.canParse(base) ? base : null,
  };
}

/**
 * Adds settings to a file, in the front matter that it has, or in one of its own.
 * @param source a file's text
 * @param settings names and values, none of which it has yet; values of one line
 */
export function withFrontMatter(source: string, settings: Readonly<Record<string, string>>): string {
  const entries = Object.entries(settings);
  if (entries.length === 0) return source;
  const lines = splitLines(source);
  const [first = ''] = lines;
  const end = /[\r\n]+$/u.exec(first)?.[0] ?? '\n';
  const isThere = frontMatter(lines).lines > 0;
  if (isThere && first.includes(':: ')) {
    return entries.map(([name, value]) => `${name}:: ${value}${end}`).join('') + source;
  }
  const isJson = first.trim().endsWith('{');
  const added = entries
    .map(([name, value]) => {
      if (isThere && isJson) return `"${name}": "${value}",${end}`;
      return `${name}${isThere && first.includes('+++') ? ' =' : ':'} "${value}"${end}`;
    })
    .join('');
  if (isThere) return first + added + lines.slice(1).join('');
  const mark = source.startsWith('\uFEFF') ? '\uFEFF' : '';
  return `${mark}---${end}${added}---${end}${source.slice(mark.length)}`;
}

function unquoted(value: string): string | null {
  const text = value.trim();
  const inside = /^"(.*)"$|^'(.*)'$/u.exec(text);
  return (inside ? (inside[1] ?? inside[2] ?? '') : text.replace(/\s+#.*$/u, '')).trim() || null;
}
