import { fold } from '../../text/fold.ts';
import type { Words } from '../../words/index.ts';
import { card, file, type Message, text } from '../components.ts';
import { clip, inline, plain } from '../escape.ts';

/** A roadmap as files. */
export interface ExportedFiles {
  readonly markdown: string;
  readonly json: string;
  /** How many topics are ticked in it that the member has done; null: it is as it stands for all. */
  readonly done: number | null;
}

/** The files to take along. */
export function exportedRoadmapView(
  words: Words,
  title: string,
  { markdown, json, done }: ExportedFiles,
): Message {
  const name = fileName(title);
  const say = words.versions;
  const files = [
    { name: `${name}.md`, content: markdown },
    { name: `${name}.json`, content: json },
  ];
  return {
    ...card(
      'neutral',
      text(
        say.exported(inline(clip(plain(title), 100))),
        done === null ? say.withoutTicks : say.withTicks(words.topics(done)),
        say.exportHint,
      ),
      ...files.map((each) => file(each.name)),
    ),
    files,
  };
}

const NAME_LENGTH = 60;

/** A name that Discord keeps as it is. */
function fileName(title: string): string {
  const name = fold(title)
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, NAME_LENGTH)
    .replaceAll(/^-+|-+$/g, '');
  return name === '' ? 'roadmap' : name;
}
