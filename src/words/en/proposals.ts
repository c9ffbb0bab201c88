/** Topics that members propose for the roadmap of their group. */
export const proposals = {
  propose: 'Suggest a change…',
  /** Leads to the list of topics. */
  toPropose: 'Suggest a change',
  which: '## Suggest a change\nPick the section of the topic, then the topic.',
  /** The title of the form about a topic. */
  formFor: (title: string): string => `Suggest: ${title}`,
  topic: 'Title of a new topic',
  rightBehind: 'It goes right after this one',
  link: 'A link',
  note: 'A note',
  oneIsEnough: 'One of the three is enough',
  sent: 'Sent to the organisers. I’ll tell you what they decide.',
  nothing: 'Fill in a topic, a link or a note, and send it again.',
  badLink:
    'I can’t open that link. Use a full address, such as `https://example.org`. What you typed is kept.',
  full: (member: number): string =>
    `Not sent: you may have ${member} open proposals, and the server’s list can be full. What you typed is kept; try again later.`,
  waiting: (n: number): string => `Proposals (${n})`,
  heading: '## Proposals',
  none: 'No open proposals.',
  noTopic: 'Its topic is in none of the server’s roadmaps any more.',
  kind: { topic: 'New topic', link: 'New link', note: 'New note' },
  /** Where it would go, by what is proposed. `title`: the topic that it was made about. */
  place: {
    topic: (title: string): string => `Place: after ${title}`,
    link: (title: string): string => `For ${title}`,
    note: (title: string): string => `For ${title}`,
  },
  by: (who: string, when: string): string => `-# ${who} · ${when}`,
  accept: 'Accept',
  decline: 'Decline',
  accepted: (who: string): string => `Proposal accepted. I’ll tell ${who} with their next command.`,
  declined: 'Declined. I’ll tell the member with their next command.',
  gone: 'That proposal was already answered.',
  notice: 'Members have suggested changes to the roadmap.',
  told: {
    accepted: 'Your proposal is in the roadmap now:',
    declined: 'The organisers declined your proposal:',
  },
};
