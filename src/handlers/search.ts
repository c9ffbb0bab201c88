import { type Answer, show } from '../discord/answer.ts';
import type { Call } from '../discord/command.ts';
import { hitsOf, searchProofs } from '../store/search.ts';
import { words as wordsOf } from '../text/fold.ts';
import { carriedText, textCarried } from '../view/custom-id.ts';
import { plain } from '../view/escape.ts';
import { HITS_PER_PAGE, nothingFoundView, searchView } from '../view/search.ts';

/** Searches for what a member typed, as far as a button can carry it: so every page searches for the same words. */
export function searchFor(call: Call, typed: string): Promise<Answer> {
  return results(call, textCarried(carriedText(plain(typed))), 0);
}

/** Another page of the results. `carried`: what was typed, as the button carries it. */
export function turnPage(call: Call, carried: string, page: number): Promise<Answer> {
  return results(call, plain(textCarried(carried)), page);
}

async function results(call: Call, typed: string, asked: number): Promise<Answer> {
  const { app, userId, guildId, roadmap, words } = call;
  const inGuild = guildId !== null;
  const found = await searchProofs(app.db, { userId, guildId }, wordsOf(typed));
  if (found.length === 0) return show(nothingFoundView(words, typed, roadmap.finder.near(typed), inGuild));
  const pages = Math.ceil(found.length / HITS_PER_PAGE);
  const page = Math.min(asked, pages - 1);
  const hits = await hitsOf(app.db, found.slice(page * HITS_PER_PAGE, (page + 1) * HITS_PER_PAGE));
  return show(
    searchView(words, {
      typed,
      carried: carriedText(typed),
      hits,
      total: found.length,
      page,
      pages,
      userId,
      inGuild,
      outline: roadmap,
    }),
  );
}
