import type { Outline } from '../../roadmap/outline.ts';
import { tally } from '../../study/topics/status.ts';
import type { Words } from '../../words/index.ts';
import { aboutRoadmap } from '../about-roadmap.ts';
import { button, card, type Message, row, text } from '../components.ts';
import { customId } from '../custom-id.ts';
import { roadmapTitle } from '../roadmaps/title.ts';
import { tracksLine } from '../roadmaps/tracks.ts';

/**
 * Tells everybody in the channel that the group follows another roadmap now. The delivery's id in a button lets the bot
 * find the post after a crash.
 */
export function followingView(
  words: Words,
  roadmap: Outline & { readonly id: string },
  deliveryId: string,
): Message {
  const say = words.following;
  const { total } = tally(roadmap, new Map());
  const shown = card(
    'invite',
    text(
      say.heading,
      `**${roadmapTitle(roadmap.tree.title, 100)}** · ${words.topics(total)}`,
      tracksLine(roadmap),
    ),
    text(say.kept),
    row(
      button(words.roadmap.whatNow, customId('post', 'picks', deliveryId), 'primary'),
      button(words.act.join, customId('join')),
    ),
  );
  // Members whose main roadmap is another one see this one here.
  return { ...shown, components: aboutRoadmap(shown.components, roadmap.id) };
}
