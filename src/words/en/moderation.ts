/** Reports by members, and what organisers do about them. */
export const moderation = {
  report: 'Report',
  reporting: {
    title: 'Report to the organisers',
    label: 'What is wrong with it?',
    hint: 'Only the organisers of this server see it.',
  },
  takingDown: {
    title: 'Take it down',
    label: 'Why?',
    hint: 'Its author reads this.',
  },
  reported: 'Thank you. The organisers see it; nobody else does.',
  own: 'This is yours: you can take it back yourself.',
  before: 'You have reported this already. The organisers see it.',
  done: 'Taken down. Its author is told why and keeps it.',
  heading: '## Reported',
  none: 'Nothing is waiting for you.',
  line: (title: string, reporter: string): string => `**${title}** · reported by ${reporter}`,
  look: 'Look at it',
  takeDown: 'Take down',
  dismiss: 'Let it stand',
  stands: 'It stays as it is.',
  waiting: (n: number): string =>
    n === 1 ? 'Something was reported here.' : `${n} reports are waiting here.`,
  see: 'See them',
  takenDown: (title: string): string => `What stood here on **${title}** was taken down by an organiser.`,
  told: (title: string): string => `An organiser took down what you showed on **${title}**:`,
  stillYours:
    '-# It is still yours, and only the group no longer sees it. Change it, and you can share it again.',
  changeFirst: (reason: string): string =>
    `An organiser took this down here: ${reason}\n-# Change it first; then you can share it again.`,
};
