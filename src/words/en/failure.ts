export const failure = {
  unexpected: (reference: string): string =>
    `Something went wrong on our side, and nothing was changed. Please try again; if it happens again, tell an organiser this code: \`${reference}\`.`,
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
};
