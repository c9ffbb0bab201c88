import { fold, wordsIn } from '../../text/fold.ts';

const ADDRESS = /(?:https?:\/\/|www\.)\S+/giu;
const APOSTROPHE = /(?<=\p{L})[`´ʼ](?=\p{L})/gu;
/** Abbreviations (`e.g.`, `z.B.`). Their letters are no numbering. */
const ABBREVIATION = /(?<!\p{L})\p{L}\.\s?\p{L}(?!\p{L})\.?/gu;
/**
 * Roman numerals of two letters or more. `Part II` differs from `Part III`, but `I`, `V` and `X` may be words or
 * letters.
 */
const ROMAN = /^(?:i{2,3}|iv|vi{1,3}|i?x|xi{1,3})$/u;
/** Single consonants. `Plan B` differs from `Plan C`, but single vowels are words in too many languages. */
const LETTER = /^[b-df-hj-np-tv-xz]$/u;
/** A number, with a unit if it has one: `500`, `500kb`, `2nd`. */
const NUMBER = /^\d+\p{L}{0,2}$/u;
/** Words that come and go without a change of meaning. In a short title they would weigh too much. */
const FILLER = /^(?:an?|and|the|ve)$/u;
const LEAD_END = /: | [-–—] | \(/u;
const ITEM_END = /[,/&;()]|(?<=\s)(?:and|ve)(?=\s)/gu;

/** Folds a title for comparison. Addresses are dropped, unless the title has nothing else. */
export function foldTitle(title: string): string {
  const said = fold(withoutAddresses(title));
  return /[\p{L}\p{N}]/u.test(said) ? said : fold(title);
}

/** Whether a title is only an address. */
export function isBareAddress(title: string): boolean {
  return title.search(ADDRESS) !== -1 && !/[\p{L}\p{N}]/u.test(withoutAddresses(title));
}

/**
 * The words of a folded title for comparison, each once. Numbers and fillers are dropped, unless the title has nothing
 * else.
 */
export function comparedWords(folded: string): readonly string[] {
  const said = wordsIn(folded);
  const spoken = said.filter((word) => !NUMBER.test(word) && !FILLER.test(word));
  return [...new Set(spoken.length > 0 ? spoken : said)];
}

/** The numbering in a folded title, in order: digits, Roman numerals and single letters. */
export function numbersIn(folded: string): string {
  return wordsIn(folded.replace(ABBREVIATION, ' '))
    .flatMap((word) => (ROMAN.test(word) || LETTER.test(word) ? [word] : (word.match(/\d+/gu) ?? [])))
    .join(' ');
}

/** The words before the colon or dash of a folded title: `doctype` of `doctype: it is html5`. Empty if it has none. */
export function leadOf(folded: string): string {
  const end = folded.search(LEAD_END);
  return end < 1 ? '' : wordsIn(folded.slice(0, end)).join(' ');
}

/** The items of a folded title that lists some: `indexes, views` has two. */
export function itemsOf(folded: string): ReadonlySet<string> {
  const items = folded.split(ITEM_END).map((item) => wordsIn(item).join(' '));
  return new Set(items.filter((item) => item !== ''));
}

function withoutAddresses(title: string): string {
  return title.replace(ADDRESS, ' ').replace(APOSTROPHE, '');
}
