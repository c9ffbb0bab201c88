import { MessageFlags, type RESTPostAPIChannelMessageJSONBody } from 'discord.js';
import { customId } from '../custom-id.ts';
import { type Reminder, REMINDER_HOURS, USUAL_REMINDER_HOUR } from '../../store/review/reminders.ts';
import type { ReminderWay } from '../../store/schema.ts';
import type { Words } from '../../words/index.ts';
import { button, card, type Message, row, rows, select, separator, text } from '../components.ts';
import { inline } from '../escape.ts';
import { mention } from '../topics/topic-text.ts';

/** A reminder as Discord takes it: it calls the one who asked for it, and nobody else. */
export function reminderBody(
  words: Words,
  reminder: {
    readonly claimId: string;
    readonly due: number;
    readonly userId: string;
    readonly way: ReminderWay;
  },
): RESTPostAPIChannelMessageJSONBody {
  const { claimId, due, userId, way } = reminder;
  const said = words.reminder.due(due);
  const message = card(
    'invite',
    text(way === 'mention' ? `${mention(userId)} ${said}` : said),
    row(
      button(words.review.begin, customId('review'), 'primary'),
      // By the id at its end a reminder is found again after a crash.
      button(words.reminder.mute, customId('review-mute', claimId)),
    ),
  );
  return {
    flags: MessageFlags.IsComponentsV2,
    components: [...message.components],
    allowed_mentions: { parse: [], ...(way === 'mention' && { users: [userId] }) },
  };
}

/** The content of the panel for reminders. */
export interface ReminderPanel {
  /** Null while they are not reminded. */
  readonly reminder: Reminder | null;
  /** The zone that counts for them, and whether they or their server said so. */
  readonly timeZone: string;
  readonly isZoneKnown: boolean;
  /** The channel of this server that they can be mentioned in; null if it has none, or where there is no server. */
  readonly channelId: string | null;
  /** Whether they have joined here, so that they can. */
  readonly hasJoined: boolean;
}

/** The ways to be reminded, and the member's choice. */
export function reminderView(words: Words, panel: ReminderPanel, note: string | null = null): Message {
  const { reminder: say } = words;
  const { reminder, timeZone, channelId, hasJoined } = panel;
  const isOn = reminder !== null && reminder.stopped === null;
  const here = channelId !== null && hasJoined;
  return card(
    isOn ? 'done' : 'invite',
    ...(note === null ? [] : [text(note)]),
    text(
      say.heading,
      isOn ? say.isOn[reminder.way](hourText(reminder.hour)) : say.explained,
      `-# ${say.inZone(inline(timeZone))}${panel.isZoneKnown ? '' : ` ${say.zoneUnknown}`}`,
      channelId !== null && !hasJoined ? `-# ${say.joinFirst}` : null,
    ),
    ...(isOn ? [select(customId('review-hour'), say.chooseHour, hours(words, reminder.hour))] : []),
    separator(),
    ...rows([
      ...(isOn && reminder.way === 'dm'
        ? []
        : [button(say.byDm, customId('review-remind', 'dm'), isOn ? 'secondary' : 'primary')]),
      ...(here && !(isOn && reminder.way === 'mention')
        ? [button(say.byMention, customId('review-remind', 'mention'))]
        : []),
      ...(isOn ? [button(say.mute, customId('review-mute'))] : []),
      ...(panel.isZoneKnown ? [] : [button(words.settings.zoneTitle, customId('settings-zone'))]),
      button(words.act.back, customId('review')),
    ]),
  );
}

/** It is muted, or was. */
export function mutedView(words: Words, wasOn: boolean): Message {
  return card(
    'neutral',
    text(wasOn ? words.reminder.muted : words.reminder.notOn),
    row(
      button(words.review.begin, customId('review')),
      button(words.reminder.open, customId('review-remind')),
    ),
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

export function hourText(hour: number): string {
  return `${String(hour).padStart(2, '0')}:00`;
}
