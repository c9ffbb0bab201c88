import type { Token } from 'markdown-it';
import { LIMITS } from './roadmap-error.ts';
import type { Resource } from './roadmap.ts';

/** One line of writing: a title, a bullet or a paragraph. */
export interface Text {
  /** Without its Markdown, on one line, in NFC, without control, invisible and direction characters. */
  readonly plain: string;
  /** Whether it says nothing beyond its resources, so that no note is needed beside them. */
  readonly onlyLinks: boolean;
  readonly resources: readonly Resource[];
  /** The inside of each HTML comment. */
  readonly comments: readonly string[];
}

/** Reads what markdown-it's inline parser made of a line. */
export function readText(tokens: readonly Token[]): Text {
  let plain = '';
  let outside = '';
  const links: { url: string; label: string; bare: boolean }[] = [];
  const comments: string[] = [];
  let link: { url: string; label: string; bare: boolean } | null = null;

  for (const token of tokens) {
    if (token.type === 'link_open') {
      link = { url: String(token.attrGet('href')), label: '', bare: token.info === 'auto' };
    } else if (token.type === 'link_close') {
      if (link) links.push(link);
      link = null;
    } else if (token.type === 'html_inline') {
      if (token.content.startsWith('<!--')) comments.push(token.content.slice(4, -3));
    } else {
      const words = token.type === 'softbreak' || token.type === 'hardbreak' ? ' ' : token.content;
      plain += words;
      if (link) link.label += words;
      else outside += words;
    }
  }

  // "Reference: https://example.org" is a resource with a name, in any language.
  const [only] = links;
  const named = links.length === 1 && only?.bare && plain.trim() === `${outside.trim()} ${only.label}`;
  const name = named && outside.trim().endsWith(':') ? tidy(outside).slice(0, -1) : '';
  if (only && name) only.label = name;

  return {
    plain: tidy(plain),
    onlyLinks: links.length > 0 && (name !== '' || !/[\p{L}\p{N}]/u.test(outside)),
    resources: links.flatMap(({ url, label, bare }) => {
      const address = isOpenable(url) ? url : null;
      if (!address) return [];
      const said = tidy(label);
      return [{ label: said && (!bare || name) ? said : address.replace(/^https?:\/\//u, ''), url: address }];
    }),
    comments,
  };
}

/** Whether there is anything to see: a letter, a digit, a mark or a symbol, emoji among them; fillers and blank patterns are none. */
export function isVisible(text: string): boolean {
  return /[\p{L}\p{N}\p{P}\p{S}]/u.test(text.replace(/[\p{Default_Ignorable_Code_Point}\u2800]/gu, ''));
}

/** NFC, on one line, without what changes how other text is shown. Emoji keep their joiners. */
function tidy(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\s+/gu, ' ')
    .replace(/[\p{Cc}\u061C\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/gu, '')
    .trim();
}

/** Only addresses of the open web, short enough for a link button, that carry no name and password. */
function isOpenable(address: string): boolean {
  const url = address.length > LIMITS.url ? null : URL.parse(address);
  if (!url || url.username || url.password) return false;
  return url.protocol === 'https:' || url.protocol === 'http:';
}
