import { customId } from '../custom-id.ts';
import type { Outline, TopicNode } from '../../roadmap/outline.ts';
import { inDays, type StreakUnit } from '../../study/progress/streak.ts';
import type { Focus } from '../../study/suggestions/group-focus.ts';
import type { Words } from '../../words/index.ts';
import { button, card, filled, fitting, joined, type Message, row, separator, text } from '../components.ts';
import { clip, inline, plain } from '../escape.ts';
import { questEnd } from '../goals/quest.ts';
import { peopleLine } from '../people.ts';
import { pictureParts, type ShownPicture, withPicture } from '../pictures/shown.ts';
import { dayName, dayRange } from '../time.ts';
import { breadcrumb, mention, PROVEN_MARK, roadmapName, title } from '../topics/topic-text.ts';

/** The content of a weekly summary. */
export interface WeeklyPost {
  readonly deliveryId: string;
  /** The roadmaps that it is about. If there are several, each topic is listed under its own. */
  readonly roadmaps: readonly Outline[];
  /** Its first and last day, `YYYY-MM-DD`. */
  readonly from: string;
  readonly to: string;
  /** How many topics were finished and by how many members, and both for the week before. */
  readonly finished: number;
  readonly people: number;
  readonly before: { readonly finished: number };
  /** How many topics were finished on each day. Empty in posts of an earlier version. */
  readonly days: readonly number[];
  /** Only members who allow to be named. */
  readonly byMember: readonly {
    readonly userId: string;
    readonly topics: readonly TopicNode[];
    /** The ids of topics that nobody else here had done. */
    readonly first: ReadonlySet<string>;
    /** How many topics they finished, if that is their best week. */
    readonly best: number | null;
  }[];
  /** The group's progress in each track or roadmap, in percent: done, done a week before, and proven. */
  readonly sections: readonly {
    readonly title: string;
    readonly percent: number;
    readonly before: number;
    readonly proven: number;
  }[];
  readonly streaks: readonly {
    readonly userId: string;
    readonly unit: StreakUnit;
    /** The days or weeks. */
    readonly length: number;
  }[];
  /** Apps of the showcase that were shown for the first time. */
  readonly shown: readonly { readonly node: TopicNode; readonly team: readonly string[] }[];
  /** Topics that became proven, once for each member. */
  readonly proven: readonly TopicNode[];
  /** The members whom the picture names, some of `byMember`. */
  readonly pictured: readonly string[];
  /** How long people studied with `/focus`, in minutes, and how many they were. */
  readonly studied: { readonly minutes: number; readonly people: number };
  /** New roles, of members who let their groups be told, and how many others there were. */
  readonly roles: readonly { readonly userId: string; readonly roleId: string }[];
  readonly otherRoles: number;
  /** How many members studied with a buddy. */
  readonly buddies: number;
  /** How the quest of the week ended; null if there was none. */
  readonly quest: { readonly done: number; readonly target: number } | null;
  /** How many topics of the group are fading. */
  readonly fading: number;
  readonly focus: Focus | null;
}

/** The most characters that each part may take. Together they stay below the 4,000 of a message. */
const BUDGET = { members: 1500, sections: 700, shown: 350, proven: 250, path: 250 };
/** A post is read on a phone: so many members with so many topics each, and the others are counted. */
const [MEMBERS_SHOWN, TOPICS_SHOWN] = [4, 2];
/** How many of a team are named, and how many of those with a streak. */
const NAMED = 3;
const TITLE_LENGTH = 60;

/**
 * The weekly summary.
 * @param picture the week as a poster, if one was drawn. Its description says all that it shows, and the words beside
 *   it what it does not show
 */
