import type { Outline } from './outline.ts';
import { outline as layOut } from './outline.ts';
import { type Roadmap, type Section, TITLE_LANGUAGES, type Titles, type Topic } from './roadmap.ts';
import { titleFor } from './titles.ts';

/** The languages, beside its own, that a roadmap gives any title in. */
export function languagesOfTitles({ tree, nodes }: Outline): ReadonlySet<string> {
  const all = [tree, ...sectionsOf(tree), ...nodes.map(({ topic }) => topic)];
  return new Set(TITLE_LANGUAGES.filter((language) => all.some(({ titles }) => titles[language])));
}

/**
 * A roadmap as a reader of a language sees it: each title in it that the file gives so, everything else as it is. What a
 * topic is called in the file stays one of its other names, so that it is found by either.
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
