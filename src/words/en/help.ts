import { attach } from './proofs.ts';

/** `to` mentions a command so that it can be pressed. */
export const help = {
  hello:
    '## Roadmate\nA roadmap is a list of things to learn. I keep your place in it, say what to study next and why, and count your days. Ten minutes at a time are enough.',
  title: '## What you can do here',
  build: (to: (command: string) => string): string =>
    `**Build and find**\n${to('showcase list')} apps to build together, and to show each other\n${to('search')} find something in what you all wrote\n${to('notebook export')} take along what you wrote, with cards for Anki`,
  study: (to: (command: string) => string): string =>
    `**Study**\n${to('today')} what to study now, and why\n${to('start')} ${to('done')} ${to('skip')} say how a topic goes; ${to('undo')} takes it back\n${to('review')} bring back what you learned before it fades\n${to('topic')} all about one topic`,
  prove: (to: (command: string) => string): string =>
    `**Prove what you know**\n${to('cheatcode write')} ${to('feynman write')} ${to('project write')} ${to('tez write')} prove a topic the way it asks\nA message of yours can be proof, too: its menu, *Apps*, *${attach.command}*`,
  look: (to: (command: string) => string): string =>
    `**See where you are**\n${to('progress')} your percentages, streak and week\n${to('roadmap view')} the whole roadmap\n${to('career')} ${to('toolset')} where it leads, and with what`,
  yours: (to: (command: string) => string): string => `**Make it yours**\n${help.settings(to)}`,
  settings: (to: (command: string) => string): string =>
    `${to('settings')} language, time zone, what groups see, your data`,
  group: (to: (command: string) => string): string =>
    `${to('roadmap join')} ${to('roadmap leave')} study with this group, or stop`,
  organise: (to: (command: string) => string): string =>
    `**For the whole server**\n${to('setup')} roadmap, channel, days and hour\n${to('schedule preview')} what comes when; ${to('schedule pause')} for a break`,
  setUp: 'Set up this server',
  joinFirst: '**Begin here:** join the group, then see what to study first.',
  beginFirst: '**Begin here:** see what to study first.',
  setUpFirst: (to: (command: string) => string): string =>
    `**Next for you:** ${to('setup')}. Choose a channel and an hour, and the first topics come by themselves.`,
};
