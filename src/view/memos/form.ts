import { type APIModalInteractionResponseCallbackData, ComponentType, TextInputStyle } from 'discord.js';
import type { Memo } from '../../store/memos/memo.ts';
import type { Words } from '../../words/index.ts';
import { formTitle } from '../components.ts';
import { customId } from '../custom-id.ts';
import { clip, plain } from '../escape.ts';

/** The ids of the form's fields. */
export const MEMO_FIELD = { what: 'what', when: 'when' } as const;

/** The longest text of a memo, and of its time, in characters. */
export const MEMO_LENGTH = { what: 300, when: 100 } as const;

/** The form for the text and the time. It contains what was typed before. */
export function memoForm({ memo: say }: Words, memo: Memo): APIModalInteractionResponseCallbackData {
  return {
    title: formTitle(say.formTitle),
    custom_id: customId('memo-form', memo.id),
    components: [field(say.what, 'what', memo.what), field(say.when, 'when', memo.said)],
  };
}

function field(label: string, id: keyof typeof MEMO_LENGTH, value: string) {
  return {
    type: ComponentType.Label as const,
    label,
    component: {
      type: ComponentType.TextInput as const,
      custom_id: MEMO_FIELD[id],
      style: TextInputStyle.Short as const,
      min_length: 1,
      max_length: MEMO_LENGTH[id],
      value: clip(plain(value), MEMO_LENGTH[id]),
    },
  };
}
