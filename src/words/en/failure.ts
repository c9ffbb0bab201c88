export const failure = {
  unexpected: {
    saved: (reference: string): string =>
      `It’s saved, but I couldn’t show it. Run the command again to see it. If that fails, tell an organiser this code: \`${reference}\``,
    unchanged: (reference: string): string =>
      `Something went wrong on my side. Nothing was changed, so try again. If that fails, tell an organiser this code: \`${reference}\``,
    unknown: (reference: string): string =>
      `Something went wrong on my side, and I can’t tell whether it was saved. Have a look before you try again. Code for an organiser: \`${reference}\``,
  },
  missed: (command: string | null): string =>
    command === null
      ? 'An earlier answer of mine didn’t reach you. What you pressed was saved.'
      : `My answer to \`/${command}\` didn’t reach you earlier. It was saved.`,
  formReady: 'That took a moment. Your form is ready now.',
  formLate: 'That took too long to open the form. Run the command again.',
  below: 'Here it is, for everyone:',
  openForm: 'Open the form…',
  tooFast: 'That was faster than I can answer. Take a breath, and try again in a few seconds.',
  outdated: 'This has moved on: the message is from an earlier version. Run the command again.',
  onlyInServer: 'This works in a server only. Run it in a channel of your study group.',
  onlyOrganisers: 'Only organisers may do this: members with the permission *Manage Server*.',
  unknownTopic: (typed: string): string => `I don’t know a topic called “${typed}”.`,
  didYouMean: 'Did you mean one of these?',
  tryTyping:
    'Type a part of its name, and choose from the list that appears; or look through `/roadmap view`.',
};

/** Discord's own names for them. */
export const permission = {
  ViewChannel: 'View Channel',
  SendMessages: 'Send Messages',
  ReadMessageHistory: 'Read Message History',
  CreatePublicThreads: 'Create Public Threads',
  SendMessagesInThreads: 'Send Messages in Threads',
  AttachFiles: 'Attach Files',
};
