import type { Token } from 'markdown-it';
import { type Addresses, type UnusableLink, toAddress } from './addresses.ts';
import type { Resource } from '../roadmap.ts';

/** A line of text: a title, a bullet, a line of a paragraph. */
export interface Text {
  /** Counted from 1. */
  readonly line: number;
  /** The text without Markdown and HTML, on one line, in NFC, without control, invisible and direction characters. */
  readonly plain: string;
  /** The descriptions of its linked pictures, for a line that has no other words. */
  readonly pictured: string;
  /** Whether there is a picture in it. */
  readonly hasPicture: boolean;
  /** Whether it says nothing beyond its resources, so that it needs no note. */
  readonly onlyLinks: boolean;
  /** Whether all of its text is bold. */
  readonly isBold: boolean;
  /** Whether the author broke the line before it on purpose: by `<br>`, or by two spaces or a backslash. */
  readonly afterBreak: boolean;
  readonly resources: readonly Resource[];
  /** The targets of its links, as the file has them. */
  readonly links: readonly string[];
  readonly unusable: readonly PlacedLink[];
  /** The inside of each HTML comment. */
  readonly comments: readonly string[];
}

/** An unusable link with the line that it begins on. */
export type PlacedLink = UnusableLink & { readonly line: number };

interface Link {
  readonly url: string;
  readonly line: number;
  readonly bare: boolean;
  label: string;
  pictured: string;
}

/** A line that is still being read. */
interface Draft {
  line: number;
  afterBreak: boolean;
  plain: string;
  /** The text outside of links and bold. */
  outside: string;
  light: string;
  hasPicture: boolean;
  readonly links: Link[];
  readonly comments: string[];
}

/** The titles of links that lead back to the top of the page, or to a footnote of it by a number. */
const TO_TOP = /^[^\p{L}\p{N}]*(?:back to top|(?:to )?top|yukarı|başa dön|\d{1,3})?[^\p{L}\p{N}]*$/iu;

/**
 * Reads the tokens of markdown-it's inline parser, line by line.
 * @param line the number of the first line, counted from 1
 */
export function readLines(tokens: readonly Token[], line: number, addresses: Addresses): readonly Text[] {
  let at = line;
  let here = newDraft(at, false);
  const drafts = [here];
  // It is set within `open`, which TypeScript does not follow: without the cast it would take it for null for ever.
  let link = null as Link | null;
  let bold = 0;
  const say = (words: string): void => {
    here.plain += words;
    if (link) link.label += words;
    else here.outside += words;
    if (bold === 0) here.light += words;
  };
  const open = (url: string, bare: boolean): void => {
    link = { url, line: at, bare, label: '', pictured: '' };
    here.links.push(link);
  };
  const close = (): void => {
    if (link?.url.startsWith('#') && TO_TOP.test(link.label)) {
      here.plain = here.plain.slice(0, -link.label.length);
      if (bold === 0) here.light = here.light.slice(0, -link.label.length);
    }
    link = null;
  };
  const breakLine = (isMeant: boolean, lines: number): void => {
    at += lines;
    if (link) return say(' ');
    if (isBlank(here)) {
      here.line = at;
      here.afterBreak ||= isMeant;
      return;
    }
    here = newDraft(at, isMeant);
    drafts.push(here);
  };

  for (const token of tokens) {
    if (token.type === 'link_open') open(String(token.attrGet('href')), token.info === 'auto');
    else if (token.type === 'link_close') close();
    else if (token.type === 'strong_open') bold += 1;
    else if (token.type === 'strong_close') bold -= 1;
    else if (token.type === 'softbreak') breakLine(false, 1);
    else if (token.type === 'hardbreak') breakLine(true, 1);
    else if (token.type === 'image') {
      here.hasPicture = true;
      if (link) link.pictured += token.content;
    } else if (token.type === 'html_inline') {
      at += token.content.split('\n').length - 1;
      const tag = readTag(token.content);
      if (tag.comment !== null) here.comments.push(tag.comment);
      else if (tag.name === 'br') breakLine(true, 0);
      else if (tag.name === 'a' && !tag.closes) {
        const url = attribute(token.content, 'href');
        if (url !== null) open(url, false);
      } else if (tag.name === 'a') close();
      else if (tag.name === 'b' || tag.name === 'strong') bold = Math.max(0, bold + (tag.closes ? -1 : 1));
      else if (tag.name === 'img') {
        here.hasPicture = true;
        if (link) link.pictured += attribute(token.content, 'alt') ?? '';
      }
    } else say(token.content);
  }
  return drafts.map((draft) => finish(draft, addresses));
}

/** An empty text. */
export function noText(line: number): Text {
  return finish(newDraft(line, false), { base: null });
}

