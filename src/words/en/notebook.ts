import { count } from './grammar.ts';

/** What one has written, to take along. */
export const notebook = {
  title: (roadmap: string): string => `Notebook: ${roadmap}`,
  written: (when: string): string => `Written on ${when}`,
  provenOn: (when: string): string => `proven on ${when}`,
  notProven: 'not proven yet',
  method: {
    cheatcode: 'Cheat code',
    feynman: 'Explanation',
    project: 'Project',
    tez: 'Thesis',
  },
  language: (language: string): string => `Language: ${language}`,
  file: (name: string): string => `File: ${name}`,
  elsewhere: 'No longer in the roadmap',
  recall: (title: string): string => `${title}: recall before you look.`,
  explain: (title: string): string => `Explain ${title} in three sentences.`,
  exported: (texts: number, cards: number): string =>
    `Your notebook: ${count(texts, 'text', 'texts')} in the order of the roadmap, and ${count(cards, 'card', 'cards')} for Anki (File › Import). Only you see this.`,
  noCards:
    'Your notebook, in the order of the roadmap. Cards for Anki are made from cheat codes and explanations; there are none yet. Only you see this.',
  leftOut: (n: number): string =>
    `-# The last ${count(n, 'topic is', 'topics are')} left out: a file in Discord has 10 MB at most. \`/settings\` gives you all of it.`,
  empty:
    'Your notebook is empty. Write a cheat code or an explanation of something you have learned; here you can take all of it with you.',
};
