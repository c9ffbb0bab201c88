import { count } from './grammar.ts';

/** Sessions of study: alone, together, and added later. */
export const focus = {
  /** `25 min`, `1 h 20 min`, `3 h` */
  duration: (minutes: number): string => {
    const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
    if (hours === 0) return `${rest} min`;
    return rest === 0 ? `${hours} h` : `${hours} h ${rest} min`;
  },
  /** `length`: how long a topic takes, as far as anybody knows. */
  about: (length: string): string => `about ${length}`,
  heading: '## Focus',
  focus: 'Focus',
  on: (title: string): string => `Focus: ${title}`,
  ends: (at: string, when: string): string => `Ends · ${at} · ${when}`,
  seen: '-# Your group sees that you’re studying. Hide it in `/settings`.',
  already: '**You’re studying already.**',
  /** Where another topic was asked for. */
  alreadyOn: '**You’re studying already**, so this session goes on. Switch topics?',
  switchTo: (title: string): string => `Switch to ${title}`,
  finish: 'Finish',
  /** While it goes on: more time. */
  more: (length: string): string => `Add ${length}`,
  /** When it is over. */
  another: (length: string): string => `Another ${length}`,
  whatWasIt: 'What was it about?',
  studied: (length: string, title: string | null): string =>
    title === null ? `You studied for **${length}**.` : `**${length}** on **${title}**.`,
  tooShort: '**Under a minute**, so no time was counted.',
  /** After such a session, of the topic that it started. */
  startedAnyway: (title: string): string => `**${title}** is in progress now.`,
  notStarted: 'Put it back',
  ended: (when: string): string => `-# Ended · ${when}`,
  today: (length: string): string => `**${length}** today`,
  gone: 'That session no longer exists.',
  /** A button that marks the session’s topic as done. */
  topicDone: 'Mark it done',
  /** On a topic's card. */
  spent: (length: string): string => `${length} studied`,
  thisWeek: (length: string): string => `**Focus** ${length} this week`,
  /** In the daily post and above the roadmap. */
  studyingNow: (people: string): string => `◔ Studying in the group now: ${people}`,
  until: (person: string, when: string): string => `${person} (until ${when})`,
  /** In the weekly summary. */
  groupWeek: (length: string, people: number): string =>
    `**Focus** ${length} · ${count(people, 'person', 'people')}`,
};

/** Study rooms: voice channels in which time counts. */
export const rooms = {
  heading: '## Study rooms',
  how: 'Time in these voice channels counts as study time.\n-# Each member decides in `/settings`.',
  choose: 'Pick voice channels',
  saved: 'Saved. Who’s inside already counts from their next change there.',
  away: (channel: string): string => `⚠ ${channel} is for people who are away, so time there won’t count.`,
  open: 'Study rooms…',
  setting: '**Count my time in study rooms**',
  here: (channels: string): string => `-# Here: ${channels}`,
  none: '-# This server has no study rooms yet.',
  inShort:
    'Time counts while someone else is there or you use `/focus`. It doesn’t count while you’re away or deafened. It stops after 4 hours without a sign of you.',
  howCounted: 'What counts?',
  hideRules: 'Hide the rules',
  /** The whole of it, for those who ask. */
  rules:
    '**Counts**\n- while someone else is there\n- while you use `/focus`\n**Doesn’t count**\n- while you’re away\n- deafened for over 5 minutes\n- only listening to a stage\n- visits of under 5 minutes\n**Stops**\n- after 4 hours without a sign of you\n- after 10 hours a day\n-# A sign of you: you mute or unmute, turn your camera on or off, or press one of my buttons. Time in a room with `/focus` on counts once.',
};

/** A direct message at the end of a session of one's own. */
export const focusEnd = {
  setting: '**When focus ends**\nMessage me',
  pingMe: 'Tell me at the end',
  pingMeNot: 'Don’t tell me',
  over: (length: string, title: string | null): string =>
    title === null ? `⏰ Time’s up: **${length}**` : `⏰ Time’s up: **${length}** on **${title}**`,
};

/** A session together. */
export const together = {
  heading: '## Studying together',
  work: (round: number, rounds: number): string => `**Work** · round ${round} of ${rounds}`,
  pause: '**Break**',
  until: (at: string, when: string): string => `Until · ${at} · ${when}`,
  plan: (work: string, pause: string, rounds: number): string =>
    rounds === 1
      ? `-# ${work} of work`
      : `-# ${count(rounds, 'round', 'rounds')}: ${work} of work, ${pause} break`,
  end: (at: string): string => `-# Last round ends · ${at}`,
  /** On a member’s own card. */
  ownEnd: (at: string, when: string): string => `Last round ends · ${at} · ${when}`,
  people: (n: number): string => `**${count(n, 'person', 'people')}**`,
  nobody: 'Nobody is here yet.',
  join: 'Join',
  joined: '**You’re in.**',
  leave: 'Leave',
  left: (length: string): string => `You left. You studied for **${length}**.`,
  callMe: 'Ping me at breaks',
  callMeNot: 'Don’t ping me',
  called: '-# I’ll ping you when a break starts and when it ends.',
  whatOn: 'What are you studying?',
  whatElse: 'Change the topic',
  hidden: '-# Others see your name and for how long. Your settings hide the topic.',
  shown: '-# Others see your name, topic and time.',
  noTime: '-# Others see your name. Your settings hide for how long.',
  calls: {
    work: (round: number, rounds: number): string => `**Back to work** · round ${round} of ${rounds}`,
    break: (): string => '**Time for a break**',
    over: (): string => '**That’s it. Well done!**',
  },
  overHeading: '## Studied together',
  overNobody: 'Nobody studied for a minute this time.',
  over: 'This session is over. Start another with `/focus together`.',
  runsHere: (end: string): string => `A session is on here already, until ${end}. Join it?`,
  joinedBy: (people: string): string => `Taking part: ${people}`,
  onlyServers: 'That works in a channel of a server. To study alone, use `/focus start`.',
  tooLong: (most: string): string => `That’s longer than ${most}. Try fewer rounds.`,
  cannotHere: 'You can’t write in this channel. Try one in which you can.',
  cannotPost: 'I can’t post in this channel. An organiser can let me see it and send messages in it.',
  cannotNow: 'Discord doesn’t answer right now. I’ll post it as soon as it does.',
};

/** Study elsewhere that is added later. */
export const focusLog = {
  added: (length: string, title: string): string => `Added: **${length}** on **${title}**.`,
  later: (day: string): string => `-# ${day} · added by hand: doesn’t count on boards`,
  noStreak: '-# Your streak stays as it is: it’s more than two days ago.',
  tooEarly: (length: string): string =>
    `Your day has only just started: ${length} can’t fit in yet. Was it yesterday?`,
  yesterday: 'Add it to yesterday',
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