export function weeklyPostView(words: Words, week: WeeklyPost, picture: ShownPicture | null): Message {
  const days = dayRange(week.from, week.to, words.locale);
  const told = roadmapsTold(week);
  const of =
    week.roadmaps.length > 1 && told.length === 1 ? told.map(({ tree }) => ` · ${short(tree.title)}`) : [];
  const heading = text(`## ${words.weekly.heading}\n-# ${days}${of.join('')}`);
  // The buttons' ids contain the delivery's id, by which the post is found after a crash.

  const gallery = week.shown.length === 0 ? [] : [button(words.showcase.gallery, customId('gallery'))];
  const review = week.fading === 0 ? [] : [button(words.review.begin, customId('review'))];

  if (week.finished === 0) {
    const picks = button(words.daily.myPicks, customId('post', 'picks', week.deliveryId), 'primary');
    const step = week.focus === null ? null : stepLine(words, week.focus.node);
    return card(
      'invite',
      heading,
      text(words.weekly.quiet),
      ...filled(
        questEnd(words, week.quest),
        studiedLine(words, week),
        buddiesLine(words, week),
        rolesLine(words, week),
      ),
      ...filled(shownLine(words, week)),
      ...filled(step),
      row(picks, ...review, ...gallery),
    );
  }
  const shown = card(
    'done',
    heading,
    ...pictureParts(picture),
    ...(picture === null
      ? [
          text(
            totals(words, week),
            questEnd(words, week.quest),
            studiedLine(words, week),
            buddiesLine(words, week),
            daysLine(words, week),
          ),
          ...filled(memberLines(words, told, week)),
          separator(),
          ...filled(progressLine(words, week), provenLine(words, told, week)),
        ]
      : []),
    ...filled(shownLine(words, week)),
    ...filled(streakLine(words, week)),
    ...filled(rolesLine(words, week)),
    separator(),
    ...filled(focusLine(words, week)),
    row(
      button(words.weekly.myWeek, customId('post', 'week', week.deliveryId), 'primary'),
      ...review,
      ...gallery,
    ),
  );
  if (picture === null) return shown;
  return { ...withPicture(shown, picture), inWords: weeklyPostView(words, week, null) };
}

/** For how long people studied, if anybody did. */
function studiedLine(words: Words, { studied: { minutes, people } }: WeeklyPost): string | null {
  return minutes === 0 ? null : words.focus.groupWeek(words.focus.duration(minutes), people);
}

/** How many studied with a buddy, if anybody did. */
function buddiesLine(words: Words, { buddies }: WeeklyPost): string | null {
  return buddies === 0 ? null : words.weekly.buddies(buddies);
}

/** A small step after a quiet week, with its minutes as far as they are known. */
function stepLine(words: Words, node: TopicNode): string {
  const { minutes } = node.topic;
  const said = words.weekly.smallStep(title(node));
  return minutes === null ? said : `${said} · ${words.focus.about(words.focus.duration(minutes))}`;
}

