/** The panel *What may ping me* in `/settings`. */
export const pings = {
  heading: '## What may ping me',
  about: 'I only ping you for what you asked for. Here you can stop any of it.',
  button: 'Choose pings',
  line: (on: number, all: number): string =>
    on === 0 ? '**What may ping me** Nothing' : `**What may ping me** ${on} of ${all}`,
  nothing: 'Nothing',
  everything: 'Everything again',
  silent: '**Nothing pings you.** What you asked for is kept.',
  choose: 'What may ping me…',
  saved: '**Saved.**',
  roles: '-# Posts may mention a role that your organisers chose. I never mention @everyone.',
  kind: {
    reminders: 'My reminders to study',
    memos: 'What I set with /remind',
    sessions: 'A phase of a session together starts',
    ends: 'My own focus is over',
    answers: 'Answers to work I shared',
    readings: 'A thesis I offered to read',
    buddies: 'My study buddies',
    helping: 'Questions to me, and answers to mine',
  },
  when: {
    reminders: 'Once a day at most, at your hour',
    memos: 'At the times you said',
    sessions: 'If you pressed “Mention me”',
    ends: 'If you pressed “Tell me at the end”',
    answers: 'Once an hour at most',
    readings: 'Once, if you haven’t commented for a week',
    helping: 'If you pressed “I can help too”, once a week at most; and answers to what you asked',
    buddies: 'A new pair on Mondays, and when your buddy proves your topic',
  },
};
