import { count, topics } from './grammar.ts';

const decimals = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 });

/** How fast a member or a group is, and when they may be done. */
export const pace = {
  button: 'My pace',
  title: '## My pace',
  takes: (length: string, n: number): string => `**About ${length} a topic**\n-# ${topics(n)} timed`,
  untimed: '-# Use `/focus`, and I’ll show how long topics take you.',
  groupTakes: (length: string, people: number): string =>
    `-# In your group about ${length} a topic · ${people} people timed`,
  left: (n: number): string => `${topics(n)} left`,
  likely: (month: string): string => `**Likely done in ${month}**`,
  between: (from: string, to: string): string => `Between ${from} and ${to}`,
  earliest: (month: string): string => `${month} at the earliest`,
  notBefore: (month: string): string => `**Not done before ${month}** at this pace`,
  farAway: '**More than ten years** at this pace',
  lately: (n: number, weeks: number): string => `${decimals.format(n)} a week in the last ${weeks} weeks`,
  tooFew: (active: number, needed: number): string =>
    `No date yet: it takes ${needed} weeks in which you finish something, and you have ${active}.`,
  allDone: '**Everything is done!**',
  noTopics: 'This roadmap has no topics to study.',
  target: (date: string, weeks: number): string =>
    `**Your group’s target** ${date} · ${count(weeks, 'week', 'weeks')}`,
  toCover: (left: number, people: number): string =>
    `${topics(left)} left for the ${count(people, 'person', 'people')} who study`,
  eachWeek: (together: number, each: number): string =>
    `**${topics(together)} a week together**, about ${each} each`,
  groupLately: (n: number): string => `-# Lately ${decimals.format(n)} a week`,
  groupQuiet: 'Nobody has finished a topic in the last weeks. A first one would help.',
  targetOver: (date: string): string => `**Your group’s target** was ${date}. An organiser can set another.`,
  setTarget: 'Target date…',
  formTitle: 'Target date',
  when: 'When do you want to be done?',
  whenHint: (example: string): string => `Like ${example}. Empty: no target`,
  badDate: (typed: string): string => `“${typed}” isn’t a date after today and within ten years.`,
};