/** The members with new roles, as far as they let the group be told, and how many roles others got. */
function rolesLine(words: Words, { roles, otherRoles }: WeeklyPost): string | null {
  const shown = Map.groupBy(roles.slice(0, NAMED), ({ userId }) => userId);
  const named = [...shown].map(([userId, own]) =>
    words.weekly.withRoles(mention(userId), own.map(({ roleId }) => `<@&${roleId}>`).join(' ')),
  );
  const others = Math.max(roles.length - NAMED, 0) + otherRoles;
  // A number without a name tells nothing that the picture does not.
  if (named.length === 0) return null;
  return words.roles.week(words.list([...named, ...(others > 0 ? [words.roles.weekOthers(others)] : [])]));
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

/** The topics that became proven, as many as fit. */
function provenLine(words: Words, roadmaps: readonly Outline[], { proven }: WeeklyPost): string | null {
  if (proven.length === 0) return null;
  const titles = byRoadmap(roadmaps, [...new Set(proven)], (node) => short(node.topic.title));
  return `${PROVEN_MARK} **${words.progress.proven(proven.length)}** ${joined(titles, BUDGET.proven)}`;
}

/** If the week before was better, it is not mentioned. */
function totals(words: Words, { finished, people, before }: WeeklyPost): string {
  const more = finished - before.finished;
  const compared = more > 0 ? words.weekly.more(more) : words.weekly.asMany;
  const total = words.weekly.finished(finished, people);
  return more < 0 || before.finished === 0 ? total : `${total} · ${compared}`;
}

/** The members who finished most, with topics that tell them apart, and how many others finished something. */
function memberLines(words: Words, roadmaps: readonly Outline[], week: WeeklyPost): string {
  const shown = week.byMember.slice(0, MEMBERS_SHOWN);
  const others = Math.max(week.people, week.byMember.length) - shown.length;
  const people = new Map<TopicNode, number>();
  for (const node of week.byMember.flatMap(({ topics }) => topics))
    people.set(node, (people.get(node) ?? 0) + 1);
  const lines = shown.map((member) => {
    const byRarity = member.topics.toSorted((a, b) => (people.get(a) ?? 0) - (people.get(b) ?? 0));
    const isFirst = (node: TopicNode): boolean => member.first.has(node.id);
    const inOrder = [...byRarity.filter(isFirst), ...byRarity.filter((node) => !isFirst(node))];
    return memberLine(words, roadmaps, { ...member, topics: inOrder });
  });
  const rest = others > 0 ? [`-# ${words.poster.others(others, shown.length > 0)}`] : [];
  return fitting([...lines, ...rest], BUDGET.members, words.andMore);
}

/** `Ada: ACID, REST and 2 more · first here`; a best week says more than being first. */
function memberLine(
  words: Words,
  roadmaps: readonly Outline[],
  { userId, topics, first, best }: WeeklyPost['byMember'][number],
): string {
  const list = byRoadmap(roadmaps, topics.slice(0, TOPICS_SHOWN), (node) => short(node.topic.title)).join(
    ', ',
  );
  const all =
    topics.length > TOPICS_SHOWN ? words.weekly.moreTopics(list, topics.length - TOPICS_SHOWN) : list;
  const tag = best !== null ? words.poster.best : first.size > 0 ? words.poster.first : null;
  return words.weekly.did(mention(userId), tag === null ? all : `${all} · ${tag}`);
}

/** The group's progress in each track or roadmap, as many as fit. */
function progressLine(words: Words, { sections }: WeeklyPost): string {
  const parts = sections.map(({ title: name, percent, before, proven }) => {
    const gained = percent > before ? words.percent(percent - before) : null;
    const done = words.weekly.section(short(name), words.percent(percent), gained);
    return proven === 0 ? done : `${done} ${words.proof.percent(words.percent(proven))}`;
  });
  return joined(parts, BUDGET.sections);
}

/** What is new in the showcase, as much as fits. */
function shownLine(words: Words, { shown, roadmaps }: WeeklyPost): string | null {
  if (shown.length === 0) return null;
  const apps = shown.map(({ node, team }) => {
    const builders = peopleLine(words, team.map(mention), NAMED);
    const roadmap = roadmapName(roadmaps, node);
    const name = short(node.topic.title);
    return words.weekly.shownApp(roadmap === null ? name : `*${roadmap}*: ${name}`, builders);
  });
  return words.weekly.newlyShown(joined(apps, BUDGET.shown));
}

/** The longest of them. */
function streakLine(words: Words, { streaks }: WeeklyPost): string | null {
  if (streaks.length === 0) return null;
  const longest = streaks.toSorted((a, b) => inDays(b) - inDays(a));
  const lasting = longest.map(({ userId, unit, length }) =>
    words.weekly.streakOf[unit](mention(userId), length),
  );
  return words.weekly.streaks(peopleLine(words, lasting, NAMED));
}

/** The topic to take up or finish next, with its place in the roadmap. */
function focusLine(words: Words, { focus, roadmaps }: WeeklyPost): string | null {
  if (focus === null) return null;
  const place = [roadmapName(roadmaps, focus.node), breadcrumb(focus.node)].filter((step) => step !== null);
  const name = title(focus.node);
  const where = clip(place.join(' › '), BUDGET.path);
  return focus.kind === 'next'
    ? words.weekly.takeUp(name, where)
    : words.weekly.finishTogether(name, where, focus.begun, focus.near);
}

/** The roadmaps in which anything was finished or proven. If only one of several is left, the heading names it. */
export function roadmapsTold({ roadmaps, byMember, proven }: WeeklyPost): readonly Outline[] {
  const nodes = new Set([...byMember.flatMap(({ topics }) => topics), ...proven]);
  return roadmaps.filter(({ byId }) => nodes.values().some((node) => byId.get(node.id) === node));
}

/**
 * The titles of topics, roadmap by roadmap. If there are several roadmaps, the first topic of each has the roadmap's
 * title before it.
 */
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
