/**
 * A piece of an HTML block: a tag that opens or closes a block, a comment, or the text between them with its inline
 * tags.
 */
export interface HtmlPiece {
  readonly kind: 'open' | 'close' | 'comment' | 'text';
  /** The name of the tag, in lower case. */
  readonly name: string;
  readonly from: number;
  readonly to: number;
}

/** Tags that begin a new block. All others belong to the text around them. */
const BLOCKS = new Set(
  'h1 h2 h3 h4 h5 h6 p div center section article header footer main nav aside blockquote details summary ul ol li dl dt dd table thead tbody tfoot tr td th caption hr form fieldset figure figcaption'.split(
    ' ',
  ),
);
/** Tags whose content is not text for readers. */
const CLOSED = new Set('script style pre textarea svg video audio iframe object template'.split(' '));

/** Splits an HTML block into pieces. It reads the block once, from left to right. */
export function htmlPieces(text: string): readonly HtmlPiece[] {
  const pieces: HtmlPiece[] = [];
  const tag = /<!--|<(\/?)([a-z][a-z0-9-]*)(?=[\s/>])(?:"[^"]*"|'[^']*'|[^"'<>])*>/giu;
  let from = 0;
  const textUpTo = (to: number): void => {
    if (to > from) pieces.push({ kind: 'text', name: '', from, to });
  };
  for (let match = tag.exec(text); match; match = tag.exec(text)) {
    const [whole, slash, name = ''] = match;
    const at = match.index;
    const lower = name.toLowerCase();
    let to = at + whole.length;
    if (whole === '<!--') {
      const end = text.indexOf('-->', at);
      to = end === -1 ? text.length : end + 3;
      textUpTo(at);
      pieces.push({ kind: 'comment', name: '', from: at, to });
    } else if (slash === '' && CLOSED.has(lower)) {
      const end = new RegExp(`</${lower}\\s*>`, 'giu');
      end.lastIndex = to;
      to = end.exec(text) ? end.lastIndex : text.length;
      textUpTo(at);
    } else if (BLOCKS.has(lower)) {
      textUpTo(at);
      pieces.push({ kind: slash === '' ? 'open' : 'close', name: lower, from: at, to });
    } else continue;
    from = to;
    tag.lastIndex = to;
  }
  textUpTo(text.length);
  return pieces;
}
