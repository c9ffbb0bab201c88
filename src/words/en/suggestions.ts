export const today = {
  /** `left`: how many of the `n` picks are not done yet. */
  heading: (left: number, n: number): string =>
    left < n
      ? `## ${left} of ${n} picks left today`
      : n === 1
        ? '## Your pick for today'
        : `## Your ${n} picks for today`,
  /** To somebody who has not studied for more than a week. */
  welcomeBack: '-# Welcome back.',
  /** The same, if the first pick is a small topic. */
  startSmall: '-# Welcome back. Let’s start small.',
  allDone: '## All done for today!',
  nothingLeft: '**Nothing left to pick.** Everything is done, skipped or put off.',
  swap: 'Other picks',
  putOff: 'Put topics off…',
  iKnow: 'I know some of these…',
  which: 'Which ones do you know already?',
  focus: 'Focus…',
  focusOn: 'Focus on which topic?',
  more: 'More picks',
  open: 'Open',
  /** A button to the card of a topic that is in progress. */
  goOn: 'Go on',
};

/** Why a topic is suggested. */
export const reason = {
  inProgress: (when: string): string => `Started · ${when}`,
  prerequisitesDone: (topic: string): string => `Follows ${topic}`,
  sectionBegun: (section: string, done: number, total: number): string =>
    `Next in ${section} · ${done} of ${total} done`,
  stage: (stage: string, track: string): string =>
    stage === track ? `Next on your way to ${stage}` : `On your way to ${stage} · ${track}`,
  nextTez: (track: string): string => `${track} is done: time for its thesis`,
  nextStep: 'The next stage of your career direction',
  next: (section: string): string => `Next in ${section}`,
  /** For another pick of the same reason. */
  alsoIn: (section: string): string => `Also in ${section}`,
  variety: (section: string): string => `Something different: ${section}`,
  smallStart: 'A small start',
  askedAgain: (when: string): string => `Suggested before · ${when}`,
  nextForMost: (open: number, members: number): string =>
    members > 1 && open === members ? 'Be the first to finish it.' : 'Next on the roadmap',
};
