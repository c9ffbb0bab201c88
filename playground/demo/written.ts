/** The work by which a topic is proven. */
interface Works {
  readonly cheatcode: string;
  readonly feynman: string;
  readonly project: { readonly text: string; readonly url: string; readonly language: string };
}

/** A small section that some members of the demonstration have proven, by the titles of its topics. */
export const PROVEN: Readonly<Record<string, Works>> = {
  JSON: {
    cheatcode:
      '# Trap\nNo comments, no comma at the end, no dates.\n# Big numbers\nAbove 2^53: send them as text.',
    feynman:
      'JSON is a shopping list that every language can read: names on the left, things on the right, and boxes within boxes.',
    project: {
      text: 'Read a feed, and told what was missing in it.',
      url: 'https://github.com/example/feed-check',
      language: 'Python',
    },
  },
  REST: {
    cheatcode:
      '# Verbs\n`PUT` twice is like once; `POST` twice is two.\n# Codes\n409 for a conflict, 422 for nonsense.',
    feynman:
      'A library with shelves: every book has an address. You may look, put back, replace or take away, and the librarian remembers nothing of you.',
    project: {
      text: 'An address book with four routes; `ETag` against two who write at once.',
      url: 'https://github.com/example/address-book',
      language: 'Golang',
    },
  },
  Authentication: {
    cheatcode:
      '# Keep\nArgon2id, a salt each, never the password.\n# Cookie\n`HttpOnly; Secure; SameSite=Lax`',
    feynman:
      'At the door you show your passport once and get a wristband. Everybody inside looks at the wristband only; so it must be hard to copy and end at night.',
    project: {
      text: 'Signing in by a link in a mail that works once.',
      url: 'https://github.com/example/mail-link',
      language: 'JavaScript',
    },
  },
};

/** The cheat codes that members of the demonstration write when they have done a topic, by its title. */
export const CHEAT_CODES: Readonly<Record<string, string>> = {
  KISS: '# Rule\nThe simplest thing that works, today.\n# Trap\nClever one-liners: nobody reads them twice.',
  ACID: '# Atomic\nAll of it, or nothing of it.\n# Isolated\nAs if alone.\n# Durable\nWritten before it is said.',
  tmux: '# Split\n`Ctrl-b %` beside, `Ctrl-b "` below\n# Leave\n`Ctrl-b d`, back with `tmux attach`',
  CDN: '# Header\n`Cache-Control: public, max-age=31536000, immutable` for names with a hash\n# Purge\nBy key, never all.',
  'Server Side':
    '# Read\nCache aside: ask the cache, then the store.\n# Write\nDelete the key; do not update it.',
  'Client Side': '# Fresh\n`max-age`\n# Check\n`ETag` and `If-None-Match`: 304 costs a round trip, no body.',
  SQL: '# Join\n`left join` keeps the rows without a partner\n# Slow?\n`explain analyze`',
  REST: '# Verbs\n`PUT` twice is like once; `POST` twice is two.\n# Codes\n409 for a conflict, 422 for nonsense.',
};
