import { count } from './grammar.ts';

/** Importing a member's own data export. */
export const ownData = {
  import: 'Import my data…',
  file: 'Your export: roadmate.json',
  fileHint: 'Nothing that’s already here changes',
  taken: (topics: number, proofs: number, reviews: number): string =>
    `Imported: ${count(topics, 'topic', 'topics')}, ${count(proofs, 'piece of work', 'pieces of work')}, ${count(reviews, 'review', 'reviews')}.`,
  roadmaps: (n: number): string => `Also: ${count(n, 'roadmap', 'roadmaps')} of your own.`,
  unknown: (n: number): string =>
    `Left out: ${count(n, 'topic', 'topics')} of roadmaps that I don’t have here.`,
  withoutFile: (n: number): string =>
    `The files of ${count(n, 'piece of work', 'pieces of work')} aren’t in the data. Upload them again where they belong.`,
  problem: {
    'not-json': 'That file isn’t JSON. Choose the roadmate.json that *Export my data* gave you.',
    'not-ours': 'That isn’t an export of mine. Choose the roadmate.json that *Export my data* gave you.',
    wrong: (where: string): string =>
      `Nothing was imported: I can’t read the file at “${where}”. Export it again, or fix that part.`,
    quota: 'Nothing was imported: you’d have more work than I have room for.',
    elsewhere: 'I can only read files that you upload to Discord.',
    'too-large': 'That file is over 20 MB. An export of mine is smaller.',
    'too-slow': 'Discord took too long to give me the file. Try again.',
    'not-there': 'Discord doesn’t have that file any more. Upload it again.',
  },
};
