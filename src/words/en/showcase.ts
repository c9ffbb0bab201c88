import { count } from './grammar.ts';

export const showcase = {
  title: '## Showcase',
  explained: 'Small apps to build, alone or as a team, and to show each other.',
  noApps:
    'This roadmap has no apps to build. What you build can still be shown: as the project of any of its topics.',
  unknownApp: (typed: string): string => `The showcase has no app called “${typed}”. It has these:`,
  app: (app: string, teams: number, shown: number): string =>
    teams === 0
      ? `**${app}** · free to take`
      : `**${app}** · ${count(teams, 'team', 'teams')}${shown === 0 ? '' : ` · ${shown} to see`}`,
  choose: 'Choose an app',
  nobodyYet: 'Nobody builds it yet. Will you be the first?',
  team: (people: string, isShown: boolean): string =>
    isShown ? `● ${people} · to see in the gallery` : `◐ ${people}`,
  building: (people: string, n: number, app: string): string =>
    `${people} ${n === 1 ? 'is' : 'are'} building **${app}**.`,
  invited: (people: string): string =>
    `Asked into the team: ${people}. Press *I’m in*, and you are one of them.`,
  with: 'Who builds it with you?',
  claim: 'I build this',
  imIn: 'I’m in',
  imOut: 'I’m out',
  allTeams: 'All apps',
  myTeam: 'My team',
  show: 'Show what I built',
  change: 'Change it',
  gallery: 'See the gallery',
  mustJoin: 'The showcase is for those who study with this group. Join it first: one tap, and you are in.',
  notInvited:
    'This team has not asked you in. One of them can; or you build the app with a team of your own.',
  alreadyIn: (app: string): string => `You’re in this team already: you build **${app}** together.`,
  inAnotherTeam: (app: string): string =>
    `You are in another team for **${app}**. Leave that one first, if this is where you want to be.`,
  onlyTeam: 'Only its team can do that.',
  notHere: (people: string): string =>
    `Not asked yet: ${people}. They have to study with this group first, by \`/roadmap join\`; then choose them again.`,
  isFull: (most: number): string => `A team has ${most} people at most; this one is full.`,
  leftTeam: (app: string): string =>
    `You are not in a team for **${app}** any more. What you proved by it stays yours.`,
  formTitle: (app: string): string => `Show ${app}`,
  repository: 'Repository',
  repositoryHint: 'Where the code is, such as https://github.com/you/app',
  live: 'Live link',
  liveHint: 'Where one can try it, if there is such a place',
  picture: 'Picture',
  pictureHint: 'PNG, JPEG, WebP or GIF, up to 5 MB',
  pictureStays: 'Leave it empty, and the one that is there stays',
  alt: 'What is on the picture?',
  altHint: 'In a few words, for those who cannot see it',
  differently: 'What would you do differently?',
  differentlyHint: 'Next time, with what you know now',
  almost: '**Almost.** Nothing you typed is lost; only this has to be put right:',
  problem: {
    repository: (typed: string): string =>
      `- The repository “${typed}” is no web address: it has to begin with https://`,
    live: (typed: string): string =>
      `- The live link “${typed}” is no web address: it has to begin with https://`,
    differently: (): string => '- Say in a sentence or two what you would do differently.',
    'not-a-picture': (): string =>
      '- That file is no picture that Discord can show: send a PNG, JPEG, WebP or GIF.',
    'too-large': (): string => '- The picture has more than 5 MB: send a smaller one.',
    'odd-size': (): string => '- The picture is too small or too big: each side has 32 to 8,000 pixels.',
    'not-there': (): string => '- The picture did not arrive: send it once more.',
    'too-slow': (): string => '- Discord took too long to hand me that picture: send it again in a moment.',
  },
  pictureKept: '-# Your picture is kept; you need not choose it again.',
  putRight: 'Put it right',
  shown: (app: string): string => `**${app}** is in the gallery now. Well built!`,
  changed: 'Changed: the gallery shows it like this now.',
  counts: '-# It also counts as the project of this topic, for everybody in the team.',
  share: 'Show it to the group',
  builtBy: (people: string): string => `Built by ${people}`,
  position: (n: number, total: number, when: string): string => `-# ${n} of ${total} · ${when}`,
  repositoryAt: (host: string): string => `Code: ${host}`,
  liveAt: (host: string): string => `Try it: ${host}`,
  nextTime: '**What they would do differently**',
  pictureOf: (app: string): string => `A picture of ${app}`,
  applaud: (n: number): string => (n === 0 ? 'Applaud' : `Applaud · ${n}`),
  previous: 'Previous',
  following: 'Next',
  readAll: 'Read all of it',
  goOn: 'Go on reading',
  own: 'That one is yours: the applause is for the others to give.',
  withdraw: 'Withdraw',
  askWithdraw: (app: string): string =>
    `Take **${app}** out of the gallery? Its picture and its applause go with it. The project stays yours as a proof.`,
  yesWithdraw: 'Yes, withdraw it',
  withdrawn: 'It is out of the gallery. You still build the app, and can show it again at any time.',
  gone: 'Its team does not show this any more.',
  empty: 'The gallery is empty: nobody has shown an app yet. Take one, build it small, and be the first.',
  emptyFor: (app: string): string => `Nobody has shown **${app}** yet. Build it small, and be the first.`,
};
