import {
  type APIComponentInLabel,
  type APILabelComponent,
  type APIModalInteractionResponseCallbackData,
  ComponentType,
  TextInputStyle,
} from 'discord.js';
import { customId } from '../custom-id.ts';
import type { TopicNode } from '../../roadmap/outline.ts';
import type { Method } from '../../roadmap/roadmap.ts';
import { PROOF_LENGTH } from '../../study/proofs/problems.ts';
import type { Words } from '../../words/index.ts';
import { PROOF_ENDINGS } from '../../files/proof-file.ts';
import { formTitle } from '../components.ts';
import { clip, plain } from '../escape.ts';

/** The ids of the form's fields. */
export const PROOF_FIELD = {
  text: 'text',
  link: 'link',
  file: 'file',
  language: 'language',
  other: 'other',
} as const;

/** The value of the choice "another language". */
export const OTHER_LANGUAGE = '-';

/** The content of a form when it opens. */
export interface ProofValues {
  readonly text: string;
  readonly link: string;
  /** The chosen or typed language. */
  readonly language: string;
  /** The name of the present file. */
  readonly file: string | null;
}

/**
 * Asks for a member's work. A project has its address, a language and what was learned; other work is a text, a link
 * or a file.
 */
export function proofForm(
  words: Words,
  method: Method,
  node: TopicNode,
  values: ProofValues,
  languages: readonly string[],
): APIModalInteractionResponseCallbackData {
  const { form, heading } = words.proof;
  const parts =
    method === 'project' ? projectFields(words, values, languages) : writingFields(words, method, values);
  return {
    title: formTitle(form.title(heading[method], plain(node.topic.title))),
    custom_id: customId(method, 'write', node.id),
    components: parts,
  };
}

/** Asks for a part of a long text. `position` counts from 0. */
export function partForm(
  words: Words,
  method: Method,
  node: TopicNode,
  position: number,
  text: string,
): APIModalInteractionResponseCallbackData {
  const { form } = words.proof;
  return {
    title: formTitle(form.part(position + 1, plain(node.topic.title))),
    custom_id: customId(method, 'part', node.id, position),
    components: [field(form.partText, form.partHint, textInput(text, false))],
  };
}

function writingFields(words: Words, method: Method, values: ProofValues): APILabelComponent[] {
  const { form } = words.proof;
  const fileHint = values.file === null ? form.fileHint : form.fileStays(clip(values.file, 50));
  return [
    field(form.text[method], form.textHint, textInput(values.text, false, form.example[method])),
    field(form.link, form.linkHint, linkInput(values.link, false)),
    field(form.file, fileHint, {
      type: ComponentType.FileUpload,
      custom_id: PROOF_FIELD.file,
      file_types: [...PROOF_ENDINGS],
      min_values: 0,
      max_values: 1,
      required: false,
    }),
  ];
}

function projectFields(words: Words, values: ProofValues, languages: readonly string[]): APILabelComponent[] {
  const { form } = words.proof;
  const isListed = languages.includes(values.language);
  const typed = isListed ? '' : values.language;
  const list = field(form.language, null, {
    type: ComponentType.StringSelect,
    custom_id: PROOF_FIELD.language,
    required: false,
    min_values: 0,
    max_values: 1,
    options: [...languages, OTHER_LANGUAGE].map((language) => ({
      label: language === OTHER_LANGUAGE ? form.other : language,
      value: language,
      ...((isListed ? language === values.language : typed !== '' && language === OTHER_LANGUAGE) && {
        default: true,
      }),
    })),
  });
  const other = field(languages.length > 0 ? form.otherLanguage : form.whichLanguage, null, {
    type: ComponentType.TextInput,
    custom_id: PROOF_FIELD.other,
    style: TextInputStyle.Short,
    required: languages.length === 0,
    max_length: PROOF_LENGTH.language,
    ...(typed !== '' && { value: clip(typed, PROOF_LENGTH.language) }),
  });
  return [
    field(form.repository, form.repositoryHint, linkInput(values.link, true)),
    ...(languages.length > 0 ? [list] : []),
    other,
    field(form.text.project, form.textHint, textInput(values.text, true, form.example.project)),
  ];
}

function textInput(value: string, required: boolean, example: string | null = null): APIComponentInLabel {
  return {
    type: ComponentType.TextInput,
    custom_id: PROOF_FIELD.text,
    style: TextInputStyle.Paragraph,
    required,
    max_length: PROOF_LENGTH.text,
    ...(example !== null && { placeholder: example }),
    ...(value !== '' && { value: value.slice(0, PROOF_LENGTH.text) }),
  };
}

function linkInput(value: string, required: boolean): APIComponentInLabel {
  return {
    type: ComponentType.TextInput,
    custom_id: PROOF_FIELD.link,
    style: TextInputStyle.Short,
    required,
    max_length: PROOF_LENGTH.link,
    ...(value !== '' && { value: value.slice(0, PROOF_LENGTH.link) }),
  };
}

function field(label: string, hint: string | null, component: APIComponentInLabel): APILabelComponent {
  return { type: ComponentType.Label, label, ...(hint !== null && { description: hint }), component };
}
