import { count } from './grammar.ts';

export const teachBack = {
  heading: 'An explanation to read',
  clear: 'Makes sense',
  gap: 'Ask a question…',
  questions: (n: number): string => `Questions (${n})`,
  /** `more`: how many others have to agree. */
  clearTo: (people: string, more: number): string =>
    `Makes sense to ${people}. It counts once ${count(more, 'more member agrees', 'more members agree')}.`,
  clearToNobody: (needed: number): string =>
    `Does it make sense to you? It counts once ${count(needed, 'member agrees', 'members agree')}.`,
  counts: (people: string): string => `It counts: makes sense to ${people}.`,
  /** Where none of those who agreed is left. */
  countsAlone: 'It counts: it made sense to others.',
  gaps: (open: number, answered: number): string =>
    open === 0
      ? `Questions: ${answered} answered`
      : `Questions: ${open} open${answered === 0 ? '' : `, ${answered} answered`}`,
  saidClear: 'Thanks, noted! Press again to undo.',
  thanks: 'Thanks for reading!',
  tookBack: 'Undone.',
  stillCounts: 'The explanation still counts.',
  own: 'It’s yours, so others decide.',
  formTitle: 'Ask a question',
  formLabel: 'Your question',
  formHint: 'Everyone in the group can read and answer it',
  asks: (person: string): string => `**${person} asks**`,
  isClearTo: (person: string): string => `**It makes sense to ${person}**`,
  about: (title: string, person: string): string => `-# ${title}, explained by ${person}`,
  answered: 'It’s answered',
  stillOpen: 'Still open',
  isAnswered: '● Answered',
  asked: 'Question posted. Once you have an answer, press *It’s answered* under it.',
  tooMany: (n: number): string =>
    `You have ${count(n, 'open question', 'open questions')} here. Close one first.`,
  onlyAsker: (person: string): string => `Only ${person} can close this question.`,
  noted: { answered: 'Great! Your question is answered.', open: 'Your question is open again.' },
  allQuestions: (title: string): string => `## Questions: ${title}`,
  noQuestions: 'No questions yet.',
  showMessage: 'Show message',
  question: (mark: string, question: string, person: string): string => `${mark} ${question} (${person})`,
};

export const thesis = {
  heading: 'Thesis: readers wanted',
  offer: 'I’ll read it',
  accept: 'Accept…',
  needsWork: 'Needs work…',
  comments: (n: number): string => `Comments (${n})`,
  /** How many of the readers that it needs have accepted it. */
  soFar: (n: number, needed: number): string =>
    `${n} of ${count(needed, 'reader', 'readers')} ${n === 1 ? 'has' : 'have'} accepted`,
  /** What follows on the same line. */
  reading: (people: string): string => `reading: ${people}`,
  wantsMore: (people: string): string => `needs work: ${people}`,
  acceptedBy: (people: string): string => `● Accepted by ${people}`,
  nobodyYet: (needed: number): string =>
    `Who wants to read it? It takes ${count(needed, 'reader', 'readers')}.`,
  accepted: '● Accepted.',
  offered: 'Thanks! No comment in a week? I’ll remind you once, in the thread. Press again to cancel.',
  offerTakenBack: 'Cancelled. No problem.',
  saidAlready: 'You’ve already commented. *Accept* or *Needs work* changes it.',
  own: 'It’s yours, so others decide.',
  formTitle: { accept: 'Accept the thesis', work: 'What does it need?' },
  formLabel: 'Your comment',
  formHint: {
    accept: 'What convinced you?',
    work: 'It isn’t a no; it helps to make it better',
  },
  said: {
    accept: (person: string): string => `**${person} accepts the thesis**`,
    work: (person: string): string => `**${person}: needs work**`,
  },
  about: (title: string, person: string): string => `-# ${title}, by ${person}`,
  thanks: {
    accept: 'Thanks for reading! Everyone can see your comment.',
    work: 'Thanks for reading! Everyone can see your comment. Accept it once it’s ready.',
  },
  allComments: (title: string): string => `## Comments: ${title}`,
  noComments: 'No comments yet.',
  reached: (person: string, stage: string): string => `## ${person} reached ${stage}!`,
  reachedBy: (people: string): string => `Thesis accepted by ${people}. Congratulations!`,
  remind: (reader: string, author: string, title: string): string =>
    `${reader}, you offered to read **${title}** by ${author}. A few lines are enough.`,
};
