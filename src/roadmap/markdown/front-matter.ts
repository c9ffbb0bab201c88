/** Settings at the top of a file for the programs that show it. They are not shown themselves. */
export interface FrontMatter {
  readonly title: string | null;
  /** The number of its lines, with those that enclose it. */
  readonly lines: number;
}

const FORMS = [
  {
    open: '---',
    close: /^(?:---|\.\.\.)\s*$/u,
    title: /^title\s*:\s*(.*)$/iu,
    line: /^(?:[\p{L}_"'][^:]*:(?:\s|$)|\s|#|-\s|$)/u,
  },
  {
    open: '+++',
    close: /^\+\+\+\s*$/u,
    title: /^title\s*=\s*(.*)$/iu,
    line: /^(?:[\p{L}_"'][^=]*=|\s|#|\[|\]|$)/u,
  },
] as const;

/**
 * Finds front matter at the first line: YAML between `---`, or TOML between `+++`. A ruler at the top of a page looks
 * the same. Therefore every line has to be of that language, and the first line has to name something.
 */
export function frontMatter(lines: readonly string[]): FrontMatter {
  const none = { title: null, lines: 0 };
  const form = FORMS.find(({ open }) => lines[0]?.replace('\uFEFF', '').trimEnd() === open);
  if (!form) return none;
  let title: string | null = null;
  let isNamed = false;
  for (let at = 1; at < lines.length; at += 1) {
    const line = lines[at]?.trimEnd() ?? '';
    if (form.close.test(line)) return isNamed ? { title, lines: at + 1 } : none;
    const isName = /^[\p{L}_"']/u.test(line);
    if (!form.line.test(line) || (!isNamed && /^[-\s]\s*\S/u.test(line))) return none;
    isNamed ||= isName;
    const value = form.title.exec(line)?.[1];
    if (value !== undefined)
      title ??= unquoted(/^[>|][+-]?$/u.test(value.trim()) ? (lines[at + 1] ?? '') : value);
  }
  return none;
}

function unquoted(value: string): string | null {
  const text = value.trim();
  const inside = /^"(.*)"$|^'(.*)'$/u.exec(text);
  return (inside ? (inside[1] ?? inside[2] ?? '') : text.replace(/\s+#.*$/u, '')).trim() || null;
}
