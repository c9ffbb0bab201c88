export const search = {
  heading: (typed: string, n: number): string => `## “${typed}” · ${n} found`,
  elsewhere: '-# From another roadmap: see it where you follow that one.',
  hit: (title: string, method: string, person: string | null): string =>
    `**${title}**\n-# ${method} · ${person ?? 'yours'}`,
  noText: '-# In the topic’s name',
  onlyOwn: '-# Here I search what you wrote. In a server, also what its group shares.',
  open: 'Open',
  nothing: (typed: string): string => `Nothing found for “${typed}”.`,
  nothingHere: 'I searched what you wrote and what this group shares.',
  nothingOwn: 'I searched what you wrote.',
  /** Where topics fit, but no text has what was typed. There may well be texts about these topics. */
  noNotes: (typed: string): string => `**No notes mention “${typed}”.**`,
  near: (n: number): string => (n === 1 ? 'A topic that may fit:' : 'Topics that may fit:'),
  otherWords: 'Try another word, or the start of one.',
};
