import type { LoadedRoadmap } from '../../../store/roadmaps/library.ts';
import type { Proposal } from '../../../store/roadmaps/proposals.ts';
import type { Words } from '../../../words/index.ts';
import { button, card, type Message, row, separator, text } from '../../components.ts';
import { customId } from '../../custom-id.ts';
import { clip, inline, plain } from '../../escape.ts';
import { mention, title } from '../../topics/topic-text.ts';
import { when } from '../../time.ts';

/** How many are shown in one message, because each has buttons. */
const SHOWN = 5;

/** The open proposals of members, for organisers. `number`: the version in use. */
export function proposalsView(
  words: Words,
  {
    roadmap,
    number,
    open,
    note,
  }: {
    readonly roadmap: LoadedRoadmap;
    readonly number: number;
    readonly open: readonly Proposal[];
    readonly note: string | null;
  },
): Message {
  const { proposals } = words;
  const shown = open.slice(0, SHOWN).flatMap(({ id, userId, topicId, kind, text: typed, at }) => {
    const node = roadmap.byId.get(topicId);
    return [
      text(
        `**${proposals.kind[kind]}**: ${inline(clip(plain(typed), 400))}`,
        node === undefined ? null : `→ ${title(node)}`,
        proposals.by(mention(userId), when(at, 'R')),
      ),
      row(
        button(proposals.accept, customId('proposal-accept', id, number), 'success'),
        button(proposals.decline, customId('proposal-decline', id)),
      ),
    ];
  });
  return card(
    'neutral',
    ...(note === null ? [] : [text(note), separator()]),
    text(proposals.heading, open.length === 0 ? proposals.none : null),
    ...shown,
    text(
      open.length > SHOWN ? words.andMore(open.length - SHOWN) : null,
      `-# ${roadmap.tree.title === '' ? '' : inline(clip(plain(roadmap.tree.title), 80))}`,
    ),
    row(button(words.act.back, customId('edit'))),
  );
}

/** Tells a member whether their proposals were accepted. */
export function decidedNotice(
  words: Words,
  decided: readonly { readonly text: string; readonly accepted: boolean }[],
): Message {
  const { told } = words.proposals;
  const lines = decided.slice(0, SHOWN).map(({ text: typed, accepted }) => {
    return `${accepted ? told.accepted : told.declined} ${inline(clip(plain(typed), 200))}`;
  });
  return card('neutral', text(...lines));
}

/** Tells an organiser that there are open proposals. */
export function proposalsNotice({ proposals }: Words, count: number): Message {
  return card('neutral', text(proposals.notice(count)));
}

/** Says that a proposal was sent, or why not. `again`: the custom id that opens the form again. */
export function proposedView(words: Words, said: string, topicId: string, again: string | null): Message {
  return card(
    again === null ? 'done' : 'problem',
    text(said),
    row(
      ...(again === null ? [] : [button(words.proposals.propose, again, 'primary')]),
      button(words.act.openTopic, customId('topic', topicId)),
    ),
  );
}
