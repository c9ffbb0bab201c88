import { customId } from '../custom-id.ts';
import type { Outline, TopicNode } from '../../roadmap/outline.ts';
import type { Focus } from '../../study/suggestions/focus.ts';
import type { Words } from '../../words/index.ts';
import { button, card, filled, fitting, joined, type Message, row, separator, text } from '../components.ts';
import { clip, inline, plain } from '../escape.ts';
import { peopleLine } from '../people.ts';
import { pictureParts, type ShownPicture, withPicture } from '../pictures/shown.ts';
import { dayName, dayRange } from '../time.ts';
import { breadcrumb, mention, PROVEN_MARK, roadmapName, title } from '../topics/topic-text.ts';

/** Everything that the summary of a week tells a group. */
export interface WeeklyPost {
  readonly deliveryId: string;
  /** The roadmaps that it tells of. Where there are several, each topic is told with its own. */
  readonly roadmaps: readonly Outline[];
  /** Its first and last day, `YYYY-MM-DD`. */
  readonly from: string;
  readonly to: string;
  /** Topics finished, and by how many; and in the week before. */
  readonly finished: number;
  readonly people: number;
  readonly before: { readonly finished: number };
  /** Topics finished on each of its days; none in posts of an earlier version. */
  readonly days: readonly number[];
  /** Only members who allow it. */
  readonly byMember: readonly {
    readonly userId: string;
    readonly topics: readonly TopicNode[];
    /** Ids of those that nobody else here had done. */
    readonly first: ReadonlySet<string>;
    /** How many they finished, if they never finished as many. */
    readonly best: number | null;
  }[];
  /** How far the group is with each track or roadmap: done, done a week before, and proven; in percent. */
  readonly sections: readonly {
    readonly title: string;
    readonly percent: number;
    readonly before: number;
    readonly proven: number;
  }[];
  readonly streaks: readonly { readonly userId: string; readonly days: number }[];
  /** Apps of the showcase that were shown for the first time. */
  readonly shown: readonly { readonly node: TopicNode; readonly team: readonly string[] }[];
  /** Topics that came to be proven, each as often as by somebody. */
  readonly proven: readonly TopicNode[];
  /** Whom a picture names: some of `byMember`. */
  readonly pictured: readonly string[];
  /** How many topics of the group are fading. */
  readonly fading: number;
  readonly focus: Focus | null;
}

/** How much of the message's 4,000 characters each part may take at most; together they stay below. */
const BUDGET = { members: 1500, sections: 700, streaks: 400, shown: 350, proven: 250, path: 250 };
const TOPICS_SHOWN = 4;
/** How many of a team are named. */
const NAMED = 3;
const TITLE_LENGTH = 40;

/** @param picture the week as a poster, if one was drawn; the words say the same */
export function weeklyPostView(words: Words, week: WeeklyPost, picture: ShownPicture | null): Message {
  const days = dayRange(week.from, week.to, words.locale);
  const told = roadmapsTold(week);
  const of =
    week.roadmaps.length > 1 && told.length === 1 ? told.map(({ tree }) => ` · ${short(tree.title)}`) : [];
  const heading = text(`## ${words.weekly.heading}\n-# ${days}${of.join('')}`);
  // The ids of the post's buttons carry the delivery's: by it the post is found again after a crash.
  const picks = button(words.daily.myPicks, customId('post', 'picks', week.deliveryId), 'primary');
  const own = button(words.weekly.myWeek, customId('post', 'week', week.deliveryId));

  const gallery = week.shown.length === 0 ? [] : [button(words.showcase.gallery, customId('gallery'))];
  const fading = week.fading === 0 ? null : words.review.groupFading(week.fading);
  const review = week.fading === 0 ? [] : [button(words.review.begin, customId('review'))];

  if (week.finished === 0) {
    const step = week.focus === null ? null : words.weekly.smallStep(title(week.focus.node));
    return card(
      'invite',
      heading,
      text(words.weekly.quiet),
      ...filled(shownLine(words, week)),
      ...filled(step),
      ...filled(fading),
      row(picks, ...gallery),
    );
  }
  const members = week.byMember.map((member) => memberLine(words, told, member));
  const shown = card(
    'done',
    heading,
    ...pictureParts(picture),
    text(totals(words, week), daysLine(words, week)),
    ...filled(fitting(members, BUDGET.members, words.andMore)),
    separator(),
    ...filled(progressLine(words, week)),
    ...filled(provenLine(words, told, week)),
    ...filled(shownLine(words, week)),
    ...filled(streakLine(words, week)),
    ...filled(...focusLines(words, week)),
    ...filled(fading),
    row(picks, own, ...review, ...gallery),
  );
  return withPicture(shown, picture);
}

