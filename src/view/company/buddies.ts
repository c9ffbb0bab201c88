import {
  type APIActionRowComponent,
  type APIUserSelectComponent,
  ComponentType,
  SelectMenuDefaultValueType,
} from 'discord.js';
import type { TopicNode } from '../../roadmap/outline.ts';
import { DAYS, HOURS, type Slot, SLOT_HOURS } from '../../study/company/fit.ts';
import type { Words } from '../../words/index.ts';
import { button, card, link, type Message, row, section, select, separator, text } from '../components.ts';
import { customId } from '../custom-id.ts';
import { clip } from '../escape.ts';
import { onOff } from '../on-off.ts';
import { when } from '../time.ts';
import { mention, title } from '../topics/topic-text.ts';

/** The members of a group, as the others may see them. */
export interface Companions {
  readonly people: readonly { readonly userId: string; readonly topic: TopicNode | null }[];
  /** When the times begin that suit all of them; epoch ms. */
  readonly times: readonly number[];
}

/** So many times are named. */
const TIMES = 3;

/**
 * The message with which a group begins its week. It mentions all of its members, who asked for it.
 * @param isPrivate whether it is in a private thread
 */
export function buddiesMessage(
  words: Words,
  { people, times }: Companions,
  groupId: string,
  isPrivate: boolean,
): Message {
  const { buddies: say } = words;
  return card(
    'invite',
    text(
      say.weekHeading,
      ...people.map(({ userId, topic }) =>
        topic === null ? `- ${mention(userId)}` : `- ${mention(userId)} · ${title(topic)}`,
      ),
    ),
    text(
      ...(times.length === 0
        ? [say.noTimes]
        : [say.times(people.length), ...times.slice(0, TIMES).map((at) => `- ${when(at, 'F')}`)]),
    ),
    separator(),
    text(say.agenda),
    text(isPrivate ? say.whoReads : say.inChannel),
    // The id at the end lets the bot find the message after a crash.
    row(button(say.mine, customId('buddies', groupId))),
  );
}

/** Tells the others of a group that one of them has shown work on a topic. */
export function provenNudge(words: Words, { userId, topic, others, id }: ProvenNudge): Message {
  const { buddies: say } = words;
  return card(
    'done',
    text(say.showed(mention(userId), title(topic)), say.askThem(others.map(mention).join(' '))),
    row(button(say.mine, customId('buddies', id))),
  );
}

export interface ProvenNudge {
  readonly userId: string;
  readonly topic: TopicNode;
  /** The others of the group, whom it mentions. */
  readonly others: readonly string[];
  /** The id by which the message is found again. */
  readonly id: string;
}

/** What a member sees of their buddies. Only they see it. */
export interface BuddiesPanel {
  /** Null if they are not paired. */
  readonly slots: readonly Slot[] | null;
  /** Their IANA zone, in which the times are. */
  readonly timeZone: string;
  readonly isOpenly: boolean;
  readonly notWith: { readonly count: number; readonly here: readonly string[] };
  /** This week's group; null if they are in none. */
  readonly week: { readonly companions: Companions; readonly threadUrl: string | null } | null;
  /** What they look at: their buddies, or what they chose about them. */
  readonly side: 'buddies' | 'choices';
  readonly note: string | null;
}

/** Members join by choosing the times that suit them. */
export function buddiesView(words: Words, panel: BuddiesPanel): Message {
  const { buddies: say } = words;
  if (panel.slots !== null)
    return panel.side === 'choices' ? buddySettings(words, panel) : buddyWeek(words, panel);
  return card(
    'neutral',
    text(panel.note, say.heading, say.about),
    separator(),
    ...hoursParts(words, panel, say.howToJoin),
    text(say.private),
  );
}

function buddyWeek(words: Words, { note, week, slots }: BuddiesPanel): Message {
  const { buddies: say } = words;
  const settings = button(say.settings, customId('buddies-settings', 1));
  if (week === null) {
    const times = words.list((slots ?? []).map((slot) => slotName(words, slot)));
    return card('neutral', text(note, say.heading, say.nobodyYet, say.yourTimes(times)), row(settings));
  }
  const { people, times } = week.companions;
  return card(
    'neutral',
    text(
      note,
      say.thisWeek(people.length),
      `## ${words.list(people.map(({ userId }) => mention(userId)))}`,
      ...people.map(({ userId, topic }) => {
        if (topic === null) return null;
        return people.length === 1
          ? say.studying(title(topic))
          : say.isStudying(mention(userId), title(topic));
      }),
      ...times.slice(0, 1).map((at) => say.firstTime(when(at, 'F'), people.length + 1)),
    ),
    row(...(week.threadUrl === null ? [] : [link(say.toThread, week.threadUrl)]), settings),
  );
}

function buddySettings(words: Words, panel: BuddiesPanel): Message {
  const { buddies: say, settings } = words;
  const { notWith, isOpenly } = panel;
  return card(
    'neutral',
    text(panel.note, say.settingsHeading),
    ...hoursParts(words, panel, say.hours),
    separator(),
    text(say.notWithTold(notWith.count)),
    userSelect(customId('buddies-not'), say.notWith, notWith.here),
    section(
      onOff(words, say.openly, isOpenly),
      button(isOpenly ? settings.turnOff : settings.turnOn, customId('buddies-open', isOpenly ? 0 : 1)),
    ),
    text(say.whenOpenly),
    row(
      button(words.act.back, customId('buddies-settings', 0)),
      button(say.leave, customId('buddies-leave')),
    ),
  );
}

/** The list of hours to choose from, with the member's own zone. */
function hoursParts(words: Words, { slots, timeZone }: BuddiesPanel, heading: string) {
  const { buddies: say } = words;
  const hours = select(
    customId('buddies-hours'),
    say.chooseHours,
    DAYS.flatMap((days) =>
      HOURS.map((hour) => ({
        label: slotName(words, `${days}-${hour}`),
        value: `${days}-${hour}`,
        chosen: slots?.includes(`${days}-${hour}`) === true,
      })),
    ),
    { min: 1, max: DAYS.length * HOURS.length },
  );
  return [text(heading, `-# ${say.inZone(words.place(timeZone))}`), hours];
}

/** `Mon–Fri, 18:00–21:00` */
function slotName({ buddies: say }: Words, slot: Slot): string {
  const [days, hour] = slot.split('-');
  const from = Number(hour);
  return say.slot[days === 'weekend' ? 'weekend' : 'workdays'](hourAt(from), hourAt(from + SLOT_HOURS));
}

/** `09:00`, and `24:00` for the end of a day. */
function hourAt(hour: number): string {
  return `${String(hour).padStart(2, '0')}:00`;
}

/** Discord shows so many people in a list. */
const PEOPLE = 25;

function userSelect(
  id: string,
  placeholder: string,
  chosen: readonly string[],
): APIActionRowComponent<APIUserSelectComponent> {
  return {
    type: ComponentType.ActionRow,
    components: [
      {
        type: ComponentType.UserSelect,
        custom_id: id,
        placeholder: clip(placeholder, 150),
        min_values: 0,
        max_values: PEOPLE,
        default_values: chosen
          .slice(0, PEOPLE)
          .map((userId) => ({ id: userId, type: SelectMenuDefaultValueType.User })),
      },
    ],
  };
}

/** Tells an organiser that buddies get no private threads, and what would help. */
export function threadsNotice(words: Words, channelId: string): Message {
  const { buddies: say, permission } = words;
  return card('problem', text(say.lacksThreads(permission.CreatePrivateThreads, `<#${channelId}>`)));
}
