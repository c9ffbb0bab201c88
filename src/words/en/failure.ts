export const failure = {
  unexpected: {
    saved: (reference: string): string =>
      `Saved, but I couldn’t show it. Run the command again. If that fails, tell an organiser this code: \`${reference}\``,
    unchanged: (reference: string): string =>
      `Something went wrong and nothing was saved. Try again. If that fails, tell an organiser this code: \`${reference}\``,
    unknown: (reference: string): string =>
      `Something went wrong, and I can’t tell if it was saved. Check before you try again. Code for an organiser: \`${reference}\``,
  },
  away: (reference: string): string =>
    `I can’t reach my database right now, so nothing was saved. Try again in a few minutes. Code for an organiser: \`${reference}\``,
  missed: (command: string | null): string =>
    command === null
      ? 'My last answer didn’t reach you. What you pressed was saved.'
      : `My answer to \`/${command}\` didn’t reach you. It was saved.`,
  restored: (takenAt: string): string =>
    `I was restored from a backup. What you did after it was taken is lost, so look whether anything is missing. Taken · ${takenAt}`,
  formReady: 'That took a moment. Your form is ready.',
  formLate: 'The form took too long to open. Run the command again.',
  below: 'Here it is, for everyone:',
  openForm: 'Open form…',
  tooFast: 'Too fast for me! Try again in a few seconds.',
  outdated: 'This message is out of date. Run the command again.',
  onlyInServer: 'This works only in a server. Try it in your group’s channel.',
  onlyOrganisers: 'Only organisers can do this. They need *Manage Server*.',
  unknownTopic: (typed: string): string => `I don’t know the topic “${typed}”.`,
  didYouMean: 'Did you mean one of these?',
  tryTyping: 'Type part of its name and pick it from the list, or look in `/roadmap view`.',
};

/** The names that Discord itself gives to its permissions. */
export const permission = {
  ViewChannel: 'View Channel',
  SendMessages: 'Send Messages',
  ReadMessageHistory: 'Read Message History',
  CreatePublicThreads: 'Create Public Threads',
  Connect: 'Connect',
  CreateEvents: 'Create Events',
  CreatePrivateThreads: 'Create Private Threads',
  SendMessagesInThreads: 'Send Messages in Threads',
  AttachFiles: 'Attach Files',
};
