import { count, ordinal } from './grammar.ts';

/** A server's boards: `/group board`. */
export const board = {
  heading: {
    week: '## This week',
    month: '## This month',
  },
  metric: {
    topics: 'Topics',
    minutes: 'Focus time',
    proofs: 'Work',
    reviews: 'Reviews',
    helping: 'Helping',
  },
  counts: {
    topics: 'Topics finished for the first time. Ones marked in bulk (8+ at once) don’t count.',
    minutes: 'Time with `/focus` in this server. Time added later doesn’t count.',
    proofs: 'Cheat codes, explanations, projects and theses that count. Imported ones don’t.',
    reviews: 'Reviews answered.',
    helping:
      'Explanations that made sense to others, and answered questions: about your work, or by “Who can help?”.',
  },
  score: {
    topics: (n: number): string => count(n, 'topic', 'topics'),
    proofs: (n: number): string => count(n, 'piece of work', 'pieces of work'),
    reviews: (n: number): string => count(n, 'review', 'reviews'),
    helping: (n: number): string => count(n, 'time', 'times'),
  },
  place: (place: number, people: string, score: string): string => `**${place}.** ${people} · ${score}`,
  /** For several people on one place. */
  placeShared: (place: number, people: string, score: string): string =>
    `**${place}.** ${people} · ${score} each`,
  andOthers: (names: string, n: number): string => `${names} and ${n} more`,
  nobody: 'Nobody yet. Only people who join are shown.',
  /** To somebody who joined. */
  nothing: 'Nothing yet. Start something, and you lead.',
  /** For the first member who could be on it. */
  wouldLead: (score: string): string => `**You’d be 1st** with ${score}.`,
  own: (place: number, score: string): string => `**You’re ${ordinal(place)}** · ${score}`,
  ownShared: (place: number, score: string): string => `**You share ${ordinal(place)} place** · ${score}`,
  ownNothing: 'Nothing from you yet.',
  /** To somebody whom the board names. */
  onIt: '-# Everyone here sees your name.',
  onItIfAhead: '-# Others see you here if you’re among the first ten.',
  notOnIt: '-# Others don’t see you here.',
  hidden: '-# Others don’t see you here: your settings hide your progress.',
  join: 'Show me on the board',
  leave: 'Take me off',
  week: 'This week',
  month: 'This month',
  choose: 'Show another board…',
  joinFirst: 'Only members of this group have a board here. Join first.',
};

/** Members who study in pairs: `/group buddies`. */
export const buddies = {
  heading: '## Study buddies',
  about: 'Every Monday I find you a new buddy who studies your topic or one nearby.',
  howToJoin: '**When can you study?** Pick your times to join.',
  hours: '**Times**',
  chooseHours: 'Pick times…',
  slot: {
    /** Times of day. The lines are short, because twelve of them stand in a list on a phone. */
    workdays: (from: string, to: string): string => `Mon–Fri, ${from}–${to}`,
    weekend: (from: string, to: string): string => `Sat–Sun, ${from}–${to}`,
  },
  inZone: (zone: string): string => `Time zone: ${zone}`,
  private: '-# You meet in a private thread.',
  joined: '**You’re in.**',
  saved: '**Saved.**',
  nobodyYet: 'On Monday I find you a buddy. You meet in a private thread.',
  yourTimes: (times: string): string => `-# Your times: ${times}`,
  thisWeek: (n: number): string => `-# Your study ${n === 1 ? 'buddy' : 'buddies'} this week`,
  studying: (topic: string): string => `Studying **${topic}**`,
  isStudying: (who: string, topic: string): string => `${who} is studying **${topic}**`,
  toThread: 'Open your thread',
  settings: 'Buddy settings',
  settingsHeading: '## Buddy settings',
  /** `n`: how many people there are. */
  firstTime: (at: string, n: number): string =>
    `${n === 2 ? 'It suits you both' : 'It suits all of you'} · ${at}`,
  notWithTold: (n: number): string =>
    n === 0
      ? 'Anyone you’d rather not be paired with? Only you see this.'
      : `You’re never paired with ${count(n, 'person', 'people')} · only you see this`,
  notWith: 'Pick people…',
  openly: '**If there’s no private thread**\nName me in the channel',
  whenOpenly: '-# If off, you see your buddy only here.',
  leave: 'Leave study buddies',
  left: 'You’re no longer paired. Nobody is told, and this week’s thread stays.',
  joinFirst: 'Buddies are for members of this group. Join first.',
  mine: 'My buddies',
  thread: (people: string, week: string): string => `Study buddies · ${week} · ${people}`,
  weekHeading: '## Your study week together',
  times: (n: number): string => (n === 2 ? 'It suits you both:' : 'It suits all of you:'),
  noTimes: 'Your hours don’t meet this week. Find one here.',
  agenda:
    '1. Say what you’re on, and what is hard about it.\n2. Agree on a time. Half an hour will do.\n3. Each of you explains one thing to the other.',
  whoReads: '-# Only you read this, and people who manage threads here. I archive it next Monday.',
  inChannel: '-# I can’t open private threads here, so I name you in the channel, as you agreed.',
  showed: (who: string, topic: string): string => `${who} showed work on **${topic}**.`,
  askThem: (others: string): string => `${others} · ask how, or explain it back.`,
  lacksThreads: (permission: string, channel: string): string =>
    `I can’t open private threads for study buddies in ${channel}. Allow *${permission}* there, and the next pairs get one.`,
};

