import type { Finding } from '../../roadmap/remark.ts';
import type { Refusal } from '../../roadmap/roadmap-error.ts';
import type { Words } from '../../words/index.ts';
import { clip, inline } from '../escape.ts';

/** The longest quote of a file's text, in UTF-16 units. */
const MOST = 60;
const MOST_KEYS = 5;

/**
 * A remark of the reader of roadmap files, as a sentence.
 * @param show escapes what is quoted from the file for the place of the sentence
 */
export function remarkText(words: Words, finding: Finding, show: (text: string) => string = inline): string {
  const { remark } = words.reading;
  const quoted = (text: string): string => show(clip(text, MOST));
  switch (finding.code) {
    case 'bullets-left-out':
      return remark[finding.code](finding.boxes, finding.bullets);
    case 'relative-link':
    case 'unusable-link':
      return remark[finding.code](quoted(finding.address));
    case 'paragraph-cut':
      return remark[finding.code](finding.limit.toLocaleString(words.locale));
    case 'unknown-directive':
      return finding.meant === null
        ? remark[finding.code](quoted(finding.directive))
        : remark['misspelt-directive'](quoted(finding.directive), finding.meant);
    case 'repeated-directive':
    case 'misplaced-directive':
      return remark[finding.code](quoted(finding.directive));
    case 'bad-value':
      return finding.value === ''
        ? remark['missing-value'](quoted(finding.directive))
        : remark[finding.code](quoted(finding.directive), quoted(finding.value));
    case 'duplicate-id':
      return remark[finding.code](quoted(finding.id), finding.firstLine);
    case 'unknown-topic':
    case 'unknown-track':
      return remark[finding.code](quoted(finding.key));
    case 'needs-cycle':
      return remark[finding.code](finding.keys.slice(0, MOST_KEYS).map(quoted));
    default:
      return remark[finding.code];
  }
}

/** Why a file is refused, and what to do about it. */
export function refusalText(words: Words, refusal: Refusal): string {
  const { refusal: sentences } = words.reading;
  return 'limit' in refusal
    ? sentences[refusal.code](refusal.limit.toLocaleString(words.locale))
    : sentences[refusal.code];
}
