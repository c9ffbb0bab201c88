import { customId } from '../custom-id.ts';
import type { TopicNode } from '../../roadmap/outline.ts';
import type { CompleteGuild } from '../../store/members/guilds.ts';
import type { Upcoming } from '../../schedule/reschedule.ts';
import type { Post } from '../../store/schedule/posts.ts';
import type { PostKind } from '../../study/post-kinds.ts';
import type { Words } from '../../words/index.ts';
import { button, card, type Message, row, rows, text } from '../components.ts';
import { still } from '../still.ts';
import { clockTime, dayRange, momentName, when } from '../time.ts';
import { title } from '../topics/topic-text.ts';

/** The content of a preview. */
export interface Preview {
  readonly guild: CompleteGuild;
  readonly runs: readonly Upcoming[];
  /** What the next daily post would be about as things stand now; null if that is not known. */
  readonly topic: TopicNode | null;
  readonly pause: Post['pause'];
  /** The reader's own zone, an IANA name. */
  readonly readerZone: string;
  /** Whether the reader may end a pause. */
  readonly isOrganiser: boolean;
  /** Whether the role that posts should call was deleted. */
  readonly isRoleGone: boolean;
}

/** The next runs, in the group's time and in the reader's own. */
export function previewView(words: Words, preview: Preview): Message {
  const { guild, runs, topic, pause, isOrganiser, isRoleGone, readerZone } = preview;
  const say = words.schedule;
  const [next] = runs;
  const resume = button(words.setup.resume, customId('schedule-resume'), 'primary');
  const kinds = Map.groupBy(inRows(runs, [guild.timeZone, readerZone]), ([{ kind }]) => kind);
  const parts = [...kinds].map(([kind, series]) =>
    text(
      say.line(say.kind[kind], when(series[0]?.[0].at ?? 0, 'R')),
      kind === 'daily' && topic !== null ? say.likely(title(topic)) : null,
      ...series.map((each) => `-# ${rowText(words, guild, each, readerZone)}`),
    ),
  );
  return card(
    'neutral',
    text(
      say.heading,
      pauseLine(words, pause),
      isRoleGone ? words.setup.goneRole : null,
      next === undefined ? say.none : zoneLine(words, guild, next, readerZone),
    ),
    ...parts,
    ...rows(
      isOrganiser
        ? [...(pause === null ? [] : [resume]), ...kinds.keys().map((kind) => seePost(words, kind))]
        : [],
    ),
  );
}

/** The button that shows an organiser a post as it would look now. */
export function seePost({ schedule: say }: Words, kind: PostKind) {
  return button(say.see[kind], customId('schedule-test', kind));
}

/** Why the posts are paused, and what ends the pause; null if they are not paused. */
export function pauseLine(words: Words, pause: Post['pause']): string | null {
  return pause === null ? null : words.setup.paused[pause.reason](when(pause.since, 'R'));
}

/** `Next: Daily topic · in 3 hours` */
export function nextLine(words: Words, { kind, at }: Upcoming): string {
  return words.schedule.next(words.schedule.kind[kind], when(at, 'R'));
}

/** Says that posts are paused, with a button that resumes them. */
export function pausedView(words: Words, said: string): Message {
  return card('neutral', text(said), row(button(words.setup.resume, customId('schedule-resume'), 'primary')));
}

/** Says that posts are resumed, and when the next ones come. */
export function resumedView(words: Words, said: string, next: readonly Upcoming[]): Message {
  const { schedule: say } = words;
  const lines =
    next.length > 1
      ? next.map(({ kind, at }) => say.line(say.kind[kind], when(at, 'R')))
      : next.map((run) => nextLine(words, run));
  return card('done', text(said, ...(lines.length > 0 ? lines : [say.none])));
}

/** Says that the guild has no posts yet. `offerSetup`: whether the reader may set them up. */
export function notSetUpView(words: Words, offerSetup: boolean): Message {
  const setup = button(words.setup.open, customId('setup'), 'primary');
  return card('invite', text(words.roadmap.notSetUp), ...(offerSetup ? [row(setup)] : []));
}

/** Says that there would be no post now. */
export function nothingToSayView(words: Words): Message {
  return card('neutral', text(words.schedule.nothingToSay));
}

/** A post as it would look, for one person. */
export function testView(words: Words, kind: PostKind, post: Message): Message {
  const said = text(words.schedule.test(words.schedule.kind[kind]));
  return { ...post, components: [said, ...still(post.components)] };
}

/** Runs of one kind on days in a row, at the same time of day. */
type Row = readonly [Upcoming, ...Upcoming[]];

/**
 * Runs in the rows that one line each can tell, in the order of their first runs.
 * @param zones in which the runs of a row have the same time of day: the group's and the reader's
 */
function inRows(runs: readonly Upcoming[], zones: readonly string[]): readonly Row[] {
  const follows = (last: Upcoming, run: Upcoming): boolean =>
    last.kind === run.kind &&
    zones.every((zone) => {
      const [before, after] = [last, run].map(({ at }) =>
        Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDateTime(),
      );
      return after !== undefined && before?.add({ days: 1 }).equals(after) === true;
    });
  const found: [Upcoming, ...Upcoming[]][] = [];
  for (const run of runs) {
    const series = found.find((each) => follows(each.at(-1) ?? each[0], run));
    if (series === undefined) found.push([run]);
    else series.push(run);
  }
  return found;
}

/**
 * `24 – 28 November, each day at 09:00`, or of one run `Mon 30 Nov, 09:00`: runs in the reader's own time. At a clock change, the group's time may differ from
 * the chosen one.
 */
function rowText(
  words: Words,
  { timeZone, dailyAt }: CompleteGuild,
  series: Row,
  readerZone: string,
): string {
  const { schedule: say, locale } = words;
  const [{ at }] = series;
  const last = series.at(-1)?.at ?? at;
  const dateOf = (instant: number): string =>
    Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(readerZone).toPlainDate().toString();
  const [from, to] = [dateOf(at), dateOf(last)];
  const days =
    from === to
      ? momentName(at, { locale, names: say.names, timeZone: readerZone })
      : say.eachDay(dayRange(from, to, locale), clockTime(at, readerZone));
  const shown = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone).toPlainTime();
  return shown.equals(dailyAt) ? days : say.clockChange(days, shown.toString({ smallestUnit: 'minute' }));
}

/** In whose time the runs are told. The reader's own is not mentioned if it is the group's. */
function zoneLine(
  { schedule: say, place }: Words,
  { dailyAt, timeZone }: CompleteGuild,
  { at }: Upcoming,
  readerZone: string,
): string {
  const instant = Temporal.Instant.fromEpochMilliseconds(at);
  const [there, here] = [timeZone, readerZone].map((zone) => instant.toZonedDateTimeISO(zone).offset);
  return there === here ? say.inGroupTime(place(timeZone)) : say.inYourTime(dailyAt, place(timeZone));
}
