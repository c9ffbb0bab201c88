import { atOnce } from '../../roadmap/in-turns.ts';
import type { Outline, TopicNode } from '../../roadmap/outline.ts';
import { initials, letterSet, missing, typosOf, words } from '../../text/fold.ts';

export { fold } from '../../text/fold.ts';

export interface Finder {
  /**
   * The topics that a few typed letters may mean, best first, with some typos allowed. Topics in `first` (such as
   * those in progress) lead if they match almost as well as the best. An empty text gives the `first` topics in their
   * order, then the others in file order. At most `limit` (25).
   */
  search(
    text: string,
    options?: { readonly first?: ReadonlySet<string>; readonly limit?: number },
  ): readonly TopicNode[];
  /**
   * The one topic that a text names: by id, else by its folded key or title, else by an alias, or by its title behind
   * the titles above it (`Caching › CDN`). Null if the text names none or several.
   */
  resolve(text: string): TopicNode | null;
  /** At most three topics that a text may mean if it names none exactly. */
  near(text: string): readonly TopicNode[];
}

/** A word of the roadmap, with its weight for each topic that has it (by position). */
interface Word {
  readonly text: string;
  readonly letters: number;
  readonly topics: Map<number, number>;
}

/** The weight of a word that is in a topic's name, is made of its initials, or is only in its breadcrumb. */
const WEIGHT = { name: 1, initials: 0.7, path: 0.6 };
/** The least score of a topic that is shown, and of one that leads, as shares of the best score. */
const SHOWN = 0.55;
const LEADS = 0.75;
/**
 * If every typed word is only a guess, the guesses together must reach this score, so that one word of two is not
 * enough. When more typos are allowed, the rest has to fit better.
 */
const GUESSED = { strictly: 0.35, freely: 0.42 };
/** Above this closeness a word was typed correctly, or its beginning was, and it is no guess. */
const SURE = 0.7;
/** More words are not needed to name a topic, and each costs a search. */
const WORDS = 8;
/** How many topics are read between two yields, which takes a few milliseconds. */
const STEP = 200;

/**
 * Reads the titles, aliases and breadcrumbs of a roadmap once. A search then compares each typed word with the
 * distinct words of the roadmap, and skips most of them by their set of letters. It takes well under a millisecond at
 * 5,000 topics.
 */
export function makeFinder(outline: Outline): Finder {
  return atOnce(finderInSteps(outline));
}

/** Does the same as `makeFinder`, and yields every few milliseconds: 5,000 topics take a sixth of a second. */
export function* finderInSteps(outline: Outline): Generator<void, Finder> {
  const { nodes } = outline;
  const { vocabulary, acronyms } = yield* readWords(nodes);
  const titles = yield* groupBy(nodes, titlesOf);
  const others = yield* groupBy(nodes, (node) => [...node.topic.aliases, ...pathNames(node)]);
  const names: string[][] = [];
  for (const node of nodes) {
    names.push([...titlesOf(node), ...node.topic.aliases].map(plain));
    if (node.order % STEP === 0) yield;
  }

  const rank = (text: string, first: ReadonlySet<string>, slack: number): readonly TopicNode[] => {
    const typed = words(text).slice(0, WORDS);
    // By the positions of topics, so that only those that match are looked at, in a roadmap of thousands.
    let scores = new Map<number, number>();
    const least = slack === 0 ? GUESSED.strictly : GUESSED.freely;
    // A single word with many typos could be any word. Several words confirm each other.
    const sure = new Set<number>();
    for (const token of typed) {
      const best = new Map<number, number>();
      const add = (topic: number, score: number, isSure: boolean): void => {
        // A topic that reaches the least score by itself needs no other reason to be shown.
        if (isSure && score < least) sure.add(topic);
        if (score > (best.get(topic) ?? 0)) best.set(topic, score);
      };
      for (const [topic, weight] of acronyms.get(token) ?? []) add(topic, weight / typed.length, true);
      for (const { word, closeness } of closest(vocabulary, token, typed.length > 1 ? slack : 0)) {
        const share = closeness / typed.length;
        for (const [topic, weight] of word.topics) add(topic, share * weight, closeness > SURE);
      }
      if (typed.length === 1) scores = best;
      else for (const [topic, score] of best) scores.set(topic, (scores.get(topic) ?? 0) + score);
    }
    let top = 0;
    for (const [topic, score] of scores) {
      if (score < least && !sure.has(topic)) scores.delete(topic);
      else if (score > top) top = score;
    }

    const whole = typed.join(' ');
    const found: { readonly node: TopicNode; readonly score: number }[] = [];
    for (const [topic, score] of scores) {
      const node = nodes[topic];
      if (node === undefined || score < SHOWN * top) continue;
      const [title = '', ...aliases] = names[node.order] ?? [];
      const named = title === whole || aliases.includes(whole) ? 1 : 0;
      const leads = first.has(node.id) && score >= LEADS * top ? 0.5 : 0;
      const begins = title.startsWith(whole) ? 0.1 : 0;
      found.push({ node, score: score + named + leads + begins });
    }
    return found.toSorted((a, b) => b.score - a.score || a.node.order - b.node.order).map(({ node }) => node);
  };

  const search: Finder['search'] = (text, { first = new Set<string>(), limit = 25 } = {}) => {
    if (text.trim() !== '') return rank(text, first, 0).slice(0, limit);
    const begun = [...first].flatMap((id) => outline.byId.get(id) ?? []);
    const rest = begun.length < limit ? nodes.filter((node) => !first.has(node.id)) : [];
    return [...begun, ...rest].slice(0, limit);
  };

  return {
    search,
    resolve(text) {
      const name = text.trim();
      const byId = outline.byId.get(name);
      if (byId !== undefined) return byId;
      const byKey = outline.byKey.get(name) ?? outline.byKey.get(name.toLowerCase());
      const byTitle = new Set([...(byKey === undefined ? [] : [byKey]), ...(titles.get(plain(name)) ?? [])]);
      const [only, another] = byTitle.size > 0 ? byTitle : (others.get(plain(name)) ?? []);
      return only === undefined || another !== undefined ? null : only;
    },
    near(text) {
      const found = text.trim() === '' ? [] : rank(text, new Set(), 0);
      return (found.length > 0 ? found : rank(text, new Set(), 1)).slice(0, 3);
    },
  };
}

