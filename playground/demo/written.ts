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
