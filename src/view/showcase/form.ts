import {
  type APIFileUploadComponent,
  type APILabelComponent,
  type APIModalInteractionResponseCallbackData,
  type APITextInputComponent,
  ComponentType,
  TextInputStyle,
} from 'discord.js';
import { customId } from '../custom-id.ts';
import type { TopicNode } from '../../roadmap/outline.ts';
import type { Words } from '../../words/index.ts';
import { PICTURE_ENDINGS } from '../../files/picture.ts';
import { button, card, formTitle, type Message, row, text } from '../components.ts';
import { clip, inline, plain } from '../escape.ts';

/** The ids of the form's fields. */
export const SUBMISSION_FIELD = {
  repository: 'repository',
  live: 'live',
  picture: 'picture',
  alt: 'alt',
  differently: 'differently',
} as const;

/** A submission as a person typed it. */
export interface TypedSubmission {
  readonly repository: string;
  readonly live: string;
  readonly alt: string;
  readonly differently: string;
}

/** The reason why a submission is refused. */
export type SubmissionProblem = keyof Words['showcase']['problem'];

const LENGTHS = { repository: 300, live: 300, alt: 300, differently: 4000 } as const;

/**
 * Asks for a team's submission. `typed` is the content of the fields; `hasPicture` says that there already is a
 * picture.
 */
export function submissionForm(
  words: Words,
  app: TopicNode,
  typed: TypedSubmission,
  hasPicture: boolean,
): APIModalInteractionResponseCallbackData {
  const { showcase } = words;
  const line = (
    id: keyof TypedSubmission,
    required: boolean,
    style: TextInputStyle = TextInputStyle.Short,
  ): APITextInputComponent => ({
    type: ComponentType.TextInput,
    custom_id: SUBMISSION_FIELD[id],
    style,
    required,
    max_length: LENGTHS[id],
    ...(typed[id] !== '' && { value: typed[id].slice(0, LENGTHS[id]) }),
  });
  return {
    title: formTitle(showcase.formTitle(plain(app.topic.title))),
    custom_id: customId('build-show', app.id),
    components: [
      label(showcase.repository, showcase.repositoryHint, line('repository', true)),
      label(showcase.live, showcase.liveHint, line('live', false)),
      label(showcase.picture, hasPicture ? showcase.pictureStays : showcase.pictureHint, {
        type: ComponentType.FileUpload,
        custom_id: SUBMISSION_FIELD.picture,
        file_types: [...PICTURE_ENDINGS],
        min_values: 0,
        max_values: 1,
        required: false,
      }),
      label(showcase.alt, showcase.altHint, line('alt', false)),
      label(
        showcase.differently,
        showcase.differentlyHint,
        line('differently', true, TextInputStyle.Paragraph),
      ),
    ],
  };
}

/** Says what has to be corrected, with a button that opens the form as it was left. */
export function almostView(
  words: Words,
  app: TopicNode,
  typed: TypedSubmission,
  problems: readonly SubmissionProblem[],
  keepsPicture: boolean,
): Message {
  const { showcase } = words;
  const said = problems.map((problem) =>
    problem === 'repository' || problem === 'live'
      ? showcase.problem[problem](inline(clip(plain(typed[problem]), 100)))
      : showcase.problem[problem](),
  );
  return card(
    'problem',
    text(showcase.almost, ...said, keepsPicture ? showcase.pictureKept : null),
    row(button(showcase.putRight, customId('build-show', app.id), 'primary')),
  );
}

function label(
  name: string,
  description: string,
  component: APITextInputComponent | APIFileUploadComponent,
): APILabelComponent {
  return { type: ComponentType.Label, label: name, description, component };
}
