import type { VersionEntry } from '../../store/roadmaps/versions.ts';
import type { Words } from '../../words/index.ts';
import { button, card, fitting, type Message, row, select, text } from '../components.ts';
import { customId } from '../custom-id.ts';
import { dayName, when } from '../time.ts';
import { roadmapTitle } from './title.ts';

/** The versions of a roadmap, the one in use first. */
export interface ShownVersions {
  readonly roadmapId: string;
  readonly title: string;
  /** The number of the version in use. */
  readonly shown: number;
  readonly versions: readonly VersionEntry[];
  /** How many archived topics may still exist and need a decision. */
  readonly open: number;
  /** Whether the link that it was read from is watched; null if it has no link. */
  readonly watched: boolean | null;
  readonly note: string | null;
}

const BUDGET = 2800;

/** The versions, who made each and when, and a button back to each. */
export function versionsView(
  words: Words,
  { roadmapId, title, shown, versions, open, watched, note }: ShownVersions,
): Message {
  const say = words.versions;
  const others = versions.filter(({ number }) => number !== shown);
  const [before] = others;
  return card(
    note === null ? 'neutral' : 'done',
    text(
      words.roadmap.title(roadmapTitle(title, 100)),
      note,
      fitting(
        versions.map((version) => versionLine(words, version, shown)),
        BUDGET,
        words.andMore,
      ),
      before === undefined ? say.onlyOne : null,
    ),
    ...(others.length > 1
      ? [
          select(
            customId('restore', roadmapId, shown),
            say.choose,
            others.map(({ number, at }) => ({
              label: say.version(number),
              value: String(number),
              description: dayName(new Date(at).toISOString().slice(0, 10), words.locale, {
                dateStyle: 'long',
              }),
            })),
          ),
        ]
      : []),
    row(
      ...(before === undefined
        ? []
        : [button(say.back(before.number), customId('restore', roadmapId, shown, before.number), 'primary')]),
      ...(open > 0 ? [button(words.importing.settle, customId('roadmap-settle', roadmapId, 0))] : []),
      ...(watched === null ? [] : [watchButton(words, roadmapId, watched)]),
      button(words.roadmap.lookThrough, customId('map')),
    ),
  );
}

function watchButton({ importing: { newer } }: Words, roadmapId: string, isWatched: boolean) {
  return isWatched
    ? button(newer.unwatch, customId('watch', roadmapId, 'no'))
    : button(newer.watch, customId('watch', roadmapId, 'yes'));
}

function versionLine(words: Words, { number, madeBy, at, restores }: VersionEntry, shown: number): string {
  const say = words.versions;
  return [
    `- **${say.version(number)}**`,
    ...(number === shown ? [say.inUse] : []),
    ...(restores === null ? [] : [say.asIn(restores)]),
    madeBy === null ? 'Roadmate' : `<@${madeBy}>`,
    when(at, 'R'),
  ].join(' · ');
}

/** Says that there is no roadmap here whose versions the person may change. */
export function nothingToUndoView(words: Words): Message {
  return card('neutral', text(words.versions.nothing));
}
