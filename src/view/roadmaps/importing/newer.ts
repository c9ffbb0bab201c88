import type { Difference } from '../../../roadmap/matching/difference.ts';
import type { Words } from '../../../words/index.ts';
import { button, card, type Message, row, text } from '../../components.ts';
import { customId } from '../../custom-id.ts';
import { clip, inline, plain } from '../../escape.ts';
import { changeCounts } from './preview.ts';
import { roadmapTitle } from '../title.ts';

/** A newer version of a roadmap. */
export interface NewerVersion {
  readonly roadmapId: string;
  readonly title: string;
  /** The number of the version in use. */
  readonly shown: number;
  /** The hash of its text. */
  readonly hash: string;
  readonly difference: Difference | null;
  /** Whether it comes with Roadmate; otherwise it was read from a link. */
  readonly isBundled: boolean;
  /** How many things both it and the owner have changed. */
  readonly conflicts: number;
}

/** One line on what has changed, with the buttons to look at it, apply it or ignore it. */
export function newerView(words: Words, newer: NewerVersion): Message {
  const { roadmapId, shown, hash, difference, isBundled, conflicts } = newer;
  const say = words.importing.newer;
  const name = roadmapTitle(newer.title);
  const counts = difference === null ? '' : changeCounts(words, difference);
  const said = isBundled ? say.bundled(name) : say.link(name);
  return card(
    'invite',
    text(
      `${said} ${counts === '' ? say.sameTopics : counts}`,
      conflicts === 0 ? null : words.importing.both.count(conflicts),
    ),
    row(
      button(say.see, customId('newer-see', roadmapId), 'primary'),
      // What both changed is looked at before it is applied.
      ...(conflicts > 0
        ? []
        : [button(words.importing.apply, customId('newer-apply', roadmapId, shown, hash), 'success')]),
      button(say.leave, customId('newer-leave', roadmapId)),
    ),
  );
}

/** Says that a watched link cannot be read any more. `since`: epoch ms. */
export function linkLostView(
  words: Words,
  roadmapId: string,
  title: string,
  link: string,
  since: number,
): Message {
  const say = words.importing.newer;
  const name = roadmapTitle(title);
  return card(
    'problem',
    text(say.lost(name, Math.floor(since / 1000)), `-# ${inline(clip(plain(link), 200))}`),
    row(button(say.unwatch, customId('watch', roadmapId, 'no'))),
  );
}

/** The result of turning the watching on or off, or of ignoring a newer version. */
export function watchedView(words: Words, what: 'watched' | 'unwatched' | 'left'): Message {
  return card(what === 'watched' ? 'done' : 'neutral', text(words.importing.newer.said[what]));
}

/** Says that a bundled roadmap lost topics which may still be there under another name, and leads to the questions. */
export function openQuestionsView(
  words: Words,
  { roadmapId, title, count }: { readonly roadmapId: string; readonly title: string; readonly count: number },
): Message {
  const say = words.importing;
  const name = roadmapTitle(title);
  return card(
    'invite',
    text(say.newer.open(name), say.leftOpen(words.topics(count))),
    row(button(say.settle, customId('roadmap-settle', roadmapId, 0), 'primary')),
  );
}