/**
 * The words of the roadmap that a typed word may be, or may be the beginning of. Typos are considered only if it is
 * neither.
 */
function closest(
  vocabulary: readonly Word[],
  token: string,
  slack: number,
): readonly { word: Word; closeness: number }[] {
  const begun = vocabulary.filter((word) => word.text.startsWith(token));
  if (begun.length > 0) {
    return begun.map((word) => ({
      word,
      closeness: word.text === token ? 1 : 0.8 + (0.1 * token.length) / word.text.length,
    }));
  }
  if (token.length < 3) return [];
  const allowed = (token.length < 6 ? 1 : 2) + slack;
  const letters = letterSet(token);
  const typos = typosOf(token, allowed);
  const found: { word: Word; closeness: number }[] = [];
  for (const word of vocabulary) {
    if (missing(letters, word.letters) > allowed) continue;
    if (word.text.includes(token)) {
      found.push({ word, closeness: 0.6 });
      continue;
    }
    const { whole, beginning } = typos(word.text);
    const closeness = Math.max(
      whole <= allowed ? 0.7 - 0.15 * whole : 0,
      beginning <= allowed && token.length > 3 ? 0.62 - 0.15 * beginning : 0,
    );
    if (closeness > 0) found.push({ word, closeness });
  }
  return found;
}

interface Words {
  readonly vocabulary: readonly Word[];
  readonly acronyms: ReadonlyMap<string, ReadonlyMap<number, number>>;
}

function* readWords(nodes: readonly TopicNode[]): Generator<void, Words> {
  const vocabulary = new Map<string, Word>();
  const acronyms = new Map<string, Map<number, number>>();
  // The topics of a section have the same titles above them.
  const above = new Map<string, readonly string[]>();
  const wordsAbove = (title: string): readonly string[] => {
    const known = above.get(title) ?? words(title);
    above.set(title, known);
    return known;
  };
  for (const node of nodes) {
    const add = (text: string, weight: number): void => {
      let word = vocabulary.get(text);
      if (word === undefined) {
        word = { text, letters: letterSet(text), topics: new Map<number, number>() };
        vocabulary.set(text, word);
      }
      if ((word.topics.get(node.order) ?? 0) < weight) word.topics.set(node.order, weight);
    };
    for (const name of [...titlesOf(node), ...node.topic.aliases]) {
      const parts = words(name);
      for (const part of parts) add(part, WEIGHT.name);
      // `loadbalancer` finds `Load Balancer`, and `n1` finds `N+1`.
      add(parts.join(''), WEIGHT.name);
      for (const part of parts) if (/[+#]/.test(part)) add(part.replaceAll(/[+#]/g, ''), WEIGHT.name);
      for (const acronym of initials(parts)) {
        const topics = acronyms.get(acronym) ?? new Map<number, number>();
        acronyms.set(acronym, topics.set(node.order, WEIGHT.initials));
      }
    }
    for (const part of new Set(node.path.flatMap(wordsAbove))) add(part, WEIGHT.path);
    if (node.order % STEP === 0) yield;
  }
  return { vocabulary: [...vocabulary.values()], acronyms };
}

/** A name in the form in which names are compared: its words, folded. */
function plain(name: string): string {
  return words(name).join(' ');
}

/** The titles of a topic: the shown one first, then those in other languages. */
function titlesOf({ topic: { title, titles } }: TopicNode): readonly string[] {
  return [...new Set([title, ...Object.values(titles)])];
}

/** `Main Roadmap Caching CDN` and `Caching CDN`. They tell topics with equal titles apart. */
function pathNames(node: TopicNode): readonly string[] {
  return node.path.map((_, from) => [...node.path.slice(from), node.topic.title].join(' '));
}

function* groupBy(
  nodes: readonly TopicNode[],
  namesOf: (node: TopicNode) => readonly string[],
): Generator<void, ReadonlyMap<string, ReadonlySet<TopicNode>>> {
  const groups = new Map<string, Set<TopicNode>>();
  for (const node of nodes) {
    for (const name of namesOf(node).map(plain)) groups.set(name, (groups.get(name) ?? new Set()).add(node));
    if (node.order % STEP === 0) yield;
  }
  return groups;
}
