/** Versions of a roadmap, and exporting it. */
export const versions = {
  version: (number: number): string => `Version ${number}`,
  inUse: 'in use',
  asIn: (number: number): string => `as version ${number}`,
  choose: 'Go back to another version',
  back: (number: number): string => `Back to version ${number}`,
  onlyOne: 'This is the first version. There’s nothing to go back to yet.',
  restored: (number: number): string => `Everything is as in version ${number} again, ticks included.`,
  notKept: 'That version isn’t kept any more. Choose a later one.',
  nothing:
    'The roadmap here comes with Roadmate, so there’s nothing to undo. `/roadmap import` makes one of your own. To undo a topic, use `/undo`.',
  exported: (title: string): string => `**${title}** is ready: two files.`,
  withTicks: (topics: string): string => `Ticked for what you’ve done: ${topics}.`,
  noTicksYet: 'You haven’t done any of it yet, so nothing is ticked.',
  withoutTicks: 'With the list’s own ticks.',
  exportHint: '-# Either file can be imported again with `/roadmap import`.',
};
