import { expect, test } from 'vitest';
import { errorCode } from '../../src/discord/error-code.ts';

test.each([
  ['{"message":"Maximum number of edits reached.","code":30046}', 30046],
  ['{"code":0}', 0],
  ['{"message":"You are being rate limited.","retry_after":1.30046,"global":false}', null],
  ['{"code":"30046"}', null],
  ['30046', null],
  ['null', null],
  ['<html>30046</html>', null],
  ['{"code":30046', null],
  ['', null],
])('the code of %s is %s', (text, code) => expect(errorCode(text)).toBe(code));
