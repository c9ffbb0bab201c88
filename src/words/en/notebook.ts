import { count } from './grammar.ts';

/** The notebook: all that a member has written, as files. */
export const notebook = {
  title: (roadmap: string): string => `Notebook: ${roadmap}`,
  written: (when: string): string => `Written: ${when}`,
  countsSince: (when: string): string => `counted: ${when}`,
  notYet: 'doesn’t count yet',
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
    `**Your notebook** · ${count(texts, 'text', 'texts')}, ${count(cards, 'Anki card', 'Anki cards')}\n-# Open \`anki.csv\` in Anki with *File › Import*.`,
  noCards: '**Your notebook**\nAnki cards come from cheat codes and explanations; you have none yet.',
  leftOut: (n: number): string =>
    `-# A file holds 10 MB, so the last ${count(n, 'topic is', 'topics are')} missing. \`/settings\` gives you everything.`,
  empty: 'Your notebook is empty. Write a cheat code or an explanation, and it appears here.',
};
