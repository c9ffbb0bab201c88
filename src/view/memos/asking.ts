import type { Memo } from '../../store/memos/memo.ts';
import type { Once, Repeated, WhenProblem } from '../../time/when/meaning.ts';
import type { Words } from '../../words/index.ts';
import { button, card, type Message, row, rows, text } from '../components.ts';
import { customId } from '../custom-id.ts';
import { clip, inline, plain } from '../escape.ts';
import { MEMO_LENGTH } from './form.ts';
import { choiceLabel, choiceText, type Clock, dated } from './times.ts';

/** How many characters of a typed time are shown in the question about it. */
const ASKED = 40;

/** How the bot understood a memo that the member has not kept yet. */
export interface MemoPreview extends Clock {
  readonly memo: Memo;
  readonly choices: readonly (Once | Repeated)[];
  /** Whether they asked for this channel, but it has to come by direct message. */
  readonly isTurned: boolean;
}

/** Shows how the bot understood a memo. The member can keep it, choose between two meanings, or correct it. */
export function memoPreview(words: Words, preview: MemoPreview): Message {
  const { memo, choices, timeZone, now, isTurned } = preview;
  const { memo: say } = words;
  const [only, ...others] = choices;
  const isClear = others.length === 0;
  const change = [
    button(say.change, customId('memo-form', memo.id)),
    button(say.cancel, customId('memo-drop', memo.id)),
  ];
  return card(
    'invite',
    text(
      isClear ? say.isThisRight : say.whenIs(inline(clip(plain(memo.said), ASKED))),
      `**${inline(memo.what)}**`,
      isClear && only !== undefined ? choiceText(words, only, { timeZone, now }) : null,
      memo.channelId === null ? say.directly : say.inChannel(`<#${memo.channelId}>`),
      isTurned ? say.notHere : null,
      `-# ${say.inZone(words.place(timeZone))}`,
    ),
    ...(isClear
      ? [row(button(say.keep, customId('memo-keep', memo.id, 0), 'primary'), ...change)]
      : [
          ...rows(
            choices.map((choice, index) =>
              button(
                choiceLabel(words, choice, { timeZone, now }),
                customId('memo-keep', memo.id, index),
                index === 0 ? 'primary' : 'secondary',
              ),
            ),
          ),
          row(...change),
        ]),
  );
}

/** Says why a typed time cannot be used, and offers to type it again. */
export function memoProblem(words: Words, memo: Memo, why: WhenProblem): Message {
  const { memo: say } = words;
  return card(
    'problem',
    text(say.problem[why](inline(clip(memo.said, MEMO_LENGTH.when))), say.examples),
    row(
      button(say.again, customId('memo-form', memo.id), 'primary'),
      button(say.cancel, customId('memo-drop', memo.id)),
    ),
  );
}

/** Asks for the time zone, because an hour means nothing without it. */
export function memoZoneView({ memo: say, settings }: Words): Message {
  return card(
    'invite',
    text(say.whereAreYou),
    row(button(settings.zoneTitle, customId('settings-zone'), 'primary')),
  );
}

/** Says that the reminder will come. It can be removed there, in case it was a mistake. */
export function memoKept(words: Words, memo: Pick<Memo, 'id' | 'what'>, at: number, clock: Clock): Message {
  return card(
    'done',
    text(`**${inline(memo.what)}**`, words.memo.kept(dated(words, at, clock))),
    row(button(words.memo.remove, customId('memo-remove', memo.id))),
  );
}
