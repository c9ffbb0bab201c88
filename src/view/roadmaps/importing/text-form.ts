import { type APIModalInteractionResponseCallbackData, ComponentType, TextInputStyle } from 'discord.js';
import type { Words } from '../../../words/index.ts';
import { formTitle } from '../../components.ts';

/** The ids of the form's fields. */
export const IMPORT_FIELD = { text: 'text', title: 'title' } as const;
/** How many characters a form's field takes. */
export const TYPED_LENGTH = 4000;
const TITLE_LENGTH = 100;

/**
 * Asks for a roadmap's text.
 * @param values what was typed before
 */
export function importForm(
  words: Words,
  customId: string,
  values: { readonly text: string; readonly title: string } = { text: '', title: '' },
): APIModalInteractionResponseCallbackData {
  const { form } = words.importing;
  return {
    title: formTitle(form.heading),
    custom_id: customId,
    components: [
      {
        type: ComponentType.Label,
        label: form.text,
        description: form.textHint,
        component: {
          type: ComponentType.TextInput,
          custom_id: IMPORT_FIELD.text,
          style: TextInputStyle.Paragraph,
          required: true,
          max_length: TYPED_LENGTH,
          placeholder: form.example,
          ...(values.text !== '' && { value: values.text.slice(0, TYPED_LENGTH) }),
        },
      },
      {
        type: ComponentType.Label,
        label: form.title,
        description: form.titleHint,
        component: {
          type: ComponentType.TextInput,
          custom_id: IMPORT_FIELD.title,
          style: TextInputStyle.Short,
          required: false,
          max_length: TITLE_LENGTH,
          ...(values.title !== '' && { value: values.title.slice(0, TITLE_LENGTH) }),
        },
      },
    ],
  };
}
