import type { APIComponentInContainer } from 'discord.js';
import type { QuestProgress } from '../../study/goals/quest.ts';
import { percent } from '../../study/topics/status.ts';
import type { Words } from '../../words/index.ts';
import { bar } from '../bar.ts';
import { button, card, filled, type Message, row, rows, select, separator, text } from '../components.ts';
import { customId } from '../custom-id.ts';

/** `▰▰▰▰▱▱▱▱▱▱ 8 of 20 topics together` */
function questBar({ quest: say }: Words, quest: QuestProgress): string {
  return `${barOf(quest)} ${say.sofar(quest.done, quest.target)}`;
}

function barOf({ done, target }: QuestProgress): string {
  return bar(percent(Math.min(done, target), target));
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
 * @param own how many of its topics the reader finished
 * @param daysLeft with the present day
 * @param mayChange whether the person is an organiser
 * @param isWeekly whether there is one each week
 * @param proposed the target that would be proposed; null with too few weeks
 * @param note what has just happened
 */
export function questView(
  words: Words,
  {
    quest,
    own,
    daysLeft,
    mayChange,
    isWeekly,
    proposed,
    note,
  }: {
    readonly quest: QuestProgress | null;
    readonly own: number;
    readonly daysLeft: number;
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
          quest.done >= quest.target
            ? `${say.name} ${say.reached(quest.done, quest.target)}`
            : say.task(quest.target),
          `${barOf(quest)} ${words.progress.count(quest.done, quest.target)}`,
          say.standing(daysLeft, own),
          say.counts,
        ];
  return card(
    quest !== null && quest.done >= quest.target ? 'done' : 'invite',
    text(say.title, note, ...shown),
    ...(mayChange
      ? organiserParts(words, { quest, isWeekly, target })
      : [row(button(words.roadmap.whatNow, customId('today'), quest === null ? 'secondary' : 'primary'))]),
  );
}

/** What only organisers can do: to change the target, to have a quest each week, and last to stop. */
function organiserParts(
  words: Words,
  {
    quest,
    isWeekly,
    target,
  }: { readonly quest: QuestProgress | null; readonly isWeekly: boolean; readonly target: number },
): readonly APIComponentInContainer[] {
  const { quest: say } = words;
  return [
    separator(),
    ...filled(isWeekly ? say.isWeekly : quest === null ? null : say.isOnce),
    select(customId('quest-set'), quest === null ? say.choose : say.change, targets(words)),
    ...rows([
      ...(quest === null ? [button(say.start(target), customId('quest-set', target), 'primary')] : []),
      ...(isWeekly ? [] : [button(say.eachWeek, customId('quest-weekly', 'on'))]),
      ...(isWeekly || quest !== null ? [button(say.stop, customId('quest-weekly', 'off'))] : []),
    ]),
  ];
}

/** A first target, before the group's pace is known. */
const QUEST_START = 10;
const OFFERED = [3, 5, 10, 15, 20, 30, 50, 75, 100] as const;

/** The present target is not marked as chosen, because a list then shows its number and not what it is for. */
function targets(words: Words) {
  return OFFERED.map((n) => ({ label: words.goal.amount.topics(n), value: String(n) }));
}