/** `Mon 2 · Tue 1`: the days on which something was finished. */
function daysLine(words: Words, { from, days }: WeeklyPost): string {
  const first = Temporal.PlainDate.from(from);
  const told = days.flatMap((finished, index) => {
    const name = dayName(first.add({ days: index }).toString(), words.locale, { weekday: 'short' });
    return finished === 0 ? [] : [words.progress.dayWith(name, finished)];
  });
  return told.length === 0 ? '' : `-# ${told.join(' · ')}`;
}

/** What came to be proven, as much as fits. */
function provenLine(words: Words, roadmaps: readonly Outline[], { proven }: WeeklyPost): string | null {
  if (proven.length === 0) return null;
  const titles = byRoadmap(roadmaps, [...new Set(proven)], (node) => short(node.topic.title));
  return `${PROVEN_MARK} **${words.progress.proven(proven.length)}** ${joined(titles, BUDGET.proven)}`;
}

/** Less than the week before is nobody's fault, and not mentioned. */
function totals(words: Words, { finished, people, before }: WeeklyPost): string {
  const more = finished - before.finished;
  const compared = more > 0 ? words.weekly.more(more) : words.weekly.asMany;
  const total = words.weekly.finished(finished, people);
  return more < 0 || before.finished === 0 ? total : `${total} · ${compared}`;
}

function memberLine(
  words: Words,
  roadmaps: readonly Outline[],
  { userId, topics, first, best }: WeeklyPost['byMember'][number],
): string {
  const list = byRoadmap(roadmaps, topics.slice(0, TOPICS_SHOWN), (node) => {
    const name = short(node.topic.title);
    return first.has(node.id) ? words.weekly.firstHere(name) : name;
  }).join(', ');
  const all =
    topics.length > TOPICS_SHOWN ? words.weekly.moreTopics(list, topics.length - TOPICS_SHOWN) : list;
  return words.weekly.did(mention(userId), best === null ? all : `${all} · ${words.weekly.best(best)}`);
}

/** How far the group is with each track or roadmap, as many as fit. */
function progressLine(words: Words, { sections }: WeeklyPost): string {
  const parts = sections.map(({ title: name, percent, before, proven }) => {
    const gained = percent > before ? words.percent(percent - before) : null;
    const done = words.weekly.section(short(name), words.percent(percent), gained);
    return proven === 0 ? done : `${done} (${words.proof.percent(words.percent(proven))})`;
  });
  return joined(parts, BUDGET.sections);
}

/** What is new in the showcase, as much as fits. */
function shownLine(words: Words, { shown }: WeeklyPost): string | null {
  if (shown.length === 0) return null;
  const apps = shown.map(({ node, team }) => {
    const builders = peopleLine(words, team.map(mention), NAMED);
    return words.weekly.shownApp(`**${short(node.topic.title)}**`, builders);
  });
  return words.weekly.newlyShown(joined(apps, BUDGET.shown));
}

function streakLine(words: Words, { streaks }: WeeklyPost): string | null {
  if (streaks.length === 0) return null;
  const lasting = streaks.map(({ userId, days }) => words.weekly.streakOf(mention(userId), days));
  return words.weekly.streaks(joined(lasting, BUDGET.streaks));
}

function focusLines(words: Words, { focus, roadmaps }: WeeklyPost): readonly (string | null)[] {
  if (focus === null) return [];
  const place = [roadmapName(roadmaps, focus.node), breadcrumb(focus.node)].filter((step) => step !== null);
  const name = title(focus.node);
  const line =
    focus.kind === 'next'
      ? words.weekly.takeUp(name)
      : words.weekly.finishTogether(name, focus.begun, focus.near);
  return [line, `-# ${clip(place.join(' › '), BUDGET.path)}`];
}

/** The roadmaps of which anything was finished or proven. Where that is one of several, the heading alone names it. */
function roadmapsTold({ roadmaps, byMember, proven }: WeeklyPost): readonly Outline[] {
  const nodes = new Set([...byMember.flatMap(({ topics }) => topics), ...proven]);
  return roadmaps.filter(({ byId }) => nodes.values().some((node) => byId.get(node.id) === node));
}

/** The names of topics, roadmap by roadmap; where there are several, the first of each has its title before it. */
function byRoadmap(
  roadmaps: readonly Outline[],
  topics: readonly TopicNode[],
  nameOf: (node: TopicNode) => string,
): readonly string[] {
  const groups = Map.groupBy(topics, (node) => roadmapName(roadmaps, node));
  return [...groups].flatMap(([roadmap, own]) =>
    own.map((node, at) => (roadmap === null || at > 0 ? nameOf(node) : `*${roadmap}*: ${nameOf(node)}`)),
  );
}

function short(name: string): string {
  return inline(clip(plain(name), TITLE_LENGTH));
}
