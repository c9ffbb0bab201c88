import type { Session } from '../../study/sessions/session.ts';
import type { Words } from '../../words/index.ts';
import { button, card, type Message, row, rows, text } from '../components.ts';
import { customId } from '../custom-id.ts';
import { inline, plain } from '../escape.ts';
import { dayName } from '../time.ts';
import { sessionTitle } from './own.ts';

/** Why study time was not added. `said`: the time as typed. */
export type LogTrouble = keyof Words['focusLog']['problem'];

/** Says that study time was added. `changesStreak`: whether it counts for the streak. */
export function loggedView(
  words: Words,
  session: Session,
  { title, minutes, changesStreak }: { title: string; minutes: number; changesStreak: boolean },
): Message {
  const { focusLog: say } = words;
  const day = dayName(session.date, words.locale, { weekday: 'long', day: 'numeric', month: 'long' });
  return card(
    'done',
    text(
      say.added(words.focus.duration(minutes), sessionTitle(title)),
      say.later(day),
      changesStreak ? null : say.noStreak,
    ),
    row(
      button(words.act.openTopic, customId('topic', session.topicId ?? ''), 'primary'),
      button(words.progress.mine, customId('progress')),
      button(words.act.undo, customId('undo', session.id)),
    ),
  );
}

/** Asks for the time zone, because a time means nothing without it. What was typed stands below, to be copied. */
export function logZoneView(words: Words, typed: TypedLog): Message {
  return card(
    'invite',
    text(words.memo.whereAreYou, typedLine(words, typed)),
    row(button(words.settings.zoneTitle, customId('settings-zone'), 'primary')),
  );
}

/** A log as it was typed. `said`: when it was. */
interface TypedLog {
  readonly title: string;
  readonly minutes: number;
  readonly said: string | null;
}

function typedLine(words: Words, { title, minutes, said }: TypedLog): string {
  const typed = [
    `/focus log topic:${title}`,
    `minutes:${minutes}`,
    ...(said === null ? [] : [`when:${said}`]),
  ];
  return words.focusLog.typed(plain(typed.join(' ')).replaceAll('`', '’'));
}

/** Says why study time was not added. Below is what was typed, to be copied. */
export function logProblemView(words: Words, why: LogTrouble, typed: TypedLog): Message {
  const { focusLog: say } = words;
  return card(
    'problem',
    text(
      say.problem[why](inline(typed.said ?? '')),
      why === 'unclear' ? say.examples : null,
      typedLine(words, typed),
    ),
  );
}

/**
 * Says that the day has only just begun, and offers the day before.
 * @param startedAt when the study began if it was yesterday; epoch ms
 */
export function wasItYesterdayView(
  words: Words,
  { topicId, minutes, startedAt }: { topicId: string; minutes: number; startedAt: number },
): Message {
  const { focusLog: say } = words;
  const seconds = Math.round(startedAt / 1000);
  return card(
    'invite',
    text(say.tooEarly(words.focus.duration(minutes))),
    row(button(say.yesterday, customId('focus-log', topicId, minutes, seconds), 'primary')),
  );
}

/** Asks which of several times was meant. */
export function whichLogView(
  words: Words,
  {
    topicId,
    minutes,
    starts,
    hasTime,
    timeZone,
  }: {
    topicId: string;
    minutes: number;
    /** Epoch ms. */
    starts: readonly number[];
    /** Whether the member typed a time of day, or only a day. */
    hasTime: boolean;
    timeZone: string;
  },
): Message {
  const format = new Intl.DateTimeFormat(words.locale, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    ...(hasTime && { hour: '2-digit', minute: '2-digit' }),
    timeZone,
  });
  return card(
    'invite',
    text(words.memo.whichOne),
    ...rows(
      starts.map((at) =>
        button(format.format(at), customId('focus-log', topicId, minutes, Math.round(at / 1000)), 'primary'),
      ),
    ),
  );
}
