import type { Outline, TopicNode } from '../../roadmap/outline.ts';
import type { SeenNames } from '../../store/members/memberships.ts';
import type { Words } from '../../words/index.ts';
import { LIMITS } from '../components.ts';
import { clip, plain } from '../escape.ts';
import type { WeekPicture } from '../pictures/week.ts';
import { dayRange } from '../time.ts';
import { roadmapsTold, type WeeklyPost } from './weekly-post.ts';

/** How many people a poster names, and how many sections it shows. */
export const PICTURED = 3;
const SECTIONS_SHOWN = 3;

/** Whether a week gets a poster. A quiet week has only words, and so have posts of an earlier version. */
export function hasPoster({ finished, days }: WeeklyPost): boolean {
  return finished > 0 && days.length > 0;
}

/**
 * The content of a week's poster.
 * @param names of the members who were seen in the guild, by user id
 */
export function weekPicture(
  words: Words,
  week: WeeklyPost,
  names: ReadonlyMap<string, SeenNames>,
): WeekPicture {
  const { from, to, finished, people, before } = week;
  const say = words.poster;
  const more = finished - before.finished;
  const told = roadmapsTold(week);
  const only = week.roadmaps.length > 1 && told.length === 1 ? told : [];
  const heading = [dayRange(from, to, words.locale), ...only.map(({ tree }) => plain(tree.title))];
  return {
    kind: 'week',
    locale: words.locale,
    heading: heading.join(' · '),
    hero: { count: String(finished), what: say.finished(finished), by: say.by(people) },
    more: more > 0 && before.finished > 0 ? say.more(more) : null,
    days: daysOf(words, week),
    sections: sectionsOf(words, week),
    people: peopleOf(words, week, names),
    proven: provenOf(words, week),
    facts: factsOf(words, week),
  };
}

/** What the group did besides: how long it studied, its quest, its buddies, and the roles that members got. */
function factsOf(words: Words, week: WeeklyPost): WeekPicture['facts'] {
  const { poster: say } = words;
  const { studied, quest, buddies } = week;
  const given = week.roles.length + week.otherRoles;
  return [
    ...(studied.minutes === 0
      ? []
      : [{ count: words.focus.duration(studied.minutes), what: say.studied(studied.people) }]),
    ...(quest === null
      ? []
      : quest.done >= quest.target
        ? [{ count: String(quest.done), what: say.quest.reached(quest.done) }]
        : [{ count: `${quest.done}/${quest.target}`, what: say.quest.open }]),
    ...(buddies === 0 ? [] : [{ count: String(buddies), what: say.buddies(buddies) }]),
    ...(given === 0 ? [] : [{ count: String(given), what: say.roles(given) }]),
  ];
}

function daysOf(words: Words, { from, days }: WeeklyPost): WeekPicture['days'] {
  const first = Temporal.PlainDate.from(from);
  return days.map((count, index) => ({
    label: words.poster.days[first.add({ days: index }).dayOfWeek - 1] ?? '',
    count,
  }));
}

/** The sections that gained most, in file order. */
function sectionsOf(words: Words, { sections }: WeeklyPost): WeekPicture['sections'] {
  const most = new Set(sections.toSorted((a, b) => gained(b) - gained(a)).slice(0, SECTIONS_SHOWN));
  return sections
    .filter((section) => most.has(section))
    .map((section, index) => ({
      title: plain(section.title),
      spare: words.map.section(index + 1),
      percent: words.percent(section.percent),
      share: section.percent / 100,
      gained: gained(section) / 100,
      gain: gained(section) === 0 ? null : `+${words.percent(gained(section))}`,
    }));
}

function gained({ percent, before }: WeeklyPost['sections'][number]): number {
  return Math.max(0, percent - before);
}

/** A member who has left or deleted their data since has no name, and is left out. */
function peopleOf(
  words: Words,
  week: WeeklyPost,
  names: ReadonlyMap<string, SeenNames>,
): WeekPicture['people'] {
  const { byMember, pictured } = week;
  const roadmaps = roadmapsTold(week);
  return byMember.flatMap(({ userId, topics, first, best }) => {
    const person = pictured.includes(userId) ? names.get(userId) : undefined;
    if (person === undefined) return [];
    const tag = best === null ? (first.size > 0 ? words.poster.first : null) : words.poster.best;
    return [{ person, topics: titlesOf(roadmaps, topics), tag }];
  });
}

function provenOf(words: Words, week: WeeklyPost): WeekPicture['proven'] {
  const { proven } = week;
  if (proven.length === 0) return null;
  return {
    count: words.progress.proven(proven.length),
    topics: titlesOf(roadmapsTold(week), [...new Set(proven)]),
  };
}

/**
 * The titles of topics, each once. If there are several roadmaps, the title of each stands before its first topic.
 */
function titlesOf(roadmaps: readonly Outline[], topics: readonly TopicNode[]): readonly string[] {
  const groups = Map.groupBy(topics, ({ id }) => roadmaps.find(({ byId }) => byId.has(id)));
  const titles = [...groups].flatMap(([roadmap, own]) => {
    const named = own.map(({ topic }) => plain(topic.title));
    const [first = '', ...others] = named;
    return roadmap === undefined || roadmaps.length < 2
      ? named
      : [`${plain(roadmap.tree.title)}: ${first}`, ...others];
  });
  return [...new Set(titles)];
}

/** The poster's description: the same in words. */
export function weekAlt(words: Words, picture: WeekPicture): string {
  const { heading, hero, more, days, sections, people, proven, facts } = picture;
  const told = [
    `${words.weekly.heading}, ${heading}: ${words.poster.whole(`${hero.count} ${hero.what}`, hero.by)}`,
    more,
    days.map(({ label, count }) => words.progress.dayWith(label, count)).join(', '),
    sections
      .map(({ title, percent, gain }) => `${title} ${percent}${gain === null ? '' : ` (${gain})`}`)
      .join(', '),
    ...people.map(({ person, topics, tag }) => {
      const titles = `${plain(person.name)}: ${topics.join(', ')}`;
      return tag === null ? titles : `${titles} (${tag})`;
    }),
    proven === null ? null : [proven.count, proven.topics.join(', ')].filter((part) => part).join(' '),
    facts.map(({ count, what }) => `${count} ${what}`).join(', '),
  ];
  return clip(
    told
      .filter((part) => part !== null && part !== '')
      .map((part) => `${part}.`)
      .join(' '),
    LIMITS.alt,
  );
}
