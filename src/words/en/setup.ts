export const setup = {
  heading: '## Roadmate on this server',
  notYet: 'Nothing is posted yet. Here’s what I’d do:',
  changeHeading: '## Change the setup',
  looksHeading: '## Language and ping',
  looks: 'Language and ping…',
  savedAtOnce: '-# Changes save automatically',
  started: (channel: string): string => `**All set!** I’ve said hello in ${channel}.`,
  roadmap: (title: string): string => `**Roadmap** · ${title}`,
  /** The roadmaps that the server follows in addition to the default one. */
  beside: (titles: string): string => `Also: ${titles}`,
  roadmapLabel: '**Roadmap**\n-# One of these, or your own list: `/roadmap import`',
  chooseRoadmap: 'Pick a roadmap',
  channel: (channel: string): string => `**Channel** · ${channel}`,
  channelLabel: '**Channel**',
  chooseChannel: 'Pick a channel',
  daily: (at: string, days: string): string => `**Daily topic** · ${days} at ${at}`,
  everyDay: 'Every day',
  weekly: (at: string, day: string): string => `**Weekly summary** · ${day} at ${at}`,
  zone: (place: string, clock: string): string => `**Time zone** · ${place}, now ${clock}`,
  timeLabel: (at: string): string => `**Time** · ${at}`,
  changeTime: 'Set time…',
  chooseZone: 'Pick your time zone',
  weekdays: '**Days of the daily topic**',
  chooseWeekdays: 'Pick the days',
  weeklyDay: '**Day of the weekly summary**',
  /** The first and the last weekday that it tells. */
  tells: (from: string, to: string): string => `Covers ${from}–${to}`,
  chooseWeeklyDay: 'Pick a day',
  role: (role: string): string => `**Ping** · ${role}`,
  roleLabel: '**Role to ping**',
  noRole: 'No role',
  unfitRole: '⚠ I can’t ping that role. Pick another, or none.',
  goneRole: '⚠ The role for posts was deleted, so they ping nobody. Pick another in `/setup`, or none.',
  silentRole: (role: string): string =>
    `-# ⚠ My ping wouldn’t reach ${role}. Let everyone mention it in the server settings, or let me mention all roles.`,
  language: (name: string): string => `**Language** · ${name}`,
  languageLabel: '**Language**',
  chooseLanguage: 'Pick a language',
  formTitle: 'When do the posts come?',
  formTime: 'Time of day',
  formTimeHint: 'Such as 09:00 or 9 pm',
  formZone: 'Time zone',
  formZoneHint: 'A city or a country, such as Istanbul',
  badTime: (typed: string): string => `⚠ I can’t read “${typed}” as a time. Try 09:00 or 9 pm.`,
  badZone: (typed: string): string =>
    `⚠ I can’t find the time zone “${typed}”. Pick one below, or type again.`,
  missing: '**Before we start**',
  noChannel: '○ Pick a channel.',
  noZone: '○ Pick your time zone.',
  gone: '○ That channel is gone. Pick another.',
  notText: '○ That’s not a text channel. Pick another.',
  lacks: (channel: string, permissions: string): string =>
    `○ I can’t post in ${channel}. Allow ${permissions} there, then *Check again*.`,
  noPictures: (channel: string, permission: string): string =>
    `○ Posts have no pictures in ${channel}. Allow *${permission}* there to see them.`,
  theme: { dark: '**Pictures**\nDark', light: '**Pictures**\nLight' },
  themeTo: { dark: 'Use dark', light: 'Use light' },
  open: 'Set up Roadmate',
  start: 'Start',
  change: 'Change…',
  backHere: 'Back to setup',
  checkAgain: 'Check again',
  resume: 'Resume',
  putRight: 'Fix it',
  welcomePost: 'Welcome',
  followingPost: 'New roadmap',
  failedPost: (post: string, day: string): string =>
    `○ ${post} · ${day}: something went wrong, so it may be missing. The next one comes as planned. If it happens again, tell Roadmate’s operator.`,
  paused: {
    organiser: (when: string): string => `⏸ Posts are paused · ${when}`,
    'channel-gone': (when: string): string =>
      `⏸ Posts are paused: the channel is gone. Pick another and they go on. · ${when}`,
    forbidden: (when: string): string =>
      `⏸ Posts are paused: I can’t post in the channel. Allow me to, or pick another. · ${when}`,
  },
};

/** The post that welcomes a group when it has been set up. */
export const welcome = {
  heading: '## Let’s learn together',
  follows: (title: string): string => `Our roadmap: **${title}**`,
  join: 'Join, and I’ll give you one small topic to start with.',
};

/** The post that tells a group of another roadmap. */
export const following = {
  heading: '## A new roadmap for us',
  kept: 'Whatever you’ve done so far stays yours.',
};
