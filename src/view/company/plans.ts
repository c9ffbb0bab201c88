import type { TopicNode } from '../../roadmap/outline.ts';
import type { StudyPlan } from '../../store/company/plans.ts';
import type { Once, Repeated } from '../../time/when/meaning.ts';
import type { Words } from '../../words/index.ts';
import { button, card, filled, fitting, link, type Message, row, rows, text } from '../components.ts';
import { customId } from '../custom-id.ts';
import { inline, plain } from '../escape.ts';
import { capital, choiceLabel, choiceText, type Clock, dated, momentText } from '../memos/times.ts';
import { when } from '../time.ts';
import { mention, title } from '../topics/topic-text.ts';

/** A message can mention so many people by name. */
export const MENTIONED = 100;
/** The room for names, in characters. */
const NAMES = 2500;

/**
 * How the bot understood a plan. The member confirms it, or chooses between two meanings.
 * @param groupZone the zone of the group, an IANA name. If the plan's is another, it says when it is for the group
 */
export function planPreview(
  words: Words,
  {
    plan,
    node,
    choices,
    groupZone,
  }: {
    readonly plan: StudyPlan;
    readonly node: TopicNode;
    readonly choices: readonly (Once | Repeated)[];
    readonly groupZone: string;
  },
): Message {
  const { plan: say, memo } = words;
  const [only, ...others] = choices;
  const isClear = others.length === 0;
  const clock = { timeZone: plan.timeZone, now: plan.askedAt };
  return card(
    'invite',
    text(
      isClear ? memo.isThisRight : memo.whichOne,
      `**${title(node)}**`,
      isClear && only !== undefined
        ? [choiceText(words, only, clock), ...forGroup(words, only.at, clock, groupZone)].join(' · ')
        : null,
      `${placeText(plan)} · ${words.focus.duration(plan.minutes)}`,
      `-# ${memo.inZone(words.place(plan.timeZone))}`,
    ),
    ...(isClear
      ? [row(button(say.keep, customId('plan-keep', plan.id, 0), 'primary'), cancelButton(words, plan))]
      : [
          ...rows(
            choices.map((choice, place) =>
              button(choiceLabel(words, choice, clock), customId('plan-keep', plan.id, place), 'primary'),
            ),
          ),
          row(cancelButton(words, plan)),
        ]),
  );
}

/** When it is by the group's clock, if that is another one. */
function forGroup(words: Words, at: number, clock: Clock, groupZone: string): readonly string[] {
  if (groupZone === clock.timeZone) return [];
  const [own, there] = [clock.timeZone, groupZone].map((zone) =>
    Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDateTime(),
  );
  const isSameDay = own !== undefined && there?.toPlainDate().equals(own.toPlainDate()) === true;
  const moment = isSameDay
    ? there.toPlainTime().toString({ smallestUnit: 'minute' })
    : momentText(words, at, { ...clock, timeZone: groupZone });
  return [words.plan.there(moment, words.place(groupZone))];
}

/** Says that the event stands in Discord, with a link to it. `now`: epoch ms. */
export function planKept(words: Words, plan: StudyPlan, node: TopicNode | null, now: number): Message {
  const { plan: say } = words;
  const address = `https://discord.com/events/${plan.guildId}`;
  const open = plan.event === null ? [] : [link(say.open, `${address}/${plan.event.id}`)];
  return card(
    'done',
    text(
      say.kept,
      node === null ? null : `**${title(node)}**`,
      plan.next === null
        ? null
        : capital(dated(words, plan.next.at, { timeZone: plan.timeZone, now }), words.locale),
      placeText(plan),
      `-# ${say.interested}`,
    ),
    row(...open, cancelButton(words, plan)),
  );
}

function cancelButton({ plan: say, memo }: Words, { id, step }: StudyPlan) {
  return button(step === 'draft' ? memo.cancel : say.cancelIt, customId('plan-cancel', id));
}

/** Reminds those who are interested. */
export function planReminder(
  words: Words,
  plan: StudyPlan,
  {
    node,
    userIds,
    id,
  }: { readonly node: TopicNode; readonly userIds: readonly string[]; readonly id: string },
): Message {
  const { plan: say } = words;
  return card(
    'invite',
    text(
      say.soon(title(node)),
      `${placeText(plan)} · ${when(plan.next?.at ?? 0, 'R')}`,
      userIds.slice(0, MENTIONED).map(mention).join(' '),
    ),
    // The id at the end lets the bot find the message after a crash.
    row(button(words.focus.on(title(node)), customId('focus', node.id, id))),
  );
}

/** Asks who came, and lists them. */
export function cameView(
  words: Words,
  plan: StudyPlan,
  {
    node,
    date,
    userIds,
    id,
  }: {
    readonly node: TopicNode | null;
    readonly date: string;
    readonly userIds: readonly string[];
    readonly id: string;
  },
): Message {
  const { plan: say } = words;
  const names = userIds.map((userId) => `- ${mention(userId)}`);
  return card(
    'done',
    text(say.whoCame, node === null ? null : `**${title(node)}**`),
    ...filled(fitting(names, NAMES, words.andMore)),
    row(button(say.iCame, customId('plan-came', plan.id, date, id), 'primary')),
  );
}

/** The command as it was typed, to be copied if it was refused. */
export function typedPlan(
  words: Words,
  {
    title: topic,
    said,
    channel,
    place,
    minutes,
  }: {
    readonly title: string;
    readonly said: string;
    readonly channel: string | null;
    readonly place: string | null;
    readonly minutes: number | null;
  },
): string {
  const typed = [
    `/group plan topic:${topic} when:${said}`,
    ...(channel === null ? [] : [`channel:${channel}`]),
    ...(place === null ? [] : [`place:${place}`]),
    ...(minutes === null ? [] : [`minutes:${minutes}`]),
  ];
  return words.focusLog.typed(plain(typed.join(' ')).replaceAll('`', '’'));
}

/** A line about plans. */
export function planNote(line: string, meaning: 'neutral' | 'problem' = 'neutral'): Message {
  return card(meaning, text(line));
}

function placeText({ where }: StudyPlan): string {
  return 'channelId' in where ? `<#${where.channelId}>` : inline(where.place);
}
