import { type APIModalInteractionResponseCallbackData, ComponentType } from 'discord.js';
import type { DataImported } from '../../store/members/import-data.ts';
import type { ExportProblem } from '../../study/exported-data.ts';
import type { Words } from '../../words/index.ts';
import { button, card, formTitle, type Message, row, text } from '../components.ts';
import { customId } from '../custom-id.ts';
import { clip, inline, plain } from '../escape.ts';

/** The id of the form's field. */
export const OWN_DATA_FILE = 'file';

/** Asks for a file with the member's own data. */
export function ownDataForm({ ownData }: Words): APIModalInteractionResponseCallbackData {
  return {
    title: formTitle(ownData.import),
    custom_id: customId('settings-import'),
    components: [
      {
        type: ComponentType.Label,
        label: ownData.file,
        description: ownData.fileHint,
        component: {
          type: ComponentType.FileUpload,
          custom_id: OWN_DATA_FILE,
          min_values: 1,
          max_values: 1,
          required: true,
        },
      },
    ],
  };
}

/** Says what was imported. */
export function ownDataTakenView(words: Words, done: DataImported): Message {
  const { ownData } = words;
  return card(
    'done',
    text(
      ownData.taken(done.topics, done.proofs, done.reviews),
      done.roadmaps > 0 ? ownData.roadmaps(done.roadmaps) : null,
      done.unknown > 0 ? ownData.unknown(done.unknown) : null,
      done.withoutFile > 0 ? ownData.withoutFile(done.withoutFile) : null,
    ),
    row(button(words.act.back, customId('settings-data'))),
  );
}

/** Why nothing was imported: what is wrong with the file, or with fetching it. */
export type OwnDataProblem =
  | ExportProblem
  | { readonly code: 'quota' | 'elsewhere' | 'too-large' | 'too-slow' | 'not-there' };

/** Says why nothing was imported. */
export function ownDataRefusedView(words: Words, problem: OwnDataProblem): Message {
  const { ownData, act } = words;
  const said =
    problem.code === 'wrong'
      ? ownData.problem.wrong(inline(clip(plain(problem.where), 100)))
      : ownData.problem[problem.code];
  return card(
    'problem',
    text(said),
    row(
      button(ownData.import, customId('settings-import'), 'primary'),
      button(act.back, customId('settings-data')),
    ),
  );
}
