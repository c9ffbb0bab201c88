import type { APIMessageTopLevelComponent } from 'discord.js';
import { z } from 'zod';
import { customId } from '../discord/custom-id.ts';
import type { Upcoming } from '../schedule/reschedule.ts';
import type { PostKind } from '../store/schema.ts';
import type { Words } from '../words/index.ts';
import { button, card, type Message, row, text } from './components.ts';
import { when } from './time.ts';

/** What a guild's runs are told by. */
export interface GuildClock {
  /** IANA name. */
  readonly timeZone: string;
  /** `HH:MM`, the time that was chosen. */
  readonly at: string;
}

/** The runs to come, in the group's time and in the reader's own. `notes`: what stands above them. */
export function previewView(
  words: Words,
  clock: GuildClock,
  runs: readonly Upcoming[],
  notes: readonly (string | null)[] = [],
): Message {
  if (runs.length === 0) return card('neutral', text(...notes, words.schedule.none));
  const lines = runs.map(({ kind, at }) =>
    words.schedule.line(words.schedule.kind[kind], localTime(words, clock, at), when(at, 'F')),
  );
  return card(
    'neutral',
    text(...notes, words.schedule.heading, words.schedule.explained(clock.timeZone)),
    text(...lines),
  );
}

/** `Daily topics: next on ...`. */
export function nextLine(words: Words, { kind, at }: Upcoming): string {
  return words.schedule.next(words.schedule.kind[kind], when(at, 'F'), when(at, 'R'));
}

/** What pausing came to, and the way back. */
export function pausedView(words: Words, said: string): Message {
  return card('neutral', text(said), row(button(words.setup.resume, customId('schedule-resume'), 'primary')));
}

export function resumedView(words: Words, said: string, next: readonly Upcoming[]): Message {
  const lines = next.map((run) => nextLine(words, run));
  return card('done', text(said, ...(lines.length > 0 ? lines : [words.schedule.none])));
}

/** The guild has no posts yet. `offerSetup`: to those who may do something about it. */
export function notSetUpView(words: Words, offerSetup: boolean): Message {
  const setup = button(words.setup.open, customId('setup'), 'primary');
  return card('invite', text(words.roadmap.notSetUp), ...(offerSetup ? [row(setup)] : []));
}

/** What a post renders to: a body for Discord, made by this program. */
const posted = z.object({ components: z.array(z.custom<APIMessageTopLevelComponent>()) });

/** A post as it would look, shown to one person. Its buttons are there and cannot be pressed; links carry no id, and can. */
export function testView(words: Words, kind: PostKind, body: unknown): Message {
  const still: unknown = JSON.parse(JSON.stringify(body), (_, part: unknown) =>
    isPressable(part) ? { ...part, disabled: true } : part,
  );
  const said = text(words.schedule.test(words.schedule.kind[kind]));
  return { components: [said, ...posted.parse(still).components] };
}

function isPressable(part: unknown): part is object {
  return typeof part === 'object' && part !== null && 'custom_id' in part;
}

/** A run as the group's clocks show it. Where they change, it may be at another time than was chosen. */
function localTime(words: Words, { timeZone, at: chosen }: GuildClock, at: number): string {
  const local = new Intl.DateTimeFormat(words.locale, {
    timeZone,
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(at);
  const shown = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone).toPlainTime();
  return shown.equals(chosen) ? local : words.schedule.clockChange(local);
}
