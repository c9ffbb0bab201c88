import { fold } from '../../text/fold.ts';
import type { Words } from '../../words/index.ts';
import { card, file, type Message, text } from '../components.ts';
import { roadmapTitle } from './title.ts';

/** A roadmap as files. */
export interface ExportedFiles {
  readonly markdown: string;
  readonly json: string;
  /** How many of its ticks are the member's own; null if it was exported without them. */
  readonly done: number | null;
}

/** The roadmap's files. */
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
      text(say.exported(roadmapTitle(title, 100)), tickedLine(words, done), say.exportHint),
      ...files.map((each) => file(each.name)),
    ),
    files,
  };
}

function tickedLine(words: Words, done: ExportedFiles['done']): string {
  const say = words.versions;
  if (done === null) return say.withoutTicks;
  return done === 0 ? say.noTicksYet : say.withTicks(words.topics(done));
}

const NAME_LENGTH = 60;

/** A file name that Discord does not change. */
function fileName(title: string): string {
  const name = fold(title)
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, NAME_LENGTH)
    .replaceAll(/^-+|-+$/g, '');
  return name === '' ? 'roadmap' : name;
}
