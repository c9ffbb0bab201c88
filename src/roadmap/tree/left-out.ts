import { fold } from '../../text/fold.ts';
import type { Block, Item, List } from '../markdown/blocks.ts';
import { type Text, isWord } from '../markdown/text.ts';

/**
 * Titles of README parts that nobody studies: contents, thanks, licence, other languages. They are folded: lower case
 * without accents. Boxes under them are topics all the same.
 */
const NAMES = new RegExp(
  `^(?:${[
    'table of contents?|contents?|toc|on this page|icindekiler|inhalt(?:sverzeichnis)?|sommaire|table des matieres|indice|tabla de contenidos?|contenidos?|conteudo|sumario|inhoud(?:sopgave)?|spis tresci|obsah|daftar isi|muc luc|содержание|оглавление|зміст|目录|目錄|目次|목차|فهرست|المحتويات',
    '(?:our |top |all |main )?contributors?|credits?|authors?|maintainers?|acknowledge?ments?|(?:special )?thanks(?: to)?|sponsors?|backers?|supporters?|stargazers?|licen[sc]es?|(?:about )?the authors?',
    'katkida bulunanlar|katki saglayanlar|katkicilar|tesekkurler|tesekkur|yazarlar?|lisans|destekciler|sponsorlar',
    'mitwirkende|lizenz|danksagung|contributeurs|licence|remerciements|colaboradores|contribuidores|licencia|licenca|agradecimientos|agradecimentos|contributori|licenza|авторы|благодарности|лицензия|贡献者|貢獻者|许可证|コントリビューター|ライセンス|기여자',
    '(?:available )?translations?(?: in progress)?|(?:read (?:this|it) in )?(?:other )?languages|ceviriler|diger diller|uebersetzungen|traducciones|traducoes|traductions|переводы|翻译|翻譯',
  ].join('|')})$`,
  'u',
);

const LONGEST_NAME = 60;

/**
 * Finds the lists and items that are no topics even if bullets are: tables of contents, links to chapters of the same
 * file, badges, translations of the file, contributors.
 */
export function leftOut(blocks: readonly Block[]): ReadonlySet<Item> {
  const out = new Set<Item>();
  look(blocks, false, out);
  return out;
}

function look(blocks: readonly Block[], isInside: boolean, out: Set<Item>): void {
  // The level of the heading that leaves out everything below it. A label leaves out only the list right below it.
  let level = isInside ? 0 : Infinity;
  for (const [at, block] of blocks.entries()) {
    if (block.kind === 'heading' && block.level <= level) {
      level = isNamedOut(block.title) ? block.level : Infinity;
    } else if (block.kind === 'fold') {
      look(block.blocks, level < Infinity || isNamedOut(block.title), out);
    } else if (block.kind === 'list') {
      const before = blocks[at - 1];
      const label = before?.kind === 'paragraph' ? before.lines.at(-1) : undefined;
      lookInList(block, level < Infinity || (label !== undefined && isNamedOut(label)), out);
    }
  }
}

function lookInList(list: List, isNamed: boolean, out: Set<Item>): void {
  const chapters = list.items.filter(({ title }) => leadsOnly(title, isSamePage)).length;
  const isAll = isNamed || chapters * 2 > list.items.length;
  for (const item of list.items) {
    look(item.blocks, isAll, out);
    const isOwn =
      isAll || isNothing(item.title) || leadsOnly(item.title, isSamePage, isPerson, isTranslation);
    if (!item.mark && isOwn && everyItem(item.blocks, (inner) => out.has(inner))) out.add(item);
  }
}

function isNamedOut({ plain }: Text): boolean {
  if (plain.length > LONGEST_NAME) return false;
  const folded = fold(plain)
    .replace(/[^\p{L}\p{N}\s]/gu, '')
    .trim();
  return NAMES.test(folded);
}

/** Whether a line is only a picture or a sign, such as a badge. */
function isNothing({ plain, pictured, hasPicture }: Text): boolean {
  return !isWord(plain) && (hasPicture || !isWord(pictured));
}

function leadsOnly({ onlyLinks, links }: Text, ...kinds: readonly ((link: string) => boolean)[]): boolean {
  return onlyLinks && links.every((link) => kinds.some((isOne) => isOne(link)));
}

function isSamePage(link: string): boolean {
  return /^(?:(?:\.?\/)?readme(?:[-._]\w+)?\.md)?#/iu.test(link);
}

/** Whether a link leads to the page of a person. */
function isPerson(link: string): boolean {
  return /^https?:\/\/(?:www\.)?(?:(?:github|gitlab|twitter|x)\.com\/@?[\w-]+|linkedin\.com\/in\/[^/]+)\/?$/iu.test(
    link,
  );
}

function isTranslation(link: string): boolean {
  return /(?:^|\/)(?:readme[-._][a-z]{2}(?:[-_][a-z]{2,4})?|readme)\.md$|(?:^|\/)translations?\//iu.test(
    link,
  );
}

function everyItem(blocks: readonly Block[], check: (item: Item) => boolean): boolean {
  return blocks.every((block) => {
    if (block.kind === 'list') return block.items.every(check);
    return block.kind !== 'fold' || everyItem(block.blocks, check);
  });
}
