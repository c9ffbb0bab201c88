import { count } from './grammar.ts';

/** Importing a roadmap from a file, a link or a text. */
export const importing = {
  scope: { server: 'For this server', me: 'Just for me' },
  form: {
    heading: 'Import a roadmap',
    text: 'Your list, as Markdown',
    textHint: 'Up to 4,000 characters. For more, use a file.',
    title: 'Title',
    titleHint: 'Only if the list has no heading of its own',
  },
  /** The title of a text without a heading. */
  untitled: 'My roadmap',
  counts: (topics: string, sections: number, ticked: number): string =>
    [
      `**${topics}**`,
      count(sections, 'section', 'sections'),
      ...(ticked === 0 ? [] : [`${ticked} ticked`]),
    ].join(' · '),
  readBoxes: (boxes: number, bullets: number): string =>
    `Only the ${count(boxes, 'box is a topic', 'boxes are topics')}. *Read it differently* takes the ${count(bullets, 'bullet', 'bullets')}, too.`,
  onlyBullets: (bullets: number): string =>
    `There are no boxes. *Read it differently* takes the ${count(bullets, 'bullet', 'bullets')}.`,
  readBullets: (boxes: number): string =>
    boxes === 0
      ? 'There are no boxes, so the bullets are topics.'
      : `Bullets are topics, too. *Read it differently* takes only the ${count(boxes, 'box', 'boxes')}.`,
  remarks: '**Worth a look**',
  chooseTarget: 'What should it become?',
  asNew: 'A new roadmap',
  asVersion: (title: string): string => `A new version of ${title}`,
  progressOf: (members: number): string => `${count(members, 'person has', 'people have')} progress here`,
  compared: (version: number, counts: string): string => `**Compared to version ${version}:** ${counts}`,
  nothingChanged: (version: number): string => `The topics are the same as in version ${version}.`,
  looksLikeAnother: 'This looks like another list. Is it a new roadmap?',
  count: {
    added: (n: number): string => `${n} new`,
    returning: (n: number): string => `${n} back`,
    renamed: (n: number): string => `${n} renamed`,
    moved: (n: number): string => `${n} moved`,
    merged: (n: number): string => `${n} merged`,
    gone: (n: number): string => `${n} gone`,
    open: (n: number): string => `${n} unclear`,
  },
  change: {
    open: (old: string): string => `- ❔ ${old}: is it still there?`,
    gone: (old: string): string => `- ➖ ${old}`,
    merged: (olds: string, next: string): string => `- ${olds} → ${next}`,
    renamed: (old: string, next: string): string => `- ✏️ ${old} → ${next}`,
    moved: (old: string, to: string): string => `- ↪️ ${old} → ${to}`,
    back: (next: string): string => `- ↩️ ${next}`,
    added: (next: string): string => `- ➕ ${next}`,
  },
  forServer: '-# For this server. Only you see this until you apply it.',
  forYou: '-# Just for you. Nobody else sees it.',
  apply: 'Apply',
  otherReading: 'Read it differently',
  fix: 'Fix a match',
  typeAgain: 'Change the text…',
  gone: 'This import isn’t waiting any more. Run `/roadmap import` again.',
  cancelled: 'Nothing was changed.',
  changedMeanwhile: 'It changed meanwhile, so nothing was applied. Here it is as it stands now.',
  tooMany: (most: number): string =>
    `There are ${most} roadmaps already. Make this a new version of one of them.`,
  notRead: {
    elsewhere: 'I can’t read files from there. Attach the file to the command.',
    'too-large': 'The file is larger than 1 MB. Try a part of it.',
    'too-slow': 'The file took too long to arrive. Try again, or attach it as a file.',
    'not-there': 'I couldn’t get the file. Check that it’s still there and public, then try again.',
    'link-off': 'Links aren’t read here. Attach the file to the command.',
    'link-elsewhere': 'I can’t read links to that site. A README on GitHub works, or attach the file.',
    'link-too-large': 'The file is larger than 1 MB. Try a part of it.',
    'link-too-slow': 'The link took too long to answer. Try again, or attach the file.',
    'link-not-there':
      'There’s no public file at that link. Open it in a private window to check, then try again.',
    'link-no-text': 'That link shows a web page, not a Markdown file. Use the link to the file itself.',
    both: 'Give a file or a link, not both.',
    busy: 'I’m still reading your last file. Try again in a moment.',
  },
  madeNew: (title: string, topics: string): string => `**${title}** is ready: ${topics}.`,
  madeVersion: (title: string, topics: string): string =>
    `**${title}** has a new version: ${topics}. All progress on what’s still there was kept.`,
  groupFollows: (title: string): string => `This server now follows **${title}**.`,
  youFollow: (title: string): string => `You now follow **${title}**.`,
  undoHint: '-# `/roadmap undo` brings back the version before.',
  leftOpen: (topics: string): string =>
    `${topics} may still be there under another name. Their progress waits until you say so.`,
  askTicks: (topics: string): string => `The file has ${topics} ticked. Is that what you’ve done?`,
  takeTicks: 'Count them as mine',
  followHere: 'Use it here',
  followMine: 'Follow it',
  match: {
    heading: '**What became of these?**',
    unknown: 'Not sure yet: keep it waiting',
    isNow: (title: string): string => `Now: ${title}`,
    isGone: 'It’s gone',
    another: 'Another…',
    which: 'Which topic is it now?',
    whichHint: 'Type a part of its new name',
    back: 'Back to the import',
    nothing: 'There’s nothing to match.',
  },
  settle: 'Settle it',
  newer: {
    link: (title: string): string => `The list of **${title}** has changed:`,
    bundled: (title: string): string => `Roadmate has a newer version of **${title}**:`,
    sameTopics: 'the topics are the same; links or notes differ.',
    see: 'See',
    leave: 'Leave it',
    watch: 'Watch the link',
    unwatch: 'Stop watching',
    lost: (title: string, since: number): string =>
      `I can’t read the link of **${title}** any more. Import it again with a new link, or stop watching. · <t:${since}:R>`,
    said: {
      watched: 'I’ll read the link once a day and tell you what has changed. Nothing changes by itself.',
      unwatched: 'I don’t read the link any more.',
      left: 'Left as it is. I’ll tell you when it changes again.',
    },
  },
  tookTicks: (topics: string): string => `${topics} marked done.`,
};
