export const setup = {
  heading: '## Roadmate on this server',
  notYet:
    'Nothing is posted yet. Here is a start: change what you like, then press *Start posting*. You can come back at any time.',
  started: 'All set! I take it from here.',
  roadmap: '**Roadmap** of your group',
  chooseRoadmap: 'Choose a roadmap',
  channel: '**Channel** that I post in',
  chooseChannel: 'Choose a channel',
  time: (at: string, zone: string | null): string =>
    `**Time** of the posts: ${at}\n-# ${zone ?? 'Time zone not known yet'}`,
  changeTime: 'Time and zone…',
  chooseZone: 'Choose your time zone',
  weekdays: '**Daily topics** on',
  chooseWeekdays: 'Choose the days',
  weeklyDay: '**Weekly summary** on',
  chooseWeeklyDay: 'Choose a day',
  role: '**Role** to ping with each post',
  noRole: 'None: nobody is pinged',
  unfitRole:
    'That role can’t be pinged: it is everybody’s, or belongs to a bot. Choose another one, or none.',
  goneRole:
    'The role for my posts was deleted, so they ping nobody. Choose another one in `/setup`, or none.',
  silentRole: (role: string): string =>
    `-# ${role} would see no ping from me: let everybody mention the role in the server’s settings, or allow me to mention all roles.`,
  language: '**Language** of the posts',
  chooseLanguage: 'Choose a language',
  formTitle: 'When do the posts come?',
  formTime: 'Time of day',
  formTimeHint: 'For example 09:00 or 9 pm',
  formZone: 'Time zone',
  formZoneHint: 'A city or a country, such as Istanbul',
  badTime: (typed: string): string => `“${typed}” is no time of day. Write it like 09:00 or 9 pm.`,
  badZone: (typed: string): string =>
    `I can’t tell which time zone “${typed}” is. Choose the one you mean from the list, or correct it.`,
  missing: '**Still missing**',
  noChannel: '○ A channel: choose where I post',
  noZone: '○ Your time zone: choose it from the list, or type your city under *Time and zone…*',
  gone: '○ The channel is no longer there: choose another one',
  notText: '○ That channel is not one for text: choose another one',
  lacks: (channel: string, permissions: string): string =>
    `○ I can’t post in ${channel}: I lack ${permissions} there. Give me that in the channel’s settings, then press *Check again*.`,
  noPictures: (channel: string, permission: string): string =>
    `○ I can’t attach pictures in ${channel}: posts come in words alone. Allow me *${permission}* there to see them.`,
  themeTo: { dark: 'Dark pictures', light: 'Light pictures' },
  ready: '● Everything is ready.',
  open: 'Set Roadmate up',
  start: 'Start posting',
  checkAgain: 'Check again',
  resume: 'Resume',
  putRight: 'Put it right',
  paused: {
    organiser: (since: string): string => `⏸ The posts have been paused since ${since}.`,
    'channel-gone': (since: string): string =>
      `⏸ The posts have been paused since ${since}: the channel was deleted. Choose another one, and they go on.`,
    forbidden: (since: string): string =>
      `⏸ The posts have been paused since ${since}: I was no longer allowed to post in the channel. Give me back my rights there, or choose another channel, and they go on.`,
  },
};
