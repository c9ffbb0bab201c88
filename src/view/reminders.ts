import { MessageFlags, type RESTPostAPIChannelMessageJSONBody } from 'discord.js';
import type { Outline } from '../roadmap/outline.ts';
import { roadmapMark } from './about-roadmap.ts';
import { customId, withMark } from './custom-id.ts';
import { type Reminder, REMINDER_HOURS, USUAL_REMINDER_HOUR } from '../store/reminders.ts';
import type { ShownPick } from '../store/suggestions/todays-picks.ts';
import type { ReminderWay } from '../store/reminder-tables.ts';
import type { Words } from '../words/index.ts';
import { button, card, type Message, row, rows, select, separator, text } from './components.ts';
import { dayName } from './time.ts';
import { reasonText } from './suggestions/reason.ts';
import { mention, title } from './topics/topic-text.ts';
import { roadmapTitle } from './roadmaps/title.ts';

/** The content of a reminder. */
interface ReminderSaid {
  readonly claimId: string;
  /** Whether the member follows several roadmaps. Then each is named. */
  readonly isOneOfSeveral: boolean;
  /** The roadmap of the picks, and those with due reviews. */
  readonly picksOf: Outline | null;
  readonly dueIn: readonly Outline[];
  readonly picks: readonly ShownPick[];
  /** Whether the picks are named. In a channel they are only if the group may see the member's topics. */
  readonly isNamed: boolean;
  /** How many reviews are due. */
  readonly due: number;
  readonly userId: string;
  readonly way: ReminderWay;
}

/** How many roadmaps a line names. */
const ROADMAPS_NAMED = 5;

/** A reminder in Discord's form. It notifies only the member who asked for it. */
export function reminderBody(
  words: Words,
  { claimId, isOneOfSeveral, picksOf, dueIn, picks, isNamed, due, userId, way }: ReminderSaid,
): RESTPostAPIChannelMessageJSONBody {
  const { reminder: say } = words;
  const named = picks.map(({ node, reason }) =>
    reason === null ? `- **${title(node)}**` : `- **${title(node)}** · ${reasonText(words, reason)}`,
  );
  const namesOf = (roadmaps: readonly Outline[]): string | null =>
    isOneOfSeveral && isNamed
      ? `-# ${roadmaps
          .slice(0, ROADMAPS_NAMED)
          .map(({ tree }) => roadmapTitle(tree.title, 60))
          .join(' · ')}`
      : null;
  /** Marks a button with its roadmap, if there are several. */
  const about = (roadmap: Outline | null | undefined, id: string): string =>
    isOneOfSeveral && roadmap != null ? withMark(id, roadmapMark(roadmap.id)) : id;
  const message = card(
    'invite',
    text(
      way === 'mention' ? mention(userId) : null,
      picks.length === 0 ? null : words.today.heading(picks.length, picks.length),
      picks.length === 0 || picksOf === null ? null : namesOf([picksOf]),
      picks.length === 0 ? null : isNamed ? named.join('\n') : say.waiting,
      due === 0 ? null : say.due(due),
      due === 0 ? null : namesOf(dueIn),
    ),
    ...rows([
      button(
        words.roadmap.whatNow,
        about(picksOf, customId('today')),
        picks.length > 0 ? 'primary' : 'secondary',
      ),
      ...(due === 0
        ? []
        : [
            button(
              words.review.begin,
              about(dueIn[0], customId('review')),
              picks.length > 0 ? 'secondary' : 'primary',
            ),
          ]),
      button(say.pause, customId('remind-pause')),
      // The id at the end of the button's id lets the bot find the reminder after a crash.
      button(say.stop, customId('remind-stop', claimId)),
    ]),
  );
  return {
    flags: MessageFlags.IsComponentsV2,
    components: [...message.components],
    allowed_mentions: { parse: [], ...(way === 'mention' && { users: [userId] }) },
  };
}

/** The content of the panel for reminders. */
export interface ReminderPanel {
  /** Null if they have none. */
  readonly reminder: Reminder | null;
  /** The time zone that is used for them; null if none is known. */
  readonly timeZone: string | null;
  /** The last date of a pause, `YYYY-MM-DD`; null without a pause. */
  readonly pausedUntil: string | null;
  /** The channel of this server for mentions; null if it has none, and in direct messages. */
  readonly channelId: string | null;
  /** Whether they have joined here, which a mention needs. */
  readonly hasJoined: boolean;
}

/** The ways to be reminded, and the member's choice. */
export function reminderView(words: Words, panel: ReminderPanel, note: string | null = null): Message {
  const { reminder: say } = words;
  const { reminder, timeZone, pausedUntil } = panel;
  if (timeZone === null) return whereAreYouView(words);
  const isOn = reminder !== null && reminder.stopped === null;
  return card(
    isOn ? 'done' : 'invite',
    ...(note === null ? [] : [text(note)]),
    text(
      say.heading,
      isOn ? say.isOn[reminder.way](hourText(reminder.hour)) : say.explained,
      pausedUntil === null
        ? null
        : say.paused(dayName(pausedUntil, words.locale, { weekday: 'long', day: 'numeric', month: 'long' })),
      `-# ${say.inZone(words.place(timeZone))}`,
      panel.channelId !== null && !panel.hasJoined ? `-# ${say.joinFirst}` : null,
    ),
    ...(isOn ? [select(customId('remind-hour'), say.chooseHour, hours(words, reminder.hour))] : []),
    separator(),
    ...rows([
      ...ways(words, panel, isOn ? reminder.way : null),
      ...(isOn && pausedUntil === null ? [button(say.pause, customId('remind-pause'))] : []),
      ...(pausedUntil === null ? [] : [button(say.resume, customId('remind-resume'), 'primary')]),
      ...(isOn ? [button(say.stop, customId('remind-stop'))] : []),
      button(words.act.back, customId('today')),
    ]),
  );
}

/** Asks for the time zone, because an hour means nothing without it. */
function whereAreYouView(words: Words): Message {
  const { reminder: say, settings } = words;
  return card(
    'invite',
    text(say.heading, say.whereAreYou),
    row(button(settings.zoneTitle, customId('settings-zone'), 'primary')),
  );
}

/** The other ways than the present one. */
function ways(words: Words, { channelId, hasJoined }: ReminderPanel, now: ReminderWay | null) {
  const { reminder: say } = words;
  const dm = button(say.byDm, customId('remind', 'dm'), now === null ? 'primary' : 'secondary');
  const here = button(say.byMention, customId('remind', 'mention'));
  const canMention = channelId !== null && hasJoined;
  return [...(now === 'dm' ? [] : [dm]), ...(canMention && now !== 'mention' ? [here] : [])];
}

/** Says that reminders are off. `wasOn`: whether they were on before. */
export function stoppedView(words: Words, wasOn: boolean): Message {
  return card(
    'neutral',
    text(wasOn ? words.reminder.ended : words.reminder.notOn),
    row(button(words.roadmap.whatNow, customId('today')), button(words.reminder.open, customId('remind'))),
  );
}

function hours(words: Words, chosen: number) {
  const { first, last } = REMINDER_HOURS;
  return Array.from({ length: last - first + 1 }, (_, index) => first + index).map((hour) => ({
    label: words.reminder.at(hourText(hour)),
    value: String(hour),
    chosen: hour === chosen,
    ...(hour === USUAL_REMINDER_HOUR && { description: words.reminder.usual }),
  }));
}

/** An hour as it is shown: `09:00`. */
export function hourText(hour: number): string {
  return `${String(hour).padStart(2, '0')}:00`;
}
