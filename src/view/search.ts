import type { APIComponentInContainer } from 'discord.js';
import { aboutRoadmap } from './about-roadmap.ts';
import { customId } from './custom-id.ts';
import type { Outline, TopicNode } from '../roadmap/outline.ts';
import type { Hit } from '../store/search.ts';
import { excerptOf } from '../text/excerpt.ts';
import { unmarked } from '../text/unmarked.ts';
import { words as wordsIn } from '../text/fold.ts';
import type { Words } from '../words/index.ts';
import { button, card, LIMITS, type Message, row, rows, section, text } from './components.ts';
import { clip, inline, plain } from './escape.ts';
import { label, mention, roadmapName } from './topics/topic-text.ts';

/** A search, and a page of its results. */
export interface SearchResults {
  /** The text as it was typed. */
  readonly typed: string;
  /** The part of the text that a button's id carries. */
  readonly carried: string;
  readonly hits: readonly Hit[];
  readonly total: number;
  /** From 0. */
  readonly page: number;
  readonly pages: number;
  /** The id of the person who searches. */
  readonly userId: string;
  readonly inGuild: boolean;
  readonly scope: SearchScope;
  /** The roadmaps that they follow here. A result from another roadmap cannot be opened. */
  readonly roadmaps: readonly Outline[];
}

/** `search` searches everywhere, `within` in one roadmap. The buttons to other pages have the same action. */
export type SearchScope = 'search' | 'within';

/** How many proofs are on a page. */
export const HITS_PER_PAGE = 5;

/** Characters of a proof's text: two small lines of a phone. Escaping may double them, and five still fit in a message. */
const EXCERPT = 80;
const TITLE_LENGTH = 80;

/** A page of search results. */
export function searchView(words: Words, results: SearchResults): Message {
  const { search } = words;
  const { typed, carried, scope, hits, total, page, pages, inGuild } = results;
  const turn = (to: number, name: string) =>
    button(name, customId(scope, to, carried), 'secondary', to < 0 || to >= pages);
  return card(
    'neutral',
    text(search.heading(quoted(typed), total)),
    ...hits.flatMap((hit) => hitParts(words, results, hit)),
    // Discord refuses an empty text.
    ...(pages > 1 || !inGuild
      ? [text(pages > 1 ? words.roadmap.page(page + 1, pages) : null, inGuild ? null : search.onlyOwn)]
      : []),
    ...(pages > 1
      ? [row(turn(page - 1, words.roadmap.previous), turn(page + 1, words.roadmap.following))]
      : []),
  );
}

/** A result. Its text is below the button and not beside it, where a phone has no room. */
function hitParts(
  words: Words,
  { typed, userId, roadmaps }: SearchResults,
  hit: Hit,
): readonly APIComponentInContainer[] {
  const { search, proof } = words;
  const { method, topicId, proofId } = hit;
  const isOwn = hit.userId === userId;
  const roadmap = roadmaps.find(({ byId }) => byId.has(topicId));
  const node = roadmap?.byId.get(topicId);
  const name = inline(clip(plain(node?.topic.title ?? hit.title), TITLE_LENGTH));
  const line = search.hit(name, proof.name[method], isOwn ? null : mention(hit.userId));
  const excerpt = excerptLine(words, hit, typed);
  if (roadmap === undefined || node === undefined) return [text(line, excerpt, search.elsewhere)];
  const opens = isOwn ? customId(method, 'show', topicId, 0) : customId('work', proofId, 0);
  const place = roadmapName(roadmaps, node);
  const part = section(place === null ? line : `${line} · ${place}`, button(search.open, opens));
  return [roadmaps.length < 2 ? part : aboutRoadmap(part, roadmap.id), text(excerpt)];
}

/** Nothing was found: says where the bot looked, and what to try next. */
export function nothingFoundView(
  words: Words,
  typed: string,
  near: readonly TopicNode[],
  inGuild: boolean,
): Message {
  const { search } = words;
  const looked = inGuild ? search.nothingHere : search.nothingOwn;
  return card(
    'neutral',
    near.length === 0
      ? text(search.nothing(quoted(typed)), `-# ${looked}`, search.otherWords)
      : text(search.noNotes(quoted(typed)), `-# ${looked}`, search.near(near.length)),
    ...rows(near.map((node) => button(label(node, LIMITS.buttonLabel), customId('topic', node.id)))),
  );
}

/** The found words in bold, with the text around them. */
function excerptLine(words: Words, { parts }: Hit, typed: string): string {
  const written = plain(
    parts
      .map(unmarked)
      .filter((part) => part !== '')
      .join(' · '),
  );
  if (written === '') return words.search.noText;
  const { pieces, goesBefore, goesAfter } = excerptOf(written, wordsIn(typed), EXCERPT);
  const shown = pieces.map((piece) => {
    const [, before = '', body = '', after = ''] = /^(\s*)(.*?)(\s*)$/su.exec(piece.text) ?? [];
    const escaped = inline(body);
    return `${before}${piece.isFound ? `**${escaped}**` : escaped}${after}`;
  });
  // The dots stay on the line of their word.
  return `-# ${goesBefore ? '…\u00A0' : ''}${shown.join('').trim()}${goesAfter ? '\u00A0…' : ''}`;
}

function quoted(typed: string): string {
  return inline(plain(typed));
}
