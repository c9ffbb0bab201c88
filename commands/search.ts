import { ApplicationCommandOptionType } from 'discord.js';
import { show } from '../src/discord/answer.ts';
import type { Call, Command } from '../src/discord/command.ts';
import { forEverybody } from '../src/discord/contexts.ts';
import { CARRIED_BYTES, carriedNumber, carriedText, textCarried } from '../src/view/custom-id.ts';
import { argument } from '../src/discord/refusal.ts';
import { hitsOf, searchProofs } from '../src/store/search.ts';
import { words } from '../src/text/fold.ts';
import { plain } from '../src/view/escape.ts';
import { HITS_PER_PAGE, nothingFoundView, searchView } from '../src/view/search.ts';
import { localised } from '../src/words/localised.ts';

/** `/search words:`: over one's own proofs, and those shared with the group that one is in. */
export const search: Command = {
  data: {
    name: 'search',
    ...localised((said) => said.commands.search),
    ...forEverybody,
    options: [
      {
        type: ApplicationCommandOptionType.String,
        name: 'words',
        ...localised((said) => said.commands.searchWords),
        required: true,
        min_length: 1,
        // As many letters as a button's id carries bytes; a few of them may take more.
        max_length: CARRIED_BYTES,
      },
    ],
  },
  // Searched for is what is carried, on every page alike.
  execute: (call) => results(call, textCarried(carriedText(plain(call.options.getString('words', true)))), 0),
  presses: {
    /** `search:<page>:<what was typed>` */
    search: (call) =>
      results(call, plain(textCarried(call.args[1] ?? '')), argument(carriedNumber, call.args[0])),
  },
};

async function results(call: Call, typed: string, asked: number) {
  const { app, userId, guildId, roadmap } = call;
  const inGuild = guildId !== null;
  const found = await searchProofs(app.db, { userId, guildId }, words(typed));
  if (found.length === 0)
    return show(nothingFoundView(call.words, typed, roadmap.finder.near(typed), inGuild));
  const pages = Math.ceil(found.length / HITS_PER_PAGE);
  const shown = Math.min(asked, pages - 1);
  const ids = found.slice(shown * HITS_PER_PAGE, (shown + 1) * HITS_PER_PAGE);
  const hits = await hitsOf(app.db, ids);
  const total = found.length;
  return show(
    searchView(call.words, {
      typed,
      carried: carriedText(typed),
      hits,
      total,
      page: shown,
      pages,
      userId,
      inGuild,
      outline: roadmap,
    }),
  );
}
