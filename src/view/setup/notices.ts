import type { Post } from '../../store/schedule/posts.ts';
import type { DeliveryKind } from '../../study/post-kinds.ts';
import type { Words } from '../../words/index.ts';
import { button, card, type Message, row, text } from '../components.ts';
import { customId } from '../custom-id.ts';
import { pauseLine } from '../schedule/schedule.ts';
import { dayName } from '../time.ts';

/** Tells an organiser, below any answer, that the posts are paused. */
export function pausedNotice(words: Words, pause: Post['pause']): Message {
  return card(
    'problem',
    text(pauseLine(words, pause)),
    row(button(words.setup.putRight, customId('setup'), 'primary')),
  );
}

/**
 * Tells an organiser, below another answer, that a post failed. The bot does not know whether it is in the channel.
 */
export function failedPostNotice(words: Words, kind: DeliveryKind, date: string): Message {
  const { welcomePost: welcome, followingPost: following } = words.setup;
  const name = { ...words.schedule.kind, welcome, following }[kind];
  const day = dayName(date, words.locale, { day: 'numeric', month: 'long' });
  return card('problem', text(words.setup.failedPost(name, day)));
}

/** Tells an organiser, below any answer, that posts no longer mention a role. */
export function roleNotice(words: Words): Message {
  return card(
    'neutral',
    text(words.setup.goneRole),
    row(button(words.setup.putRight, customId('setup'), 'primary')),
  );
}

/** Tells an organiser, below any answer, that posts come without their pictures. */
export function picturesNotice(words: Words, channelId: string): Message {
  return card(
    'neutral',
    text(words.setup.noPictures(`<#${channelId}>`, words.permission.AttachFiles)),
    row(button(words.setup.checkAgain, customId('setup-check'), 'primary')),
  );
}