/** *Who can help?* on a topic's card. */
export const helping = {
  who: 'Who can help?',
  ask: (title: string): string => `Ask about ${title}`,
  question: 'What is unclear to you?',
  answer: 'Answer…',
  /** Below the field of the form. */
  whoReads: 'I send it, with your name, to one member who knows this topic.',
  yourAnswer: 'Your answer',
  youAnswered: '**You answered:**',
  decline: 'Not this time',
  wanted: (name: string, topic: string): string => `**${name}** would like help with **${topic}**:`,
  whyYou:
    '-# You’ve shown work on it and let others ask you, once a week at most. If you don’t answer, nobody is told. `/settings` ends it.',
  given: (name: string, topic: string): string => `**${name}** answers you about **${topic}**:`,
  answered: (who: string): string => `${who} answered:`,
  waiting: (when: string): string => `**Asked.** I’ve sent your question to a member · ${when}`,
  nobodyLeft: 'Nobody could answer this time. Ask again whenever you like.',
  asked: {
    asked:
      '**Asked** one member who knows this. The answer comes by direct message. If they can’t help, I ask somebody else.',
    'asked-before': 'Somebody already has your question. The answer comes by direct message.',
    full: '**Not asked.** You have three open questions. Wait for an answer first.',
  },
  nobodyFor: (topic: string): string => `**Nobody is free to help with ${topic} right now.**`,
  /** `n`: how many others have done the topic. */
  askInChannel: (n: number, channel: string): string =>
    n === 0
      ? `Ask in ${channel}: somebody may know.`
      : `${count(n, 'other has', 'others have')} done it: ask in ${channel}.`,
  toChannel: 'Go to the channel',
  again: 'Ask again…',
  open: 'See the topic',
  sent: 'Sent. Thank you!',
  declined: 'All right. Nobody is told.',
  over: 'This question is no longer open.',
  /** The setting whether others of the group may ask the member. */
  setting: '**Members may ask me for help**\nOnce a week at most',
  joinFirst: 'Only members of this group can ask each other. Join first.',
};

/** Times to study together: `/group plan`. */
export const plan = {
  keep: 'Make the event',
  /** `at`: the moment by the clock of the group, in `place`. */
  there: (at: string, place: string): string => `${at} in ${place}`,
  kept: '## Planned',
  interested:
    'Everyone sees it under *Events*. Press *Interested* there, and I’ll remind you 15 minutes before.',
  open: 'Open the event',
  cancelIt: 'Cancel the event',
  canceled: 'Canceled.',
  description: 'Planned with Roadmate. Press Interested to be reminded in the group’s channel.',
  soon: (topic: string): string => `**${topic}** · we start soon`,
  whoCame: '## Who came?',
  iCame: 'I was there',
  mayNot:
    'You can’t make events here. Ask an organiser to plan it, or to give you *Create Events*.\n-# To study together right now, use `/focus together`.',
  noChannel: 'Choose a voice channel that you can join.',
  lacks: (permissions: string): string =>
    `I can’t make events there. Ask an organiser to give me *${permissions}*.`,
  /** To an organiser. */
  lacksHere: (permissions: string): string =>
    `I can’t make events there. Give me *${permissions}* in Server settings › Roles, or in the channel’s permissions.`,
  refused: 'Discord doesn’t take this event. Check the events of this server, and try again.',
  over: 'That time is over. Plan it again.',
  full: (n: number): string => `This server has ${n} open plans, which is the most. Cancel one first.`,
  cannotRepeat:
    'Discord can’t repeat an event like that. It can: every day, Monday to Friday, the weekend, one day a week, one day every 2 weeks, or the first to fourth of a weekday in a month. For two days, plan two events.',
  joinFirst: 'Only members of this group plan here. Join first.',
};
