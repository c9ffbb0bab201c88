/** Reports by members, and what organisers do about them. */
export const moderation = {
  report: 'Report',
  reporting: {
    title: 'Report to the organisers',
    label: 'What’s wrong with it?',
    hint: 'Only this server’s organisers see it',
  },
  takingDown: {
    title: (title: string): string => `Take down: ${title}`,
    label: 'Why?',
    hint: 'Its author reads this',
  },
  reported: 'Reported. Only the organisers see it.',
  own: 'It’s yours, so you can take it down yourself.',
  before: 'You’ve already reported this. The organisers see it.',
  done: 'Taken down. I’ll tell its author why; the work stays theirs.',
  heading: '## Reports',
  none: 'No reports.',
  /** The button to the list. */
  open: (n: number): string => `Reports (${n})`,
  line: (title: string, reporter: string): string => `**${title}** · reported by ${reporter}`,
  lineGone: (title: string): string => `**${title}** · taken down`,
  look: 'See it',
  takeDown: 'Take down',
  dismiss: 'Keep it',
  back: 'Back to reports',
  stands: 'Kept as it is.',
  waiting: (n: number): string =>
    n === 1 ? 'There’s a report to look at.' : `There are ${n} reports to look at.`,
  see: 'See reports',
  takenDown: (title: string): string => `An organiser took down what was here on **${title}**.`,
  told: (title: string): string => `An organiser took down your work on **${title}**:`,
  stillYours: '-# You still have it; only the group can’t see it. Edit it to share it again.',
  changeFirst: (reason: string): string =>
    `An organiser took this down: ${reason}\n-# Edit it first, then share it again.`,
};
