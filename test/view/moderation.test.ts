import { expect, test } from 'vitest';
import { checkRequest } from '../../playground/rules/index.ts';
import type { Message } from '../../src/view/components.ts';
import { REASON, reportsView, takedownsNotice } from '../../src/view/moderation/moderation.ts';
import { postBody } from '../../src/view/post-body.ts';
import { wordsFor } from '../../src/words/index.ts';

/** Texts that are as long as they may be, and of which each letter needs an escape. */
const starred = (length: number): string => '*_`~|<@'.repeat(length).slice(0, length);
const seven = Array.from({ length: 7 }, (_, place) => ({
  id: `${place}`,
  subject: { kind: 'work', proofId: `p${place}` } as const,
  topicId: 't',
  title: starred(120),
  method: null,
  reporterId: '1234567890123456789',
  reason: starred(REASON.length),
  at: 0,
}));

const isSent = (message: Message) =>
  checkRequest({ method: 'POST', path: '/channels/2002/messages', body: postBody(message) });

test.each(['en-US', 'tr'])(
  'reports and their decisions fit into a message, whatever is typed: %s',
  (locale) => {
    const words = wordsFor(locale);
    expect(isSent(reportsView(words, seven, { note: words.moderation.done }))).toBeNull();
    expect(isSent(takedownsNotice(words, seven))).toBeNull();
  },
);

test('a reason without marks is shown in full', () => {
  const reason = 'w'.repeat(REASON.length);
  const words = wordsFor('en-US');
  const [first] = seven;
  if (first === undefined) throw new Error('there is one');
  expect(JSON.stringify(reportsView(words, [{ ...first, reason }]))).toContain(reason);
  expect(JSON.stringify(takedownsNotice(words, [{ ...first, reason }]))).toContain(reason);
});
