import { count } from './grammar.ts';

/** Topics that members propose for the roadmap of their group. */
export const proposals = {
  propose: 'Propose…',
  title: 'Propose a change',
  topic: 'A topic that belongs beside it',
  link: 'A link',
  note: 'A note',
  sent: 'Sent to the organisers. You’ll hear with one of your next commands here.',
  nothing: 'Fill in a topic, a link or a note, and send it again.',
  badLink:
    'I can’t open that link. Use a full address, such as `https://example.org`. What you typed is kept.',
  full: (member: number): string =>
    `Not sent: ${member} of yours wait for an answer, or the server has too many. What you typed is kept; try again later.`,
  waiting: (n: number): string => `Proposals (${n})`,
  heading: '## Proposals',
  none: 'No proposals wait.',
  kind: { topic: 'Topic', link: 'Link', note: 'Note' },
  by: (who: string, when: string): string => `-# ${who} · ${when}`,
  accept: 'Accept',
  decline: 'Decline',
  declined: 'Declined. The member is told with their next command.',
  gone: 'That proposal has been answered already.',
  notice: (n: number): string =>
    `${count(n, 'proposal waits', 'proposals wait')} for an answer: \`/roadmap edit\``,
  told: {
    accepted: 'Your proposal is in the roadmap now:',
    declined: 'The organisers didn’t take this proposal:',
  },
};
