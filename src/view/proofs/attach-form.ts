import {
  type APILabelComponent,
  type APIModalInteractionResponseCallbackData,
  ComponentType,
  TextInputStyle,
} from 'discord.js';
import { customId } from '../custom-id.ts';
import type { TopicNode } from '../../roadmap/outline.ts';
import { METHODS, type Method } from '../../roadmap/roadmap.ts';
import type { Words } from '../../words/index.ts';
import { button, card, formTitle, LIMITS, type Message, row, text } from '../components.ts';
import { label } from '../topics/topic-text.ts';

/** The ids of the form's fields. */
export const ATTACH_FIELD = { topic: 'topic', other: 'other', method: 'method' } as const;

const TOPIC_LENGTH = 200;

/** Earlier choices and texts, which the person can correct. */
export interface AttachValues {
  readonly topicId: string;
  readonly other: string;
  readonly method: Method;
}

/** Asks for the topic of a message, and for the method. A form has no autocomplete, so it offers some topics. */
export function attachForm(
  words: Words,
  messageId: string,
  topics: readonly TopicNode[],
  values: AttachValues,
): APIModalInteractionResponseCallbackData {
  const { attach } = words;
  const options = topics.slice(0, LIMITS.optionsPerSelect).map((node) => ({
    label: label(node, LIMITS.optionText),
    value: node.id,
    ...(node.id === values.topicId && { default: true }),
  }));
  const chosen: APILabelComponent = {
    type: ComponentType.Label,
    label: attach.which,
    description: attach.whichHint,
    component: {
      type: ComponentType.StringSelect,
      custom_id: ATTACH_FIELD.topic,
      options,
      min_values: 0,
      max_values: 1,
      required: false,
    },
  };
  return {
    title: formTitle(attach.formTitle),
    custom_id: customId('attach', messageId),
    components: [
      ...(options.length > 0 ? [chosen] : []),
      {
        type: ComponentType.Label,
        label: options.length > 0 ? attach.otherTopic : attach.which,
        description: attach.otherTopicHint,
        component: {
          type: ComponentType.TextInput,
          custom_id: ATTACH_FIELD.other,
          style: TextInputStyle.Short,
          required: options.length === 0,
          max_length: TOPIC_LENGTH,
          ...(values.other !== '' && { value: values.other.slice(0, TOPIC_LENGTH) }),
        },
      },
      {
        type: ComponentType.Label,
        label: attach.method,
        component: {
          type: ComponentType.StringSelect,
          custom_id: ATTACH_FIELD.method,
          options: METHODS.map((method) => ({
            label: words.proof.heading[method],
            value: method,
            ...(method === values.method && { default: true }),
          })),
        },
      },
    ],
  };
}

/** A message alone is no project. This says what the member has to add. */
export function needsMoreView(words: Words, node: TopicNode): Message {
  return card(
    'doing',
    text(words.attach.needsMore),
    row(button(words.attach.addThem, customId('project', 'write', node.id), 'primary')),
  );
}

/** Says in a sentence why a message cannot be a proof. */
export function notAttachedView(said: string): Message {
  return card('problem', text(said));
}
