export const search = {
  heading: (typed: string, n: number): string => `## “${typed}” · ${n} found`,
  elsewhere: '-# On another roadmap: open it where you follow that one.',
  hit: (title: string, method: string, person: string | null): string =>
    `**${title}** · ${method}${person === null ? ', your own' : ` by ${person}`}`,
  noText: '-# Found by its topic',
  onlyOwn: '-# Here I search your own proofs; in a server, also what is shared with its group.',
  open: 'Open',
  nothing: (typed: string): string => `Nothing says “${typed}” yet.`,
  nothingHere: 'I looked through your own proofs and those shared with this group.',
  nothingOwn: 'I looked through your own proofs.',
  near: 'These topics come close; yours could be the first words on them:',
  otherWords: 'Try another word, or only its beginning.',
};