/** Joins several lines to one. */
export function joinLines(lines: readonly Text[]): Text {
  const [first = noText(1), ...others] = lines;
  if (others.length === 0) return first;
  const visible = lines.filter(({ plain }) => plain !== '');
  return {
    ...first,
    plain: visible.map(({ plain }) => plain).join(' '),
    pictured: tidy(lines.map(({ pictured }) => pictured).join(' ')),
    hasPicture: lines.some(({ hasPicture }) => hasPicture),
    onlyLinks: visible.length > 0 && visible.every(({ onlyLinks, plain }) => onlyLinks || !isWord(plain)),
    isBold: visible.length > 0 && visible.every(({ isBold }) => isBold),
    resources: lines.flatMap(({ resources }) => resources),
    links: lines.flatMap(({ links }) => links),
    unusable: lines.flatMap(({ unusable }) => unusable),
    comments: lines.flatMap(({ comments }) => comments),
  };
}

/**
 * Whether a text has anything visible: a letter, a digit, a mark or a symbol, such as an emoji. Fillers and blank
 * patterns do not count.
 */
export function isVisible(text: string): boolean {
  return /[\p{L}\p{N}\p{P}\p{S}]/u.test(text.replace(/[\p{Default_Ignorable_Code_Point}\u2800]/gu, ''));
}

/** Whether a text has a letter or a digit. */
export function isWord(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}

function newDraft(line: number, afterBreak: boolean): Draft {
  return {
    line,
    afterBreak,
    plain: '',
    outside: '',
    light: '',
    hasPicture: false,
    links: [],
    comments: [],
  };
}

function isBlank({ plain, hasPicture, links, comments }: Draft): boolean {
  return plain.trim() === '' && !hasPicture && links.length === 0 && comments.length === 0;
}

function finish({ line, afterBreak, hasPicture, comments, ...draft }: Draft, addresses: Addresses): Text {
  const { links } = draft;
  const outside = tidy(draft.outside);
  // "Reference: https://example.org" is a resource with a name. This holds in any language.
  const [only] = links;
  const isNamed = links.length === 1 && only?.bare === true && /[:：]$/u.test(outside) && isWord(outside);
  const name = isNamed && tidy(draft.plain).endsWith(tidy(only.label)) ? outside.slice(0, -1).trim() : '';

  const resources: Resource[] = [];
  const unusable: PlacedLink[] = [];
  for (const { url, line: own, bare, label, pictured } of links) {
    const address = toAddress(url, addresses);
    if (typeof address === 'object') {
      if (address) unusable.push({ ...address, line: own });
      continue;
    }
    const said = name || (bare ? '' : tidy(label) || tidy(pictured));
    resources.push({ label: said || address.replace(/^https?:\/\//u, ''), url: address });
  }
  return {
    line,
    plain: tidy(draft.plain),
    pictured: tidy(links.map((link) => link.pictured).join(' ')),
    hasPicture,
    onlyLinks: links.length > 0 && (name !== '' || !isWord(outside)),
    isBold: isWord(draft.plain) && (!isWord(draft.light) || isAside(draft)),
    afterBreak,
    resources,
    links: links.map(({ url }) => url),
    unusable,
    comments,
  };
}

/** Whether all that is not bold is an aside behind a bold name: `**Week 1** (2 hours)`, `**Week 1** – hard`. */
function isAside({ plain, light }: Pick<Draft, 'plain' | 'light'>): boolean {
  const aside = tidy(light);
  return /^(?:[–—-]\s|[(（])/u.test(aside) && tidy(plain).endsWith(aside) && tidy(plain) !== aside;
}

/** The name of a tag in lower case, or the content of a comment. */
function readTag(raw: string): { name: string; closes: boolean; comment: string | null } {
  if (raw.startsWith('<!--')) return { name: '', closes: false, comment: raw.slice(4, -3) };
  const [, slash = '', name = ''] = /^<(\/?)([a-z][a-z0-9-]*)/iu.exec(raw) ?? [];
  return { name: name.toLowerCase(), closes: slash !== '', comment: null };
}

function attribute(tag: string, name: string): string | null {
  const match = new RegExp(String.raw`\s${name}\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))`, 'iu').exec(tag);
  return match ? (match[1] ?? match[2] ?? match[3] ?? '').replaceAll('&amp;', '&').trim() : null;
}

/**
 * Puts a text on one line, in NFC, without characters that change how other text is shown. Emoji keep their joiners.
 */
function tidy(text: string): string {
  // Most texts are tidy already: words of ASCII with single spaces in between.
  if (/^[!-~]+(?: [!-~]+)*$/u.test(text)) return text;
  return text
    .normalize('NFC')
    .replace(/\s+/gu, ' ')
    .replace(/[\p{Cc}\u00AD\u061C\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/gu, '')
    .replace(/^[\s\u200C\u200D]+|[\s\u200C\u200D]+$/gu, '');
}
