export const today = {
  heading: (n: number): string =>
    n === 1 ? '## Your one for today' : `## Your ${n === 2 ? 'two' : 'three'} for today`,
  allDone: 'All of them done. That is a good day; rest, or take more.',
  nothingLeft: 'Nothing is left to suggest: all of it is done, skipped or put off. Well done!',
  notThese: 'Not these?',
  swap: 'Swap',
  iKnow: 'I know these',
  which: 'Which of these do you know already?',
  more: 'More for today',
  open: 'Open',
};

/** Why a topic is suggested. */
export const reason = {
  inProgress: (since: string): string => `You have been on it since ${since}.`,
  prerequisitesDone: (topic: string): string => `${topic} is done; this is what it leads to.`,
  sectionBegun: (section: string, done: number, total: number): string =>
    `You have ${done} of ${total} of ${section}; this is the next one.`,
  stage: (stage: string, track: string): string =>
    stage === track ? `Next on your way to ${stage}.` : `Next in ${track}, on your way to ${stage}.`,
  nextTez: (track: string): string => `All of ${track} is behind you: time for its thesis.`,
  nextStep: 'The next step of your career direction.',
  next: (section: string): string => `Next in ${section}.`,
  variety: (section: string): string => `Something from ${section}, for a change.`,
  askedAgain: (offered: string): string => `Suggested ${offered} already, and still worth it.`,
  nextForMost: (open: number, members: number): string =>
    members === 1 ? 'Next on the roadmap.' : `Still open for ${open} of the ${members} of you.`,
};
