/** The panel *What may ping me* in `/settings`. */
export const pings = {
  heading: '## What may ping me',
  about: '-# ✓ may ping me, ✗ never does',
  button: 'Choose…',
  /** `on` of `all` kinds may ping. */
  inSettings: (on: number, all: number): string =>
    `**What may ping me**\n${on === 0 ? 'Nothing' : on === all ? 'All allowed' : `${on} of ${all} kinds allowed`}`,
  /** How often a kind pings, and where. */
  line: (often: string, where: string): string => `${often} · ${where}`,
  /** A kind with its state. */
  isOn: (kind: string): string => `✓ ${kind}`,
  isOff: (kind: string): string => `✗ ${kind} · **off**`,
  nothing: 'Turn all off',
  everything: 'Turn all on again',
  silent: '**Nothing pings you.** What you asked for is kept.',
  formTitle: 'What may ping me',
  mayPing: 'Which of these may ping you?',
  saved: '✓ Saved',
  roles: '-# Posts may mention a role that your organisers chose. I never mention `@everyone`.',
  kind: {
    reminders: 'Study reminders',
    memos: 'Reminders from /remind',
    sessions: 'Breaks in group sessions',
    ends: 'End of my focus',
    answers: 'Answers to my shared work',
    readings: 'Theses I offered to read',
    buddies: 'Study buddies',
    plans: 'Events I’m interested in',
    helping: 'Questions and answers',
  },
  /** Where they ping. */
  where: {
    reminders: 'direct message or study channel',
    memos: 'where you asked for it',
    sessions: 'its channel',
    ends: 'direct message',
    answers: 'its thread',
    readings: 'its thread',
    buddies: 'your thread',
    plans: 'the channel',
    helping: 'direct message',
  },
  when: {
    reminders: 'Once a day at most, at your hour',
    memos: 'At the times you said',
    sessions: 'If you pressed “Ping me at breaks”',
    ends: 'If you pressed “Tell me at the end”',
    answers: 'Once an hour at most',
    readings: 'Once, if you haven’t commented for a week',
    plans: '15 minutes before, for events of /group plan',
    helping: 'Once a week at most, if you answer questions; and the answers to you',
    buddies: 'A new pair on Mondays, and when your buddy shows work on your topic',
  },
};
