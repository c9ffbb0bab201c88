import { customId } from '../custom-id.ts';
import type { Guild } from '../../store/members/guilds.ts';
import type { Words } from '../../words/index.ts';
import { button, card, type Message, row, text } from '../components.ts';
import { clip, inline, plain } from '../escape.ts';
import { daysText, weekdayName } from '../setup/weekdays.ts';

/**
 * Tells everybody in the channel that the group has been set up. The delivery's id in a button lets the bot find the
 * post after a crash.
 */
export function welcomeView(words: Words, guild: Guild, roadmap: string, deliveryId: string): Message {
  const say = words.welcome;
  const { dailyAt, weekdays, weeklyDay, timeZone } = guild;
  return card(
    'invite',
    text(say.heading, say.follows(inline(clip(plain(roadmap), 100)))),
    text(
      words.setup.daily(dailyAt, daysText(words, weekdays)),
      words.setup.weekly(dailyAt, weekdayName(words, weeklyDay, 'long')),
      timeZone === null ? null : words.schedule.inGroupTime(words.place(timeZone)),
    ),
    text(say.join),
    row(
      button(words.act.join, customId('join'), 'primary'),
      button(words.roadmap.whatNow, customId('post', 'picks', deliveryId)),
    ),
  );
}
