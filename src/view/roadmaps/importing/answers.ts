import type { TopicNode } from '../../../roadmap/outline.ts';
import type { Refusal as FileRefusal } from '../../../roadmap/roadmap-error.ts';
import type { Words } from '../../../words/index.ts';
import { customId } from '../../custom-id.ts';
import { aboutRoadmap } from '../../about-roadmap.ts';
import { button, card, filled, type Message, rows, text } from '../../components.ts';
import { title } from '../../topics/topic-text.ts';
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

/** An imported roadmap, right after it was applied, and after each step that followed. */
export interface AppliedImport {
  readonly roadmapId: string;
  /** What has just happened, as sentences. */
  readonly said: readonly string[];
  /** Whether the group or the member follows it. */
  readonly isInUse: boolean;
  /** What is followed instead, already escaped; null if nothing needs to be said of it. */
  readonly still: string | null;
  /** Its own title, and the group's roadmap that comes first here; null if this one does, or is not followed. */
  readonly picks: { readonly own: string; readonly groups: string } | null;
  readonly isForServer: boolean;
  /** Whether it is for a group that has not been set up, so that nothing is posted yet. */
  readonly isUnset: boolean;
  /** The topics that the file has ticked and the member has not done. */
  readonly ticked: readonly TopicNode[];
  /** How many removed topics may still exist and need a decision. */
  readonly open: number;
  /** Whether it was read from a link that could be watched and is not. */
  readonly mayWatch: boolean;
  /** The interaction that took over the ticks, which *Undo* takes back; null for another step. */
  readonly undo: string | null;
}

/** The result of an import, and what is left to do. */
export function importAppliedView(words: Words, applied: AppliedImport): Message {
  const say = words.importing;
  const { roadmapId, said, isInUse, still, picks, isForServer, isUnset, ticked, open, mayWatch, undo } =
    applied;
  const shown = card(
    'done',
    text(
      ...said,
      picks === null ? null : say.picksFrom(picks.own, picks.groups),
      open > 0 ? say.leftOpen(words.topics(open)) : null,
    ),
    ...filled(still === null ? null : isForServer ? say.groupStill(still) : say.youStill(still)),
    ...filled(ticked.length > 0 ? say.askTicks(someTitles(words, ticked)) : null),
    ...rows([
      ...(isInUse
        ? []
        : [
            button(
              isForServer ? say.followHere : say.followMine,
              customId('import-follow', roadmapId),
              'primary',
            ),
          ]),
      ...(isUnset ? [button(words.setup.open, customId('setup'), 'primary')] : []),
      ...(ticked.length > 0
        ? [button(say.takeTicks(ticked.length), customId('import-ticks', roadmapId))]
        : []),
      ...(open > 0 ? [button(say.settle, customId('roadmap-settle', roadmapId, 0))] : []),
      ...(undo === null ? [] : [button(words.act.undo, customId('undo', undo))]),
      ...(mayWatch ? [button(say.newer.watch, customId('watch', roadmapId, 'yes'))] : []),
      ...(picks === null ? [] : [button(words.roadmap.whatNow, customId('today'))]),
      button(
        words.roadmap.lookThrough,
        customId('map'),
        isInUse && !isUnset && ticked.length === 0 ? 'primary' : 'secondary',
      ),
    ]),
  );
  // What the group follows may be another roadmap.
  return { ...shown, components: aboutRoadmap(shown.components, roadmapId) };
}

/** The titles of the first topics, and how many more there are. */
function someTitles(words: Words, nodes: readonly TopicNode[]): string {
  const shown = nodes.slice(0, NAMED).map((node) => `**${title(node)}**`);
  const more = nodes.length - shown.length;
  return words.list([...shown, ...(more > 0 ? [words.importing.others(more)] : [])]);
}

/** So many ticked topics are named. */
const NAMED = 3;

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
