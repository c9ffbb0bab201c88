import { aboutRoadmap } from './about-roadmap.ts';
import { customId } from './custom-id.ts';
import type { Outline, TopicNode } from '../roadmap/outline.ts';
import type { Hit } from '../store/search.ts';
import { excerptOf } from '../text/excerpt.ts';
import { words as wordsIn } from '../text/fold.ts';
import type { Words } from '../words/index.ts';
import { button, card, LIMITS, type Message, row, rows, section, text } from './components.ts';
import { clip, inline, plain } from './escape.ts';
import { label, mention, roadmapName } from './topics/topic-text.ts';

/** What somebody looked for, and a page of what was found. */
export interface SearchResults {
  /** As it was typed. */
  readonly typed: string;
  /** What a button's id carries of it. */
  readonly carried: string;
  readonly hits: readonly Hit[];
  readonly total: number;
  /** From 0. */
  readonly page: number;
  readonly pages: number;
  /** Who looks. */
  readonly userId: string;
  readonly inGuild: boolean;
  readonly scope: SearchScope;
  /** The roadmaps that they follow here: what is of another one cannot be opened. */
  readonly roadmaps: readonly Outline[];
}

/** Where is searched: `search`: everywhere; `within`: in one roadmap. Buttons that lead to other pages are called so. */
export type SearchScope = 'search' | 'within';

/** How many proofs stand on a page. */
export const HITS_PER_PAGE = 5;

/** Characters of a proof's text; escaping may double them, and five still fit into a message. */
const EXCERPT = 260;
const TITLE_LENGTH = 80;

export function searchView(words: Words, results: SearchResults): Message {
  const { search } = words;
  const { typed, carried, scope, hits, total, page, pages, inGuild } = results;
  const turn = (to: number, name: string) =>
    button(name, customId(scope, to, carried), 'secondary', to < 0 || to >= pages);
  return card(
    'neutral',
    text(search.heading(quoted(typed), total)),
    ...hits.map((hit) => hitPart(words, results, hit)),
    // A text display must not be empty.
    ...(pages > 1 || !inGuild
      ? [text(pages > 1 ? words.roadmap.page(page + 1, pages) : null, inGuild ? null : search.onlyOwn)]
      : []),
    ...(pages > 1
      ? [row(turn(page - 1, words.roadmap.previous), turn(page + 1, words.roadmap.following))]
      : []),
  );
}

function hitPart(words: Words, { typed, userId, roadmaps }: SearchResults, hit: Hit) {
  const { search, proof } = words;
  const { method, topicId, proofId } = hit;
  const isOwn = hit.userId === userId;
  const roadmap = roadmaps.find(({ byId }) => byId.has(topicId));
  const node = roadmap?.byId.get(topicId);
  const name = inline(clip(plain(node?.topic.title ?? hit.title), TITLE_LENGTH));
  const lines = [
    search.hit(name, proof.name[method], isOwn ? null : mention(hit.userId)),
    excerptLine(words, hit, typed),
  ];
  if (roadmap === undefined || node === undefined) return text(...lines, search.elsewhere);
  const opens = isOwn ? customId(method, 'show', topicId, 0) : customId('work', proofId, 0);
  const place = roadmapName(roadmaps, node);
  const told = place === null ? lines : [...lines, `-# ${place}`];
  const part = section(told.join('\n'), button(search.open, opens));
  return roadmaps.length < 2 ? part : aboutRoadmap(part, roadmap.id);
}

/** Nothing was found: says where the bot looked, and what to try next. */
export function nothingFoundView(
  words: Words,
  typed: string,
  near: readonly TopicNode[],
  inGuild: boolean,
): Message {
  const { search } = words;
  return card(
    'neutral',
    text(
      search.nothing(quoted(typed)),
      `-# ${inGuild ? search.nothingHere : search.nothingOwn}`,
      near.length === 0 ? search.otherWords : search.near,
    ),
    ...rows(near.map((node) => button(label(node, LIMITS.buttonLabel), customId('topic', node.id)))),
  );
}

/** The words that were found, bold, in what was written around them. */
function excerptLine(words: Words, { parts }: Hit, typed: string): string {
  const written = plain(parts.join(' '));
  if (written === '') return words.search.noText;
  const { pieces, goesBefore, goesAfter } = excerptOf(written, wordsIn(typed), EXCERPT);
  const shown = pieces.map((piece) => {
    const [, before = '', body = '', after = ''] = /^(\s*)(.*?)(\s*)$/su.exec(piece.text) ?? [];
    const escaped = inline(body);
    return `${before}${piece.isFound ? `**${escaped}**` : escaped}${after}`;
  });
  return `${goesBefore ? '… ' : ''}${shown.join('').trim()}${goesAfter ? ' …' : ''}`;
}

function quoted(typed: string): string {
  return inline(plain(typed));
}
