import { ApplicationCommandOptionType } from 'discord.js';
import { z } from 'zod';
import { show } from '../src/discord/answer.ts';
import type { Call, Command } from '../src/discord/command.ts';
import { forEverybody } from '../src/discord/contexts.ts';
import { argument } from '../src/discord/refusal.ts';
import { hitsOf, searchProofs } from '../src/store/search.ts';
import { words } from '../src/study/fold.ts';
import { plain } from '../src/view/escape.ts';
import { HITS_PER_PAGE, nothingFoundView, searchView } from '../src/view/search.ts';
import { localised } from '../src/words/localised.ts';

/** What a button's id has room for, in bytes; one can type as many letters, and a few of them may take more. */
const CARRIED = 60;

const page = z
  .string()
  .regex(/^\d{1,3}$/)
  .transform(Number);

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
        max_length: CARRIED,
      },
    ],
  },
  execute: (call) => results(call, uncarried(carried(call.options.getString('words', true))), 0),
  presses: {
    /** `search:<page>:<what was typed>` */
    search: (call) => results(call, uncarried(call.args[1] ?? ''), argument(page, call.args[0])),
  },
};

async function results(call: Call, typed: string, asked: number) {
  const { app, userId, guildId, book } = call;
  const inGuild = guildId !== null;
  const found = await searchProofs(app.db, { userId, guildId }, words(typed));
  if (found.length === 0) return show(nothingFoundView(call.words, typed, book.finder.near(typed), inGuild));
  const pages = Math.ceil(found.length / HITS_PER_PAGE);
  const shown = Math.min(asked, pages - 1);
  const ids = found.slice(shown * HITS_PER_PAGE, (shown + 1) * HITS_PER_PAGE);
  const hits = await hitsOf(app.db, ids);
  const total = found.length;
  return show(
    searchView(call.words, {
      typed,
      carried: carried(typed),
      hits,
      total,
      page: shown,
      pages,
      userId,
      inGuild,
      outline: book,
    }),
  );
}

/** What somebody typed, as a button can carry it to the next page: searched for is what is carried, on every page alike. */
function carried(typed: string): string {
  return Buffer.from(plain(typed)).subarray(0, CARRIED).toString('base64url');
}

function uncarried(arg: string): string {
  // A letter that the cut went through is left out.
  return plain(
    Buffer.from(arg, 'base64url')
      .toString()
      .replace(/\uFFFD+$/u, ''),
  );
}
