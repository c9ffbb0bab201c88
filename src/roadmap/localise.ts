import type { Outline } from './outline.ts';
import { outline as layOut } from './outline.ts';
import { type Roadmap, type Section, TITLE_LANGUAGES, type Titles, type Topic } from './roadmap.ts';
import { titleFor } from './titles.ts';

/** The other languages for which a roadmap has a title anywhere. */
export function languagesOfTitles({ tree, nodes }: Outline): ReadonlySet<string> {
  const all = [tree, ...sectionsOf(tree), ...nodes.map(({ topic }) => topic)];
  return new Set(TITLE_LANGUAGES.filter((language) => all.some(({ titles }) => titles[language])));
}

/**
 * A roadmap for readers of a language: titles that the file translates are in that language, others stay. The
 * original title remains as an alias, so that a topic is found by both.
 * @param locale as Discord or a browser names it: `tr`, `en-GB`
 */
export function outlineFor(written: Outline, locale: string): Outline {
  const ids = new Map(written.nodes.map(({ topic, id }) => [topic.key, id]));
  return layOut(written.id, treeFor(written.tree, locale), ids);
}

function treeFor(tree: Roadmap, locale: string): Roadmap {
  return { ...titled(tree, locale), sections: tree.sections.map((section) => sectionFor(section, locale)) };
}

function sectionFor(section: Section, locale: string): Section {
  return {
    ...titled(section, locale),
    topics: section.topics.map((topic) => topicFor(topic, locale)),
    sections: section.sections.map((child) => sectionFor(child, locale)),
  };
}

function topicFor(topic: Topic, locale: string): Topic {
  const shown = titled(topic, locale);
  return {
    ...shown,
    aliases: shown.title === topic.title ? topic.aliases : [...topic.aliases, topic.title],
    children: topic.children.map((child) => topicFor(child, locale)),
  };
}

function titled<T extends { readonly title: string; readonly titles: Titles }>(item: T, locale: string): T {
  return { ...item, title: titleFor(item, locale) };
}

function sectionsOf({ sections }: Pick<Section, 'sections'>): readonly Section[] {
  return sections.flatMap((section) => [section, ...sectionsOf(section)]);
}
