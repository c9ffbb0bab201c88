import type { QuestProgress } from '../../study/goals/quest.ts';
import { percent } from '../../study/topics/status.ts';
import type { Words } from '../../words/index.ts';
import { bar } from '../bar.ts';
import { button, card, filled, type Message, rows, select, text } from '../components.ts';
import { customId } from '../custom-id.ts';
import { dayName } from '../time.ts';

/** `▰▰▰▰▱▱▱▱▱▱ 8 of 20 topics together` */
function questBar({ quest: say }: Words, { done, target }: QuestProgress): string {
  return `${bar(percent(Math.min(done, target), target))} ${say.sofar(done, target)}`;
}

/** The quest in the daily post; null without one. */
export function questLine(words: Words, quest: QuestProgress | null): string | null {
  if (quest === null) return null;
  const { quest: say } = words;
  return quest.done >= quest.target
    ? `${say.name} ${say.reached(quest.done, quest.target)}`
    : `${say.name} ${questBar(words, quest)}`;
}

/** How a quest ended, in the weekly summary; null without one. */
export function questEnd(
  { quest: say }: Words,
  quest: { readonly done: number; readonly target: number } | null,
): string | null {
  if (quest === null) return null;
  const { done, target } = quest;
  return `${say.name} ${done >= target ? say.reached(done, target) : say.sofar(done, target)}`;
}

/**
 * The group's quest of this week.
 * @param mayChange whether the person is an organiser
 * @param isWeekly whether there is one each week
 * @param proposed the target that would be proposed; null with too few weeks
 * @param note what has just happened
 */
export function questView(
  words: Words,
  {
    quest,
    mayChange,
    isWeekly,
    proposed,
    note,
  }: {
    readonly quest: QuestProgress | null;
    readonly mayChange: boolean;
    readonly isWeekly: boolean;
    readonly proposed: number | null;
    readonly note: string | null;
  },
): Message {
  const { quest: say } = words;
  const target = proposed ?? QUEST_START;
  const shown =
    quest === null
      ? [isWeekly ? say.soon : say.none, mayChange || isWeekly ? null : say.ask]
      : [
          quest.done >= quest.target ? say.reached(quest.done, quest.target) : questBar(words, quest),
          say.until(dayName(quest.to, words.locale, { weekday: 'long', day: 'numeric', month: 'long' })),
        ];
  return card(
    quest !== null && quest.done >= quest.target ? 'done' : 'invite',
    text(say.title, note, ...shown),
    ...filled(quest === null ? null : say.counts),
    ...rows([
      ...(mayChange && quest === null
        ? [button(say.start(target), customId('quest-set', target), 'primary')]
        : []),
      ...(mayChange && !isWeekly ? [button(say.eachWeek, customId('quest-weekly', 'on'))] : []),
      ...(mayChange && (isWeekly || quest !== null)
        ? [button(say.stop, customId('quest-weekly', 'off'))]
        : []),
      ...(mayChange && quest === null
        ? []
        : [button(words.roadmap.whatNow, customId('today'), quest === null ? 'secondary' : 'primary')]),
    ]),
    ...(mayChange ? [select(customId('quest-set'), say.choose, targets(words, quest?.target ?? null))] : []),
  );
}

/** A first target, before the group's pace is known. */
const QUEST_START = 10;
const OFFERED = [3, 5, 10, 15, 20, 30, 50, 75, 100] as const;

function targets(words: Words, chosen: number | null) {
  return OFFERED.map((n) => ({ label: words.goal.amount.topics(n), value: String(n), chosen: n === chosen }));
}
