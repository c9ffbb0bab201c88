import type { Refusal as FileRefusal } from '../../../roadmap/roadmap-error.ts';
import type { Words } from '../../../words/index.ts';
import { customId } from '../../custom-id.ts';
import { button, card, type Message, row, text } from '../../components.ts';
import { refusalText } from '../reading.ts';

/** Why nothing could be imported. */
export type NotRead = keyof Words['importing']['notRead'];

/** Says that the import is no longer stored. */
export function importGoneView(words: Words): Message {
  return card('neutral', text(words.importing.gone));
}

/** Says that the import was cancelled. */
export function importCancelledView(words: Words): Message {
  return card('neutral', text(words.importing.cancelled));
}

/** The file, the text or the link could not be read. */
export function notReadView(words: Words, why: NotRead): Message {
  return card('problem', text(words.importing.notRead[why]));
}

/** The file is no text, or exceeds the limits. `line`: counted from 1. */
export function fileRefusedView(words: Words, line: number, refusal: FileRefusal): Message {
  return card('problem', text(words.reading.line(line, refusalText(words, refusal))));
}

/** Says that the owner has as many roadmaps as allowed. */
export function tooManyRoadmapsView(words: Words, most: number): Message {
  return card('problem', text(words.importing.tooMany(most)));
}

/** An import that was applied. */
export interface AppliedImport {
  readonly roadmapId: string;
  /** Already escaped for a line of Markdown. */
  readonly title: string;
  readonly topics: number;
  /** Whether the group or the member follows it. */
  readonly isInUse: boolean;
  readonly isForServer: boolean;
  /** Whether the import made a new roadmap. */
  readonly isNew: boolean;
  /** How many topics the file has ticked that the member has not done. */
  readonly ticked: number;
  /** How many removed topics may still exist and need a decision. */
  readonly open: number;
  /** Whether it was read from a link that could be watched and is not. */
  readonly mayWatch: boolean;
}

/** The result of an import, and the next step. */
export function importAppliedView(words: Words, applied: AppliedImport): Message {
  const say = words.importing;
  const { roadmapId, title, topics, isInUse, isForServer, ticked, open, mayWatch } = applied;
  const what = applied.isNew ? say.madeNew : say.madeVersion;
  const follows = isForServer ? say.groupFollows : say.youFollow;
  return card(
    'done',
    text(
      what(title, words.topics(topics)),
      isInUse && applied.isNew ? follows(title) : null,
      open > 0 ? say.leftOpen(words.topics(open)) : null,
      ticked > 0 ? say.askTicks(words.topics(ticked)) : null,
      applied.isNew ? null : say.undoHint,
    ),
    row(
      ...(ticked > 0 ? [button(say.takeTicks(ticked), customId('import-ticks', roadmapId), 'success')] : []),
      ...(isInUse
        ? []
        : [button(isForServer ? say.followHere : say.followMine, customId('import-follow', roadmapId))]),
      ...(open > 0 ? [button(say.settle, customId('roadmap-settle', roadmapId, 0))] : []),
      ...(mayWatch ? [button(say.newer.watch, customId('watch', roadmapId, 'yes'))] : []),
      button(words.roadmap.lookThrough, customId('map'), ticked > 0 ? 'secondary' : 'primary'),
    ),
  );
}

/** Says that the file's ticks are now the member's own. */
export function ticksTakenView(words: Words, topics: number): Message {
  return card(
    'done',
    text(words.importing.tookTicks(words.topics(topics))),
    row(button(words.roadmap.whatNow, customId('today'), 'primary')),
  );
}

/** Says that the member or the server follows a roadmap now. */
export function followedView(words: Words, title: string, isForServer: boolean): Message {
  const say = isForServer ? words.importing.groupFollows : words.importing.youFollow;
  return card('done', text(say(title)), row(button(words.roadmap.lookThrough, customId('map'), 'primary')));
}

/** Says that no topic of the new version has that title. `near`: similar titles, already escaped for Markdown. */
export function unknownMatchView(words: Words, typed: string, near: readonly string[]): Message {
  const { unknownTopic } = words.failure;
  return card(
    'problem',
    text(
      unknownTopic(typed),
      near.length === 0 ? null : `${words.failure.didYouMean} ${near.slice(0, 5).join(', ')}`,
    ),
  );
}
