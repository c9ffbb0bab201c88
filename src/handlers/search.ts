import { type Answer, show } from '../discord/answer.ts';
import type { Call, PressCall } from '../discord/command.ts';
import { argument } from '../discord/refusal.ts';
import { loadRoadmaps, type LoadedRoadmap } from '../store/roadmaps/library.ts';
import { hitsOf, searchProofs } from '../store/search.ts';
import { words as wordsOf } from '../text/fold.ts';
import { carriedNumber, carriedText, textCarried } from '../view/custom-id.ts';
import { plain } from '../view/escape.ts';
import { HITS_PER_PAGE, nothingFoundView, type SearchScope, searchView } from '../view/search.ts';

/**
 * Searches for what a member typed. The text is first cut to what a button can carry, so that every page searches for
 * the same words.
 */
export function searchFor(call: Call, typed: string, scope: SearchScope): Promise<Answer> {
  return results(call, textCarried(carriedText(plain(typed))), scope, 0);
}

/** Shows another page of the results. The button carries the page's number and the typed text. */
export function turnPage(call: PressCall, scope: SearchScope): Promise<Answer> {
  const [page, carried = ''] = call.args;
  return results(call, plain(textCarried(carried)), scope, argument(carriedNumber, page));
}

async function results(call: Call, typed: string, scope: SearchScope, asked: number): Promise<Answer> {
  const { app, userId, guildId, roadmap, words } = call;
  const inGuild = guildId !== null;
  const roadmaps = await searched(call, scope);
  const sought = wordsOf(typed);
  const found = await searchProofs(app.db, { userId, guildId }, sought, {
    titled: roadmaps.flatMap((each) => translatedAs(each, sought)),
    roadmapId: scope === 'within' ? roadmap.id : null,
  });
  if (found.length === 0) return show(nothingFoundView(words, typed, roadmap.finder.near(typed), inGuild));
  const pages = Math.ceil(found.length / HITS_PER_PAGE);
  const page = Math.min(asked, pages - 1);
  const hits = await hitsOf(app.db, found.slice(page * HITS_PER_PAGE, (page + 1) * HITS_PER_PAGE));
  return show(
    searchView(words, {
      typed,
      carried: carriedText(typed),
      scope,
      hits,
      total: found.length,
      page,
      pages,
      userId,
      inGuild,
      roadmaps,
    }),
  );
}

/** The roadmaps whose topics a result may open: the named one, or all that are followed. */
function searched(
  { app, roadmap, followed, words }: Call,
  scope: SearchScope,
): Promise<readonly LoadedRoadmap[]> {
  const others = scope === 'within' ? [] : followed.filter((id) => id !== roadmap.id);
  return loadRoadmaps(app, [roadmap.id, ...others], words.locale);
}

/**
 * The ids of the topics that have all the words in a translated title. The store knows only the titles in the file's
 * own language.
 */
function translatedAs({ nodes }: LoadedRoadmap, sought: readonly string[]): readonly string[] {
  if (sought.length === 0) return [];
  return nodes.flatMap(({ id, topic }) => {
    const isSo = Object.values(topic.titles).some((title) => {
      const own = wordsOf(title);
      return sought.every((word) => own.some((each) => each.startsWith(word)));
    });
    return isSo ? [id] : [];
  });
}
