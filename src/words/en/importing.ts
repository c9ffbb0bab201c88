import { count } from './grammar.ts';

/** Importing a roadmap from a file, a link or a text. */
export const importing = {
  scope: { server: 'For this server', me: 'Just for me' },
  form: {
    heading: 'Import a roadmap',
    text: 'Your list, as Markdown',
    textHint: 'Up to 4,000 characters. Longer? /roadmap import file:',
    /** In the empty field, at most 100 characters. */
    example: '# Databases\n- [ ] ACID\n- [ ] Indexes\n- [x] SQL',
    title: 'Title',
    titleHint: 'Leave empty to use the list’s first heading',
  },
  /** The title of a text without a heading. */
  untitled: 'My roadmap',
  counts: (topics: string, sections: number, ticked: number): string =>
    [
      `**${topics}** in ${count(sections, 'section', 'sections')}`,
      ...(ticked === 0 ? [] : [`${ticked} ticked`]),
    ].join(' · '),
  noBoxes: 'No checkboxes found.',
  eachBullet: 'Each bullet is a topic.',
  /** Checkboxes that became headings of the topics under them. `hasTicks`: some of them are ticked. */
  parents: (titles: string, hasTicks: boolean): string =>
    `-# With topics under them: ${titles}${hasTicks ? '. Only the ticks on topics count.' : ''}`,
  /** `example`: a short list. */
  noTopics: (example: string): string =>
    `I found no topics. Put each on a line of its own, like this:\n\`\`\`\n${example}\n\`\`\``,
  remarks: '**Worth a look**',
  saveAs: '**Save it as**',
  chooseTarget: 'Save it as…',
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
    split: (n: number): string => `${n} split`,
    gone: (n: number): string => `${n} gone`,
    open: (n: number): string => `${n} unclear`,
  },
  change: {
    open: (old: string): string => `- ❔ ${old}: is it still there?`,
    gone: (old: string): string => `- ➖ ${old}`,
    merged: (olds: string, next: string): string => `- ${olds} → ${next}`,
    split: (old: string, parts: string): string => `- ${old} → ${parts}`,
    renamed: (old: string, next: string): string => `- ✏️ ${old} → ${next}`,
    moved: (old: string, to: string): string => `- ↪️ ${old} → ${to}`,
    back: (next: string): string => `- ↩️ ${next}`,
    added: (next: string): string => `- ➕ ${next}`,
  },
  forServer: '-# Preview · for your group · nothing is saved yet',
  forYou: '-# Preview · just for you · nothing is saved yet',
  apply: 'Save',
  /** The other reading, by what it makes of the list. `topics`: how many there are then. */
  otherReading: {
    withPlain: (topics: string): string => `Take plain items too (${topics})`,
    onlyPlain: (topics: string): string => `Take plain items (${topics})`,
    onlyBoxes: (topics: string): string => `Take only checkboxes (${topics})`,
  },
  fix: 'Fix matches',
  typeAgain: 'Change the text…',
  gone: 'This import has ended. Run `/roadmap import` again.',
  cancelled: 'Nothing was changed.',
  changedMeanwhile: 'The roadmap changed in the meantime, so nothing was applied. This is how it is now.',
  tooMany: (most: number): string =>
    `There are ${most} roadmaps already. Make this a new version of one of them.`,
  notRead: {
    elsewhere: 'I can’t read files from there. Attach the file to the command.',
    'too-large': 'The file is larger than 1 MB. Try a part of it.',
    'too-slow': 'The file took too long to arrive. Try again, or attach it as a file.',
    'not-there': 'I couldn’t get the file. Check that it’s still there and public, then try again.',
    'link-off': 'I don’t read links here. Attach the file to the command.',
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
  groupFollows: 'Your group follows it from now on.',
  told: (channel: string): string => `I’ve told the group: ${channel}`,
  youFollow: 'It’s your main roadmap now.',
  groupStill: (title: string): string =>
    `Your group still follows **${title}**. If you switch, nobody loses progress.`,
  /** Where the group has a roadmap of its own. */
  picksFrom: (own: string, groups: string): string =>
    `-# Your picks come from **${own}** in direct messages; here from the group’s **${groups}**.`,
  youStill: (title: string): string =>
    `You still follow **${title}**. If you switch, you keep your progress.`,
  undoHint: '-# `/roadmap undo` brings back the version before.',
  leftOpen: (topics: string): string =>
    `${topics} may have another name now. Match them, and their progress comes along.`,
  askTicks: (titles: string): string => `Ticked in your list: ${titles}. Have you done that?`,
  others: (n: number): string => `${n} more`,
  takeTicks: (n: number): string => (n === 1 ? 'Yes, mark it done' : 'Yes, mark them done'),
  followHere: 'Use it here',
  followMine: 'Make it my main',
  match: {
    heading: '**What became of these?**',
    unknown: 'Not sure yet',
    isNow: (title: string): string => `Now: ${title}`,
    isGone: 'It’s gone',
    split: 'It was split into several…',
    splitInto: (list: string): string => `Split into ${list}`,
    whichParts: (title: string): string => `### What was **${title}** split into?`,
    chooseParts: 'Choose its parts, two or more',
    nameParts: 'Name them…',
    parts: 'Its parts, one a line',
    partsHint: 'Type a part of each new name',
    another: 'Another topic…',
    which: 'Which topic is it now?',
    whichHint: 'Type a part of its new name',
    back: 'Back to the import',
    nothing: 'There’s nothing to match.',
  },
  both: {
    count: (n: number): string =>
      `⚖️ ${count(n, 'thing was', 'things were')} changed here and by Roadmate. Yours stays unless you say otherwise.`,
    unmade: (n: number): string =>
      `-# ${count(n, 'change of Roadmate’s doesn’t', 'changes of Roadmate’s don’t')} fit your file as it stands, so I’ve left ${n === 1 ? 'it' : 'them'} out.`,
    see: 'Compare both',
    heading: '**Changed here and by Roadmate**\n-# Yours stays unless you take theirs.',
    kind: {
      title: 'title',
      turkish: 'title in Turkish',
      minutes: 'minutes',
      place: 'place',
      section: 'section title',
    },
    nothing: 'none',
    yours: (value: string): string => `Yours: ${value}`,
    theirs: (value: string): string => `Theirs: ${value}`,
    removedThere: 'Changed here, removed by Roadmate.',
    take: 'Take theirs',
    takeRemoval: 'Remove it',
  },
  settle: 'Match them',
  newer: {
    link: (title: string): string => `The list of **${title}** has changed:`,
    bundled: (title: string): string => `Roadmate has a newer version of **${title}**:`,
    open: (title: string): string => `Roadmate has updated **${title}**.`,
    sameTopics: 'the topics are the same; links or notes differ.',
    see: 'See',
    leave: 'Keep mine',
    watch: 'Watch the link',
    unwatch: 'Stop watching',
    lost: (title: string, since: number): string =>
      `I can’t open the link of **${title}** any more. Import it again with a new link, or stop watching. · <t:${since}:R>`,
    said: {
      watched: 'I’ll check the link once a day and tell you what’s new. Nothing changes unless you say so.',
      unwatched: 'I no longer watch the link.',
      left: 'Nothing changed. I’ll tell you when there’s something newer.',
    },
  },
  tookTicks: (topics: string): string => `${topics} marked done.`,
  noTicksLeft: 'Nothing left to mark: these are already in your progress.',
};
