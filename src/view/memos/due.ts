import { MessageFlags, type RESTPostAPIChannelMessageJSONBody } from 'discord.js';
import type { Memo } from '../../store/memos/memo.ts';
import type { Words } from '../../words/index.ts';
import { button, card, row, text } from '../components.ts';
import { customId } from '../custom-id.ts';
import { inline } from '../escape.ts';
import { when } from '../time.ts';
import { mention } from '../topics/topic-text.ts';
import { repeatText } from './repeats.ts';
import { capital } from './times.ts';

/** The message of a memo that is due, as Discord takes it. It pings only the member who asked for it. */
export function memoBody(
  words: Words,
  memo: Memo,
  { claimId, isLate }: { readonly claimId: string; readonly isLate: boolean },
): RESTPostAPIChannelMessageJSONBody {
  const { memo: say } = words;
  const inChannel = memo.channelId !== null;
  const message = card(
    'invite',
    text(
      inChannel ? mention(memo.userId) : null,
      `**${inline(memo.what)}**`,
      memo.repeat === null ? null : `-# ${capital(repeatText(words, memo.repeat), words.locale)}`,
      isLate && memo.next !== null ? `-# ${say.late(when(memo.next.at, 'R'))}` : null,
    ),
    row(
      button(say.inAnHour, customId('memo-snooze', 'hour', memo.id)),
      ...(memo.repeat === null ? [] : [button(say.remove, customId('memo-end', memo.id))]),
      // The id at the end of the button's id lets the bot find the message after a crash.
      button(say.tomorrow, customId('memo-snooze', 'day', memo.id, claimId)),
    ),
  );
  return {
    flags: MessageFlags.IsComponentsV2,
    components: [...message.components],
    allowed_mentions: { parse: [], ...(inChannel && { users: [memo.userId] }) },
  };
}
