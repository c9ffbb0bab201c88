import { expect, test } from 'vitest';
import { checkRequest } from '../../../playground/rules/index.ts';
import { answer, button, nobody, post, row } from './ask.ts';

test('a form is refused as Discord does it, with all its faults at once', () => {
  const components = [row(button('a', { label: '' }), button('a'))];
  expect(checkRequest(answer(4, { ...nobody, content: 'a', components }))).toEqual({
    status: 400,
    code: 50035,
    message: 'Invalid Form Body',
    errors: {
      data: {
        components: {
          0: {
            components: {
              0: {
                label: {
                  _errors: [
                    { code: 'BUTTON_COMPONENT_LABEL_REQUIRED', message: 'A label or emoji is required' },
                  ],
                },
              },
              1: {
                custom_id: {
                  _errors: [
                    {
                      code: 'COMPONENT_CUSTOM_ID_DUPLICATED',
                      message: 'Component custom id cannot be duplicated',
                    },
                  ],
                },
              },
            },
          },
        },
      },
    },
    rule: 'A custom_id stands once in a message; twice: a (at data.components[0].components[1].custom_id)',
  });
});

test('two faults of one field are listed together', () => {
  const allowed_mentions = { parse: ['users', 'roles'], users: ['1'], roles: ['1'] };
  const refusal = checkRequest(post({ content: 'a', allowed_mentions }));
  expect(refusal?.errors).toEqual({
    allowed_mentions: { _errors: [expect.anything(), expect.anything()] },
  });
});

test.each([
  ['nothing in it', post({}), { status: 400, code: 50006, message: 'Cannot send an empty message' }],
  [
    'a file too large',
    post({}, { files: [{ field: 'files[0]', name: 'film.mp4', size: 2 ** 24 }] }),
    { status: 413, code: 40005, message: 'Request entity too large' },
  ],
])('a message with %s is refused as a whole', (_what, request, refusal) => {
  expect(checkRequest(request)).toEqual({ ...refusal, rule: expect.any(String) });
});
