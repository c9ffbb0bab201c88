import type { FoundMark } from './mark.ts';

const INPUT = /^<input\b[^<>\n]*>/iu;
const CHECKBOX = /\stype\s*=\s*(?:"checkbox"|'checkbox'|checkbox(?=[\s/>]))/iu;
const CHECKED = /\s+checked(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'>]+))?(?=[\s/>])/iu;

/** Finds an HTML checkbox at the beginning of a text: `<input type="checkbox" checked>`. */
export function inputAt(text: string): FoundMark | null {
  const raw = INPUT.exec(text)?.[0];
  if (raw === undefined || !CHECKBOX.test(raw)) return null;
  const isChecked = CHECKED.test(raw);
  return {
    state: isChecked ? 'done' : 'todo',
    from: 0,
    to: raw.length,
    rest: text.slice(raw.length),
    done: isChecked ? raw : raw.replace(/\s*\/?>$/u, (end) => ` checked${end}`),
    open: isChecked ? raw.replace(CHECKED, '') : raw,
  };
}
