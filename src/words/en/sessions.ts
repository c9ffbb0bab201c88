/** Sessions of study: alone, together, and added later. */
export const focus = {
  /** `25 min`, `1 h 20 min`, `3 h` */
  duration: (minutes: number): string => {
    const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
    if (hours === 0) return `${rest} min`;
    return rest === 0 ? `${hours} h` : `${hours} h ${rest} min`;
  },
  heading: '## Focus',
  focus: 'Focus',
  on: (title: string): string => `Focus: ${title}`,
  ends: (at: string, when: string): string => `Ends · ${at} · ${when}`,
  onlyYou: '-# Only you see this.',
  seen: '-# Your group sees that you’re studying. `/settings` hides it.',
  already: '**You’re studying already.**',
  finish: 'Finish',
  goOn: 'Go on',
  studied: (length: string, title: string | null): string =>
    title === null ? `You studied for **${length}**.` : `**${length}** on **${title}**.`,
  tooShort: 'That was less than a minute.',
  ended: (when: string): string => `-# Ended · ${when}`,
  today: (length: string): string => `Today so far: ${length}`,
  gone: 'That session no longer exists.',
  /** On a topic's card. */
  spent: (length: string): string => `${length} studied`,
  thisWeek: (length: string): string => `**Focus** ${length} this week`,
};

/** Study elsewhere that is added later. */
export const focusLog = {
  added: (length: string, title: string): string => `Added: **${length}** on **${title}**.`,
  later: (day: string): string => `-# ${day} · added later, so it counts for you and not for boards`,
  noStreak: '-# Your streak stays as it is: it’s more than two days ago.',
  examples: 'Try `yesterday`, `yesterday 18:30`, `monday` or `2 hours ago`.',
  typed: (command: string): string => `-# You typed: \`${command}\``,
  problem: {
    unclear: (said: string): string => `I can’t read “${said}” as a time.`,
    'no-such-day': (said: string): string => `There’s no such day as “${said}”.`,
    ahead: (): string => 'That isn’t over yet. To study now, use `/focus start`.',
    'too-old': (): string => 'I can only add the last 14 days.',
    overlap: (): string => 'You were already studying then, and time counts once. Try another time.',
    full: (): string => 'That’s more than 16 hours in a day. Try fewer minutes.',
    'no-room': (): string => 'That day has no free time of this length. Try fewer minutes.',
  },
};
