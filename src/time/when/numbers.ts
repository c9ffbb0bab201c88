import type { Token } from './tokens.ts';

/** A number in figures or in words, such as `yirmi beş`. */
export function numberAt(tokens: readonly Token[], at: number): { value: number; used: number } | null {
  const token = tokens[at];
  if (token?.is === 'digits') return { value: token.value, used: 1 };
  // `1.30 hours` is no time.
  if (token?.is === 'pair' && token.dotted) return { value: Number(`${token.a}.${token.b}`), used: 1 };
  if (token?.is !== 'number') return null;
  const ones = tokens[at + 1];
  const isTens = token.value >= 10 && token.value % 10 === 0;
  const isSum = isTens && ones?.is === 'number' && ones.value > 0 && ones.value < 10 && ones.article !== true;
  return isSum ? { value: token.value + ones.value, used: 2 } : { value: token.value, used: 1 };
}

/** `half`, `and a half`, `quarter`; in Turkish `buçuk` behind its number. */
export function fractionAt(
  tokens: readonly Token[],
  from: number,
  hasNumber: boolean,
): { value: number; used: number; isOfNumber: boolean } | null {
  let at = from;
  if (hasNumber && tokens[at]?.is === 'and') at += 1;
  const isJoined = at > from;
  if (isJoined && isArticle(tokens[at])) at += 1;
  const token = tokens[at];
  if (token?.is === 'half') return { value: 0.5, used: at + 1 - from, isOfNumber: false };
  if (token?.is === 'quarter')
    return { value: 0.25, used: at + 1 - from, isOfNumber: hasNumber && !isJoined };
  return null;
}

/** Whether a token is an article, which may mean "one". */
export function isArticle(token: Token | undefined): boolean {
  return token?.is === 'number' && token.article === true;
}
